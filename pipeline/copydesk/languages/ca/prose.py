"""Catalan prose."""

from copydesk.languages.contract.prose import Prose

_WORDS = """
a al als amb anys aquest aquesta aquests com d de del dels des després dos el els en ens entre era es
fins ha han havia hi ho i ja l la les li m molt més n no o on pel pels per perquè però quan que què s se
segons sense ser seu seus seva si sobre són també tot tots un una uns va van és
"""

PROSE = Prose(
    function_words=frozenset(_WORDS.split()),
    relative_length=1.115,
)

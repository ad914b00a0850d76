"""Catalan prose."""

from copydesk.languages.contract.prose import Prose

_WORDS = """
a al als amb anys aquest aquesta aquests com d de del dels des després dos el els en ens
entre es fins ha han hi ho i ja l la les molt més no o on pel pels per perquè però quan
que s segons ser seu seus seva sobre són també un una va van és
"""

PROSE = Prose(
    function_words=frozenset(_WORDS.split()),
    relative_length=1.115,
)

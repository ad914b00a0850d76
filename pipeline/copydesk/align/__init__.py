"""Which source segments answer which target segments.

``link`` for translations the desk made itself, ``align_articles`` for two existing versions of an article,
``align`` for two lists of sentences.
"""

from copydesk.align.articles import align_articles
from copydesk.align.bead import Bead
from copydesk.align.known import link
from copydesk.align.sentences import align

__all__ = ["Bead", "align", "align_articles", "link"]

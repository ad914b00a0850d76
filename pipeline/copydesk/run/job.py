"""One article on its way through a run."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.data import Draft, Request, Translation
from copydesk.store.drafts import Result


@dataclass(frozen=True, slots=True)
class ArticleJob:
    """What the run holds of an article between preparing and publishing it.

    ``keys`` are the content keys of the stages done so far, in order; ``fresh`` the results that are not yet
    in the store. ``asked`` runs in parallel to the draft's segments. ``human_digest`` stands for
    the human texts of this article, ``lent_digest`` for those that the memory lent it.
    """

    uri: str
    input_key: str
    draft: Draft
    keys: tuple[str, ...]
    fresh: tuple[Result, ...] = ()
    asked: tuple[Request | Translation, ...] = ()
    human_digest: str = ""
    lent_digest: str = ""

    @property
    def requests(self) -> tuple[Request, ...]:
        """What is asked of the engines."""
        return tuple(asked for asked in self.asked if isinstance(asked, Request))

    @property
    def article(self) -> str:
        """The article's id."""
        return self.draft.article.id

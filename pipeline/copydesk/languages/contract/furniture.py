"""Words by which page furniture, captions and teasers give themselves away."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FurnitureCues:
    """Phrases that mark a block as something beside the story; neutral defaults: no cues.

    Case, typographic apostrophes, leading bullets and final punctuation do not count. A phrase is the
    whole block; one that ends in "…" opens it ("síguenos en…"); one between two "…" occurs in it
    ("…campos obligatorios…"). The last kind, and ``legal_labels``, only count after the end of the story,
    because a story may be about cookies or data protection.

    ``teaser`` are the labels of related articles, ``caption`` openings of picture texts, ``byline``
    openings of author lines (they stay paragraphs). The other fields are named after the FurnitureKind.
    ``legal_labels`` open the lines of data protection lists.
    """

    teaser: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    share: tuple[str, ...] = ()
    navigation: tuple[str, ...] = ()
    legal: tuple[str, ...] = ()
    legal_labels: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    caption: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()

"""However broken a page is, each mark that was read is published once, and nothing crashes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.config.settings import Settings
from copydesk.data import Alignment, Candidate, Draft, Edition, Glossary, Inline, Provenance, Request
from copydesk.errors import InputError
from copydesk.ingest.base import Raw
from copydesk.publish.html import HtmlPublisher
from copydesk.run.prepare import prepare
from copydesk.text.assemble import segment_inlines
from copydesk.translate.ask import ask
from copydesk.translate.base import Capabilities
from copydesk.translate.fold import fold, translated
from copydesk.translate.markup.restore import restore_markup
from copydesk.translate.markup.words import words
from copydesk.verify import verify

PIECES = (
    "<p>", "</p>", "<a href='http://e.es/1?a=1&b=2'>", "<a href=/x", "</a>", "<em>", "</em>", "<b>", "</i>",
    "<strong", ">", "<br>", "<br/>", "</br>", "<ul><li>", "</ul>", "<div", "</div>", "<table><tr><td>",
    "<h1>",
    "<!-- ", " -->", "<![CDATA[", "&amp;", "&#0;", "&#x110000;", "&nosuch;", "<script>", "</script>", "\x00",
    "<a href='x' href='y'>", "<p lang='es'>", "<q>", "<sup>2</sup>", "<span><span>", "</span>", '"', "'", "<",
)  # fmt: skip
PROSE = (
    "El alcalde habló con los vecinos. ",
    "La ",
    "casa blanca",
    " cuesta 3.250 euros",
    ". ",
    " y ",
    "Nadie, ",
)
PAGES = st.lists(st.sampled_from(PIECES + PROSE * 3), max_size=60).map("".join)


def backwards(request: Request, aligned: bool) -> Candidate:
    """The words in reverse, as an engine that knows nothing of marks might give them."""
    source = words(request.text)
    text = " ".join(word.of(request.text) for word in reversed(source)) or "—"
    target = words(text)
    if not aligned or len(target) != len(source):
        return Candidate(text)
    links = tuple((n, len(source) - 1 - n, 1.0) for n in range(len(source)))
    return Candidate(text, alignment=Alignment(source, target, links))


def names(inlines: Sequence[Inline]) -> Counter[tuple[str, tuple[tuple[str, str], ...]]]:
    return Counter((inline.tag, inline.attributes) for inline in inlines)


def published(draft: Draft, *, aligned: bool) -> bytes:
    wanted = Settings()
    draft = replace(draft, target="fr")
    asked = ask(draft, wanted.translate, glossary=Glossary(), human={})
    done = []
    for segment, one in zip(draft.segments, asked, strict=True):
        if isinstance(one, Request):
            candidate = restore_markup(backwards(one, aligned), one, Capabilities())
            done.append(translated(segment, candidate, "backwards"))
        else:
            done.append(one)
    draft = verify(fold(draft, done), wanted.verify)
    blocks = {block.id: block for block in draft.blocks}
    for segment, translation in zip(draft.segments, draft.translations, strict=True):
        read = segment_inlines(blocks[segment.block], segment)
        assert names(translation.inlines) == names(read)
    edition = Edition(draft, 1, "page", Provenance("0", "0", (), "0"))
    return dict(HtmlPublisher().render(edition))["article.html"]


@pytest.mark.slow
@settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
@given(PAGES, st.booleans())
def test_a_thousand_broken_pages_keep_their_marks(page: str, aligned: bool) -> None:
    raw = Raw("page.html", "html", f"<html lang='es'><body><p>{page}</p></body></html>".encode())
    try:
        draft = prepare(raw, Settings())
    except InputError:
        return  # no text in it, said in words
    assert b"</html>" in published(draft, aligned=aligned)

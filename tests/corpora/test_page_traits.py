"""Every page of corpora/pages is read as its own comment says."""

from __future__ import annotations

import pytest
from page_traits import TraitPage, trait_pages

from copydesk.ingest import read
from copydesk.ingest.base import Raw
from copydesk.ingest.options import IngestOptions


@pytest.mark.parametrize("page", trait_pages(), ids=lambda page: page.name)
def test_a_page_with_this_trait_is_read_whole_and_alone(page: TraitPage) -> None:
    article = read(Raw(f"{page.name}.html", "html", page.data), IngestOptions())
    story = [b.text for b in article.blocks if b.role.value not in ("furniture", "teaser", "headline")]
    lost = [wanted for wanted in page.keep if not any(wanted in text for text in story)]
    let_in = [unwanted for unwanted in page.cut if any(unwanted in text for text in story)]
    assert (lost, let_in) == ([], []), page.trait
    if page.headline:
        assert article.title == page.headline

"""News items of every ninjs version."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.formats.ninjs import is_ninjs, read_ninjs
from copydesk.ingest.base import Raw
from copydesk.ingest.ninjs import news_article

V1: dict[str, Any] = {
    "uri": "urn:newsml:example:1",
    "versioncreated": "2023-04-05T06:07:08Z",
    "language": "es",
    "byline": "Ana Ruiz",
    "headline": "El titular",
    "body_text": "Texto llano.",
    "body_xhtml": "<p>Texto <b>rico</b>.</p>",
    "urgency": 4,
}
V2: dict[str, Any] = {
    "uri": "urn:newsml:example:2",
    "versioncreated": "2023-04-05T06:07:08Z",
    "firstcreated": "2023-04-04T06:07:08Z",
    "language": "es",
    "by": "Ana Ruiz",
    "headlines": [{"role": "short", "value": "Corto"}, {"role": "main", "value": "El titular"}],
    "bodies": [
        {"role": "text", "contenttype": "text/plain", "value": "Texto llano."},
        {"role": "main", "contenttype": "text/html", "value": "<p>Texto <b>rico</b>.</p>"},
    ],
}
V3: dict[str, Any] = {
    "uri": "urn:newsml:example:3",
    "versionCreated": "2023-04-05T06:07:08Z",
    "language": "es",
    "by": "Ana Ruiz",
    "headlines": [{"role": "main", "contentType": "text/plain", "value": "El titular"}],
    "bodies": [
        {"role": "main", "contentType": "application/xhtml+xml", "value": "<p>Texto <b>rico</b>.</p>"}
    ],
}
V20: dict[str, Any] = {
    "uri": "urn:newsml:example:4",
    "language": "es",
    "versioncreated": "2023-04-05",
    "byline": "Ana Ruiz",
    "headline": [{"name": "main", "text": "El titular"}],
    "body": [
        {"name": "text", "value": "Texto llano."},
        {"name": "xhtml", "value": "<p>Texto <b>rico</b>.</p>"},
    ],
}


@pytest.mark.parametrize("item", [V1, V2, V3, V20], ids=["1.x", "2.x", "3.x", "2.0"])
def test_every_version_gives_the_same_story(item: dict[str, Any]) -> None:
    news = read_ninjs(item)
    assert (news.body, news.markup) == ("<p>Texto <b>rico</b>.</p>", True)
    about = news.about
    assert (about.id, about.title, about.author, about.language) == (
        item["uri"],
        "El titular",
        "Ana Ruiz",
        "es",
    )
    assert about.date.startswith("2023-04-0")


def test_text_is_taken_where_there_is_no_markup() -> None:
    news = read_ninjs({"body_text": "Uno.\n\nDos."})
    assert (news.body, news.markup) == ("Uno.\n\nDos.", False)


def test_the_rest_of_the_item_is_kept_for_the_way_back() -> None:
    rest = json.loads(read_ninjs(V1).about.extras)
    assert rest["urgency"] == 4
    assert "headline" not in rest
    assert not any(key.startswith("body_") for key in rest)


@pytest.mark.parametrize(
    "item",
    [
        {},
        {"uri": "x", "headline": "y"},
        {"bodies": []},
        {"bodies": [{"role": "main"}]},
        {"bodies": "x"},
        {"body_text": 3},
        {"body_html": "  "},
    ],
)
def test_an_item_without_body_has_an_empty_one(item: dict[str, Any]) -> None:
    assert read_ninjs(item).body == ""


def test_news_items_are_known_by_their_bodies() -> None:
    assert all(is_ninjs(item) for item in (V1, V2, V3))
    assert not is_ninjs({"body": "Hola", "title": "x"})


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
_KEYS = st.sampled_from(
    ["uri", "headline", "headlines", "body", "bodies", "body_html", "by", "language", "x"]
)


@given(st.dictionaries(_KEYS, _JSON, max_size=6))
def test_fields_of_any_type_do_no_harm(item: dict[str, Any]) -> None:
    news = read_ninjs(item)
    assert isinstance(news.body, str)
    assert isinstance(news.about.title, str)


@pytest.mark.parametrize(
    "nitf",
    [
        "<nitf><body><body.head/><body.content><p>Uno.</p><p>Dos.</p></body.content></body></nitf>",
        "<body.content><p>Uno.</p><p>Dos.</p></body.content>",
    ],
)
def test_nitf_inside_is_read_as_such(nitf: str) -> None:
    item = {"headline": "El titular", "body_nitf": nitf}
    article = news_article(Raw("a.json", "ninjs", b""), item, ())
    assert [block.text for block in article.blocks] == ["El titular", "Uno.", "Dos."]

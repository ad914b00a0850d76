from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.publish.slug import edition_name, slug


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("El paro baja un 1,3 % en España", "el-paro-baja-un-1-3-en-espana"),
        ("L’Œuvre d’Łódź à Straße", "l-oeuvre-d-lodz-a-strasse"),
        ("", "article"),
        ("Новости", "article"),
        ("CON", "article-con"),
        ("lpt1", "article-lpt1"),
        ("../../etc/passwd", "etc-passwd"),
        ("--help", "help"),
        ("a" * 200, "a" * 60),
        ("palabra " * 20, "palabra-palabra-palabra-palabra-palabra-palabra-palabra"),
    ],
)
def test_titles_become_slugs(title: str, expected: str) -> None:
    assert slug(title) == expected


@given(st.text(max_size=200))
def test_a_slug_is_always_a_harmless_name(title: str) -> None:
    found = slug(title)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", found)
    assert len(found) <= 60
    assert not re.fullmatch("con|prn|aux|nul|(com|lpt)[0-9]", found)


@given(st.text(), st.text())
def test_articles_of_one_title_get_different_names(one: str, other: str) -> None:
    assert (edition_name(one, "Title") == edition_name(other, "Title")) == (one == other)


def test_the_name_ends_in_eight_digits_of_the_id() -> None:
    assert re.fullmatch("un-titre-[0-9a-f]{8}", edition_name("id\ud800", "Un titre"))

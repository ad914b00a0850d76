from __future__ import annotations

from copydesk.data import Block, BlockRole
from copydesk.publish.story import story_html


def _item(text: str, level: int = 1, *, ordered: bool = False) -> Block:
    return Block("b", BlockRole.LIST_ITEM, text, level=level, ordered=ordered)


def test_list_items_nest_by_level() -> None:
    found = story_html([_item("a"), _item("b", 2), _item("c", 2), _item("d")]).replace("\n", "")
    assert found == "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>"


def test_a_change_of_numbering_starts_another_list() -> None:
    found = story_html([_item("a"), _item("b", ordered=True)]).replace("\n", "")
    assert found == "<ul><li>a</li></ul><ol><li>b</li></ol>"


def test_a_skipped_level_still_gives_sound_lists() -> None:
    found = story_html([_item("a", 3), _item("b", 1)]).replace("\n", "")
    assert found == "<ul><li><ul><li><ul><li>a</li></ul></li></ul></li><li>b</li></ul>"


def test_each_role_has_its_element() -> None:
    blocks = [
        Block("0", BlockRole.HEADLINE, "h"),
        Block("1", BlockRole.HEADING, "s", level=1),
        Block("2", BlockRole.CAPTION, "c"),
        Block("3", BlockRole.QUOTE, "q"),
        Block("4", BlockRole.QUOTE, "r"),
        Block("5", BlockRole.TEASER, "t"),
        Block("6", BlockRole.PARAGRAPH, "a\nb"),
    ]
    assert story_html(blocks, related="À lire").replace("\n", "") == (
        "<h1>h</h1><h2>s</h2><figure><figcaption>c</figcaption></figure>"
        '<blockquote><p>q</p><p>r</p></blockquote><aside aria-label="À lire"><p>t</p></aside><p>a<br>b</p>'
    )

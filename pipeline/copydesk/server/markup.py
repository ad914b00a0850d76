"""Texts of an HTML fragment: out of it and back in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree, html

_CODE = frozenset({"script", "style", "code", "pre", "kbd", "samp", "textarea"})


class Fragment:
    """A piece of HTML. ``texts`` are its runs of text between tags, without the white space round them."""

    def __init__(self, markup: str) -> None:
        clean = "".join(c for c in markup if c >= " " or c in "\t\n\r")
        self._root = html.fragment_fromstring(clean, create_parent="div")
        self._slots = list(_slots(self._root))
        self.texts = [(getattr(node, part) or "").strip() for node, part in self._slots]

    def with_texts(self, texts: Sequence[str]) -> str:
        """The fragment with ``texts`` in the place of its own; they are escaped."""
        for (node, part), own, text in zip(self._slots, self.texts, texts, strict=True):
            before, _, after = (getattr(node, part) or "").partition(own)
            setattr(node, part, f"{before}{text}{after}")
        written: str = html.tostring(self._root, encoding="unicode")
        return written.removeprefix("<div>").removesuffix("</div>")


def _slots(node: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    if isinstance(node.tag, str) and node.tag not in _CODE and node.get("translate") != "no":
        if (node.text or "").strip():
            yield node, "text"
        for child in node:
            yield from _slots(child)
            if (child.tail or "").strip():
                yield child, "tail"

"""A small schema language: per element, its children as a regular expression and its attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

NMTOKEN = r"[\w.:\-·]+"
LANGUAGE = r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*"
ANY = r"(.|\s)*"
PREFIXED = r"[^\s:]+:\S+"


@dataclass(frozen=True)
class Element:
    """``children`` matches the child names, each followed by a space; ``text`` allows character data."""

    children: str = ""
    required: Mapping[str, str] = field(default_factory=dict)
    optional: Mapping[str, str] = field(default_factory=dict)
    text: bool = False
    foreign: bool = False


def grammar_violations(root: etree._Element, namespace: str, grammar: Mapping[str, Element]) -> Iterator[str]:
    """What in the tree the grammar does not allow."""
    for element in root.iter("*"):
        name = etree.QName(element)
        rule = grammar.get(name.localname)
        if name.namespace != namespace or rule is None:
            yield f"<{element.tag}> is not of this format"
            continue
        children = "".join(f"{etree.QName(child).localname} " for child in element)
        if not re.fullmatch(rule.children, children):
            yield f"<{name.localname}> may not hold: {children}"
        texts = [element.text, *(child.tail for child in element)]
        if not rule.text and any(text and text.strip() for text in texts):
            yield f"<{name.localname}> may not hold text"
        yield from _attributes(element, name.localname, rule)


def _attributes(element: etree._Element, name: str, rule: Element) -> Iterator[str]:
    for missing in rule.required.keys() - {str(key) for key in element.attrib}:
        yield f"<{name}> lacks {missing}"
    allowed = {**rule.required, **rule.optional}
    for key, value in ((str(key), str(value)) for key, value in element.attrib.items()):
        if key.startswith("{") and not key.startswith("{http://www.w3.org/XML/1998/namespace}"):
            if not rule.foreign:
                yield f"<{name}> may not have the foreign attribute {key}"
        elif key not in allowed:
            yield f"<{name}> may not have {key}"
        elif not re.fullmatch(allowed[key], value):
            yield f"<{name}> has {key}={value!r}"

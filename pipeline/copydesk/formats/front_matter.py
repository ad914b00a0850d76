"""The front matter of a post: what it says, where its prose stands, and how to write other prose there."""

from __future__ import annotations

import json
import re
import textwrap
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from copydesk.data import Span

_FENCED = re.compile(
    r"\s*(---|\+\+\+)[ \t]*\r?\n(.*?)(?:(?<=\n)|\r?\n)(?:\1|(?<!\+)\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL
)
_JSON = re.compile(r"\s*(?=\{)(?!\{[{%])")
_JSON_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]')
_PROPERTIES = re.compile(r"(?:[&!]\S+\s+)*")
"""An anchor and a tag before a value of YAML, which stay."""

_LINE_END = re.compile(r"[ \t]*(?:\r?\n|$)")
_LONGEST = 65_536
_TOML_STRING = r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\''
_TOML_LINE = re.compile(
    rf"^[ \t]*(?:\[+([^\]\n]+)\]+|([\w.\"-]+)[ \t]*=[ \t]*({_TOML_STRING})?)", re.MULTILINE | re.DOTALL
)
_LOOSE = re.compile(r"""^(\w[\w-]*)\s*[:=]\s*(?:"(.*)"|'(.*)'|(.*?))\s*$""", re.MULTILINE)
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
_PLAIN = re.compile(r"[^\W\d_](?:[^:#\n]|:(?! |$)|(?<! )#)*(?<![ :])")
_PROSE = frozenset(
    {"title", "linktitle", "subtitle", "description", "summary", "excerpt", "lead", "standfirst", "dek",
     "alt", "alttext", "imagealt", "imgalt", "thumbnailalt", "coveralt", "caption", "imagecaption",
     "covercaption"}
)  # fmt: skip
"""Keys whose text readers see, in lower case, without hyphens and underscores."""

LANGUAGE_KEYS = frozenset({"lang", "language", "locale"})
"""Keys that name the post's own language."""


@dataclass(frozen=True, slots=True)
class FrontField:
    """A string in front matter: its key, its text, where its value stands as written, and in which notation.

    The notation is a quotation mark (three of them in TOML), "plain", or the indicator of a YAML block with
    the indent of its text, whose lines have at most ``width`` characters.
    """

    key: str
    text: str
    span: Span
    notation: str
    width: int = 0

    @property
    def is_prose(self) -> bool:
        """Whether readers see it."""
        return self.key in _PROSE

    def written(self, text: str) -> str:
        """``text`` as a value in place of this one, quoted as this one was wherever it can be."""
        line = " ".join(text.split())
        if self.notation[0] in "|>":
            head, _, indent = self.notation.rpartition("\n")
            width = self.width if self.notation[0] == ">" else len(line) + len(indent)
            wrapper = textwrap.TextWrapper(
                max(width, len(indent) + 1),
                indent,
                indent,
                break_long_words=False,
                break_on_hyphens=False,
            )
            return f"{head}\n{wrapper.fill(line)}"
        if self.notation == "plain" and _PLAIN.fullmatch(line) and yaml.safe_load(line) == line:
            return line
        if self.notation in ("'", "'''") and "'" not in line:
            return f"{self.notation}{line}{self.notation}"
        quoted = _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(line, ensure_ascii=False))
        return f'""{quoted}""' if self.notation == '"""' else quoted


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """``end`` is where the body begins; ``values`` what it says, ``fields`` its strings outside lists.

    ``sound``: it follows its notation. What does not cannot be rewritten.
    """

    end: int = 0
    values: Mapping[str, Any] = field(default_factory=dict)
    fields: tuple[FrontField, ...] = ()
    sound: bool = True


def read_front_matter(text: str) -> FrontMatter:
    """The front matter at the top of ``text``: YAML between ``---``, TOML between ``+++``, or a JSON object.

    What is none of them has values as far as its lines are ``key: value``, but no fields: it cannot be
    rewritten.
    """
    match = _FENCED.match(text[:_LONGEST])
    if match is None:
        return _json(text)
    read = _toml if match[1] == "+++" else _yaml
    is_sound = True
    try:
        values, fields = read(match[2], match.start(2))
    except (yaml.YAMLError, ValueError, RecursionError):
        values, fields = {m[1]: m[2] or m[3] or m[4] or "" for m in _LOOSE.finditer(match[2])}, ()
        is_sound = False
    return FrontMatter(match.end() if values or not match[2].strip() else 0, values, fields, is_sound)


def _json(text: str) -> FrontMatter:
    match = _JSON.match(text[:_LONGEST])
    if match is None:
        return FrontMatter()
    try:
        values, end = json.JSONDecoder().raw_decode(text[:_LONGEST], match.end())
    except (ValueError, RecursionError):
        return FrontMatter()
    after = _LINE_END.match(text, end)
    if not values or after is None:
        return FrontMatter()
    return FrontMatter(after.end(), values, tuple(_json_fields(text[match.end() : end], match.end())))


def _json_fields(front: str, base: int) -> Iterator[FrontField]:
    lists = 0
    said, key = "", ""
    for match in _JSON_TOKEN.finditer(front):
        sign = match[0]
        lists += (sign == "[") - (sign == "]")
        if sign == ":":
            key = said
        elif sign[0] != '"':
            key = ""
        elif key and not lists:
            text = json.loads(sign, strict=False)
            if text.strip():
                yield FrontField(_key(key), text, Span(base + match.start(), base + match.end()), '"')
        said = json.loads(sign, strict=False) if sign[0] == '"' else ""


def _yaml(front: str, base: int) -> tuple[dict[str, Any], tuple[FrontField, ...]]:
    node = yaml.compose(front, Loader=yaml.BaseLoader)
    values = yaml.load(front, Loader=yaml.BaseLoader)  # noqa: S506  strings only
    if not isinstance(node, yaml.MappingNode) or not isinstance(values, dict):
        return {}, ()
    return values, tuple(_yaml_fields(node, front, base))


def _yaml_fields(node: yaml.MappingNode, front: str, base: int) -> Iterator[FrontField]:
    for key, value in node.value:
        if isinstance(value, yaml.MappingNode):
            yield from _yaml_fields(value, front, base)
        elif isinstance(value, yaml.ScalarNode) and value.value.strip():
            start, end = value.start_mark.index, value.end_mark.index
            start += len(_PROPERTIES.match(front[start:end])[0])  # type: ignore[index]
            notation, width = value.style or "plain", 0
            if notation in ("|", ">"):  # the mark ends on the line after the text
                written = front[start:end].rstrip()
                end = start + len(written)
                notation = re.match(r"[^\n]*\n\s*", written + "\n")[0]  # type: ignore[index]
                width = max(map(len, written.split("\n")))
            yield FrontField(_key(key.value), value.value, Span(base + start, base + end), notation, width)


def _toml(front: str, base: int) -> tuple[dict[str, Any], tuple[FrontField, ...]]:
    values = tomllib.loads(front.replace("\r\n", "\n"))
    return values, tuple(_toml_fields(front, base))


def _toml_fields(front: str, base: int) -> Iterator[FrontField]:
    in_list = False
    for match in _TOML_LINE.finditer(front):
        if match[1] is not None:
            in_list = match[0].lstrip().startswith("[[")
        elif match[3] and not in_list:
            text = tomllib.loads(f"x = {match[3]}")["x"]
            span = Span(base + match.start(3), base + match.end(3))
            notation = next(mark for mark in ('"""', "'''", '"', "'") if match[3].startswith(mark))
            yield FrontField(_key(match[2].rpartition(".")[2]), text, span, notation)


def _key(name: str) -> str:
    return str(name).strip('"').lower().replace("-", "").replace("_", "")

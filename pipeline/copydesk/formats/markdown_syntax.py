"""The syntax of posts for Hugo and Jekyll: CommonMark, tables, footnotes, definition lists.

Each inline token knows where it stands, which markdown-it does not tell. What belongs to the site's machinery
is masked before parsing, by as many characters: shortcodes, Liquid, ``{#id}``, ``{: .class}``, ``:::note``,
references to footnotes, formulas. So it is never read as Markdown or prose, not even as the address of a
link, and every position stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def

MASK = "\ue0f0"
"""Stands for a character of the site's machinery; what a text has of it is masked too."""

_DEEPEST = 100
_CODE_NAMES = "highlight|raw|rawhtml|comment|mermaid|katex|math|plantuml|chart|script|style"
_MACHINERY = re.compile(
    rf"""\{{%-?\s*({_CODE_NAMES})\b.*?\{{%-?\s*end\1\s*-?%\}}
    |\{{\{{([<%])\s*({_CODE_NAMES})\b(?:(?!/[>%]\}}\}}).)*?[>%]\}}\}}.*?\{{\{{[<%]\s*/\s*\3\s*[>%]\}}\}}
    |\{{\{{.*?\}}\}}|\{{%.*?%\}}          # shortcodes, Liquid
    |\{{[:#.][^{{}}\n]*\}}                 # attributes of kramdown and Goldmark
    |^[ \t>]*:::+.*?$                     # containers
    |^[ ]{{0,3}}\*\[[^\]\n]+\]:.*?$       # abbreviations
    |\[\^[^\[\]\s]+\](?!:)                # references to footnotes
    |\[!\w+\][-+]?                        # callouts
    |(?<=[-*+][ ])\[[ xX]\](?=\s)         # tasks
    |\$\$.+?\$\$
    |(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])  # emoji
    |{MASK}+""",
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
_BEGIN = re.compile(rf"(\{{%-?|\{{\{{[<%])(\s*)({_CODE_NAMES})\b")
_END = re.compile(rf"(\{{%)-?\s*end({_CODE_NAMES})\s*-?%\}}|(\{{\{{)[<%]\s*/\s*({_CODE_NAMES})\s*[>%]\}}\}}")
_NOT_BREAK = re.compile(r"[^\n]")


def masked(text: str) -> str:
    """``text`` with the site's machinery as :data:`MASK`, of the same length and in the same lines."""
    pieces: list[str] = []
    done = 0
    for match in _MACHINERY.finditer(_without_unclosed(text)):
        pieces += [text[done : match.start()], _NOT_BREAK.sub(MASK, text[match.start() : match.end()])]
        done = match.end()
    return "".join([*pieces, text[done:]])


def _without_unclosed(text: str) -> str:
    """``text``, as long, without the openings that nothing closes: they cost a search to the end each."""
    for opening, closing in ((r"\{(?=\{)", "}}"), (r"\{(?=%)", "%}")):
        last = text.rfind(closing) + 1
        text = text[:last] + re.sub(opening, "\0", text[last:])
    last_end = {(m[1] or m[3], m[2] or m[4]): m.start() for m in _END.finditer(text)}

    def named(match: re.Match[str]) -> str:
        closed = match.start() < last_end.get((match[1][:2], match[3]), 0)
        return match[0] if closed else match[1] + match[2] + "_" * len(match[3])

    return _BEGIN.sub(named, text)


def block_tokens(text: str, environment: dict[str, Any]) -> list[Token]:
    """The block tokens of a masked text; its inline tokens are not parsed. Fills ``environment``."""
    return _parser().parse(text, environment)


def inline_tokens(content: str, environment: dict[str, Any]) -> list[Token]:
    """The tokens of inline ``content``, each with its ``meta["at"]``: start and end in ``content``."""
    state = _Inline(content, _parser(), environment, [])
    _parser().inline.tokenize(state)
    for rule in _parser().inline.ruler2.getRules(""):
        rule(state)
    return state.tokens


class _Inline(StateInline):
    """Notes for each token where it stands."""

    begun = 0
    done = 0

    def pushPending(self) -> Token:  # noqa: N802  markdown-it's name
        length = len(self.pending)
        token = super().pushPending()
        token.meta["at"] = (self.done, self.done + length)
        self.done += length
        return token

    def push(self, ttype: str, tag: str, nesting: Any) -> Token:
        token = super().push(ttype, tag, nesting)
        if ttype == "link_open":
            token.meta["at"] = (self.begun, self.pos)
            self.done = self.pos
        elif ttype == "link_close":
            self.begun = self.posMax
        return token


def _placed(rule: Any, state: StateInline, silent: bool) -> bool:
    """``rule``, its new tokens placed."""
    if silent or not isinstance(state, _Inline):
        return bool(rule(state, silent))
    outer, before, start = state.begun, len(state.tokens), state.pos
    state.begun = start
    found = bool(rule(state, silent))
    made = state.tokens[before:] if found else []
    if made and made[-1].markup == "autolink":
        bounds = (start, start + 1, state.pos - 1, state.pos)
        for token, place in zip(made[-3:], pairwise(bounds), strict=True):
            token.meta["at"] = place
    elif new := [token for token in made if "at" not in token.meta]:
        at = state.begun
        for token in new[:-1]:  # marks of emphasis, each a token
            token.meta["at"] = (at, at + len(token.content))
            at += len(token.content)
        new[-1].meta["at"] = (at, state.pos)
    if made:
        state.done = state.pos
    state.begun = outer
    return found


def _machinery(state: StateInline, silent: bool) -> bool:
    end = state.pos
    while end < state.posMax and state.src[end] == MASK:
        end += 1
    if end == state.pos:
        return False
    if not silent:
        state.push("machinery", "", 0)
    state.pos = end
    return True


def _machinery_block(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].strip()
    if not line or line.strip(MASK):
        return False
    if not silent:
        state.line = start + 1
    return True


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    parser.use(deflist_plugin)
    around: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    parser.block.ruler.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    parser.block.ruler.before("fence", "machinery", _machinery_block, around)
    parser.inline.ruler.before("text", "machinery", _machinery)
    parser.inline.add_terminator_char(MASK)
    parser.inline.ruler2.disable(["fragments_join"])
    parser.core.ruler.disable(["inline"])
    names: Sequence[str] = parser.inline.ruler.get_active_rules()
    for name, rule in zip(names, parser.inline.ruler.getRules(""), strict=True):
        parser.inline.ruler.at(name, partial(_placed, rule))
    return parser

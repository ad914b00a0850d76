"""Subtitles, SubRip (.srt) and WebVTT (.vtt): sentences out of cues, and back into the cues' times.

A sentence often runs over several cues, and no engine translates half a sentence. So cues are joined up to
the end of a sentence; what comes back is shared out over the same times by length and broken in lines
that can be read: at most two of 42 characters where the text allows (the BBC's and Netflix's measure).
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from copydesk.data import Block, BlockRole
from copydesk.errors import InputError
from copydesk.formats.html import read_fragment

LINE = 42
"""Characters of a line that is read at a glance."""

_TIME = r"(?:\d+:)?\d\d:\d\d[,.]\d{1,3}"
_TIMING = re.compile(rf"^\s*({_TIME})\s*-->\s*({_TIME})(.*)$")
_END = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$")
_VOICE = re.compile(r"^<v(?:\.[\w.]+)?\s+([^>]+)>")
_ASS = re.compile(r"\{\\[^}]*\}")
_DIALOGUE = re.compile(r"^\s*[-–—]\s*\S")
_MOST_CUES = 4
_TAGS = frozenset({"b", "i", "u"})


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown from one time to another. ``head`` are the lines before its text as they stand."""

    head: str
    text: str
    voice: str = ""


@dataclass(frozen=True, slots=True)
class Subtitles:
    """The cues of a file, and the sentences of which each spans ``cues`` of them; ``preface`` comes first."""

    preface: str
    cues: tuple[Cue, ...]
    groups: tuple[tuple[int, ...], ...]
    blocks: tuple[Block, ...]


def read_subtitles(text: str) -> Subtitles:
    """The cues of a file and its sentences as blocks.

    Raises:
        InputError: if there are no cues.
    """
    stanzas = [
        stanza for stanza in re.split(r"\n[ \t]*\n+", text.replace("\r\n", "\n").strip("\n")) if stanza
    ]
    preface: list[str] = []
    cues: list[Cue] = []
    for stanza in stanzas:
        if (cue := _cue(stanza)) is not None:
            cues.append(cue)
        elif not cues:
            preface.append(stanza)
    if not cues:
        raise InputError("it has no cues with times", remedy="Export it again as .srt or .vtt")
    groups: list[tuple[int, ...]] = []
    blocks: list[Block] = []
    for group in _grouped(cues):
        found = read_fragment(f"<p>{' '.join(cues[at].text for at in group)}</p>").blocks
        if found:
            groups.append(group)
            blocks.append(Block(f"b{len(blocks)}", BlockRole.PARAGRAPH, found[0].text, found[0].inlines))
    return Subtitles("\n\n".join(preface), tuple(cues), tuple(groups), tuple(blocks))


def write_subtitles(source: str, texts: Mapping[str, str]) -> str:
    """``source`` with ``texts`` (translations by the text of a block as read) in its cues; times stay."""
    read = read_subtitles(source)
    shown = {at: cue.text for at, cue in enumerate(read.cues)}
    for group, block in zip(read.groups, read.blocks, strict=True):
        if block.text in texts:
            shares = _shared(texts[block.text], [len(read.cues[at].text) for at in group])
            tags = [i.tag for i in block.inlines if len(i.span) == len(block.text) and i.tag in _TAGS]
            before, after = (
                "".join(f"<{tag}>" for tag in tags),
                "".join(f"</{tag}>" for tag in reversed(tags)),
            )
            shown |= {at: f"{before}{_broken(share)}{after}" for at, share in zip(group, shares, strict=True)}
    stanzas = [read.preface] if read.preface else []
    for at, cue in enumerate(read.cues):
        voice = f"<v {cue.voice}>" if cue.voice else ""
        stanzas.append(f"{cue.head}\n{voice}{shown[at]}".rstrip("\n"))
    return "\n\n".join(stanzas) + "\n"


def _cue(stanza: str) -> Cue | None:
    lines = stanza.split("\n")
    at = next((n for n, line in enumerate(lines[:2]) if _TIMING.match(line)), None)
    if at is None:
        return None
    text = "\n".join(lines[at + 1 :])
    voice = _VOICE.match(text)
    text = _ASS.sub("", _VOICE.sub("", text).replace("</v>", ""))
    return Cue("\n".join(lines[: at + 1]), text, voice[1] if voice else "")


def _grouped(cues: Sequence[Cue]) -> Iterator[tuple[int, ...]]:
    group: list[int] = []
    for at, cue in enumerate(cues):
        if group and (cue.voice != cues[group[-1]].voice or _DIALOGUE.match(cue.text)):
            yield tuple(group)
            group = []
        group.append(at)
        if len(group) == _MOST_CUES or _END.search(cue.text.strip()) or not cue.text.strip():
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def _shared(text: str, lengths: Sequence[int]) -> list[str]:
    """``text`` cut between words into as many pieces, as long to each other as ``lengths``."""
    words, total = text.split(), max(1, sum(lengths))
    shares: list[list[str]] = [[] for _ in lengths]
    ends = [sum(lengths[: n + 1]) / total * len(text) for n in range(len(lengths))]
    at, position = 0, 0.0
    for number, word in enumerate(words):
        left = len(words) - number
        if (
            at < len(lengths) - 1
            and position + len(word) / 2 > ends[at]
            and (shares[at] or left < len(lengths))
        ):
            at += 1
        shares[at].append(word)
        position += len(word) + 1
    return [" ".join(share) for share in shares]


def _broken(text: str) -> str:
    """``text`` in balanced lines of at most 42 characters."""
    if len(text) <= LINE:
        return text
    count = -(-len(text) // LINE)
    for width in range(-(-len(text) // count), LINE + 1):
        lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
        if len(lines) <= count:
            return "\n".join(lines)
    return "\n".join(textwrap.wrap(text, LINE, break_long_words=False, break_on_hyphens=False))

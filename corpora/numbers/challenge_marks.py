"""Make the JSONL files of this folder from the marked-up lines in ``marked/``, which are the source of truth.

    python corpora/numbers/challenge_marks.py            write challenge.jsonl and artefacts.jsonl
    python corpora/numbers/challenge_marks.py --check    exit 1 if they are not what the marked-up lines say

The notation is described in README.md.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
VERDICTS = {"=": "same", "~": "converted", "!": "changed", "?": "placeholder", "+": "invented"}
NUMBER = re.compile(r"\[(?:(\d?)([=~!?+]) )?([^\[\]]+)\]")
ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
LEFT = "?"


class MarkupError(Exception):
    """A line of a marked-up file breaks the notation."""


def challenge() -> list[dict[str, Any]]:
    """All comparison cases, file by file in the order of their names."""
    return [
        case
        for path in sorted((HERE / "marked").glob("??-??.txt"))
        for case in _pairs(path, *path.stem.split("-"))
    ]


def artefacts() -> list[dict[str, Any]]:
    """All artefact cases, in the order of their file."""
    path = HERE / "marked" / "artefacts.txt"
    return list(_damaged(path)) if path.exists() else []


def _pairs(path: Path, source_language: str, target_language: str) -> Iterator[dict[str, Any]]:
    kind = source = ""
    counts: Counter[str] = Counter()
    for line in _lines(path):
        if line.startswith("# "):
            kind = line[2:].replace(" ", "-")
        elif line.startswith("> "):
            counts[kind] += 1
            name = f"{path.stem}/{kind}/{counts[kind]}"
            yield _case(name, source, line[2:]) | {
                "kind": kind,
                "source_language": source_language,
                "target_language": target_language,
            }
        else:
            source = line


def _case(name: str, source: str, target: str) -> dict[str, Any]:
    text, mine = _bare(source)
    translation, theirs = _bare(target)
    place = 0
    taken: dict[int, None] = {}
    rows: list[tuple[tuple[int, int] | None, tuple[int, int] | None, str]] = []
    for number, sign, span in theirs:
        if sign is None:
            raise MarkupError(f"{name}: a number of the translation has no sign")
        if sign == "+":
            rows.append((None, span, VERDICTS[sign]))
            continue
        place = int(number) if number else place + 1
        if place > len(mine) or place in taken:
            raise MarkupError(f"{name}: number {place} of the source is not there, or taken twice")
        taken[place] = None
        rows.append((mine[place - 1][2], span, VERDICTS[sign]))
    rows += [(found[2], None, "lost") for n, found in enumerate(mine, start=1) if n not in taken]
    rows.sort(key=lambda row: (row[0] or row[1] or (0, 0), row[0] is None))
    return {
        "id": name,
        "source": text,
        "target": translation,
        "expected": [[_of(text, a), _of(translation, b), verdict] for a, b, verdict in rows],
        "spans": [[a, b] for a, b, _ in rows],
        "ok": all(verdict in ("same", "converted") for _, _, verdict in rows),
    }


def _bare(line: str) -> tuple[str, list[tuple[str | None, str | None, tuple[int, int]]]]:
    """The text without its marks; number, sign and span of each mark."""
    line = ESCAPE.sub(lambda match: chr(int(match[1], 16)), line)
    text, position, found = "", 0, []
    for match in NUMBER.finditer(line):
        text += line[position : match.start()]
        found.append((match[1], match[2], (len(text), len(text) + len(match[3]))))
        text += match[3]
        position = match.end()
    return text + line[position:], found


def _of(text: str, span: tuple[int, int] | None) -> str | None:
    return None if span is None else text[span[0] : span[1]]


def _damaged(path: Path) -> Iterator[dict[str, Any]]:
    kind = ""
    languages: list[str] = []
    source: str | None = None
    counts: Counter[str] = Counter()
    for line in _lines(path):
        if line.startswith("# "):
            kind, _, pair = line[2:].rpartition(" ")
            languages, source = pair.split("-"), None
        elif line.startswith("< "):
            source = ESCAPE.sub(lambda match: chr(int(match[1], 16)), line[2:])
        else:
            counts[kind] += 1
            known = source is not None and line.startswith("> ")
            yield _broken(f"artefacts/{kind.replace(' ', '-')}/{counts[kind]}", line.removeprefix("> ")) | {
                "kind": kind.replace(" ", "-"),
                "source_language": languages[0] if known else None,
                "target_language": languages[-1],
                "source": source if known else None,
            }


def _broken(name: str, line: str) -> dict[str, Any]:
    """Each ``{damaged>repaired}`` of the line is an edit; ``{damaged>?}`` is left and flagged."""
    line = ESCAPE.sub(lambda match: chr(int(match[1], 16)), line)
    target, expected, position, edits = "", "", 0, []
    for match in re.finditer(r"<<(.+?)=>(.*?)>>", line):
        between = line[position : match.start()]
        left = match[2] == LEFT
        target, expected = target + between, expected + between
        span = (len(target), len(target) + len(match[1]))
        edits.append({"span": span, "before": match[1], "after": None if left else match[2]})
        target += match[1]
        expected += match[1] if left else match[2]
        position = match.end()
    target, expected = target + line[position:], expected + line[position:]
    open_ = [edit["before"] for edit in edits if edit["after"] is None]
    if open_ and len(open_) != len(edits):
        raise MarkupError(f"{name}: a segment is repaired whole or left whole")
    certainty = "clean" if not edits else "left" if open_ else "certain"
    return {"id": name, "target": target, "expected": expected, "certainty": certainty, "edits": edits}


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("//"):
            yield line


def rendered(cases: list[dict[str, Any]]) -> str:
    """The cases as JSONL, fields in a fixed order."""
    order = ("id", "kind", "source_language", "target_language", "source", "target", "expected")
    return "".join(
        json.dumps(
            {key: case[key] for key in (*order, *(k for k in case if k not in order))}, ensure_ascii=False
        )
        + "\n"
        for case in cases
    )


def main() -> int:
    """Write the files, or check them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = 0
    for name, cases in (("challenge.jsonl", challenge()), ("artefacts.jsonl", artefacts())):
        path, text = HERE / name, rendered(cases)
        if check:
            stale |= not path.exists() or path.read_text(encoding="utf-8") != text
        else:
            path.write_text(text, encoding="utf-8")
            sys.stdout.write(f"{name}: {len(cases)} cases\n")
    return int(stale)


if __name__ == "__main__":
    sys.exit(main())

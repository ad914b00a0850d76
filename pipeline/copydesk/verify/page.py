"""The page that documents the checks, written from their cards."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context
from copydesk.verify.members import load_checks

_INTRO = """\
# Checks

Every translation is checked by these rules. A rule's id is its name in findings and settings:

```toml
[verify.severity]
length = "error"    # or "warning", "note"
doubled = "off"     # leave it out
```

An **error** should not be printed, a **warning** wants a look, a **note** informs. Rules marked *fixes* mend
machine translations by themselves (`verify.safe_fixes = false` stops that); every change is kept with its
reason, and text written by people is never touched.

This page is written from the identity cards of the checks; the examples are run by the tests.
"""


def page() -> str:
    """The page in Markdown, for all checks that are installed."""
    cards = [check.card for check in load_checks(Context())]
    rows = [
        f"| [`{c.id}`](#{c.id}) | {c.title} | {c.severity.value} | {'yes' if c.fixes else ''} |"
        for c in cards
    ]
    table = ["| Rule | What it finds | Severity | Fixes |", "|---|---|---|---|", *rows]
    return _INTRO + "\n" + "\n".join(table) + "\n" + "".join("\n".join(_section(card)) for card in cards)


def _section(card: Card) -> Iterator[str]:
    yield f"\n## {card.id}"
    yield ""
    kinds = f"*{card.title}: {card.severity.value}{', fixes' if card.fixes else ''}.* "
    yield kinds + card.explains
    yield ""
    yield "| | Source | Translation | |"
    yield "|---|---|---|---|"
    for sign, examples in (("✓", card.passes), ("✗", card.fails)):
        yield from (_row(sign, example) for example in examples)
    yield ""


def _row(sign: str, example: Example) -> str:
    given = [f"term {term.replace(chr(9), ' → ')}" for term in example.terms]
    given += [f"unknown {word}" for word in example.unknown] + [f"source in `<{t}>`" for t in example.tags]
    given += [f"before: {_shown(own)} → {_shown(other)}" for own, other in example.before]
    given += [f"state {example.state}"] if example.state else []
    if example.pair != "es-fr":
        given.append(example.pair)
    cells = (sign, _shown(example.source), _shown(example.target), ", ".join(given))
    return f"| {' | '.join(cells)} |"


def _shown(text: str) -> str:
    """The text as code, with what cannot be seen made visible: ⍽ for no-break spaces, ⟨U+…⟩ for others."""
    shown = "".join(
        "⍽" if c in "\u00a0\u202f" else c if c.isprintable() else f"⟨U+{ord(c):04X}⟩" for c in text
    ).replace("|", "\\|")
    fence = "``" if "`" in shown else "`"
    return f"{fence}{shown}{fence}" if shown else "*(empty)*"

"""Variables of a program that were lost, renamed or made up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from copydesk.data import Bitext, Finding, Inline, Means, Severity, Span
from copydesk.formats.inlinecodes import RAW
from copydesk.numbers.reading import placeholders
from copydesk.text.variables import Variable, variables
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context


class Variables:
    """Compares what a program fills in, and the codes of exchange files, on both sides: each as often.

    Order may change, as grammar does; tags must close in the order in which they open, where the source's do.
    What masking leaves (XNUMX, ``{0}`` where the source has no variable) is another rule's.
    """

    card = Card(
        id="variables",
        title="Variable or code changed",
        severity=Severity.ERROR,
        risk=800,
        explains="Programs fill in variables and read codes by their names. Copy them from the source.",
        means=(Means.MACHINE, Means.HUMAN, Means.COPIED),
        passes=(
            Example("Hola, {name}: tienes %d mensajes.", "Bonjour {name}, vous avez %d messages."),
            Example("{{ total }} of $MAX files", "{{total}} von $MAX Dateien", "en-de"),
            Example("El 50 % de los lectores paga $ 20.", "50 % des lecteurs paient 20 $."),
            Example(
                "{n, plural, one {# day} other {# days}}",
                "{n, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}}",
                "en-pl",
            ),
            Example(
                'See <a href="/x" title="More">here</a>.', 'Lea <a href="/x" title="Más">aquí</a>.', "en-es"
            ),
            Example("A rise of 5 % since May", "Une hausse de 5 % depuis mai", "en-fr"),
            Example(
                "{sex, select, male {his} other {their}} house",
                "{sex, select, male {sein} other {ihr}} Haus",
                "en-de",
            ),
            Example("Press <0>OK</0>, #{user}.", "Pulse <0>Aceptar</0>, #{user}.", "en-es"),
        ),
        fails=(
            Example("Hola, {name}.", "Bonjour {nom}."),
            Example("%s of %s files", "%s Dateien", "en-de"),
            Example("Welcome, $USER!", "¡Bienvenido!", "en-es"),
            Example("{{ total }} files", "{{ totale }} file", "en-it"),
            Example(
                "{n, plural, one {# day} other {# days}}",
                "{m, plural, one {# jour} other {# jours}}",
                "en-fr",
            ),
            Example("{sex, select, male {He} other {They}}", "{sex, select, mann {Er} other {Sie}}", "en-de"),
            Example("Press <b>Save</b>.", "Pulse <b>Guardar.", "en-es"),
            Example("Press <b>Save</b>.", "Tryk på </b>Gem<b>.", "en-da"),
            Example('See <x id="1"/>.', "Voir.", "en-fr"),
            Example("%1$s likes %2$s.", "%1$s mag %1$s.", "en-de"),
            Example("{n, plural, one {day} other {days}}", "{n, plural, one {jour} autre {jours}}", "en-fr"),
            Example("Ciao <%= name %>", "Hallo <%= nome %>", "it-de"),
            Example("Olá, %(name)s", "Hello, %(nome)s", "pt-en"),
            Example("$t(common.save) now", "$t(comú.desa) ara", "en-ca"),
        ),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """One finding for all that is missing or new, one for tags that do not nest."""
        yield from self._codes(bitext)
        own, other = variables(bitext.source), variables(bitext.target)
        if not own and not other:
            return
        missing, added = _beyond(own, other), _beyond(other, own)
        if not missing and added:
            marks = [found.span for found in placeholders.find(bitext.target)]
            added = [v for v in added if not any(v.span.overlaps(mark) for mark in marks)]
        if missing or added:
            said = [f"missing: {', '.join(v.key for v in missing)}"] if missing else []
            said += [f"new: {', '.join(v.key for v in added)}"] if added else []
            yield self.card.finding(
                bitext,
                "; ".join(said),
                source=tuple(v.span for v in missing),
                target=tuple(v.span for v in added),
            )
        elif _nested(own) and not _nested(other):
            tags = tuple(v.span for v in other if v.key[0] == "<")
            yield self.card.finding(bitext, "tags close in another order than they open", target=tags)

    def _codes(self, bitext: Bitext) -> Iterator[Finding]:
        if not bitext.source_inlines and not bitext.target_inlines:
            return
        own, other = (
            Counter(_code(i) for i in inlines if i.tag == RAW)
            for inlines in (bitext.source_inlines, bitext.target_inlines)
        )
        missing, added = own - other, other - own
        if missing or added:
            said = [f"missing code: {' '.join(missing.elements())}"] if missing else []
            said += [f"new code: {' '.join(added.elements())}"] if added else []
            yield self.card.finding(
                bitext,
                "; ".join(said),
                source=_spans(bitext.source_inlines, missing),
                target=_spans(bitext.target_inlines, added),
            )


def _beyond(some: Sequence[Variable], others: Sequence[Variable]) -> list[Variable]:
    left = Counter(variable.key for variable in others)
    beyond = []
    for variable in some:
        if left[variable.key]:
            left[variable.key] -= 1
        else:
            beyond.append(variable)
    return beyond


def _nested(found: Sequence[Variable]) -> bool:
    """Whether every tag that closes closes the last one that is open."""
    open_: list[str] = []
    for key in (variable.key for variable in found if variable.key[0] == "<" and variable.key[-2] != "/"):
        if key[1] != "/":
            open_.append(key[1:-1].split(" ")[0])
        elif key[2:-1] in open_:
            if open_.pop() != key[2:-1]:
                return False
        else:
            return False
    return True


def _code(inline: Inline) -> str:
    code = "…".join(value for _, value in inline.attributes if value)
    return code or ("a pair of codes" if len(inline.span) else "a code")


def _spans(inlines: Sequence[Inline], wanted: Counter[str]) -> tuple[Span, ...]:
    return tuple(inline.span for inline in inlines if inline.tag == RAW and wanted[_code(inline)])

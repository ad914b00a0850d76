"""A name that became another name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from copydesk.data import Bitext, Finding, Severity
from copydesk.languages import facts
from copydesk.text.fold import fold
from copydesk.text.frequent import peculiar
from copydesk.text.words import tokens
from copydesk.verify.base import Card, Example
from copydesk.verify.company import ABSENT, Kind, Name, in_company, lacks, may_lack, names_of
from copydesk.verify.context import Context
from copydesk.verify.known_names import opening, replaced
from copydesk.verify.roles import exchanged

_TRANSLATED = frozenset((Kind.COMMON, Kind.ORDINARY))

_ORDINARY = 2.5
_ACRONYM = 2.0
_OPENING = 2.0
_FEWER = 1.5
_FAR = 0.5
_EXTRA_OWN = 0.75
_EXTRA_OTHER = 0.25
"""What speaks for a translated name, in points; rounded weights of a logistic regression on the development
sets of docs/gate.md."""


class Names:
    """Finds targets with a name that the source does not have, where a name of the source is missing.

    Names are words with a capital inside a sentence. They correspond where they are spelled alike, accents,
    endings and small differences aside (Bruselas, Bruxelles), or where the languages' pages say so (Juan,
    Jean). What is missing and what is new may still be one name in translation (Guerra Fría, Cold War), so
    every such pair is weighed: words that are translated elsewhere too speak for it, and names that stand
    beside a name which both texts have speak against it (Anna Sokol, Anna Petit). Two words of which
    each is said in its own language alone are no names (Avanzados, Advanced). Two names that both sides have
    may have changed places.
    """

    card = Card(
        id="names",
        title="Name changed",
        severity=Severity.WARNING,
        risk=700,
        needs=("names",),
        explains="A name of the source is missing and another stands in the translation. Compare both.",
        passes=(
            Example("Ayer habló Larraga en Bruselas.", "Hier, Larraga a parlé à Bruxelles."),
            Example("Vino el presidente Cierzo.", "Le Président Cierzo est venu."),
            Example("Murió durante la Guerra Fría.", "He died during the Cold War.", "es-en"),
            Example(
                "Va al Centro de Estudios Avanzados.", "He goes to the Centre for Advanced Studies.", "es-en"
            ),
            Example("Lo dijo Juan Cierzo en La Habana.", "Jean Cierzo l'a dit à La Havane."),
            Example("Cierra la presa Para todos es tarde", "Le barrage ferme Pour tous c'est tard"),
            Example("Viajó a Londres el lunes.", "Il est allé à Londres lundi."),
            Example("Los ingleses de Londres", "The English in London", "es-en"),
            Example("She studied at Stanford University.", "Estudió en la Universidad Stanford.", "en-es"),
        ),
        fails=(
            Example("Ayer habló Larraga en Bruselas.", "Hier, Montfort a parlé à Bruxelles."),
            Example("Lo firma Anna Sokol.", "It is signed by Anna Petit.", "es-en"),
            Example("Larraga llamó a la mujer de Larraga.", "Larraga a appelé la femme de Montfort."),
            Example("Viajó a Londres el lunes.", "Il est allé à Bruxelles lundi."),
            Example("La OMS advirtió del riesgo.", "L'ONU a averti du risque."),
            Example("Puigdemont asked for talks.", "Junqueras pidió conversaciones.", "en-es"),
            Example("El tren va de Lyon a Toulouse.", "Le train va de Toulouse à Lyon."),
            Example("Larraga beat Montfort in the final.", "Montfort schlug Larraga im Finale.", "en-de"),
            Example("Ana Sokol denunció a Jan Petit.", "Jan Petit accused Ana Sokol.", "es-en"),
            Example("Habló David Marek, de Patria Finance.", "Patria Marek of David Finance spoke.", "es-en"),
        ),
    )

    def __init__(self, context: Context) -> None:
        self._most = context.options.name_doubt

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """At most one finding, which marks the names on both sides."""
        if found := next(self._replaced(bitext), None):
            yield found
        elif (pair := replaced(bitext) or opening(bitext)) is not None:
            own, other = pair
            said = f"{own.of(bitext.source)} is missing, {other.of(bitext.target)} is new"
            yield self.card.finding(bitext, said, source=(own,), target=(other,))
        elif places := exchanged(bitext):
            names = " and ".join(span.of(bitext.source) for span in places[0])
            yield self.card.finding(bitext, f"{names} changed places", source=places[0], target=places[1])

    def _replaced(self, bitext: Bitext) -> Iterator[Finding]:
        """A name in the place of another."""
        source, target = bitext.source, bitext.target
        own, other = bitext.pair.source, bitext.pair.target
        if not may_lack(source, target) or not lacks(source, own, target, other):
            return
        theirs = in_company(target, names_of(target, other, source, own))
        added = [name for name in theirs if name.kind in ABSENT]
        names = list(in_company(source, names_of(source, own, target, other)))
        missing = [name for name in names if _may_be_missing(name, own)] or _fewer(names, target)
        if not missing:
            return
        extra = _EXTRA_OWN * min(_count(missing) - 1, 3) + _EXTRA_OTHER * min(_count(added) - 1, 3)
        weighed = sorted(
            ((_doubt(one, two) + extra, one, two) for one in missing for two in added),
            key=lambda item: item[0],
        )
        words: set[Name] = set()
        for doubt, one, two in weighed:
            if doubt > self._most:
                return
            if peculiar(one.text, own, other) and peculiar(two.text, other, own):
                words |= {one, two}
            elif words.isdisjoint((one, two)):
                yield self.card.finding(
                    bitext,
                    f"{one.text} is missing, {two.text} is new",
                    source=(one.span,),
                    target=(two.span,),
                )
                return


def _may_be_missing(name: Name, language: str) -> bool:
    """Whether ``name`` is absent; a word that opens a sentence only if a kept name follows (Anna Sokol)."""
    if name.kind is not Kind.OPENING:
        return name.kind in ABSENT
    page, folded = facts(language), fold(name.text)
    return (
        Kind.KEPT in name.tight
        and len(folded) > 3
        and folded not in page.prose.function_words
        and folded not in page.names.ordinary
        and not folded.endswith(page.names.endings)
    )


def _fewer(names: Sequence[Name], target: str) -> list[Name]:
    """Those of the kept ``names`` that stand in ``target`` less often than among them."""
    own = Counter(fold(name.text) for name in names if name.kind is Kind.KEPT)
    if not own or own.most_common(1)[0][1] < 2:
        return []
    other = Counter(fold(word) for word in tokens(target))
    few = {word for word, count in own.items() if 0 < other[word] < count}
    return [name for name in names if fold(name.text) in few]


def _count(names: Sequence[Name]) -> int:
    return max(sum(name.kind is Kind.ALONE for name in names), 1)


def _doubt(missing: Name, added: Name) -> float:
    """How much speaks against ``added`` standing in the place of ``missing`` by mistake."""
    doubt = _ORDINARY * (missing.kind is Kind.ORDINARY) + 0.8 * _ORDINARY * (added.kind is Kind.ORDINARY)
    doubt += _ACRONYM * (missing.acronym + added.acronym)
    doubt += _OPENING * (missing.kind is Kind.OPENING) + _FEWER * (missing.kind is Kind.KEPT)
    doubt += not _TRANSLATED.isdisjoint(missing.tight + missing.loose)
    doubt += 0.5 * (not _TRANSLATED.isdisjoint(added.loose)) + (Kind.ALONE in added.tight + added.loose)
    apart = abs(missing.place - added.place)
    doubt += _FAR * ((apart > 0.1) + (apart > 0.2))
    if Kind.KEPT in missing.tight:
        doubt += -1.5 if Kind.KEPT in added.tight else -0.5 if Kind.TITLE in added.tight else 0.5
    return doubt

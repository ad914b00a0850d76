"""A hand-built edition with one of everything."""

# ruff: noqa: E501  sentences stay on one line

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal

from copydesk.data import (
    Article,
    Block,
    BlockRepair,
    BlockRole,
    Certainty,
    Detection,
    Draft,
    Edit,
    Edition,
    Entry,
    Finding,
    Inline,
    Ledger,
    Means,
    Media,
    MediaKind,
    NumberKind,
    NumberMention,
    Origin,
    Provenance,
    Quantity,
    Segment,
    SegmentLedger,
    Severity,
    Sibling,
    Site,
    Span,
    Translation,
    Verdict,
)  # fmt: skip

SHA = "5f" * 32
SITE = "https://news.example/fr/"


@dataclass
class Builder:
    """Builds a draft block by block."""

    blocks: list[Block] = field(default_factory=list)
    originals: list[Block] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    translations: list[Translation] = field(default_factory=list)
    ledgers: list[SegmentLedger] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    repairs: list[BlockRepair] = field(default_factory=list)

    def block(
        self,
        role: BlockRole,
        *pairs: tuple[str, str],
        links: tuple[tuple[str, str, str], ...] = (),
        means: Means = Means.MACHINE,
        original: str | None = None,
        level: int = 0,
        ordered: bool = False,
    ) -> str:
        """Add a block of (source, target) segments; ``links`` are (source words, target words, tag or URL)."""
        name = f"b{len(self.blocks)}"
        text = " ".join(source for source, _ in pairs)
        inlines = [_inline(text, words, tag) for words, _, tag in links]
        block = Block(name, role, text, tuple(inlines), level, ordered)
        self.blocks.append(block)
        before = text if original is None else original
        self.originals.append(Block(name, role, before, () if original else tuple(inlines), level, ordered))
        start = 0
        for number, (source, target) in enumerate(pairs):
            segment = Segment(f"{name}.{number}", name, Span(start, start + len(source)))
            marks = tuple(_inline(target, words, tag) for _, words, tag in links if words in target)
            engine = "apertium:spa-fra:1" if means is Means.MACHINE else ""
            self.segments.append(segment)
            self.translations.append(Translation(segment.id, target, means, engine, marks))
            start = segment.span.end + 1
        return name

    def number(self, segment: str, source: str, target: str, verdict: Verdict, reason: str = "equal") -> None:
        """Add a ledger entry; an empty surface is a missing side."""
        old = next((item for item in self.ledgers if item.segment == segment), None)
        entries = list(old.ledger.entries) if old else []
        text = self._source(segment)
        translation = next(t.text for t in self.translations if t.segment == segment)
        entries.append(
            Entry(_mention(text, source, entries), _mention(translation, target, entries), verdict, reason)
        )
        ledger = Ledger(
            tuple(e.source for e in entries if e.source),
            tuple(e.target for e in entries if e.target),
            tuple(entries),
        )
        self.ledgers = [item for item in self.ledgers if item is not old] + [SegmentLedger(segment, ledger)]

    def finding(
        self, rule: str, severity: Severity, message: str, segment: str | None = None, *, target: str = "",
        fix: str = "", block: str | None = None,
    ) -> None:  # fmt: skip
        """Add a finding that points at ``target`` words."""
        spans: tuple[Span, ...] = ()
        edit = None
        if segment and target:
            at = next(t.text for t in self.translations if t.segment == segment).index(target)
            spans = (Span(at, at + len(target)),)
            edit = Edit(spans[0], target, fix, rule, "suggested") if fix else None
        self.findings.append(Finding(rule, severity, message, segment, block, (), spans, edit))

    def draft(self) -> Draft:
        """The draft."""
        article = Article(
            "https://diario.example/vega-solar",
            Origin("vega.html", "html", SHA),
            tuple(self.originals),
            title=self.originals[0].text,
            author="Lucía Ferrán & Co.",
            date="2025-03-14T08:30:00+01:00",
            language="es",
            alternates=(("en", "https://diario.example/en/vega-solar"),),
        )
        detection = Detection("es", 0.99, "Latn")
        return Draft(
            article,
            "fr",
            tuple(self.blocks),
            document=detection,
            repairs=tuple(self.repairs),
            segments=tuple(self.segments),
            languages=(detection,) * len(self.segments),
            translations=tuple(self.translations),
            ledgers=tuple(self.ledgers),
            findings=tuple(self.findings),
        )

    def _source(self, segment: str) -> str:
        found = next(s for s in self.segments if s.id == segment)
        return found.span.of(next(b.text for b in self.blocks if b.id == found.block))


def _inline(text: str, words: str, tag: str) -> Inline:
    at = text.index(words)
    span = Span(at, at + len(words))
    return Inline(span, "a", (("href", tag),)) if ":" in tag else Inline(span, tag)


def _mention(text: str, surface: str, entries: list[Entry]) -> NumberMention | None:
    if not surface:
        return None
    at = text.index(surface)
    unknown = "X" in surface
    kind = NumberKind.PLACEHOLDER if unknown else NumberKind.CARDINAL
    value = None if unknown else Quantity((Decimal(1),))
    return NumberMention(len(entries), Span(at, at + len(surface)), surface, kind, value)


def edition(draft: Draft, version: int = 3) -> Edition:
    """The edition of ``draft``."""
    return Edition(
        draft,
        version=version,
        slug="la-vega-enciende-1a2b3c4d",
        provenance=Provenance(SHA, "ab" * 32, ("apertium:spa-fra:1",), "0.1.0"),
        siblings=(Sibling("es", "source.html"), Sibling("en", "../en/article.html")),
    )


def sample() -> Edition:
    """One of everything: repairs, findings of each severity, each verdict, each role and means."""
    b = Builder()
    b.block(
        BlockRole.HEADLINE,
        (
            "La Vega enciende su parque solar de 48 megavatios",
            "La Vega allume son parc solaire de 48 mégawatts",
        ),
    )
    b.number("b0.0", "48", "48", Verdict.SAME)
    b.block(
        BlockRole.CAPTION,
        ("Vista aérea del parque de La Vega al amanecer.", "Vue aérienne du parc de La Vega à l’aube."),
    )
    b.block(
        BlockRole.PARAGRAPH,
        (
            "El parque solar de La Vega empezó a verter electricidad a la red el lunes a las 15.30 horas, tres meses antes de lo previsto.",
            "Le parc solaire de La Vega a commencé à injecter de l’électricité dans le réseau lundi à 15 h 30, trois mois avant la date prévue.",
        ),
        (
            "La consejera Inés Murillo lo calificó de «hito» ante unos 250 vecinos.",
            "La conseillère Inés Murillo l’a qualifié de « jalon » devant quelque 520 habitants.",
        ),
        (
            "Según la empresa promotora, la planta cubrirá el consumo de 31.000 hogares.",
            "Selon l’entreprise promotrice, l’usine couvrira la consommation de 31 000 foyers.",
        ),
        links=(
            ("empresa promotora", "entreprise promotrice", "https://promotora.example/?a=1&b=2"),
            ("hito", "jalon", "em"),
        ),
    )
    b.number("b2.0", "15.30 horas", "15 h 30", Verdict.CONVERTED, "the same time, written the French way")
    b.number("b2.0", "tres", "trois", Verdict.SAME)
    b.number("b2.1", "250", "520", Verdict.CHANGED, "250 became 520")
    b.number("b2.2", "31.000", "31 000", Verdict.CONVERTED, "the same value, French grouping")
    b.finding("numbers", Severity.ERROR, "The number 250 became 520.", "b2.1", target="520", fix="250")
    b.finding(
        "unknown-words",
        Severity.NOTE,
        "The engine did not know the word “promotrice”.",
        "b2.2",
        target="promotrice",
    )
    repaired = "La comarca quiere que el 60 % de su energía sea renovable en 2030. En 2021 la cifra era del XNUMX %, recuerda el informe."
    artefact = "La comarca quiere que el 60 % de su energía sea renovable en XNUMX. En 2021 la cifra era del XNUMX %, recuerda el informe."
    b.block(
        BlockRole.PARAGRAPH,
        (repaired[:66], "La contrée veut que 60 % de son énergie soit renouvelable en 2030."),
        (repaired[67:], "En 2021 le chiffre était du XNUMX %, rappelle le rapport."),
        original=artefact,
    )
    at, unknown = artefact.index("XNUMX"), artefact.rindex("XNUMX")
    b.repairs.append(BlockRepair("b3", (
        Edit(Span(at, at + 5), "XNUMX", "2030", "swapped-slots", "the lead of the same article says “en 2030”", Certainty.CERTAIN),
        Edit(Span(unknown, unknown + 5), "XNUMX", "", "placeholder", "no source gives this number", Certainty.UNKNOWN, ("34", "38")),
    )))  # fmt: skip
    b.number("b3.0", "60", "60", Verdict.SAME)
    b.number("b3.0", "2030", "2030", Verdict.SAME)
    b.number("b3.1", "XNUMX", "XNUMX", Verdict.PLACEHOLDER, "a placeholder stands where a number was")
    b.finding(
        "placeholder",
        Severity.ERROR,
        "A placeholder is left where a number should be.",
        "b3.1",
        target="XNUMX",
    )
    b.block(BlockRole.HEADING, ("Un plan en dos fases", "Un plan en deux phases"), level=2)
    b.block(
        BlockRole.LIST_ITEM,
        ("Fase uno: 120 hectáreas de paneles.", "Phase un : 120 hectares de panneaux."),
        level=1,
    )
    b.number("b5.0", "120", "120", Verdict.SAME)
    b.block(
        BlockRole.LIST_ITEM,
        ("Fase dos: baterías & una línea de 12 km.", "Phase deux : des batteries & une ligne."),
        level=1,
    )
    b.number("b6.0", "12", "", Verdict.LOST, "12 km has no counterpart")
    b.finding("numbers", Severity.ERROR, "The number 12 km is missing from the translation.", "b6.0")
    b.block(
        BlockRole.QUOTE,
        (
            "“No venimos a llevarnos el sol, sino a compartirlo”, dijo el alcalde.",
            "« Nous ne venons pas emporter le soleil, mais le partager », a dit le maire.",
        ),
        means=Means.HUMAN,
    )
    b.block(BlockRole.PARAGRAPH, ("Die Gemeinde freut sich.", "Die Gemeinde freut sich."), means=Means.HELD)
    b.finding(
        "wrong-language",
        Severity.WARNING,
        "The sentence is German; no engine translates German to French here.",
        "b8.0",
    )
    b.block(
        BlockRole.TEASER,
        (
            "Así se mide el sol: guía para lectores curiosos",
            "Voici comment on mesure le soleil : guide pour lecteurs curieux",
        ),
        links=(("guía", "guide", "https://diario.example/guia"),),
    )
    b.finding("language", Severity.NOTE, "The detectors disagree about one sentence.")
    return edition(b.draft())


def illustrated() -> Edition:
    """The sample for a site, with a picture, a film and a page shown inside."""
    found = sample()
    draft = found.draft
    caption = next(block.id for block in draft.blocks if block.role is BlockRole.CAPTION)
    media = (
        Media(MediaKind.IMAGE, "https://diario.example/parque.jpg", "b0", "El parque", "t1", (caption,)),
        Media(MediaKind.EMBED, "https://film.example/embed/1", "b2"),
        Media(MediaKind.VIDEO, "https://diario.example/a.mp4", "b2", "Una vuelta"),
    )
    article = replace(
        draft.article, media=media, keywords=("energía",), url="https://diario.example/vega-solar"
    )
    return replace(found, draft=replace(draft, article=article), site=Site(SITE))

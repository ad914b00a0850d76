"""Tags, addresses, names and figures come through hostile segments, long sentences and lists."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from copydesk.data import Candidate, Glossary, Inline, Pair, Protection, Request, Span
from copydesk.translate.firefox.engine import FirefoxEngine
from copydesk.translate.options import TranslateOptions
from copydesk.translate.protect import addresses
from copydesk.translate.request import request
from copydesk.translate.translator import open_translator

EN_PT, PT_EN = Pair("en", "pt"), Pair("pt", "en")
MARKUP = Path(__file__).parents[3] / "corpora" / "markup"
FIRST = (
    "Anna", "Bruno", "Carla", "Daniel", "Elena", "Felipe", "Hugo", "Irene", "Joana", "Karl",
    "Laura", "Marta", "Nadia", "Paula", "Sergio",
)  # fmt: skip
LAST = (
    "Abreu", "Bianchi", "Duarte", "Esteves", "Gomes", "Hansen", "Jensen", "Keller",
    "Lopes", "Novak", "Pinto", "Ribeiro", "Schmidt",
)  # fmt: skip
WORDS = {
    "en": "the mayor said that it was a bad year for the city and nobody wanted to pay more",
    "pt": "o prefeito disse que foi um ano ruim para a cidade e ninguém queria pagar mais",
}
STUFF = (
    "info@example.org", "@alice_b", "#Vote2027", "https://example.com/a?b=1&c=%20#d", "www.example.net/x",
    "🎉", "👩‍👩‍👧", "李小龙", "Łódź", "مرحبا", "{0}", "%s", "C:\\x", "\u200b", "\u00ad", "\x07",
    "\ufeff", "“", "’",
    "<b>", "&amp;", "X1", "_1_", "XXX2", "⟦1⟧", "—", "…", "€", "£50", "½", "\t", "\n", "ß", "Ñandú", "İ", "ﬁ",
    "e\u0301", "THE NEW LAW", "A LEI", "x" * 300, "((", "))", "\ue000", "\U0001f468\u200d", "🇧🇷", "3–4", "١٢",
)  # fmt: skip


@pytest.fixture(scope="module")
def engine(firefox_home: Path) -> Iterator[FirefoxEngine]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COPYDESK_MODELS", str(firefox_home))
        yield FirefoxEngine(TranslateOptions())


def hostile(dice: random.Random, pair: Pair) -> Request:
    """Words with oddities between them, and marks over any stretch, well nested."""
    words = WORDS[pair.source].split()
    pieces = [dice.choice(STUFF if dice.random() < 0.4 else words) for _ in range(dice.randint(1, 14))]
    text = "".join(piece + dice.choice((" ", " ", " ", "", ", ")) for piece in pieces)
    inlines: list[Inline] = []
    for n in range(dice.randint(0, 3)):
        start, end = sorted((dice.randint(0, len(text)), dice.randint(0, len(text))))
        if all(i.span.contains(Span(start, end)) or not i.span.overlaps(Span(start, end)) for i in inlines):
            inlines.append(Inline(Span(start, end), "a", (("href", f"/{n}"),)))
    return request(text, pair, Glossary(), TranslateOptions(), inlines=tuple(inlines))


def assert_nothing_lost(asked: Request, answer: Candidate) -> None:
    assert [(i.tag, i.attributes) for i in answer.inlines] == [(i.tag, i.attributes) for i in asked.inlines]
    assert all(i.span.end <= len(answer.text) for i in answer.inlines)
    for one in answer.inlines:
        for other in answer.inlines:
            assert not one.span.start < other.span.start < one.span.end < other.span.end
    wanted = Counter(p.text for p in asked.protections if p.kind != "name")
    assert not wanted - Counter(p.text for p in answer.kept), answer.text
    assert all(p.span.of(answer.text) == p.text for p in answer.kept)


@pytest.mark.parametrize("pair", [EN_PT, PT_EN], ids=str)
def test_hostile_segments_lose_no_tag_and_no_address(engine: FirefoxEngine, pair: Pair) -> None:
    dice = random.Random(15)
    asked = [hostile(dice, pair) for _ in range(60)]
    for one, answer in zip(asked, engine.translate(asked), strict=True):
        assert_nothing_lost(one, answer)


def test_the_markup_set_loses_no_tag(engine: FirefoxEngine) -> None:
    asked: list[Request] = []
    for path in sorted(MARKUP.glob("*.jsonl")):
        rows = map(json.loads, path.read_text("utf-8").splitlines())
        asked += [marked(row["source"], EN_PT) for row in rows]
    assert len(asked) >= 100
    for one, answer in zip(asked, engine.translate(asked), strict=True):
        assert_nothing_lost(one, answer)
        assert [p.text for p in addresses(answer.text)] == [p.text for p in addresses(one.text)]


def marked(source: str, pair: Pair) -> Request:
    """The request for a sentence with HTML marks."""
    text = ""
    inlines: list[Inline] = []
    waiting: list[tuple[int, int]] = []
    for part in re.split(r"(<[^>]+>)", source):
        if match := re.fullmatch(r"<(/?)(\w+)([^>]*)>", part):
            closing, tag, attributes = match.groups()
            if closing:
                start, number = waiting.pop()
                inlines[number] = Inline(Span(start, len(text)), tag, inlines[number].attributes)
            else:
                if tag != "br":
                    waiting.append((len(text), len(inlines)))
                inlines.append(Inline(Span(len(text), len(text)), tag, (("x", attributes),)))
        else:
            text += part
    return request(text, pair, Glossary(), TranslateOptions(), inlines=tuple(inlines))


@pytest.mark.parametrize(
    ("source", "covered"),
    [
        ("The <b>European court</b> rejected the <i>new law</i>.", ["tribunal europeu", "nova lei"]),
        ("She bought <a>a green car</a> and <a>a small boat</a>.", ["um carro verde", "um pequeno barco"]),
        ("The <b><i>central bank</i></b> changed the rules.", ["banco central", "banco central"]),
        ("<b>The mayor left.</b>", ["O prefeito saiu."]),
        ("The company lost <b>three million euros</b> in May.", ["três milhões de euros"]),
        ("The home team won <b>two</b> games.", ["dois"]),
        ("Write to <a>ann@example.org</a> before Monday.", ["ann@example.org"]),
    ],
)
def test_marks_stand_where_they_belong(engine: FirefoxEngine, source: str, covered: list[str]) -> None:
    (answer,) = engine.translate([marked(source, EN_PT)])
    assert [i.span.of(answer.text) for i in answer.inlines] == covered


def long_one(dice: random.Random, language: str) -> str:
    """A list of people, of results or of dated sentences, or a sentence of many clauses."""
    en = language == "en"
    count = dice.randint(8, 60)
    kind = dice.randrange(4)
    people = [f"{dice.choice(FIRST)} {dice.choice(LAST)}" for _ in range(count)]
    if kind == 0:
        end = " and " if en else " e "
        return (
            ("The party chose " if en else "O partido escolheu ") + ", ".join(people) + end + "Vera Castro."
        )
    if kind == 1:
        rows = [f"{dice.choice(LAST)} {dice.randint(2, 99)}" for _ in range(count)]
        return ("Results: " if en else "Resultados: ") + dice.choice((", ", "; ")).join(rows) + "."
    if kind == 2:
        form = "On {} May {} {} won." if en else "Em {} de maio de {} {} venceu."
        rows = [
            form.format(dice.randint(13, 28), dice.randint(1901, 2025), dice.choice(LAST)) for _ in people
        ]
        return " ".join(rows[:20])
    form = "while {} spent {} million on roads" if en else "enquanto {} gastou {} milhões em estradas"
    clauses = [form.format(dice.choice(people), dice.randint(20, 900)) for _ in range(count // 4 + 2)]
    return ("The plan was approved, " if en else "O plano foi aprovado, ") + ", ".join(clauses) + "."


@pytest.mark.parametrize("pair", [EN_PT, PT_EN], ids=str)
def test_long_sentences_and_lists_lose_no_number_and_no_name(engine: FirefoxEngine, pair: Pair) -> None:
    dice = random.Random(7)
    asked = [Request(long_one(dice, pair.source), pair) for _ in range(8)]
    told = {*FIRST, *LAST}
    lost: Counter[str] = Counter()
    for one, answer in zip(asked, engine.translate(asked), strict=True):
        here, there = (
            Counter(word for word in re.findall(r"\w+", text) if word.isdigit() or word in told)
            for text in (one.text, answer.text)
        )
        lost += here - there
    assert not lost


def test_the_desk_keeps_a_glossary_term_and_marks_together(firefox_models: Path) -> None:
    text = "The city council met on Monday."
    asked = Request(
        text, EN_PT, (Inline(Span(4, 16), "b", ()),), (Protection(Span(4, 16), "Câmara Municipal", "term"),)
    )
    with open_translator(TranslateOptions(engine="firefox", processes=1)) as desk:
        (answer,) = desk.translate([asked])
    assert answer.inlines[0].span.of(answer.text) == "Câmara Municipal"


@pytest.mark.parametrize(
    ("source", "figures"),
    [
        ("Lena Fischer (713), 49797 votes for Lena Fischer.", ["713", "49797"]),
        ("27492 votes for Marco Rossi, 86141 votes for Clara Weiss.", ["27492", "86141"]),
        (
            "The list: Lena Fischer (713), 49797 votes for Lena Fischer, 63656 for Julia Novak.",
            ["713", "49797", "63656"],
        ),
    ],
)
def test_figures_that_the_model_cuts_short_come_through(
    engine: FirefoxEngine, source: str, figures: list[str]
) -> None:
    answer = engine.translate([Request(source, EN_PT)])[0]
    assert re.findall(r"\d+", answer.text) == figures
    assert answer.kept == ()

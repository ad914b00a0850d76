import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.languages import KNOWN
from copydesk.segment.rules import RuleSegmenter

SEGMENTER = RuleSegmenter()

# Each case is one paragraph; the bar marks the boundaries that are wanted.
CASES = {
    "es": [
        "El Sr. López y la Dra. Ruiz llegaron tarde. | Nadie los esperaba.",
        "Viajó a EE. UU. con su equipo. | Volvió el lunes.",
        "Vive en EE. UU. | El presidente lo recibió.",
        "La viuda de J. R. R. Ortega no declaró. | Se fue.",
        "Según el art. 5 y la pág. 12, no procede. | Así consta.",
        "Llegaron a las 3.30 p. m. y salieron. | Costó 1.250,50 euros.",
        "«No lo sé.» | Eso dijo. | «¿Quién, si no?», insistió.",
        "¿Vendrá? | ¡Claro! | Nadie lo duda.",
        "Fue el 1.º de su clase. | Ganó 3 premios.",
        "Compró pan, leche, etc. y se marchó. | Vio a D.ª Ana.",
        "No sé... quizá mañana. | Ya veremos… | Mañana será otro día.",
        "Lo publicó www.ejemplo.es/a.b y lo borró. | Nadie se enteró.",
        "El n.º 7 de la lista, S. A. incluida, subió. | Después bajó.",
        "Dijo: «Hoy no. | Mañana, tal vez». | Luego calló.",
        "Subió un 3,5 %. | 2023 fue peor.",
        "Así (véase la fig. 3) terminó todo. | (Nadie protestó.) | Fin.",
    ],
    "fr": [
        "M. Dupont et Mme. Roy, p. ex., sont venus. | Ils sont repartis.",
        "L'art. 5 du code s'applique. | La loi est claire.",
        "Vraiment ? | Non ! | Il est parti.",
        "Il a dit : « Oui. » | Puis il s'est tu.",
        "« Pourquoi ? » demande-t-il. | « Pour rien. »",
        "Le prix monte à 3,5 M€. | 12 pays ont signé.",
        "C'était en 52 av. J.-C. en Gaule. | Rome gagna.",
        "Voir le no. 12 de la revue. | C'est écrit.",
    ],
    "en": [
        "Mr. Smith met Sen. Jane Doe Jr. on Monday. | They talked.",
        "He lives in the U.S. Senate building. | She does not.",
        "He lives in the U.S. | The senator does not.",
        '"Why?" he asked. | "Because I can." | She left.',
        "Sales of the phone fell. | iPhone prices did not.",
        "It closed at 5 p.m. on Friday. | George W. Bush was there.",
        "Shares of Acme Inc. rose 3.5 percent. | See No. 7 below.",
        "Visit https://example.com/a.html?b=c.d today. | It is free.",
        "Smith et al. agree. | Others vs. Jones do not.",
        "1. Open the door. | 2. Close it.",
        "He said no. | “Not now,” he added. | “Never.”",
    ],
    "de": [
        "Am 3. Mai kam Dr. Müller z. B. nach Berlin. | Er blieb.",
        "Der 2. Weltkrieg endete 1945. | Danach kam der Frieden.",
        "Das gilt u. a. für Hunde, Katzen usw. und Vögel. | Sonst nicht.",
        "„Kommst du?“, fragte sie. | „Nein.“",
    ],
    "it": ["Il sig. Rossi e l'avv. Bianchi sono usciti. | Tornano alle 15.30.", "Cfr. pag. 4. | È tutto."],
    "pt": ["O Sr. Silva e a Dra. Costa saíram. | Voltam às 15.30.", "Custou R$ 1.250,00. | Não é caro."],
    "ca": ["El Sr. Puig va dir que no. | La Dra. Vila, sí.", "Vegeu la pàg. 3, p. ex. la nota. | Hi ha més."],
    "und": ["One here. | Two there.", "Sin facts. | Avec rien!", "句子一。 | 句子二！"],
}


def pieces(text: str, language: str) -> list[str]:
    return [span.of(text) for span in SEGMENTER.cut(text, language)]


@pytest.mark.parametrize(
    ("language", "case"), [(code, case) for code, cases in CASES.items() for case in cases]
)
def test_sentences_of_news(language: str, case: str) -> None:
    wanted = case.split(" | ")
    assert pieces(" ".join(wanted), language) == wanted


def test_a_line_break_ends_a_sentence() -> None:
    assert pieces("Calle Mayor, 5\n  28013 Madrid\n\n", "es") == ["Calle Mayor, 5", "28013 Madrid"]


def test_no_break_spaces_count_as_space() -> None:
    assert pieces("Vraiment\u202f? « Oui.\u00a0» Il part.", "fr") == [
        "Vraiment\u202f?",
        "« Oui.\u00a0»",
        "Il part.",
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\t\u00a0\n"])
def test_white_space_has_no_sentences(text: str) -> None:
    assert pieces(text, "es") == []


PIECES = st.sampled_from(
    [
        *"abcABC1. .!?…\"'“”«»()[]¿¡—-:;,\n\t\u00a0\u202f\u200b。",
        "Sr.",
        "EE. UU.",
        "1.",
        "p. ",
        "The ",
        "El ",
        "...",
        "iP",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join)), st.sampled_from((*KNOWN, "und")))
def test_no_character_is_lost_or_changed(text: str, language: str) -> None:
    position = 0
    for span in SEGMENTER.cut(text, language):
        assert text[position : span.start].strip() == ""
        assert span.of(text)
        assert span.of(text) == span.of(text).strip()
        position = span.end
    assert text[position:].strip() == ""


@given(st.lists(PIECES, max_size=60).map("".join))
def test_cutting_a_piece_again_never_moves_its_outer_bounds(text: str) -> None:
    for span in SEGMENTER.cut(text, "es"):
        again = SEGMENTER.cut(span.of(text), "es")
        assert (again[0].start, again[-1].end) == (0, len(span))


@pytest.mark.parametrize(
    "unit",
    [
        ".",
        ". ",
        "a",
        "a. ",
        "Dr. A ",
        '."» ',
        '"',
        " ",
        "\n",
        "(",
        ". (",
        "a. — ",
        ". " + "(" * 50,
        "1. ",
        "«",
        "a." + " " * 99,
    ],
)
def test_a_long_run_of_anything_is_cut_in_one_pass(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    spans = SEGMENTER.cut(text, "es")  # a pass that is not linear would not end in this lifetime
    kept = sum(len(span.of(text).replace("\n", "").split()) for span in spans)
    assert kept == len(text.split())

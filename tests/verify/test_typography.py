import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.data import Bitext, Edit, Pair
from copydesk.text.apply import apply
from copydesk.verify.base import Check
from copydesk.verify.context import Context
from copydesk.verify.figures import Figures
from copydesk.verify.marks import Marks
from copydesk.verify.quotes import Quotes

NB, NN = "\u00a0", "\u202f"


def _fixed(check: Check, target: str, source: str = "", pair: str = "es-fr") -> str:
    one, _, other = pair.partition("-")
    fixes: list[Edit] = [f.fix for f in check.find(Bitext(source, target, Pair(one, other))) if f.fix]
    return apply(target, fixes)


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("Vraiment ?", f"Vraiment{NN}?"),
        ("Quoi?!", f"Quoi{NN}?!"),
        ("Voici: oui; non!", f"Voici{NB}: oui{NN}; non{NN}!"),
        ("75% et 300€", f"75{NB}% et 300{NB}€"),
        ("« Oui »: voilà", f"« Oui »{NB}: voilà"),
        ("Non , rien .", "Non, rien."),
        ("Score 3:1 à 10:30, voir http://a.fr :)", "Score 3:1 à 10:30, voir http://a.fr :)"),
        ("Yahoo! annonce", "Yahoo! annonce"),
        ("50%ig", "50%ig"),
        ("Le ... suspense", "Le ... suspense"),
        (f"Déjà{NB}: bon{NB}?", f"Déjà{NB}: bon{NB}?"),
    ],
)
def test_french_marks(target: str, wanted: str) -> None:
    assert _fixed(Marks(Context()), target) == wanted


def test_english_marks_lose_their_french_spaces() -> None:
    assert _fixed(Marks(Context()), f"Really{NB}? It is 12 %.", pair="fr-en") == "Really? It is 12%."


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ('Il dit "oui".', f"Il dit «{NB}oui{NB}»."),
        ("Il dit “oui”.", f"Il dit «{NB}oui{NB}»."),
        ("Il dit « oui ».", f"Il dit «{NB}oui{NB}»."),
        ('«Il dit "oui".»', f"«{NB}Il dit “oui”.{NB}»"),
        ('"Nous partons.', f"«{NB}Nous partons."),
        ('Nous partons."', f"Nous partons.{NB}»"),
        ('L\'"affaire"', f"L'«{NB}affaire{NB}»"),
        ('Un écran de 24" plat', 'Un écran de 24" plat'),
        ('Un " étrange " cas', 'Un " étrange " cas'),
    ],
)
def test_french_quotes(target: str, wanted: str) -> None:
    assert _fixed(Quotes(Context()), target) == wanted


def test_straight_quotes_are_good_english_and_spanish() -> None:
    assert list(Quotes(Context()).find(Bitext("", 'He said "no".', Pair("fr", "en")))) == []


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("1.250.000", "1.250.000", f"1{NN}250{NN}000"),
        ("28.500", "28.500", f"28{NN}500"),
        ("2,850 mil", "28.500", "28.500"),
        ("", "1 250 000 habitants", f"1{NN}250{NN}000 habitants"),
        ("", "en 2012 300 personnes", "en 2012 300 personnes"),
        ("", "à 15h30 ou 9h", f"à 15{NB}h{NB}30 ou 9{NB}h"),
        ("", "vers 18:30", f"vers 18{NB}h{NB}30"),
        ("", "gagne 18:30 contre", "gagne 18:30 contre"),
        ("", "le 06 12 345 678", "le 06 12 345 678"),
    ],
)
def test_french_figures(source: str, target: str, wanted: str) -> None:
    assert _fixed(Figures(Context()), target, source) == wanted


_TEXT = st.text(alphabet="aé1 «»“”\"'’:;!?%.,()h0" + NB + NN, max_size=24)


@pytest.mark.parametrize("build", [Marks, Quotes, Figures])
@given(target=_TEXT)
@settings(max_examples=200)
def test_typography_keeps_all_letters_and_digits(build: type[Marks], target: str) -> None:
    fixed = _fixed(build(Context()), target, target)
    kept = [c for c in target if c.isalpha() or c.isdigit()]
    assert [c for c in fixed if c.isalpha() or c.isdigit()] == kept

"""Numbers that changed places are told from sentences that changed their order."""

import pytest

from copydesk.numbers import compare

SWAPPED = [
    ("es", "fr", "Plantaron 600 robles y 150 pinos", "Ils ont planté 150 chênes et 600 pins"),
    ("es", "fr", "Ana tiene 34 años y Marta 27", "Ana a 27 ans et Marta 34"),
    ("es", "en", "Madrid sumó 412 casos y Toledo 95", "Madrid added 95 cases and Toledo 412"),
    ("en", "fr", "In 1998 it sold 1200 cars", "En 1200 elle a vendu 1998 voitures"),
]
MOVED = [
    ("es", "en", "En 2008 vendió 45 coches", "It sold 45 cars in 2008"),
    ("es", "fr", "Madrid: 412 casos, Toledo: 95 casos", "Toledo : 95 cas, Madrid : 412 cas"),
    ("es", "fr", "A sus 34 años ganó 3 premios", "Il a gagné 3 prix à 34 ans"),
    ("es", "en", "Pasó del 3 % al 5 %", "It rose to 5 % from 3 %"),
    ("es", "en", "El archivo del siglo 16 reabrió en 1974", "In 1974 the 16th century archive reopened"),
    ("es", "en", "De nueve mil bajó a siete mil", "It came to seven thousand, down from nine thousand"),
]


@pytest.mark.parametrize(("here", "there", "source", "target"), SWAPPED)
def test_two_numbers_that_changed_places_are_errors(here: str, there: str, source: str, target: str) -> None:
    ledger = compare(source, target, here, there)
    assert len(ledger.errors) >= 2
    assert "changed places" in ledger.errors[0].reason


@pytest.mark.parametrize(("here", "there", "source", "target"), MOVED)
def test_numbers_may_move_with_their_words(here: str, there: str, source: str, target: str) -> None:
    assert compare(source, target, here, there).ok

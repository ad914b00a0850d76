"""A source whose lines are shifted is refused, and the shift named."""

import pytest

from copydesk.errors import InputError
from copydesk.repair import repair_lines

WORDS = (
    ("alcalde visitó la escuela", "maire a visité l'école"),
    ("precio del petróleo subió", "prix du pétrole a monté"),
    ("río inundó los campos", "fleuve a inondé les champs"),
    ("tribunal condenó al banquero", "tribunal a condamné le banquier"),
    ("equipo ganó la copa", "équipe a gagné la coupe"), ("museo abre sus puertas", "musée ouvre ses portes"),
    ("hospital recibió los pacientes", "hôpital a reçu les patients"),
    ("tren llegó con retraso", "train est arrivé en retard"),
)  # fmt: skip
SOURCE = [
    f"El {WORDS[n % 8][0]} de {name} ayer."
    for n, name in enumerate(("Lima", "Gijón", "Soria", "Vigo", "Cádiz") * 5)
]
TARGET = [
    f"Le {WORDS[n % 8][1]} de {name} hier."
    for n, name in enumerate(("Lima", "Gijón", "Soria", "Vigo", "Cádiz") * 5)
]


def _texts(targets: list[str], sources: list[str]) -> list[str]:
    return [r.text for r in repair_lines(targets, sources, language="fr", source_language="es")]


def test_lines_that_agree_pass() -> None:
    assert _texts(TARGET, SOURCE) == TARGET


@pytest.mark.parametrize(("shift", "line"), [(1, 9), (2, 8)])
def test_a_shifted_file_is_refused_with_the_shift(shift: int, line: int) -> None:
    with pytest.raises(
        InputError, match=f"shifted by {shift} line.*line 10 of the text belongs to line {line} of it"
    ):
        _texts(TARGET[:-shift], SOURCE[shift:])


def test_a_few_lines_tell_nothing() -> None:
    assert _texts(TARGET[:5], SOURCE[1:6]) == TARGET[:5]

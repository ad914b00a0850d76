import random

import pytest

from copydesk.data import Bitext, Glossary, Pair, Term
from copydesk.gate.kill import mutation_score
from copydesk.gate.mutations import Pool, number_dropped, number_swapped, term_replaced
from copydesk.gate.text_mutations import CLASSES, pool_of
from copydesk.verify.context import Context
from gate.material import clean_lines

PAIR = Pair("es", "fr")
RICH = (
    Bitext(
        'Ayer dijo Larraga: "No compré las 14 casas por 3.000 euros en mayo, ni lo haré nunca en la vida".',
        "Hier Larraga a dit : \"Je n'ai pas acheté les 14 maisons pour 3 000 euros en mai "
        'et ne le ferai jamais".',
        PAIR,
    ),
    Bitext("El señor Montejo vino tarde a la reunión.", "Le grand Montejo est venu tard à la réunion.", PAIR),
    Bitext(
        "¿Ganará Montejo aquella tranquila partida contra Sotillo?",
        "Et Montejo gagnera-t-il le match contre Sotillo ?",
        PAIR,
    ),
    Bitext("Llegó el tren. Nadie lo esperaba ya.", "Le train est arrivé. Nul ne l'attendait plus.", PAIR),
)
GLOSSARY = Glossary((Term("casas", "maisons"), Term("presa", "barrage")))


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_breaks_something_and_the_same_by_its_dice(name: str) -> None:
    pool = pool_of(RICH, GLOSSARY)
    pool = Pool(pool.pairs, ("Montejo", "Larraga", "Sotillo"), GLOSSARY)
    mutants = [CLASSES[name](pair, random.Random(n), pool) for n in range(8) for pair in RICH]
    again = [CLASSES[name](pair, random.Random(n), pool) for n in range(8) for pair in RICH]
    assert mutants == again
    assert any(mutant is not None and mutant not in RICH for mutant in mutants)


def test_swapped_numbers_keep_all_digits() -> None:
    pair = Bitext("De 14 a 377 casas.", "De 14 à 377 maisons.", PAIR)
    mutant = number_swapped(pair, random.Random(1), Pool())
    assert mutant is None or sorted(mutant.target) == sorted(pair.target)


@pytest.mark.parametrize(
    ("target", "left"),
    [("Il y a 14 maisons.", "Il y a maisons."), ("Deux lecteurs MP3 ici.", "Deux lecteurs MP ici.")],
)
def test_a_dropped_figure_takes_its_space_but_not_that_of_a_code(target: str, left: str) -> None:
    mutant = number_dropped(Bitext("Dos 14 MP3.", target, PAIR), random.Random(1), Pool())
    assert mutant is not None
    assert mutant.target == left


def test_a_term_becomes_another_term() -> None:
    mutant = term_replaced(RICH[0], random.Random(1), Pool(glossary=GLOSSARY))
    assert mutant is not None
    assert "barrage" in mutant.target


def test_the_score_names_rules_and_counts_false_alarms() -> None:
    source, target = clean_lines(20)
    pairs = [Bitext(s, t, PAIR) for s, t in zip(source, target, strict=True)]
    score = mutation_score(pairs, Context(), classes=("number-changed", "tag-lost", "placeholder"))
    assert [(k.made, k.rate) for k in score.classes] == [(20, 1.0)] * 3
    assert score.classes[0].rules.keys() == {"numbers"}
    assert score.clean_either == 0


def test_without_its_rule_a_class_survives() -> None:
    from copydesk.verify.options import VerifyOptions

    source, target = clean_lines(5)
    pairs = [Bitext(s, t, PAIR) for s, t in zip(source, target, strict=True)]
    context = Context(VerifyOptions.model_validate({"severity": {"tags": "off"}}))
    score = mutation_score(pairs, context, classes=("tag-lost",))
    assert score.classes[0].killed == 0
    assert len(score.classes[0].survivors) == 5

from hypothesis import given
from hypothesis import strategies as st

from copydesk.align import align

SOURCE = [
    "El puerto de Lúmbria cerró el martes por la tormenta.",
    "Unos 1.250 pasajeros esperaron en la estación marítima.",
    "La naviera Corvalán fletó tres autobuses, y el ayuntamiento abrió el polideportivo.",
    "Nadie resultó herido.",
    "El servicio volverá el jueves a las 7:30.",
]
TARGET = [
    "Le port de Lúmbria a fermé mardi à cause de la tempête.",
    "Quelque 1 250 passagers ont attendu dans la gare maritime.",
    "La compagnie Corvalán a affrété trois autocars, et la mairie a ouvert le gymnase.",
    "Personne n'a été blessé.",
    "Le service reprendra jeudi à 7 h 30.",
]


def _shapes(source: list[str], target: list[str]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in align(source, target, "es", "fr")]


def test_sentence_for_sentence_is_found_with_confidence() -> None:
    beads = align(SOURCE, TARGET, "es", "fr")
    assert [(b.source, b.target) for b in beads] == [((n,), (n,)) for n in range(5)]
    assert min(b.confidence for b in beads) > 0.8


def test_a_sentence_cut_in_two_is_a_one_to_two_link() -> None:
    first, second = TARGET[2].split(", ")
    assert ((2,), (2, 3)) in _shapes(SOURCE, [*TARGET[:2], first + ".", second, *TARGET[3:]])


def test_two_sentences_joined_are_a_two_to_one_link() -> None:
    joined = f"{TARGET[0][:-1]} et {TARGET[1]}"
    assert ((0, 1), (0,)) in _shapes(SOURCE, [joined, *TARGET[2:]])


def test_an_omission_and_an_insertion_stand_alone() -> None:
    shapes = _shapes(
        SOURCE, [*TARGET[:1], *TARGET[2:], "Lire aussi : notre dossier sur la météo de la côte."]
    )
    assert ((1,), ()) in shapes
    assert ((), (4,)) in shapes


def test_an_empty_side_leaves_all_sentences_alone() -> None:
    assert _shapes(SOURCE, []) == [((n,), ()) for n in range(5)]
    assert _shapes([], TARGET) == [((), (n,)) for n in range(5)]
    assert align([], [], "es", "fr") == ()


def test_long_texts_are_followed_through_a_large_gap() -> None:
    source = [f"{sentence} Código Zq{n}." for n in range(40) for sentence in SOURCE]
    target = [f"{sentence} Code Zq{n}." for n in range(40) for sentence in TARGET]
    found = _shapes(source, target[:60] + target[110:])
    assert ((0,), (0,)) in found
    assert ((199,), (149,)) in found
    assert sum(link == ((n,), (n - 50,)) for n in range(115, 200) for link in found) > 75


SENTENCES = st.lists(st.text(alphabet="abcÀÉ 0123.,", min_size=1, max_size=40), max_size=12)


@given(SENTENCES, SENTENCES)
def test_every_sentence_is_in_exactly_one_bead_in_order(source: list[str], target: list[str]) -> None:
    beads = align(source, target, "es", "xx")
    assert [n for bead in beads for n in bead.source] == list(range(len(source)))
    assert [n for bead in beads for n in bead.target] == list(range(len(target)))
    assert all(0 <= bead.confidence <= 1 for bead in beads)

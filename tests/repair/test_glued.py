"""Glued words are parted only where nothing else explains them."""

import pytest

from copydesk.data import Certainty
from copydesk.repair.glued import glued
from copydesk.text.apply import apply


class Few:
    """A word list of a few words; short ones count as common too."""

    def __init__(self, *words: str) -> None:
        self.words = set(words)

    def common(self, word: str) -> bool:
        return word in self.words

    def known(self, word: str) -> bool:
        return word in self.words


WORDS = Few(
    "similaire", "bien", "chose", "sur", "laquelle", "groupes", "super", "porte", "avions", "portea", "vions"
)


def parted(text: str) -> str:
    edits, _ = glued(text, WORDS)
    return apply(text, edits)


def test_two_words_become_two() -> None:
    edits, findings = glued("une chose similairebien que", WORDS)
    assert [(edit.before, edit.after, edit.certainty) for edit in edits] == [
        ("similairebien", "similaire bien", Certainty.CERTAIN)
    ]
    assert "similaire and bien are" in edits[0].evidence
    assert findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "une chose similaire bien",
        "des supergroupes",  # a prefix
        "www.similairebien.fr et similairebien@web.fr",
        "un-similairebien",
        "l'similairebien",
        "Similairebien",
        "similairechos",  # one half is no word
        "similairebien2",
    ],
)
def test_what_may_be_one_word_stays(text: str) -> None:
    assert parted(text) == text


def test_a_word_known_elsewhere_stays() -> None:
    assert glued("similairebien", WORDS, [Few("similairebien")]) == ((), ())
    assert glued("similairebien", WORDS, known={"similairebien"}) == ((), ())


def test_two_ways_to_part_are_proposed_and_not_made() -> None:
    (edit,), (finding,) = glued("un porteavions gris", WORDS)
    assert edit.certainty is Certainty.UNKNOWN
    assert set(edit.candidates) == {"porte avions", "portea vions"}
    assert finding.target == (edit.span,)


def test_a_word_one_letter_from_another_may_be_misspelt() -> None:
    (edit,), (finding,) = glued("similairebien", Few("similaire", "bien", "similairebiel"))
    assert edit.certainty is Certainty.UNKNOWN
    assert "similairebiel" in finding.message

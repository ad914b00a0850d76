from copydesk.data import Candidate, Protection, Span
from copydesk.translate.restored import restored


def candidate(text: str, *unknown: str, kept: tuple[Protection, ...] = ()) -> Candidate:
    spans = tuple(Span(text.index(word), text.index(word) + len(word)) for word in unknown)
    return Candidate(text, unknown=spans, kept=kept)


def test_a_worn_name_goes_back_to_the_source() -> None:
    given = candidate("La marque Cerç gagne.", "Cerç")
    done = restored(given, "La marca Cierzo gana.")
    assert done.text == "La marque Cierzo gagne."
    assert [span.of(done.text) for span in done.unknown] == ["Cierzo"]


def test_a_name_of_the_source_stays() -> None:
    given = candidate("Larraga a parlé.", "Larraga")
    assert restored(given, "Habló Larraga.") == given


def test_two_like_names_leave_the_doubt() -> None:
    given = candidate("Cerç gagne.", "Cerç")
    assert restored(given, "Cierzo gana a Cierza.") == given


def test_an_unlike_name_stays() -> None:
    given = candidate("Cerç gagne.", "Cerç")
    assert restored(given, "Mistral gana.") == given


def test_a_common_word_is_not_a_name() -> None:
    given = candidate("Le cerç souffle.", "cerç")
    assert restored(given, "El Cierzo sopla.") == given


def test_a_protected_span_is_left_alone() -> None:
    kept = (Protection(Span(0, 4), "Cerç", "name"),)
    given = candidate("Cerç gagne.", "Cerç", kept=kept)
    assert restored(given, "Cierzo gana.") == given

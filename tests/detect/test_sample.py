from hypothesis import given
from hypothesis import strategies as st

from copydesk.detect.sample import sample


def test_a_short_text_is_its_own_sample() -> None:
    assert sample("Una frase corta.", 100) == "Una frase corta."


def test_a_sample_reaches_from_start_to_end_in_whole_words() -> None:
    words = [f"palabra{n}" for n in range(1000)]
    taken = sample(" ".join(words), 400).split()
    assert taken[0] == "palabra0"
    assert taken[-1] == "palabra999"
    assert set(taken) <= set(words)


@given(st.text(max_size=3000), st.integers(100, 500))
def test_a_sample_is_bounded(text: str, size: int) -> None:
    assert len(sample(text, size)) <= max(len(text) if len(text) <= size else 0, size + 4 * 80 + 3)

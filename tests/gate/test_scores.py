import pytest
import sacrebleu

from copydesk.gate.metrics import METRICS, Compared, Scorer
from copydesk.gate.significance import difference

REFERENCES = [f"Le train {n} est parti de la gare du nord à midi." for n in range(70)]
OUTPUTS = [text.replace("parti", "sorti") if n % 3 else text for n, text in enumerate(REFERENCES)]


@pytest.mark.parametrize(
    ("name", "whole"),
    [("bleu", sacrebleu.corpus_bleu), ("chrf", sacrebleu.corpus_chrf), ("ter", sacrebleu.corpus_ter)],
)
def test_sums_of_statistics_give_sacrebleus_scores(name: str, whole: object) -> None:
    assert callable(whole)
    scorer = Scorer((name,))
    for n, (output, reference) in enumerate(zip(OUTPUTS, REFERENCES, strict=True)):
        scorer.add(Compared("", output, reference), ("article a" if n < 35 else "article b",), str(n))
    total, *articles = scorer.scores()
    assert total.value == pytest.approx(whole(OUTPUTS, [REFERENCES]).score)
    assert [score.segments for score in articles] == [35, 35]
    assert "version:" in total.signature


def test_equals_do_not_differ_and_a_clear_loss_does() -> None:
    metric = METRICS.load("chrf")()
    pairs = [Compared("", output, reference) for output, reference in zip(OUTPUTS, REFERENCES, strict=True)]
    good = [Compared("", reference, reference) for reference in REFERENCES]
    rows, best = metric.statistics(pairs) * 3, metric.statistics(good) * 3
    same = difference("chrf", metric, rows, rows, resamples=200, seed=1)
    assert not same.significant
    worse = difference("chrf", metric, best, rows, resamples=200, seed=1)
    assert worse.significant
    assert worse.delta < 0
    few = difference("chrf", metric, best[:50], rows[:50], resamples=200, seed=1)
    assert not few.significant
    with pytest.raises(ValueError, match="one to one"):
        difference("chrf", metric, rows, rows[:3], resamples=200, seed=1)

"""The NUL-framed child processes."""

import pytest

from copydesk.errors import EngineError
from copydesk.translate.pipeline import NulPipeline


def test_one_answer_per_unit_in_order() -> None:
    pipeline = NulPipeline([["cat"], ["cat"]], name="test")
    units = [f"unidad {n} ñ" for n in range(5000)]
    assert pipeline.exchange(units, deadline=20) == units
    assert pipeline.exchange(["otra"], deadline=20) == ["otra"]
    pipeline.close()
    assert not pipeline.running


def test_a_stray_nul_does_not_add_a_unit() -> None:
    pipeline = NulPipeline([["cat"]], name="test")
    assert pipeline.exchange(["a\0b", "c"], deadline=20) == ["a b", "c"]
    pipeline.close()


def test_a_dying_process_is_an_error_and_the_next_exchange_starts_anew() -> None:
    pipeline = NulPipeline([["head", "-c", "0"]], name="test")
    with pytest.raises(EngineError, match="test"):
        pipeline.exchange(["a"], deadline=20)
    assert not pipeline.running


def test_a_silent_process_runs_into_the_deadline() -> None:
    pipeline = NulPipeline([["sleep", "60"]], name="test")
    with pytest.raises(EngineError, match="in time"):
        pipeline.exchange(["a"], deadline=0.2)
    assert not pipeline.running


def test_a_missing_program_names_the_remedy() -> None:
    with pytest.raises(EngineError) as raised:
        NulPipeline([["no-such-program-here"]], name="test").exchange(["a"], deadline=5)
    assert "apt-get install" in raised.value.remedy

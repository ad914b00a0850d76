"""COMET and CometKiwi through unbabel-comet. The weights are fetched by that library on first use.

CometKiwi's weights are gated and not for commercial use; whoever asks for it has accepted that. Models are
named by ``COPYDESK_COMET`` and ``COPYDESK_COMETKIWI`` (a name on the hub, or a checkpoint on disk).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from comet import download_model, load_from_checkpoint

from copydesk.errors import EngineError
from copydesk.gate.metrics import Compared


class CometMetric:
    """The mean of a model's scores per segment, times 100."""

    better = 1

    def __init__(self, name: str, *, reference: bool) -> None:
        self._name, self._reference = name, reference
        try:
            path = name if Path(name).is_file() else download_model(name)
            self._model = load_from_checkpoint(path)
        except (OSError, KeyError, RuntimeError) as error:
            raise EngineError(
                f"the model {name} cannot be loaded: {error}",
                remedy="Check its name, the network and your access to it",
            ) from error

    def signature(self) -> str:
        """The model's name."""
        return f"comet|model:{self._name}"

    def statistics(self, batch: Sequence[Compared]) -> list[list[float]]:
        """Per segment its score and 1."""
        data = [
            {"src": pair.source, "mt": pair.target} | ({"ref": pair.reference} if self._reference else {})
            for pair in batch
        ]
        predicted = self._model.predict(data, batch_size=8, gpus=0, progress_bar=False)
        return [[float(score), 1.0] for score in predicted.scores]

    def score(self, total: Sequence[float]) -> float:
        """The mean, times 100."""
        return 100 * total[0] / total[1] if total[1] else 0.0


def comet() -> CometMetric:
    """COMET with a reference."""
    return CometMetric(os.environ.get("COPYDESK_COMET", "Unbabel/wmt22-comet-da"), reference=True)


def cometkiwi() -> CometMetric:
    """CometKiwi, without a reference."""
    name = os.environ.get("COPYDESK_COMETKIWI", "Unbabel/wmt22-cometkiwi-da")
    return CometMetric(name, reference=False)

"""CTranslate2: production speed on CPUs. torch is never imported here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ctranslate2

from copydesk.errors import EngineError
from copydesk.models.home import Installed
from copydesk.translate.cores import cores
from copydesk.translate.neural.backend import Backend, Bucket, Decoding, Hypothesis
from copydesk.translate.neural.engine import NeuralEngine

BUDGET = 400
"""Padded tokens of a bucket: some fifteen sentences, enough rows to fill the processor, few to pad."""

PATIENCE = 2
"""Ended outputs, in beams, that end the search. At CTranslate2's own 1, the first few to end, short ones that
lost words, push out better ones that are still being written: that cost 4 of 160 toy sentences, at 2 none."""


class Ct2Engine(NeuralEngine):
    """Installed models in CTranslate2's form, on all cores."""

    name = "ct2"
    package = "ctranslate2"

    def usable(self, model: Installed) -> bool:
        """Whether there is a ``ct2`` folder."""
        return model.ct2.is_dir()

    def budget(self, model: Installed) -> int:
        """Many at a time with 8-bit weights: sums of whole numbers are exact in any order.

        Float products are summed in an order that depends on the rows of the matrix; there it is one.
        """
        return BUDGET if model.card.quantisation.startswith("int8") else 1

    def load(self, model: Installed) -> Backend:
        """One translator with a worker per core and one thread per worker."""
        return Ct2Backend(model.ct2, workers=self._options.workers or cores())


class Ct2Backend:
    """One loaded translator. ``workers`` buckets are decoded at a time, each by one thread.

    One thread per worker and a worker per core is 1.3 to 3.7 times faster on two cores than the reverse:
    threads that share a matrix wait for each other at every layer.
    """

    def __init__(self, folder: Path, *, workers: int) -> None:
        try:
            self._translator = ctranslate2.Translator(
                str(folder),
                device="cpu",
                inter_threads=workers,
                intra_threads=1,
                max_queued_batches=-1,
            )
        except (RuntimeError, ValueError) as error:
            raise EngineError(f"{folder.parent.name} cannot be loaded: {error}") from error

    def decode(self, buckets: Sequence[Bucket], decoding: Decoding) -> list[list[tuple[Hypothesis, ...]]]:
        """All buckets are queued at once, so that no worker waits."""
        try:
            waiting = [self._submit(bucket, decoding) for bucket in buckets]
            return [
                [_hypotheses(one.result(), bucket) for one in results]
                for bucket, results in zip(buckets, waiting, strict=True)
            ]
        except (RuntimeError, ValueError) as error:
            raise EngineError(f"ct2: {error}") from error

    def close(self) -> None:
        """Free the weights."""
        self._translator.unload_model()

    def _submit(self, bucket: Bucket, decoding: Decoding) -> list[Any]:
        prefix = [list(bucket.prefix)] * len(bucket.sources) if bucket.prefix else None
        results: list[Any] = self._translator.translate_batch(
            [list(tokens) for tokens in bucket.sources],
            prefix,
            asynchronous=True,
            beam_size=decoding.beam,
            patience=PATIENCE,
            num_hypotheses=decoding.count,
            no_repeat_ngram_size=decoding.no_repeat,
            disable_unk=True,
            max_input_length=0,
            max_decoding_length=bucket.cap,
            min_decoding_length=bucket.cap if decoding.exact else 1,
            return_scores=True,
            return_attention=bucket.attention,
        )
        return results


def _hypotheses(result: Any, bucket: Bucket) -> tuple[Hypothesis, ...]:
    skip = len(bucket.prefix)
    found = []
    for n, tokens in enumerate(result.hypotheses):
        ended = len(tokens) < bucket.cap
        attention = result.attention[n][skip:] if bucket.attention else ()
        logprob = result.scores[n] * (len(tokens) + ended)
        found.append(Hypothesis(tuple(tokens[skip:]), logprob, ended, attention))
    return tuple(found)

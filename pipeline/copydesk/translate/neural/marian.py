"""MarianMT in transformers: the reference that the fast engine is compared with."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from transformers import MarianMTModel

from copydesk.errors import EngineError
from copydesk.models.home import Installed
from copydesk.translate.neural.backend import Backend, Bucket, Decoding, Hypothesis
from copydesk.translate.neural.engine import NeuralEngine


class MarianEngine(NeuralEngine):
    """Installed Marian models as they were published, in 32-bit floats.

    Sentences are decoded one at a time: float matrices of other shapes are summed in another order, so a
    sentence's answer could depend on its neighbours. Use ``ct2`` for speed.
    """

    name = "marian"
    package = "transformers"

    def usable(self, model: Installed) -> bool:
        """Whether it is a Marian model with its reference weights."""
        return model.card.family == "marian" and model.reference.is_dir()

    def budget(self, model: Installed) -> int:  # noqa: ARG002 - the same for each
        """One sentence at a time."""
        return 1

    def load(self, model: Installed) -> Backend:
        """The model in memory; only safetensors are read, from this folder only.

        One thread, unless ``workers`` says more: one sentence is too small a matrix to share.
        """
        torch.set_num_threads(self._options.workers or 1)
        return MarianBackend(model.reference)


class MarianBackend:
    """One loaded model."""

    def __init__(self, folder: Path) -> None:
        try:
            self._model: Any = MarianMTModel.from_pretrained(
                folder,
                local_files_only=True,
                use_safetensors=True,
                attn_implementation="eager",  # the one that gives attention away
            )
            self._ids: dict[str, int] = json.loads((folder / "vocab.json").read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise EngineError(f"{folder.parent.name} cannot be loaded: {error}") from error
        self._model.eval()
        self._tokens = {number: token for token, number in self._ids.items()}
        self._end, self._unknown, self._pad = (self._ids[t] for t in ("</s>", "<unk>", "<pad>"))

    def decode(self, buckets: Sequence[Bucket], decoding: Decoding) -> list[list[tuple[Hypothesis, ...]]]:
        """Bucket by bucket."""
        with torch.inference_mode():
            return [self._bucket(bucket, decoding) for bucket in buckets]

    def close(self) -> None:
        """Free the weights."""
        self._model = None

    def _bucket(self, bucket: Bucket, decoding: Decoding) -> list[tuple[Hypothesis, ...]]:
        rows = [[self._ids.get(token, self._unknown) for token in source] for source in bucket.sources]
        width = max(map(len, rows))
        ids = torch.tensor([row + [self._pad] * (width - len(row)) for row in rows])
        out = self._model.generate(
            input_ids=ids,
            attention_mask=(ids != self._pad).long(),
            do_sample=False,
            num_beams=decoding.beam,
            num_return_sequences=decoding.count,
            no_repeat_ngram_size=decoding.no_repeat,
            length_penalty=1.0,
            max_length=None,
            max_new_tokens=bucket.cap,
            min_new_tokens=bucket.cap if decoding.exact else None,
            forced_eos_token_id=None,
            suppress_tokens=[self._unknown, self._pad],
            bad_words_ids=None,
            return_dict_in_generate=True,
            output_scores=True,
            output_attentions=bucket.attention,
        )
        beams = getattr(out, "beam_indices", None)
        gained = self._model.compute_transition_scores(
            out.sequences, out.scores, beams, normalize_logits=beams is None
        )
        found = [self._hypothesis(out, n, gained[n], bucket) for n in range(len(out.sequences))]
        count = decoding.count
        return [tuple(found[start : start + count]) for start in range(0, len(found), count)]

    def _hypothesis(self, out: Any, number: int, gained: Any, bucket: Bucket) -> Hypothesis:
        ids = out.sequences[number].tolist()[1:]
        ended = self._end in ids
        length = ids.index(self._end) if ended else len(ids)
        logprob = float(gained[: length + ended].sum())
        attention = self._attention(out, number, length) if bucket.attention else ()
        return Hypothesis(tuple(self._tokens[i] for i in ids[:length]), logprob, ended, attention)

    def _attention(self, out: Any, number: int, length: int) -> list[list[float]]:
        """The last layer's cross-attention, its heads' mean, along the beam that won."""
        beams = getattr(out, "beam_indices", None)
        rows = []
        for step in range(length):
            row = number if beams is None else int(beams[number][step])
            rows.append(out.cross_attentions[step][-1][row, :, -1].mean(dim=0).tolist())
        return rows

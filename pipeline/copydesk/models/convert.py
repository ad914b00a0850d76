"""Published weights to CTranslate2's own form."""

from __future__ import annotations

import shutil
import warnings
from pathlib import Path
from typing import Any

from copydesk.errors import CopydeskError, PluginError
from copydesk.models.card import Card
from copydesk.models.refusal import refuse_unsafe

SPM = {
    "marian": ("source.spm", "target.spm"),
    "nllb": ("sentencepiece.bpe.model",),
    "m2m100": ("sentencepiece.bpe.model",),
    "madlad": ("spiece.model",),
}
"""The SentencePiece models of each family, by the names they are published under."""


def convert(card: Card, reference: Path, out: Path) -> None:
    """Convert the weights in ``reference`` into the new folder ``out``, quantised as ``card`` says.

    The folder is complete: the SentencePiece models go with the weights. Only safetensors are read.

    Raises:
        ModelRefusedError: the folder holds pickled weights or code.
        CopydeskError: a file is missing, or the model cannot be converted.
        PluginError: a package is missing.
    """
    refuse_unsafe(reference)
    for name in SPM[card.family]:
        if not (reference / name).is_file():
            raise CopydeskError(f"{card.name}: {name} is missing", remedy="Add a complete folder")
    try:
        _converter(reference).convert(str(out), quantization=card.quantisation)
    except (RuntimeError, ValueError, KeyError, OSError, NotImplementedError) as error:
        raise CopydeskError(f"{card.name} cannot be converted: {error}") from error
    for name in SPM[card.family]:
        shutil.copyfile(reference / name, out / name)


def _converter(reference: Path) -> Any:
    try:
        from ctranslate2.converters.transformers import TransformersConverter
        from transformers.utils import logging
    except ModuleNotFoundError as error:
        raise PluginError(
            f"converting a model needs the package {error.name}",
            remedy="Run: pip install 'copydesk[neural]'",
        ) from error

    class Offline(TransformersConverter):  # type: ignore[misc]
        """Reads this folder only, and safetensors only."""

        def load_model(self, model_class: Any, model_name_or_path: str, **kwargs: Any) -> Any:
            kwargs |= {"use_safetensors": True, "local_files_only": True}
            return model_class.from_pretrained(model_name_or_path, **kwargs)

        def load_tokenizer(self, tokenizer_class: Any, model_name_or_path: str, **kwargs: Any) -> Any:
            with warnings.catch_warnings():  # it misses sacremoses, which only its text methods use
                warnings.simplefilter("ignore", UserWarning)
                return tokenizer_class.from_pretrained(model_name_or_path, local_files_only=True, **kwargs)

    logging.disable_progress_bar()
    return Offline(str(reference))

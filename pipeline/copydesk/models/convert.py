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
    need_complete(card, reference)
    try:
        _converter(reference).convert(str(out), quantization=card.quantisation)
    except OSError as error:
        if error.errno is not None:  # the disk; else the library's own word for a file it cannot read
            raise
        raise _unconverted(card, reference, error) from error
    except CopydeskError:
        raise
    except Exception as error:  # whatever a stranger's weights make the libraries raise
        raise _unconverted(card, reference, error) from error
    for name in SPM[card.family]:
        shutil.copyfile(reference / name, out / name)


def need_complete(card: Card, reference: Path) -> None:
    """Make sure that the small files of the model are there.

    Raises:
        CopydeskError: naming the missing one.
    """
    for name in ("config.json", *SPM[card.family]):
        if not (reference / name).is_file():
            raise CopydeskError(f"{card.name}: {name} is missing", remedy="Add a complete folder")


def _unconverted(card: Card, reference: Path, error: Exception) -> CopydeskError:
    text = " ".join(str(error).replace(str(reference), card.name).split())
    return CopydeskError(
        f"{card.name} cannot be converted ({type(error).__name__}: {text[:200]})",
        remedy="Its files do not fit together, or are damaged; fetch them again",
    )


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
            kwargs |= {"use_safetensors": True, "local_files_only": True, "output_loading_info": True}
            model, told = model_class.from_pretrained(model_name_or_path, **kwargs)
            if lacking := sorted(told["missing_keys"]):  # else they would be random numbers
                raise ValueError(f"the weights lack {', '.join(lacking[:3])}")
            return model

        def load_tokenizer(self, tokenizer_class: Any, model_name_or_path: str, **kwargs: Any) -> Any:
            with warnings.catch_warnings():  # it misses sacremoses, which only its text methods use
                warnings.simplefilter("ignore", UserWarning)
                return tokenizer_class.from_pretrained(model_name_or_path, local_files_only=True, **kwargs)

    logging.disable_progress_bar()
    return Offline(str(reference))

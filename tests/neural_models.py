"""Fixtures for neural engines: the toy Marian, published and installed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

BUILDER = Path(__file__).with_name("toy_marian.py")


@pytest.fixture(scope="session")
def published(request: pytest.FixtureRequest) -> Path:
    """The toy Marian as the hub would have it. Trained once, in a child, and kept in pytest's cache."""
    digest = hashlib.sha256(BUILDER.read_bytes()).hexdigest()[:16]
    folder = Path(request.config.cache.mkdir(f"toy-marian-{digest}")) / "model"
    with FileLock(folder.with_name("training.lock")):  # several test processes, one training
        if not folder.is_dir():
            trained = folder.with_name("training")
            shutil.rmtree(trained, ignore_errors=True)
            quiet = os.environ | {"HF_HUB_DISABLE_PROGRESS_BARS": "1"}
            subprocess.run([sys.executable, str(BUILDER), str(trained)], check=True, env=quiet, timeout=600)
            trained.rename(folder)
    return folder


@pytest.fixture(scope="session")
def pickled(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy Marian laid out as Helsinki's repositories are: a pickle of the old kind, no safetensors.

    Its embedding has four names for one tensor; TensorFlow's and Rust's weights stand beside it.
    """
    import torch
    from transformers import MarianMTModel

    folder = tmp_path_factory.mktemp("pickled") / "opus-mt-es-fr"
    shutil.copytree(published, folder, ignore=shutil.ignore_patterns("*.safetensors"))
    weights = MarianMTModel.from_pretrained(published).state_dict()
    assert weights["lm_head.weight"].data_ptr() == weights["model.shared.weight"].data_ptr()
    torch.save(weights, folder / "pytorch_model.bin", _use_new_zipfile_serialization=False)
    torch.save(weights, folder / "rust_model.ot")
    (folder / "tf_model.h5").write_bytes(b"\x89HDF\r\n\x1a\n")
    (folder / ".gitattributes").write_text("*.bin filter=lfs\n")
    (folder / "README.md").write_text("---\nlicense: apache-2.0\n---\n")
    config = json.loads((folder / "config.json").read_text())
    old = {"num_beams": 6, "max_length": 512, "bad_words_ids": [[config["pad_token_id"]]], "_num_labels": 3}
    (folder / "config.json").write_text(json.dumps(config | old))
    (folder / "generation_config.json").unlink(missing_ok=True)
    return folder


@pytest.fixture(scope="session")
def home_template(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A models folder with ``toy-es-fr`` installed by the command line, as a user would."""
    home = tmp_path_factory.mktemp("home") / "models"
    command = [sys.executable, "-m", "copydesk", "models", "add", str(published)]
    command += ["--name", "toy-es-fr", "--licence", "Apache-2.0"]
    subprocess.run(command, check=True, env=os.environ | {"COPYDESK_MODELS": str(home)}, timeout=600)
    return home


@pytest.fixture
def models_home(home_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A models folder of this test's own, with ``toy-es-fr`` in it."""
    home = tmp_path / "models"
    shutil.copytree(home_template, home)
    monkeypatch.setenv("COPYDESK_MODELS", str(home))
    return home


@pytest.fixture
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A models folder without models."""
    home = tmp_path / "models"
    monkeypatch.setenv("COPYDESK_MODELS", str(home))
    return home


Python = Callable[[str], "subprocess.CompletedProcess[str]"]


@pytest.fixture
def python(models_home: Path) -> Python:
    """Run a piece of Python in a process of its own, with the toy model installed."""

    def call(code: str) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"COPYDESK_MODELS": str(models_home)}
        return subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, env=environment, timeout=300
        )

    return call

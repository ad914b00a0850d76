from pathlib import Path

import pytest

from copydesk.config.load import load, toml_value
from copydesk.config.settings import Settings
from copydesk.errors import ConfigError


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "desk.toml"
    path.write_text(text, "utf-8")
    return path


def test_flags_beat_environment_beats_file_beats_defaults(tmp_path: Path) -> None:
    file = write(tmp_path, '[translate]\nengine = "file"\npivot = "ca"\n[run]\nbatch = 5\n')
    environment = {"COPYDESK_TRANSLATE_ENGINE": "environment", "COPYDESK_RUN_BATCH": "7", "PATH": "/bin"}
    settings = load(file=file, environment=environment, flags={"run": {"batch": 9}})
    assert settings.run.batch == 9
    assert settings.translate.engine == "environment"
    assert settings.translate.pivot == "ca"
    assert settings.segment == Settings().segment


def test_a_misspelt_key_is_refused_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"translate\.engin is not a setting. Did you mean engine\?"):
        load(file=write(tmp_path, '[translate]\nengin = "x"\n'), environment={}, flags={})


def test_a_misspelt_section_is_refused_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"Did you mean translate\?"):
        load(file=write(tmp_path, "[translat]\nx = 1\n"), environment={}, flags={})


def test_a_wrong_value_names_its_place(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"run\.batch"):
        load(file=write(tmp_path, "[run]\nbatch = 0\n"), environment={}, flags={})


def test_broken_toml_names_the_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="line 2"):
        load(file=write(tmp_path, "[run]\nbatch =\n"), environment={}, flags={})


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml"):
        load(file=tmp_path / "none.toml", environment={}, flags={})


def test_a_key_outside_any_section_is_explained(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="not a section"):
        load(file=write(tmp_path, "batch = 3\n"), environment={}, flags={})


@pytest.mark.parametrize(
    ("text", "value"), [("3", 3), ("true", True), ('["a"]', ["a"]), ("es,ca", "es,ca"), ("", "")]
)
def test_environment_values_are_toml_or_text(text: str, value: object) -> None:
    assert toml_value(text) == value


CONFIGS = sorted((Path(__file__).parents[2] / "configs").glob("*.toml"))


@pytest.mark.parametrize("path", CONFIGS, ids=lambda path: path.name)
def test_every_shipped_configuration_loads(path: Path) -> None:
    load(file=path, environment={}, flags={})


def test_the_default_configuration_shows_every_setting_with_its_default() -> None:
    shipped = load(file=CONFIGS[0].parent / "default.toml", environment={}, flags={})
    assert shipped == Settings()
    import tomllib

    shown = tomllib.loads((CONFIGS[0].parent / "default.toml").read_text("utf-8"))
    for section, options in Settings():
        settable = {name for name, value in options if value is not None}
        assert settable <= set(shown[section]), section

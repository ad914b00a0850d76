"""Every command as a user calls it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from copydesk.cli.table import COMMANDS

SPANISH = (
    "El puerto reabre tras el temporal\n\n"
    "El puerto de la ciudad reabrió ayer después de 3 días de cierre. Unos 120 barcos esperaban fuera.\n\n"
    "La autoridad calcula que el 40 % de la carga llegará en 2030 por tren.\n"
)
DAMAGED = (
    "Le port rouvre après la tempête\n\n"
    "Le port de la ville a rouvert hier après XNUMX jours de fermeture. Environ 120 navires attendaient.\n\n"
    "L'autorité calcule que 2030% du fret arrivera d'ici XNUMX par le train.\n"
)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    source, target = tmp_path / "puerto.es.txt", tmp_path / "port.fr.txt"
    source.write_text(SPANISH, "utf-8")
    target.write_text(DAMAGED, "utf-8")
    return source, target


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_exit_code_of_0(desk: Any, command: str) -> None:
    result = desk(command, "--help")
    assert result.returncode == 0
    assert "Usage:" in result.stdout
    if command != "doctor":
        assert f"\n  Examples:\n    copydesk {command} " in result.stdout


def test_every_command_is_in_the_readme() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert [command for command in COMMANDS if f"copydesk {command}" not in readme] == []


def test_an_unknown_command_exits_2(desk: Any) -> None:
    assert desk("rnu").returncode == 2


def test_repair_mends_what_the_source_proves_and_leaves_all_else(desk: Any, pair: tuple[Path, Path]) -> None:
    result = desk("repair", "port.fr.txt", "--source", "puerto.es.txt")
    assert result.returncode == 0, result.stderr
    expected = DAMAGED.replace("après XNUMX jours", "après 3 jours")
    expected = expected.replace("2030% du fret arrivera d'ici XNUMX", "40 % du fret arrivera d'ici 2030")
    assert result.stdout == expected
    assert "the source says 3" in result.stderr


def test_repair_without_the_source_invents_nothing_and_exits_1(desk: Any, pair: tuple[Path, Path]) -> None:
    result = desk("repair", "port.fr.txt")
    assert result.returncode == 1
    assert result.stdout == DAMAGED
    assert "XNUMX stands where" in result.stderr


def test_repair_writes_the_file_when_told(desk: Any, pair: tuple[Path, Path]) -> None:
    assert desk("repair", "port.fr.txt", "--source", "puerto.es.txt", "--write").returncode == 0
    assert "XNUMX" not in pair[1].read_text("utf-8")


def test_repair_reports_edits_with_their_proof_as_json(desk: Any, pair: tuple[Path, Path]) -> None:
    report = json.loads(desk("repair", "port.fr.txt", "--source", "puerto.es.txt", "--json").stdout)
    assert report["findings"] == []
    assert [report["edits"][0][side] for side in ("before", "after")] == ["XNUMX", "3"]
    assert all(edit["certainty"] == "certain" and edit["reason"] for edit in report["edits"])


def test_repair_by_lines_keeps_the_line_count(desk: Any, tmp_path: Path) -> None:
    (tmp_path / "a.es").write_text("Murieron 5 personas.\nNada.\n\n", "utf-8")
    (tmp_path / "a.fr").write_text("XNUMX personnes sont mortes.\nRien.\n\n", "utf-8")
    languages = ("--language", "fr", "--source", "a.es", "--source-language", "es")
    result = desk("repair", "a.fr", "--lines", *languages)
    assert result.stdout == "5 personnes sont mortes.\nRien.\n\n"
    records = [
        json.loads(line)
        for line in desk("repair", "a.fr", "--lines", "--json", *languages).stdout.splitlines()
    ]
    assert [record["line"] for record in records] == [1, 2, 3]
    assert [len(record["edits"]) for record in records] == [1, 0, 0]


def test_repair_of_unequal_files_is_refused(desk: Any, tmp_path: Path) -> None:
    (tmp_path / "a.es").write_text("Uno.\n", "utf-8")
    (tmp_path / "a.fr").write_text("Un.\nDeux.\n", "utf-8")
    languages = ("--language", "fr", "--source", "a.es", "--source-language", "es")
    result = desk("repair", "a.fr", "--lines", *languages)
    assert result.returncode == 2
    assert "different numbers of lines" in result.stderr


def test_translate_answers_line_by_line(desk: Any, tmp_path: Path) -> None:
    (tmp_path / "a.es").write_text("El puerto reabre.\n\nLlegan 3 barcos.\n", "utf-8")
    languages = ("--from", "es", "--to", "fr", "--engine", "counting")
    result = desk("translate", "--lines", "a.es", *languages)
    assert result.stdout == "EL PUERTO REABRE.\n\nLLEGAN 3 BARCOS.\n"
    piped = desk("translate", "--lines", "-", *languages, stdin="El puerto reabre.\n")
    assert piped.stdout == "EL PUERTO REABRE.\n"


@pytest.mark.apertium
def test_translate_speaks_french_with_the_real_engine(desk: Any) -> None:
    result = desk("translate", "--lines", "-", "--from", "es", "--to", "fr", stdin="La casa es grande.\n")
    assert result.stdout == "La maison est grande.\n"


def test_translate_of_a_missing_file_exits_2(desk: Any) -> None:
    result = desk("translate", "--lines", "none.es", "--from", "es", "--to", "fr", "--engine", "counting")
    assert result.returncode == 2
    assert "none.es cannot be read" in result.stderr


def test_detect_names_the_language_of_each_file(desk: Any, pair: tuple[Path, Path]) -> None:
    result = desk("detect", "puerto.es.txt", "port.fr.txt", "--segments", "--json")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["language"] for record in records] == ["es", "fr"]
    assert {segment["language"] for segment in records[0]["segments"]} == {"es"}


def test_detect_names_a_bad_file_and_goes_on(desk: Any, pair: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = desk("detect", "empty.txt", "puerto.es.txt")
    assert result.returncode == 4
    assert "empty.txt" in result.stderr
    assert "\tes\t" in result.stdout


@pytest.mark.parametrize("form", ["tsv", "json", "tmx", "xliff"])
def test_align_writes_each_format(desk: Any, pair: tuple[Path, Path], form: str) -> None:
    result = desk("align", "puerto.es.txt", "port.fr.txt", "--format", form)
    assert result.returncode == 0, result.stderr
    assert "Unos 120 barcos" in result.stdout
    assert "Environ 120 navires" in result.stdout


@pytest.mark.parametrize("form", ["tsv", "json", "tmx", "xliff"])
def test_align_writes_what_a_file_of_pairs_holds(desk: Any, tmp_path: Path, form: str) -> None:
    rows = (
        ("Han llegado 120 barcos.", "Environ 120 navires sont là."),
        ("Nadie salió.", "Personne n'est sorti."),
    )
    entries = "".join(f'\nmsgid "{own}"\nmsgstr "{other}"\n' for own, other in rows)
    head = 'msgid ""\nmsgstr "Language: fr\\nX-Source-Language: es\\n"\n'
    (tmp_path / "desk.po").write_text(head + entries, "utf-8")
    result = desk("align", "desk.po", "--format", form)
    assert result.returncode == 0, result.stderr
    assert all(text in result.stdout for row in rows for text in row)


def test_align_names_a_damaged_file_of_pairs(desk: Any, tmp_path: Path) -> None:
    (tmp_path / "bad.xlf").write_text("<xliff", "utf-8")
    result = desk("align", "bad.xlf")
    assert result.returncode == 4
    assert "bad.xlf" in result.stderr


@pytest.mark.apertium
def test_doctor_names_the_pairs_that_work(desk: Any) -> None:
    report = json.loads(desk("doctor", "--json").stdout)
    assert "es-fr" in report["engines"]["apertium"]
    assert desk("doctor").returncode == 0


def test_doctor_without_engines_says_what_to_install(desk: Any, tmp_path: Path) -> None:
    result = desk("doctor", PATH=str(tmp_path), PYTHONPATH="")
    assert result.returncode == 3
    assert "apt-get install" in result.stdout

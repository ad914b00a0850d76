"""The gate as CI calls it: exit codes, every report, baselines and waivers."""

from __future__ import annotations

import json
import re
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree

from command import copydesk
from conftest import Desk
from gate.material import clean_lines, seeded, write_lines

SCHEMAS = Path(__file__).parents[1] / "gate" / "schemas"
ARGUMENTS = ("check", "--source", "a.es", "--target", "a.fr")
KINDS = ("json", "junit", "sarif", "github", "summary", "gitlab", "html")


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("seeded")
    source, target = clean_lines()
    write_lines(folder, source, seeded(target, 202))
    wanted = [text for kind in KINDS for text in ("--report", f"{kind}={kind}.out")]
    result = copydesk(*ARGUMENTS, *wanted, cwd=folder)
    return result, {kind: (folder / f"{kind}.out").read_text("utf-8") for kind in KINDS}


def test_an_unchanged_corpus_passes(desk: Desk, tmp_path: Path) -> None:
    write_lines(tmp_path, *clean_lines())
    result = desk(*ARGUMENTS)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "PASSED  400 segments" in result.stdout


def test_one_changed_number_in_400_segments_shuts_the_gate(reports: Any) -> None:
    result, _ = reports
    assert result.returncode == 1
    assert "a.fr:202:" in result.stdout
    assert "FAILED  400 segments: 1 new error" in result.stdout


def _regions(finding: Any, side: str) -> tuple[Any, ...]:
    (region,) = finding[side]["regions"]
    return region["path"], region["line"], region["column"], region["end_column"]


def test_json_names_file_line_and_columns_on_both_sides(reports: Any) -> None:
    record = json.loads(reports[1]["json"])
    (finding,) = [f for f in record["findings"] if f["severity"] == "error"]
    for side, name in (("source", "a.es"), ("target", "a.fr")):
        path, line, start, end = _regions(finding, side)
        assert (path, line) == (name, 202)
        assert "214" in finding[side]["text"][start - 1 : end - 1] or side == "target"
    path, line, start, end = _regions(finding, "target")
    assert "977" in finding["target"]["text"][start - 1 : end - 1]
    assert record["version"] == 1
    assert record["exit_code"] == 1


def test_sarif_is_valid_and_points_at_both_sides(reports: Any) -> None:
    record = json.loads(reports[1]["sarif"])
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8"))
    jsonschema.Draft7Validator(schema).validate(record)
    (result,) = record["runs"][0]["results"]
    target = result["locations"][0]["physicalLocation"]
    source = result["relatedLocations"][0]["physicalLocation"]
    assert target["artifactLocation"]["uri"] == "a.fr"
    assert source["artifactLocation"]["uri"] == "a.es"
    for place, number in ((target, "977"), (source, "214")):
        region = place["region"]
        assert region["startLine"] == 202
        assert number in region["snippet"]["text"][region["startColumn"] - 1 : region["endColumn"] - 1]
    assert record["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_junit_is_valid_and_names_the_place(reports: Any) -> None:
    tree = etree.fromstring(reports[1]["junit"].encode())
    schema = etree.XMLSchema(etree.parse(str(SCHEMAS / "junit-10.xsd")))
    assert schema.validate(tree), schema.error_log
    (failure,) = [f for case in tree.iter("testcase") if case.get("name") == "numbers" for f in case]
    assert re.search(r"a\.es:202:\d+-\d+", failure.text or "")
    assert re.search(r"a\.fr:202:\d+-\d+", failure.text or "")
    assert tree.get("failures") == str(sum(1 for _ in tree.iter("failure")))


def _decode(text: str) -> str:
    return (
        text.replace("%3A", ":")
        .replace("%2C", ",")
        .replace("%0A", "\n")
        .replace("%0D", "\r")
        .replace("%25", "%")
    )


def test_github_annotations_can_be_parsed_back(reports: Any) -> None:
    (line,) = reports[1]["github"].splitlines()
    match = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
    assert match
    properties = {key: _decode(value) for key, _, value in (p.partition("=") for p in match[2].split(","))}
    assert match[1] == "error"
    assert properties["file"] == "a.fr"
    assert properties["line"] == "202"
    assert int(properties["endColumn"]) - int(properties["col"]) >= 3
    assert re.search(r"source a\.es:202:\d+-\d+", _decode(match[3]))


def test_summary_gitlab_and_html_show_the_finding(reports: Any) -> None:
    assert "| error | numbers" in reports[1]["summary"]
    assert "a.fr:202:" in reports[1]["summary"]
    (entry,) = json.loads(reports[1]["gitlab"])
    assert entry["location"]["path"] == "a.fr"
    assert entry["location"]["lines"]["begin"] == 202
    assert entry["source"][0]["path"] == "a.es"
    assert {"description", "check_name", "fingerprint", "severity"} <= set(entry)
    page = reports[1]["html"]
    assert "a.fr:202:" in page
    assert "<script" not in page
    assert "http://" not in page
    assert "https://" not in page


def test_usage_errors_are_2(desk: Desk, tmp_path: Path) -> None:
    write_lines(tmp_path, ["Hola."], ["Bonjour."])
    assert desk("check").returncode == 2
    assert desk("check", "nothing.xlf").returncode == 4
    assert desk(*ARGUMENTS, "--report", "sarf=x").returncode == 2
    assert desk(*ARGUMENTS, "--baseline", "mistyped.json").returncode == 2
    twice = desk(*ARGUMENTS, "--report", "json=-", "--report", "sarif=-")
    assert (twice.returncode, twice.stdout) == (2, "")
    assert desk(*ARGUMENTS, "--update-baseline").returncode == 2
    (tmp_path / "wrong.toml").write_text("[gate.rules.numbrs]\nseverity = 'off'\n")
    result = desk(*ARGUMENTS, "--config", "wrong.toml")
    assert result.returncode == 2
    assert "numbrs" in result.stderr


def test_a_missing_line_is_incomplete_not_a_failed_gate(desk: Desk, tmp_path: Path) -> None:
    source, target = clean_lines(20)
    write_lines(tmp_path, source, seeded(target, 3)[:-1])
    result = desk(*ARGUMENTS, "--report", "junit=out.xml")
    assert result.returncode == 4
    assert "INCOMPLETE" in result.stdout
    assert "different numbers of lines" in (tmp_path / "out.xml").read_text("utf-8")


def test_nothing_to_check_is_never_a_pass(desk: Desk, tmp_path: Path) -> None:
    write_lines(tmp_path, [], [])
    assert desk(*ARGUMENTS).returncode == 4


def test_a_crash_is_3(desk: Desk, tmp_path: Path) -> None:
    write_lines(tmp_path, *clean_lines(3))
    folder = tmp_path / "broken"
    info = folder / "broken-1.0.dist-info"
    info.mkdir(parents=True)
    (folder / "broken.py").write_text("class Broken:\n    def __init__(self, context):\n        1 / 0\n")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[copydesk.checks]\nbroken = broken:Broken\n")
    assert desk(*ARGUMENTS, PYTHONPATH=str(folder)).returncode == 3


class _Refusing(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.send_response(500)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        pass


ENGINE = """
import urllib.error, urllib.request
from copydesk.data import Candidate, Pair
from copydesk.errors import EngineError
from copydesk.translate.base import Capabilities

class Remote:
    name = "remote"
    capabilities = Capabilities(inlines=True, protections=True, deterministic=True)
    def __init__(self, options=None):
        pass
    def pairs(self):
        return (Pair("es", "fr"),)
    def fingerprint(self, pair):
        return "remote 1"
    def translate(self, batch):
        found = []
        for request in batch:
            if "MARKET" in request.text:
                try:
                    urllib.request.urlopen(urllib.request.Request("ADDRESS", data=b"x"), timeout=10)
                except urllib.error.HTTPError as error:
                    raise EngineError(f"the service answered {error.code}") from error
            found.append(Candidate("Le conseil a approuvé les travaux de la place hier soir."))
        return found
    def close(self):
        pass
"""


def test_one_http_500_of_an_engine_leaves_the_run_incomplete(desk: Desk, tmp_path: Path) -> None:
    server = HTTPServer(("127.0.0.1", 0), _Refusing)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        folder = tmp_path / "plugin"
        info = folder / "remote-1.0.dist-info"
        info.mkdir(parents=True)
        address = f"http://127.0.0.1:{server.server_port}/"
        (folder / "remote.py").write_text(ENGINE.replace("ADDRESS", address))
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: remote\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text("[copydesk.engines]\nremote = remote:Remote\n")
        (tmp_path / "in").mkdir()
        for name, text in (
            ("one", "El pleno aprobó ayer las obras."),
            ("two", "El MARKET cerró ayer las puertas."),
        ):
            (tmp_path / "in" / f"{name}.txt").write_text(f"{text}\n\n{text}\n")
        run = desk(
            "run",
            "in",
            "--from",
            "es",
            "--to",
            "fr",
            "--out",
            "out",
            "--engine",
            "remote",
            PYTHONPATH=str(folder),
        )
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert run.returncode in (3, 4)
    for target in ("out", "out.copydesk.sqlite"):
        checked = desk("check", target)
        assert checked.returncode == 4, checked.stdout + checked.stderr
        assert "not translated" in checked.stdout


def test_a_damaged_edition_is_incomplete(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text("Obras\n\nEl pleno aprobó ayer las obras de la plaza mayor.\n")
    desk("run", "in", "--from", "es", "--to", "fr", "--out", "out", "--engine", "counting")
    (page,) = (tmp_path / "out").rglob("article.xlf")
    assert desk("check", "out", "--fail-on", "never").returncode == 0
    page.write_bytes(page.read_bytes() + b"<!-- -->")
    result = desk("check", "out", "--fail-on", "never")
    assert result.returncode == 4
    assert "was changed after it was published" in result.stdout


def test_the_baseline_forgives_what_was_known_even_when_lines_move(desk: Desk, tmp_path: Path) -> None:
    source, target = clean_lines(60)
    write_lines(tmp_path, source, seeded(target, 9))
    known = (*ARGUMENTS, "--baseline", "base.json")
    assert desk(*known, "--update-baseline").returncode == 0
    (entry,) = json.loads((tmp_path / "base.json").read_text("utf-8"))["findings"].values()
    assert (entry["rule"], entry["place"], entry["count"]) == ("numbers", "a.fr, line 9", 1)
    assert entry["text"]
    assert desk(*known).returncode == 0
    moved = ["Hola.", *source], ["Bonjour.", *seeded(target, 9)]
    write_lines(tmp_path, *moved)
    assert desk(*known).returncode == 0
    write_lines(tmp_path, source, seeded(seeded(target, 9), 30))
    result = desk(*known)
    assert result.returncode == 1
    assert "1 new error" in result.stdout
    assert "a.fr:30:" in result.stdout


def test_a_significant_fall_of_a_metric_shuts_the_gate(desk: Desk, tmp_path: Path) -> None:
    source, target = clean_lines(220)
    write_lines(tmp_path, source, target)
    (tmp_path / "ref.fr").write_text("".join(f"{line}\n" for line in target), "utf-8")
    call = (
        *ARGUMENTS,
        "--reference",
        "ref.fr",
        "--metric",
        "chrf",
        "--baseline",
        "b.json",
        "--fail-on",
        "never",
    )
    assert desk(*call, "--update-baseline").returncode == 0
    write_lines(tmp_path, source, [line.replace("la", "une") for line in target])
    result = desk(*call)
    assert result.returncode == 1
    assert "chrf fell from 100.00" in result.stdout
    record = json.loads((tmp_path / "b.json").read_text("utf-8"))
    record["signatures"]["chrf"] = "another"
    (tmp_path / "b.json").write_text(json.dumps(record))
    assert desk(*call).returncode == 2


def test_waivers_need_a_reason_and_end(desk: Desk, tmp_path: Path) -> None:
    source, target = clean_lines(10)
    write_lines(tmp_path, source, seeded(target, 2))
    waiver = "[[gate.waivers]]\nrule = 'numbers'\ntext = '977'\nreason = 'agreed with the desk'\n"
    (tmp_path / "c.toml").write_text(f"{waiver}until = 2999-01-01\n")
    assert desk(*ARGUMENTS, "--config", "c.toml").returncode == 0
    (tmp_path / "c.toml").write_text(f"{waiver}until = 2001-01-01\n")
    result = desk(*ARGUMENTS, "--config", "c.toml")
    assert result.returncode == 1
    assert "ended on 2001-01-01" in result.stdout
    (tmp_path / "c.toml").write_text("[[gate.waivers]]\nrule = 'numbers'\n")
    assert desk(*ARGUMENTS, "--config", "c.toml").returncode == 2


def test_rules_have_thresholds_and_paths(desk: Desk, tmp_path: Path) -> None:
    source, target = clean_lines(10)
    write_lines(tmp_path, source, seeded(target, 2))
    for table, code in (
        ("at_most = 1", 0),
        ("per_thousand = 50.0", 1),
        ("per_thousand = 100.0", 0),
        ("skip = ['*.fr']", 0),
        ("only = ['*.de']", 0),
        ("severity = 'warning'", 0),
        ("severity = 'off'", 0),
    ):
        (tmp_path / "c.toml").write_text(f"[gate.rules.numbers]\n{table}\n")
        assert desk(*ARGUMENTS, "--config", "c.toml").returncode == code, table


def test_compare_gives_sacrebleus_scores_and_a_page(desk: Desk, tmp_path: Path) -> None:
    import sacrebleu

    source, target = clean_lines(40)
    write_lines(tmp_path, source, target)
    worse = [line.replace("euros", "dollars").replace("train", "métro") for line in target]
    (tmp_path / "b.fr").write_text("".join(f"{line}\n" for line in worse), "utf-8")
    reference = [line.replace("mairie", "ville") for line in target]
    (tmp_path / "ref.fr").write_text("".join(f"{line}\n" for line in reference), "utf-8")
    result = desk(
        "compare", "a.fr", "b.fr", "--source", "a.es", "--reference", "ref.fr", "--html", "c.html", "--json"
    )
    assert result.returncode == 0, result.stderr
    record = json.loads(result.stdout)
    for at, outputs in enumerate((target, worse)):
        assert record["scores"]["bleu"][at]["value"] == pytest.approx(
            sacrebleu.corpus_bleu(outputs, [reference]).score
        )
        assert record["scores"]["chrf"][at]["value"] == pytest.approx(
            sacrebleu.corpus_chrf(outputs, [reference]).score
        )
    page = (tmp_path / "c.html").read_text("utf-8")
    assert "<ins>" in page
    assert "leads by chrf" in page


def test_mutate_is_the_same_by_seed_and_gates_on_the_kill_rate(desk: Desk, tmp_path: Path) -> None:
    write_lines(tmp_path, *clean_lines(30))
    call = ("mutate", "--source", "a.es", "--target", "a.fr", "--class", "number-changed", "--json")
    first, second = desk(*call), desk(*call)
    assert first.returncode == 0
    assert first.stdout == second.stdout
    (killed,) = json.loads(first.stdout)["classes"]
    assert killed["made"] == 30
    assert killed["rate"] == 1.0
    (tmp_path / "off.toml").write_text(
        "[gate.rules.numbers]\nseverity = 'off'\n[gate.kill_rate]\nnumber-changed = 0.9\n"
    )
    assert desk(*call, "--config", "off.toml").returncode == 1
    assert desk("mutate", "--source", "a.es", "--target", "a.fr", "--class", "x").returncode == 2

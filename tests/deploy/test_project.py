"""What the project tells package indexes, hosts and citation tools agrees with itself."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from copydesk import __version__

ROOT = Path(__file__).parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def parsed(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def test_the_versions_of_python_that_are_named_are_those_that_are_tested() -> None:
    prefix = "Programming Language :: Python :: 3."
    named = [name.rpartition(" ")[2] for name in PROJECT["classifiers"] if name.startswith(prefix)]
    workflow = parsed(ROOT / ".github" / "workflows" / "ci.yml")
    assert workflow["jobs"]["test"]["strategy"]["matrix"]["python"] == named
    assert PROJECT["requires-python"] == f">={named[0]}"
    assert any(step.get("run") == "bash .ci/run" for step in workflow["jobs"]["test"]["steps"])


def test_a_release_needs_no_token_and_is_attested() -> None:
    job = parsed(ROOT / ".github" / "workflows" / "release.yml")["jobs"]["publish"]
    assert job["permissions"] == {"id-token": "write"}
    assert job["steps"][-1]["with"] == {"attestations": True}


def test_the_citation_is_of_this_version() -> None:
    citation = parsed(ROOT / "CITATION.cff")
    assert (citation["version"], citation["license"]) == (__version__, PROJECT["license"])


@pytest.mark.parametrize(
    "path", sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")), ids=lambda p: p.stem
)
def test_each_form_asks_something_that_must_be_answered(path: Path) -> None:
    body = parsed(path)["body"]
    assert any(field.get("validations", {}).get("required") for field in body)
    assert len({field["id"] for field in body}) == len(body)

"""Container, compose file and units ask for what exists: packages, commands, options."""

from __future__ import annotations

import configparser
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from copydesk.cli.main import app

ROOT = Path(__file__).parents[2]
UNITS = sorted((ROOT / "packaging" / "systemd").glob("*.service"))
ONLY_FOR_TESTS = {"git", "postgresql", "apertium-apy", "chromium", "chromium-driver"}


def instructions() -> list[tuple[str, str]]:
    """Name and argument of each instruction of the Dockerfile, continued lines joined."""
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text("utf-8"), flags=re.MULTILINE)
    lines = text.replace("\\\n", " ").splitlines()
    return [(line.split()[0], line.split(maxsplit=1)[1]) for line in lines if line.strip()]


def compose() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
    return content


def services() -> dict[str, dict[str, Any]]:
    services: dict[str, dict[str, object]] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))[
        "services"
    ]
    return services


def unit(path: Path) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(strict=True)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(path, "utf-8")
    return parser["Service"]


def commands() -> Iterator[list[str]]:
    """The arguments of every call of copydesk: compose file, units, and what docs/server.md tells to type."""
    for service in services().values():
        if service.get("image") == "copydesk":
            yield list(map(str, service["command"]))
    for path in UNITS:
        start = (
            unit(path)["ExecStart"]
            .replace("${TO}", "fr")
            .replace("$OPTIONS", "--every 30")
            .replace("%i", "a")
        )
        yield shlex.split(start)[1:]
    page = (ROOT / "docs" / "server.md").read_text("utf-8")
    for line in re.findall(r"^(?:docker|copydesk) .*$", page, flags=re.MULTILINE):
        called = re.search(r"^copydesk (.+)|run .*?(?: copydesk| review) ((?!\d).+)", line.split("  #")[0])
        if called and not line.startswith("docker build"):
            yield shlex.split(called[1] or called[2])


@pytest.mark.parametrize("arguments", list(commands()), ids=" ".join)
def test_every_call_is_one_that_the_command_line_understands(arguments: list[str]) -> None:
    group = typer.main.get_command(app)
    with group.make_context("copydesk", [arguments[0]]) as context:
        command = group.get_command(context, arguments[0])  # type: ignore[attr-defined]
        assert command is not None
        command.make_context(arguments[0], arguments[1:], parent=context)


def test_all_calls_are_found() -> None:
    assert {"serve", "review", "run", "doctor", "watch", "models"} <= {
        arguments[0] for arguments in commands()
    }


def test_the_container_has_the_packages_of_the_makefile_less_those_of_tests() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8").replace("\\\n", " ")
    wanted = set(re.findall(r"^APT +:= (.*)$", makefile, flags=re.MULTILINE)[0].split())
    assert wanted > ONLY_FOR_TESTS
    runs = " ".join(argument for name, argument in instructions() if name == "RUN")
    installed = re.findall(r"apt-get install -y --no-install-recommends ([^&]*)", runs)
    # The Makefile finds a Python on the machine; the image brings Debian's.
    assert set(" ".join(installed).split()) == wanted - ONLY_FOR_TESTS | {"python3", "python3-venv"}


def test_the_container_runs_copydesk_without_root_and_keeps_models_in_a_volume() -> None:
    steps = instructions()
    last = dict(steps[max(i for i, (name, _) in enumerate(steps) if name == "FROM") :])
    assert last["USER"] == "copydesk"
    assert json.loads(last["ENTRYPOINT"]) == ["copydesk"]
    models = re.search(r"COPYDESK_MODELS=(\S+)", last["ENV"])
    assert models is not None
    assert models[1] in json.loads(last["VOLUME"])
    for name, service in services().items():
        if name != "db":
            assert f"models:{models[1]}" in service["volumes"]


def test_what_the_container_copies_exists_and_is_let_through() -> None:
    ignored = (ROOT / ".dockerignore").read_text("utf-8").split()
    copied = [
        argument.split()[:-1]
        for name, argument in instructions()
        if name == "COPY" and "--from" not in argument
    ]
    for name in [name for names in copied for name in names]:
        assert (ROOT / name).exists()
        assert f"!{name}" in ignored


def test_a_port_is_open_on_this_machine_alone_and_volumes_are_declared() -> None:
    declared = compose()["volumes"]
    for service in services().values():
        assert all(port.startswith("127.0.0.1:") for port in service.get("ports", ()))
        assert all(volume.split(":")[0] in declared for volume in service["volumes"])


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_unit_runs_without_root_and_gives_up_on_wrong_settings(path: Path) -> None:
    service = unit(path)
    assert service["User"] == "copydesk"
    assert service["RestartPreventExitStatus"] == "2"
    assert service["NoNewPrivileges"] == "yes"

"""The GitHub Action: its inputs as arguments of ``copydesk check``, its outputs for later steps."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path

import typer

from copydesk.cli.main import app
from copydesk.cli.present import guarded
from copydesk.errors import ConfigError


def run_action(environment: Mapping[str, str]) -> int:
    """Check what the inputs name, tell the runner where the SARIF file is, and give the exit code.

    Inputs are the variables ``TARGETS``, ``SOURCE``, ``TARGET`` and ``ARGUMENTS``; the runner's own are
    ``GITHUB_OUTPUT``, ``GITHUB_STEP_SUMMARY`` and ``RUNNER_TEMP``.

    Raises:
        ConfigError: an input cannot be read, or a variable of the runner is missing.
    """
    summary, output = (_place(environment, name) for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT"))
    sarif = Path(environment.get("RUNNER_TEMP") or "/tmp") / "copydesk.sarif"  # noqa: S108 - as runners do
    reports = ["--report=github=-", f"--report=summary={summary}", f"--report=sarif={sarif}"]
    code = guarded(typer.main.get_command(app), ["check", *reports, *action_arguments(environment)])
    with Path(output).open("a", encoding="utf-8") as handle:
        handle.write(f"exit-code={code}\nsarif={sarif}\n")
    return code


def action_arguments(environment: Mapping[str, str]) -> list[str]:
    """The inputs as a command line, options first.

    ``TARGETS`` in several lines names one file or pattern a line, spaces and all; in one line it holds
    several, parted by spaces outside quotes, unless the whole line is a file. ``ARGUMENTS`` may run over
    lines; they are parted and unquoted as a shell would, and nothing in them is expanded or run.

    Raises:
        ConfigError: a quote is left open.
    """
    lines = [line.strip() for line in environment.get("TARGETS", "").splitlines() if line.strip()]
    arguments = [word for line in _logical(environment.get("ARGUMENTS", "")) for word in _words(line)]
    for flag, name in (("--source", "SOURCE"), ("--target", "TARGET")):
        if value := environment.get(name, "").strip():
            arguments += [flag, value]
    if len(lines) == 1 and not Path(lines[0]).exists():
        lines = _words(lines[0])
    return [*arguments, "--", *(_unquoted(line) for line in lines)] if lines else arguments


def _logical(text: str) -> list[str]:
    """The lines, those that end in a backslash joined with the next; comment lines left out."""
    lines = text.replace("\\\n", " ").splitlines()
    return [line for line in lines if not line.lstrip().startswith("#")]


def _words(line: str) -> list[str]:
    try:
        return shlex.split(line)
    except ValueError as error:
        raise ConfigError(
            f"the input {line!r} cannot be read: {error}", remedy="Close the quotes, or leave them out"
        ) from error


def _unquoted(line: str) -> str:
    return line[1:-1] if len(line) > 1 and line[0] == line[-1] and line[0] in "'\"" else line


def _place(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name)
    if not value:
        raise ConfigError(f"{name} is not set", remedy="--github-action is for a step of a GitHub workflow")
    return value

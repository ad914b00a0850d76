"""Which commands there are; their modules are imported when they are called."""

from __future__ import annotations

import importlib
import inspect
import keyword
from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperGroup

COMMANDS = {
    "run": "Translate articles and publish aligned versions.",
    "translate": "Translate line by line, through the same desk.",
    "repair": "Mend number placeholders (XNUMX) that machine translation left.",
    "detect": "Tell the language of files.",
    "align": "Align two existing versions of an article.",
    "check": "Check translations: the quality gate for CI.",
    "diff": "Compare two runs or two files, gravest changes first.",
    "export": "Write reviewed articles for other tools (XLIFF, TMX, CSV).",
    "import": "Take over what other tools changed (XLIFF, CSV, TMX).",
    "publish": "Write translations back to a WordPress site as drafts.",
    "backup": "Copy a store while the desk is open.",
    "review": "Review, correct, approve and publish in the browser.",
    "watch": "Translate new and changed articles of folders as they arrive.",
    "serve": "Translate, detect, repair and check over HTTP (LibreTranslate's API).",
    "compare": "Compare engines or runs: scores, significance, regressions.",
    "mutate": "Seed errors and see which the checks find.",
    "models": "List, add, convert, verify and remove the models of the neural engines.",
    "doctor": "Say what is installed, which pairs work, what to install.",
}


def help_of(command: Callable[..., Any]) -> str:
    r"""The docstring of a command as its help; lines below a ``\b`` stay lines, as examples must."""
    return (inspect.getdoc(command) or "").replace(r"\b", "\b")


class LazyGroup(TyperGroup):
    """A group that imports ``copydesk.cli.commands.<name>`` only when that command is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer's signature
        """The command names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - typer's signature
        """The command, or None where the name is unknown."""
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        module = importlib.import_module(f"copydesk.cli.commands.{name}")
        one = typer.Typer(
            add_completion=False,
            rich_markup_mode=None,
            context_settings={"help_option_names": ["-h", "--help"]},
        )
        command = getattr(module, name)
        one.command(cmd_name, help=help_of(command))(command)
        return typer.main.get_command(one)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - typer's signature
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

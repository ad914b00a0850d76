"""The ``copydesk`` command: a table of commands, each loaded when it is called."""

from __future__ import annotations

import signal
import sys

import typer

from copydesk.cli.present import guarded
from copydesk.cli.table import LazyGroup, help_of
from copydesk.version import __version__

app = typer.Typer(
    name="copydesk",
    cls=LazyGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"copydesk {__version__}")
        raise typer.Exit


def copydesk(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Show the version."
    ),
) -> None:
    r"""The news translation desk: detect, repair, translate, verify, publish. No number leaves unexplained.

    \b
    First steps:
      copydesk doctor                          what is installed, which pairs work
      copydesk run articles/ --to fr --out out translate a folder of articles
      copydesk run --help                      all that a run can do

    Exit codes: 0 done, 1 findings, 2 usage or configuration, 3 engine or internal error, 4 partial.
    """


app.callback(help=help_of(copydesk))(copydesk)


def main() -> None:
    """Run the command line and exit with its code. SIGTERM ends it as Ctrl-C does."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(guarded(typer.main.get_command(app), sys.argv[1:]))

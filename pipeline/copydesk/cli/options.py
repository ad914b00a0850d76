"""Options that several commands have, with one name, one form and one help text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

ConfigFile: TypeAlias = Annotated[Path | None, typer.Option(metavar="FILE", help="Configuration, TOML.")]
EngineName: TypeAlias = Annotated[
    str | None, typer.Option(metavar="NAME", help="Engine; default: the best installed one.")
]
GlossaryFile: TypeAlias = Annotated[Path | None, typer.Option(metavar="FILE", help="Terms, TSV or TBX.")]
OutputFolder: TypeAlias = Annotated[
    Path, typer.Option("--out", metavar="DIR", help="Folder to publish into.")
]
PivotLanguage: TypeAlias = Annotated[
    str | None, typer.Option(metavar="LANG", help="Translate through this language.")
]
RunStore: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="STORE", help="File or postgresql:// URL; default: DIR.copydesk.sqlite."),
]
SourceLanguage: TypeAlias = Annotated[
    str | None, typer.Option("--from", metavar="LANG", help="Source language; detected if not given.")
]
TargetLanguages: TypeAlias = Annotated[
    str, typer.Option("--to", metavar="LANG[,LANG]", help="Target languages (BCP 47).")
]

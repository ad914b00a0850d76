"""``copydesk publish``: translations back to the site that the posts came from, as drafts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from copydesk.cli.inputs import settings_of, tags_of
from copydesk.cli.options import ConfigFile
from copydesk.store.web import Web
from copydesk.store.wordpress import site_of
from copydesk.store.wordpress_drafts import Outcome, write_drafts

_LEFT = (Outcome.EDITED, Outcome.PUBLISHED)


def publish(
    site: Annotated[str, typer.Argument(metavar="wordpress:URL", help="The site to write to.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder that `copydesk run` published into.")],
    to: Annotated[
        str | None, typer.Option("--to", metavar="LANG[,LANG]", help="Languages to write; default: all.")
    ] = None,
    config: ConfigFile = None,
) -> int:
    r"""Write the translations of a WordPress site's posts back to it as drafts.

    Each draft is linked to its original (Polylang). A draft that was written before is updated, unless
    somebody has changed or published it since: then it is left alone and the exit code is 1. The login is an
    application password in COPYDESK_WORDPRESS_USER and COPYDESK_WORDPRESS_PASSWORD.

    \b
    Examples:
      copydesk publish wordpress:https://site.example --out out
      copydesk publish wordpress:https://site.example --out out --to fr
    """
    languages = tags_of(to, "--to") if to else ()
    outcomes = set()
    with Web(settings_of(config).ingest) as web:
        for written in write_drafts(out, site_of(site), web, languages):
            outcomes.add(written.outcome)
            post = f" (post {written.post})" if written.post else ""
            why = f": {written.why}" if written.why else ""
            typer.echo(f"{written.language}  {written.outcome}{post}  {written.title}{why}")
    return 4 if Outcome.FAILED in outcomes else 1 if outcomes.intersection(_LEFT) else 0

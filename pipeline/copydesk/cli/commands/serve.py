"""``copydesk serve``: the desk over HTTP for other programs."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Annotated

import typer
import uvicorn

from copydesk.cli.inputs import glossary_of, settings_of
from copydesk.cli.options import ConfigFile, EngineName, GlossaryFile
from copydesk.errors import ConfigError
from copydesk.server.access import Limits, read_keys
from copydesk.server.app import create_app
from copydesk.server.articles import Articles
from copydesk.server.tracing import traced
from copydesk.server.work import Workroom
from copydesk.store.webhook import Webhook
from copydesk.translate.translator import open_translator

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Address to listen on; others than loopback need --keys.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", help="Port to listen on.")] = 5000,
    keys: Annotated[Path | None, typer.Option(metavar="FILE", help="Who may ask, NAME KEY a line.")] = None,
    open_to_all: Annotated[
        bool, typer.Option("--open-to-all", help="No keys, also beyond loopback.")
    ] = False,
    per_minute: Annotated[
        int, typer.Option(min=0, metavar="N", help="Requests a minute of one client; 0: any number.")
    ] = 0,
    characters: Annotated[
        int, typer.Option(min=1, metavar="N", help="Characters in one request, at most.")
    ] = 100_000,
    waiting: Annotated[
        int, typer.Option(min=1, metavar="N", help="Characters that may wait; beyond, 503.")
    ] = 2_000_000,
    articles: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Take whole articles too; keep them and their pages there."),
    ] = None,
    webhook: Annotated[
        str | None, typer.Option(metavar="URL", help="Tell this address of each article's end.")
    ] = None,
    engine: EngineName = None,
    glossary: GlossaryFile = None,
    config: ConfigFile = None,
) -> int:
    r"""Translate, detect, repair and check over HTTP; speaks LibreTranslate's API.

    Answers what it has taken on before it ends. With --articles clients hand in whole articles and fetch the
    published versions; what waits is kept when the server ends. Events for --webhook are signed with the
    secret in COPYDESK_WEBHOOK_SECRET. /docs describes every question; /metrics is for Prometheus.

    \b
    Examples:
      copydesk serve --port 5000
      copydesk serve --host 0.0.0.0 --keys keys.txt --per-minute 600
      copydesk serve --articles desk/ --webhook https://cms.example/copydesk
      curl -d q='Buenos días.' -d source=es -d target=fr http://127.0.0.1:5000/translate
    """
    if host not in _LOOPBACK and keys is None and not open_to_all:
        raise ConfigError(
            f"--host {host} would let anybody in", remedy="Give --keys FILE, or --open-to-all if you mean it"
        )
    settings = settings_of(config, translate={"engine": engine}, run={"glossary": glossary})
    limits = Limits(read_keys(keys) if keys else {}, per_minute, characters=characters)
    terms = glossary_of(settings)
    if webhook and not articles:
        raise ConfigError(
            "--webhook tells of articles, and none are taken", remedy="Give --articles FOLDER too"
        )
    hook = Webhook(webhook, os.environ.get("COPYDESK_WEBHOOK_SECRET", "")) if webhook else None
    room = Workroom(open_translator(settings.translate), settings, terms, most=waiting)
    taken = (
        Articles(articles, open_translator(settings.translate), settings, terms, hook=hook)
        if articles
        else None
    )
    app, end = traced(create_app(room, limits, articles=taken))
    typer.echo(f"Serving on http://{host}:{port}/ (what can be asked: /docs). Ctrl-C ends it.")
    with contextlib.suppress(KeyboardInterrupt):  # uvicorn raises the signal again when it has ended
        uvicorn.run(
            app,
            host=host,
            port=port,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=30,
        )
    end()
    return 0

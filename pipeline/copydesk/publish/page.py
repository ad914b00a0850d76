"""Page templates and style sheets, each read once."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Shown:
    """What of other places a page shows: pictures, films and sounds, or pages in frames too."""

    media: bool = False
    frames: bool = False


def render_page(template: str, *, styles: tuple[str, ...], shown: Shown = Shown(), **values: Any) -> bytes:
    """The page of ``template`` with the named style sheets inlined, as UTF-8.

    Values are escaped unless they are Markup. The page's content security policy allows these very styles,
    what is ``shown``, and nothing else: no script, no request.
    """
    css, policy = _style(styles)
    policy += "; img-src * data:; media-src *" * shown.media + "; frame-src https: http:" * shown.frames
    page: str = _template(template).render(css=css, policy=policy, **values)
    return page.encode()


@cache
def _environment() -> Environment:
    loader = PackageLoader("copydesk.publish", "templates")
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _template(name: str) -> Any:
    return _environment().get_template(name)


@cache
def _style(names: tuple[str, ...]) -> tuple[Markup, str]:
    folder = files("copydesk.publish") / "templates"
    css = "".join((folder / name).read_text("utf-8") for name in names)
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return Markup(css), policy  # noqa: S704  our own style sheets

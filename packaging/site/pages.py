"""Pages of the site that are drawn from the code and from the project's own files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2
import mkdocs_gen_files
import typer

from copydesk import api
from copydesk.cli.main import app
from copydesk.config.settings import Settings
from copydesk.run.pipeline import pipeline

ROOT = Path(__file__).parents[2]
_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=False,  # Markdown of the project's own
    undefined=jinja2.StrictUndefined,
    keep_trailing_newline=True,
)


def write(name: str, text: str) -> None:
    """Add a page to the site."""
    with mkdocs_gen_files.open(name, "w") as page:
        page.write(text)


def drawn(name: str, **values: Any) -> None:
    """Add the page that the template ``name`` gives."""
    write(name, _TEMPLATES.get_template(name).render(**values))


def moved(path: Path) -> str:
    """The text of a page, whose links lead into the site; those that lead nowhere are words."""
    text = path.read_text("utf-8").replace("](docs/", "](").replace("](../", "](")
    for old, new in (("CHANGELOG", "changes"), ("CONTRIBUTING", "contributing"), ("README", "index")):
        text = text.replace(f"]({old}.md", f"]({new}.md")
    return re.sub(r"\[([^]]+)\]\((?!https?:|#|images/|examples/)(?!\w+\.md)[^)]*\)", r"\1", text)


def stages() -> list[tuple[str, str, str]]:
    """Name, what it needs and what it gives of each stage of a run, in order."""
    steps = [(s.name, ", ".join(s.needs.split()), ", ".join(s.gives.split())) for s in pipeline(Settings())]
    return [("read", "bytes", "article"), *steps, ("publish", "edition", "files")]


def floors() -> str:
    """The picture of the floors, as CONTRIBUTING.md has it.

    Raises:
        ValueError: it has none.
    """
    found = re.search(
        r"## Floors\n.*?```\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.DOTALL
    )
    if found is None:
        raise ValueError("CONTRIBUTING.md has no picture of the floors")
    return found[1]


def helps(group: Any, context: Any) -> Iterator[tuple[str, str]]:
    """The help of every command, by name."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        inner = command.make_context(name, [], parent=context, resilient_parsing=True)
        yield name, command.get_help(inner)


for page in sorted((ROOT / "docs").glob("*.md")):
    write(page.name, moved(page))
write("index.md", moved(ROOT / "README.md"))
write("contributing.md", moved(ROOT / "CONTRIBUTING.md"))
write("changes.md", moved(ROOT / "CHANGELOG.md"))
_group: Any = typer.main.get_command(app)
_context = _group.make_context("copydesk", [], resilient_parsing=True)
drawn("how.md", stages=stages(), floors=floors())
drawn("commands.md", overview=_group.get_help(_context), commands=helps(_group, _context))
drawn("settings.md", settings=(ROOT / "configs" / "default.toml").read_text("utf-8"))
drawn("api.md", promise=(api.__doc__ or "").split("\n\n", 1)[1], names=api.__all__)

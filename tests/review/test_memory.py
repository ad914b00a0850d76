"""A memory that other tools brought serves the articles that come after it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from copydesk.store import decisions
from copydesk.store.database import connect

TMX = """<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x"
 adminlang="en" srclang="{source}" datatype="plaintext"/><body>
<tu><tuv xml:lang="{source}"><seg>El tren llegó tarde.</seg></tuv>
<tuv xml:lang="{target}"><seg>Le train était en retard.</seg></tuv></tu></body></tmx>"""


@pytest.mark.parametrize(("source", "target"), [("es", "fr"), ("ES-ES", "FR-FR"), ("es-MX", "fr")])
def test_a_memory_of_any_region_that_is_loaded_before_the_first_run_serves_it(
    desk: Any, tmp_path: Path, source: str, target: str
) -> None:
    (tmp_path / "memory.tmx").write_text(TMX.format(source=source, target=target), "utf-8")
    loaded = desk("import", "memory.tmx", "--store", "out.copydesk.sqlite")
    assert (loaded.returncode, loaded.stdout) == (0, "memory.tmx: 1 units\n")
    (tmp_path / "a.txt").write_text(
        "Noticia de hoy\n\nEl tren llegó tarde. Nadie habló con ellos.\n", "utf-8"
    )
    done = desk("run", "a.txt", "--from", "es", "--to", "fr", "--out", "out", "--engine", "identity", "-q")
    assert done.returncode == 0, done.stderr
    (page,) = (tmp_path / "out").glob("*/fr/article.md")
    assert "Le train était en retard." in page.read_text("utf-8")


def test_what_is_no_memory_needs_the_store_of_its_run(desk: Any, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x\n")
    assert desk("import", "a.csv", "--store", "none.sqlite").returncode == 2
    assert not (tmp_path / "none.sqlite").exists()


def test_the_very_tags_go_before_another_region_and_another_language_is_never_taken(tmp_path: Path) -> None:
    with closing(connect(tmp_path / "s.sqlite")) as connection:
        for target, source, text in [
            ("fr-CA", "es", "canadien"), ("fr", "es-MX", "mexicain"), ("fr-FR", "es", "français"),
            ("fro", "es", "ancien"), ("fr", "est", "estonien"),
        ]:  # fmt: skip
            decisions.record(
                connection,
                article=text,
                target=target,
                source="x",
                text=text,
                who="ana",
                source_language=source,
            )

        def found(source: str, target: str) -> str:
            texts = decisions.remembered(connection, ["x"], source_language=source, target=target)
            return texts["x"].text if texts else ""

        assert found("es", "fr-FR") == "français"
        assert found("es", "fr-CA") == "canadien"
        assert found("es-MX", "fr") == "mexicain"
        assert found("es", "fr-BE") in {"canadien", "mexicain", "français"}
        assert found("es", "fro") == "ancien"
        assert found("de", "fr") == ""

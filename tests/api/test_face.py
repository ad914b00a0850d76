"""What ``import copydesk`` offers, however it is imported."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

import copydesk
from copydesk import api
from copydesk.errors import ConfigError
from copydesk.run.events import RunDone

ROOMS = ("align", "detect", "repair", "run", "translate")
ES, FR = "El tren 14 salió de la estación.", "Le train 41 est parti de la gare."


def fresh(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_face_is_the_same_by_both_names() -> None:
    assert set(api.__all__) | {"__version__"} == set(copydesk.__all__)
    for name in set(api.__all__) - set(ROOMS):
        assert getattr(copydesk, name) is getattr(api, name)


@pytest.mark.parametrize(
    "before",
    ["", "import copydesk.detect", "import copydesk.detect.document as d", "from copydesk import api"],
)
def test_a_function_is_called_whatever_was_imported_before(before: str) -> None:
    code = "import copydesk\nprint(copydesk.detect('El pleno aprobó ayer el presupuesto.').language)"
    assert fresh(f"{before}\n{code}") == "es\n"


def test_a_name_that_is_imported_can_be_called_and_the_room_behind_it_too() -> None:
    code = "from copydesk import detect\nimport copydesk.detect.tags as t\n"
    code += "print(detect.document, t.primary('es-MX'))"
    assert fresh(code).endswith("document.py'> es\n")


def test_importing_loads_nothing_of_the_house() -> None:
    loaded = fresh("import sys, copydesk; print([n for n in sys.modules if n.startswith('copydesk.')])")
    assert loaded == "['copydesk.version']\n"


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'traduce'"):
        getattr(copydesk, "traduce")  # noqa: B009 - no name that a type checker knows
    assert {"translate", "Store"} <= set(dir(copydesk))


def test_threads_that_ask_at_once_get_the_same_answer() -> None:
    answers: list[str] = []
    threads = [
        threading.Thread(
            target=lambda: answers.append(
                copydesk.translate(ES, source="es", target="fr", engine="identity").text
            )
        )
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [ES] * 4


def test_a_run_yields_events_and_the_store_shows_what_it_left(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Un titular\n\nLlegaron 3 trenes a la plaza del pueblo.\n", "utf-8")
    events = list(
        copydesk.run(tmp_path / "a.txt", to="fr", out=tmp_path / "out", source="es", engine="identity")
    )
    done = events[-1]
    assert isinstance(done, RunDone)
    assert done.published == 1
    with copydesk.Store(tmp_path / "out.copydesk.sqlite") as store:
        (edition,) = store.editions()
        draft = store.draft(edition)
        assert store.decisions(edition) == {}
    assert draft is not None
    assert [t.text for t in draft.translations] == ["Un titular", "Llegaron 3 trenes a la plaza del pueblo."]


def test_a_store_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no store"):
        copydesk.Store(tmp_path / "none.sqlite")

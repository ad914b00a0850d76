"""What many tests need: an outside engine that counts, and small corpora."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

import command

pytest_plugins = ("firefox_models", "local_site", "neural_models", "postgres_server", "web.rooms")

os.environ["COPYDESK_MODELS"] = str(Path(__file__).parent / "no-models")
# Whoever runs the tests may have models of their own; a test that wants some says which.

# How long an example takes is the machine's affair.
hypothesis.settings.register_profile(
    "copydesk", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("copydesk")

COUNTING_ENGINE = '''
"""An engine for tests, joined by entry point: upper-cases, logs every request, may be slow or refuse."""
import os, time
from copydesk.data import Candidate, Pair
from copydesk.errors import EngineError
from copydesk.translate.base import Capabilities

def loud(text):
    return text.upper() if len(text.upper()) == len(text) else text

class CountingEngine:
    name = "counting"
    capabilities = Capabilities(inlines=True, protections=True, deterministic=True)
    def __init__(self, options=None):
        pass
    def pairs(self):
        return tuple(Pair(a, b) for a in ("en", "es", "fr") for b in ("en", "es", "fr") if a != b)
    def fingerprint(self, pair):
        return "counting " + os.environ.get("COUNTING_VERSION", "1")
    def translate(self, batch):
        if any("GUILTY" in request.text for request in batch):
            raise EngineError("the counting engine refuses GUILTY")
        with open(os.environ["COUNTING_LOG"], "a", encoding="utf-8") as log:
            log.write("".join(request.text.replace(chr(10), " ") + chr(10) for request in batch))
        time.sleep(float(os.environ.get("COUNTING_SLEEP", "0")))
        return [Candidate(loud(request.text), request.inlines) for request in batch]
    def close(self):
        pass
'''


@pytest.fixture(scope="session")
def plugin_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that, on PYTHONPATH, adds the engine "counting" as an installed package would."""
    folder = tmp_path_factory.mktemp("plugin")
    (folder / "counting_engine.py").write_text(COUNTING_ENGINE)
    info = folder / "counting_engine-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: counting-engine\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[copydesk.engines]\ncounting = counting_engine:CountingEngine\n")
    return folder


@pytest.fixture
def environment(plugin_folder: Path, tmp_path: Path) -> dict[str, str]:
    """The environment in which the counting engine works and logs to ``tmp_path/requests.log``."""
    return os.environ | {"PYTHONPATH": str(plugin_folder), "COUNTING_LOG": str(tmp_path / "requests.log")}


@pytest.fixture
def unmeasured(environment: dict[str, str]) -> dict[str, str]:
    """As ``environment``, without coverage: for commands that are killed or that its own file would trip."""
    return {key: value for key, value in environment.items() if not key.startswith("COVERAGE_")}


Desk = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def desk(environment: dict[str, str], tmp_path: Path) -> Desk:
    """Run ``copydesk ARGUMENTS`` as a user would, in ``tmp_path``."""

    def call(*arguments: str, stdin: str | None = None, **more: str) -> subprocess.CompletedProcess[str]:
        return command.copydesk(*arguments, cwd=tmp_path, env=environment | more, stdin=stdin)

    return call


@pytest.fixture
def unmeasured_desk(unmeasured: dict[str, str], tmp_path: Path) -> Desk:
    """As ``desk``, without coverage: for a copy of the package, whose lines are not the package's."""

    def call(*arguments: str, stdin: str | None = None, **more: str) -> subprocess.CompletedProcess[str]:
        return command.started(*arguments, cwd=tmp_path, env=unmeasured | more, stdin=stdin)

    return call


@pytest.fixture(scope="session", autouse=True)
def _commands() -> Iterator[None]:
    """Ends, while coverage is still gathered, what the tests' commands were forked from."""
    yield
    command.close()


def tree(root: Path) -> dict[str, str]:
    """Every file under ``root``: relative path to SHA-256."""
    return {
        str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(name="tree")
def tree_fixture() -> Callable[[Path], dict[str, str]]:
    """The function :func:`tree`."""
    return tree


@pytest.fixture
def make_articles(tmp_path: Path) -> Callable[[int], Path]:
    """Write n small Spanish articles into ``tmp_path/articles``; each has 8 segments of its own."""

    def make(count: int) -> Path:
        folder = tmp_path / "articles"
        folder.mkdir(exist_ok=True)
        for n in range(count):
            (folder / f"noticia-{n:04}.txt").write_text(
                f"El ayuntamiento aprueba el presupuesto número {n}\n\n"
                f"El pleno municipal aprobó ayer una partida de {n + 2} millones de euros para obras. "
                f"La oposición votó en contra después de {n + 3} horas de debate en la sala.\n\n"
                f"El alcalde explicó que las calles del barrio {n} necesitan una reforma urgente. "
                f"Los vecinos esperan que los trabajos empiecen antes del verano del año próximo. "
                f"La empresa {n} tendrá que contratar a otros {n + 12} trabajadores de la comarca.\n\n"
                f"Según el informe número {n}, el tráfico bajará un {n % 90 + 5} % en la zona centro. "
                f"El autobús {n} cambiará de recorrido mientras duren las obras de la plaza.\n",
                encoding="utf-8",
            )
        return folder

    return make

"""A small store with two articles, made by the batch command with an engine that says what it is told."""

# ruff: noqa: E501  sentences stay on one line

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from command import copydesk

ENGINE = '''
"""An engine for tests: looks sentences up in a file."""
import json, os
from copydesk.data import Candidate
from copydesk.data import Pair
from copydesk.translate.base import Capabilities

class FixedEngine:
    name = "fixed"
    capabilities = Capabilities(inlines=True, protections=True, deterministic=True)
    def __init__(self, options=None):
        with open(os.environ["FIXED_TEXTS"], encoding="utf-8") as handle:
            self._texts = json.load(handle)
    def pairs(self):
        return (Pair("es", "fr"),)
    def fingerprint(self, pair):
        return "fixed:1"
    def translate(self, batch):
        return [Candidate(self._texts.get(request.text, request.text), request.inlines) for request in batch]
    def close(self):
        pass
'''

TEXTS = {
    "El ayuntamiento compra un autobús eléctrico": "La mairie achète un autobus électrique",
    "El vehículo costó 28.500 euros y llegará en mayo.": "Le véhicule a coûté 25 800 euros et arrivera en mai.",
    "La alcaldesa dijo que no habrá más compras este año.": "La maire a dit qu'il n'y aura pas d'autres achats cette année.",
    "El servicio tendrá 14 paradas y 3 conductores.": "Le service aura 14 arrêts.",
    "Los vecinos esperan que la línea empiece antes del verano.": "Les habitants espèrent que la ligne commencera avant l'été.",
    "La biblioteca abre los domingos": "La bibliothèque ouvre le dimanche",
    "Desde octubre, la sala de lectura abrirá también los domingos por la mañana.": "Dès octobre, la salle de lecture ouvrira aussi le dimanche matin.",
}

ARTICLES = {
    "autobus.txt": "El ayuntamiento compra un autobús eléctrico\n\n"
    "El vehículo costó 28.500 euros y llegará en mayo. La alcaldesa dijo que no habrá más compras este año.\n\n"
    "El servicio tendrá 14 paradas y 3 conductores. Los vecinos esperan que la línea empiece antes del verano.\n",
    "biblioteca.txt": "La biblioteca abre los domingos\n\n"
    "Desde octubre, la sala de lectura abrirá también los domingos por la mañana.\n",
}


def environment(folder: Path) -> dict[str, str]:
    """What the batch command needs to know the engine; writes the plugin into ``folder``."""
    plugin = folder / "plugin"
    info = plugin / "fixed_engine-1.0.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (plugin / "fixed_engine.py").write_text(ENGINE)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: fixed-engine\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[copydesk.engines]\nfixed = fixed_engine:FixedEngine\n")
    texts = folder / "texts.json"
    texts.write_text(json.dumps(TEXTS), "utf-8")
    path = os.pathsep.join(p for p in (str(plugin), os.environ.get("PYTHONPATH", "")) if p)
    return os.environ | {"PYTHONPATH": path, "FIXED_TEXTS": str(texts)}


def build(folder: Path, articles: dict[str, str] | None = None, *, store: str = "") -> Path:
    """Run the articles; returns the store's file, unless ``store`` names another place."""
    place = folder / "articles"
    place.mkdir(exist_ok=True)
    for name, text in (articles or ARTICLES).items():
        (place / name).write_text(text, "utf-8")
    run(folder, store=store)
    return folder / "out.copydesk.sqlite"


def run(folder: Path, *, store: str = "") -> dict[str, object]:
    """The batch command over the folder's articles; its totals."""
    done = copydesk(
        *("run", "articles", "--to", "fr", "--from", "es", "--out", "out", "--engine", "fixed", "--json"),
        *(("--store", store) if store else ()),
        cwd=folder,
        env=environment(folder),
    )
    assert done.returncode in (0, 4), done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


def seen(page: str) -> str:
    """What the forms of a page say that it showed."""
    (found,) = set(re.findall(r'name="seen" value="([^"]+)"', page))
    return str(found)

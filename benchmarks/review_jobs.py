"""Keys and clicks of the seven most frequent jobs of a reviewer, counted while a real browser does them.

    PYTHONPATH=tests python benchmarks/review_jobs.py

What is written (a text, a reason, a search) is not counted, a chord (Ctrl Enter) is one. Each job begins
where the one before it usually ends; its last key is the one after which the desk has saved.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from selenium.webdriver.common.keys import Keys

from web import newsroom
from web.browser import base, ctrl_enter, driver, focused, keys, served_here, until

SENTENCES = [f"El barrio {n} abre la biblioteca." for n in range(20)]
ARTICLES = {**newsroom.ARTICLES, "barrios.txt": "Los barrios\n\n" + " ".join(SENTENCES) + "\n"}
HOLES = {"El servicio tendrá 14 paradas y 3 conductores.": "Le service aura XNUMX arrêts et 3 chauffeurs."}
DONE = "document.querySelector('.seg.current')?.dataset.state"


@dataclass(slots=True)
class Hands:
    """Who presses keys, and how many so far."""

    page: Any
    pressed: int = 0
    counts: dict[str, tuple[int, float]] = field(default_factory=dict)

    def press(self, *some: str) -> None:
        """Press keys, one after the other."""
        self.pressed += len(some)
        keys(self.page, *some)

    def chord(self) -> None:
        """Press Ctrl and Enter."""
        self.pressed += 1
        ctrl_enter(self.page)

    def job(self, name: str, work: Callable[[], None]) -> None:
        """Do it, and note what it took."""
        self.pressed, begun = 0, time.perf_counter()
        work()
        self.counts[name] = (self.pressed, time.perf_counter() - begun)


def count(page: Any, link: str) -> dict[str, tuple[int, float]]:
    """Each job's keys, and the seconds that the browser took."""
    hands = Hands(page)
    page.get(f"{base(link)}/?errors=on&rule=placeholder")

    def triage() -> None:
        hands.press("j", Keys.ENTER)
        focused(page)

    def candidate() -> None:
        hands.press(Keys.ESCAPE, "1")
        until(page, f"{DONE} === 'edited'")

    def waive() -> None:
        hands.press("w")
        until(page, "document.activeElement.matches('[data-note]')")
        keys(page, "by phone")
        hands.press(Keys.ENTER)
        until(page, "document.querySelector('.current .waived')")

    def edit() -> None:
        keys(page, " Corrigé.")
        hands.chord()
        until(page, "location.pathname === '/' || document.querySelector('.seg.state-approved')")

    def replace() -> None:
        hands.press("r")
        until(page, "document.activeElement.id === 'r-find'")
        keys(page, "barrio ")
        hands.press(Keys.TAB)
        keys(page, "quartier ")
        hands.press(Keys.ENTER)
        until(page, "document.querySelectorAll('.changes .item').length === 20")
        hands.chord()
        until(page, "document.querySelector('.sums b')?.textContent === '20'")

    def approve() -> None:
        hands.press("A")
        until(page, "document.querySelector('.did')")

    def publish() -> None:
        hands.press("P")
        until(page, "document.querySelector('.chip.state-published')")

    hands.job("triage an error", triage)
    hands.job("use a candidate", candidate)
    page.get(f"{base(link)}/?errors=on&rule=numbers")
    keys(page, "j", Keys.ENTER)
    focused(page)
    keys(page, Keys.ESCAPE)
    hands.job("waive", waive)
    page.get(f"{base(link)}/?text=biblioteca+domingos")
    keys(page, "j", Keys.ENTER)
    focused(page)
    hands.job("edit and approve", edit)
    page.get(f"{base(link)}/")
    hands.job("find and replace 20", replace)
    page.get(f"{base(link)}/articles")
    page.get(page.find_element("xpath", "//a[contains(., 'biblioteca')]").get_attribute("href"))
    hands.job("approve an article", approve)
    hands.job("publish", publish)
    return hands.counts


if __name__ == "__main__":
    newsroom.TEXTS |= HOLES | {text: text.replace("El barrio", "Le barrio") for text in SENTENCES}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = newsroom.build(folder, ARTICLES)
        with driver(folder / "profile") as page, served_here(store) as link:
            page.get(link)
            for job, (pressed, seconds) in count(page, link).items():
                print(f"{job:22} {pressed} keys  {seconds:.1f} s")

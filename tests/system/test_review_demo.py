"""Every demo article goes from the machine's draft to print by keyboard alone; pictures for the docs.

``COPYDESK_SCREENSHOTS=docs/images pytest tests/system/test_review_demo.py`` makes the pictures anew.
"""

from __future__ import annotations

import csv
import os
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from command import copydesk
from copydesk.formats.exchange import Marked
from copydesk.review.actions import ReviewAction, apply
from copydesk.review.current import Checks, Reader
from copydesk.review.intake import take_in
from copydesk.review.states import Action
from copydesk.store import queue, reviews
from copydesk.store.database import connect
from copydesk.store.people import Person
from web.browser import INSTALLED, base, here, keys, served, until, waive_by_keys

DEMO = Path(__file__).parents[2] / "corpora" / "demo"
DARK_TOO = ("article", "statistics", "article-narrow")
PICTURES = os.environ.get("COPYDESK_SCREENSHOTS")

pytestmark = [
    pytest.mark.apertium,
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("apertium"), reason="Debian's apertium is not installed"),
    pytest.mark.skipif(not INSTALLED, reason="Debian's chromium-driver is not installed"),
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    for source, target in (("es", "fr"), ("fr", "es"), ("en", "es")):
        shutil.copytree(DEMO / source, folder / source)
        done = copydesk("run", source, "--to", target, "--out", "out", "--engine", "apertium", cwd=folder)
        assert done.returncode in (0, 1, 4), done.stderr
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path


def clear_errors_by_keys(page: Any) -> None:
    """Apply the first fix of each segment with an error, waive what is left; then the article is free."""
    for _ in range(600):
        if not page.execute_script("return document.querySelector('.seg.blocking')"):
            return
        row = here(page)
        if row["last"] and not row["blocking"]:
            keys(page, "k" * page.execute_script("return document.querySelectorAll('.seg').length"))
        elif not row["blocking"]:
            keys(page, "j")
        elif page.execute_script("return document.querySelector('.seg.current [data-fix=\"1\"]')"):
            keys(page, "1")
            until(page, f"document.querySelector('#{row['id']}.current').dataset.state === 'edited'")
        else:
            waive_by_keys(page, row)
    raise AssertionError(f"errors are left on {page.current_url}")


def test_all_demo_articles_are_published_by_keyboard_alone(browser: Any, folder: Path) -> None:
    articles = [path for language in ("es", "fr", "en") for path in (DEMO / language).iterdir()]
    with served(folder) as link:
        browser.get(link)
        for _ in articles:
            keys(browser, "q")
            until(
                browser, "location.pathname === '/' && document.querySelector('h1').textContent === 'Queue'"
            )
            keys(browser, "j", Keys.ENTER)
            until(browser, "document.activeElement.matches('.is-open [data-text]')")
            keys(browser, Keys.ESCAPE)
            clear_errors_by_keys(browser)
            keys(browser, "A")
            until(browser, "document.querySelector('[data-article=publish]:enabled')")
            keys(browser, "P")
            until(browser, "document.querySelector('.chip.state-published')")
        keys(browser, "q")
        until(browser, "document.querySelector('.empty').textContent.includes('Everything is approved')")
    with closing(connect(folder / "out.copydesk.sqlite")) as connection:
        found = queue.articles(connection)
    assert [row.state for row in found] == ["published"] * len(articles)


def review_some(folder: Path) -> None:
    """Decide as an editor would who has the reference translations at hand; leave a third of it."""
    ana, reader = Person("ana", "approver"), Reader(Checks())
    wanted: dict[str, str] = {}
    for path in sorted((DEMO / "reference").iterdir()):
        with path.open(encoding="utf-8") as handle:
            wanted |= {row["es"]: row["fr"] for row in csv.DictReader(handle, delimiter="\t")}
    with closing(connect(folder / "out.copydesk.sqlite")) as connection:
        take_in(connection, reader)
        for article in queue.articles(connection)[4:]:
            for place, row in enumerate(reviews.segments(connection, article.id)):
                text = wanted.get(row.source)
                if place % 3 == 2 and row.blocking == 0:
                    apply(connection, reader, ana, row.id, ReviewAction(Action.APPROVE, None))
                elif text is not None and text != row.target:
                    apply(connection, reader, ana, row.id, ReviewAction(Action.EDIT, None, Marked(text)))


@pytest.mark.skipif(not PICTURES, reason="COPYDESK_SCREENSHOTS does not say where to put them")
def test_pictures_for_the_docs(browser: Any, folder: Path) -> None:
    review_some(folder)
    place = Path(PICTURES or "").absolute()
    place.mkdir(parents=True, exist_ok=True)
    with served(folder) as link:
        browser.get(link)
        opened = browser.find_element(By.CSS_SELECTOR, ".go").get_attribute("href")
        article = opened.partition("?")[0]
        with closing(connect(folder / "out.copydesk.sqlite")) as connection:
            edited = max(queue.articles(connection), key=lambda row: row.segments - row.open_segments)
        pages = {
            "queue": f"{base(link)}/",
            "article": opened,
            "changes": f"{base(link)}/articles/{edited.id}/changes",
            "statistics": f"{base(link)}/statistics",
            "articles": f"{base(link)}/articles",
            "article-narrow": article,
        }
        for name, address in pages.items():
            for scheme in ("light", "dark") if name in DARK_TOO else ("light",):
                size = (390, 780) if name.endswith("narrow") else (1280, 800)
                shoot(browser, address, place / f"review-{name}-{scheme}.png", scheme, size)


def shoot(browser: Any, address: str, path: Path, scheme: str, size: tuple[int, int]) -> None:
    """Take a picture of a page in a colour scheme and at a size."""
    feature = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": feature})
    metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    browser.get(address)
    until(browser, "true")
    browser.save_screenshot(str(path))

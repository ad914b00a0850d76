"""Reviewing in a real browser: the search that is kept, opening by a click, errors in the way, bulk actions."""

# ruff: noqa: E501  sentences and scripts stay on one line

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from web import newsroom
from web.browser import (
    INSTALLED,
    base,
    complaints,
    ctrl_enter,
    focused,
    here,
    keys,
    served_here,
    until,
    violations,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not INSTALLED, reason="Debian's chromium-driver is not installed"),
]

MARKET = (
    "El mercado abre de nuevo\n\nLos vecinos esperan que la línea empiece antes del verano. "
    "La alcaldesa dijo que no habrá más compras este año.\n\nEl vehículo costó 28.500 euros y llegará en mayo.\n"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("newsroom")
    return newsroom.build(folder, newsroom.ARTICLES | {"mercado.txt": MARKET}).parent


@pytest.fixture
def page(browser: Any, built: Path, tmp_path: Path) -> Iterator[Any]:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    browser.get_log("browser")
    with served_here(tmp_path / "out.copydesk.sqlite") as link:
        browser.get(link)
        browser.home = base(link)
        yield browser
        browser.get("about:blank")  # which sends what was typed while the desk still answers
        assert complaints(browser) == []


def article(page: Any, title: str) -> str:
    """The address of the article with ``title``."""
    page.get(f"{page.home}/articles")
    found = page.find_element(By.XPATH, f"//a[contains(@class, 'go')][contains(., '{title}')]")
    return str(found.get_attribute("href"))


def row(page: Any, words: str) -> Any:
    """The segment of the page that holds ``words``."""
    return next(s for s in page.find_elements(By.CSS_SELECTOR, ".seg") if words in s.text)


def test_a_click_on_a_translation_opens_it_with_the_caret_in_the_text(page: Any) -> None:
    page.get(article(page, "biblioteca"))
    first = row(page, "La biblioteca abre")
    buttons = [b.text for b in first.find_elements(By.CSS_SELECTOR, ".quick button") if b.is_displayed()]
    assert [text.split("\n")[0].split(" segment")[0] for text in buttons] == ["Approve", "Reject"]
    first.find_element(By.CSS_SELECTOR, ".seen").click()
    focused(page)
    keys(page, " Oui.")
    assert page.switch_to.active_element.get_attribute("value").endswith(" Oui.")
    row(page, "Dès octobre").find_element(By.CSS_SELECTOR, ".seen").click()
    until(page, "document.querySelectorAll('.is-open').length === 2")
    keys(page, " Non.")
    ctrl_enter(page)
    until(page, "document.querySelector('.state-approved .seen')?.textContent.endsWith('Non.')")
    until(page, "document.querySelector('[data-text]').value.endsWith(' Oui.')")


def test_keys_and_clicks_while_an_answer_is_on_its_way_wait_for_it(page: Any) -> None:
    page.get(article(page, "biblioteca"))
    keys(page, "j")
    ctrl_enter(page)
    ctrl_enter(page)
    until(page, "document.querySelectorAll('.seg.state-approved').length === 2")
    assert not page.find_elements(By.CSS_SELECTOR, ".problem")


def test_the_search_is_kept_from_article_to_article_until_nothing_is_left(page: Any) -> None:
    page.get(f"{page.home}/")
    page.find_element(By.ID, "f-errors").click()
    page.find_element(By.ID, "f-text").send_keys("vehículo", Keys.ENTER)
    until(page, "document.querySelectorAll('.queue .item').length === 2")
    page.find_element(By.ID, "f-name").send_keys("Prices", Keys.ENTER)
    until(page, "document.querySelector('.saved [aria-current]')?.textContent === 'Prices'")
    assert violations(page) == []
    keys(page, "j", Keys.ENTER)
    focused(page)
    first = page.current_url
    assert "errors only" in page.find_element(By.CSS_SELECTOR, "nav.search").text
    keys(page, Keys.ESCAPE, "n")
    until(page, "document.activeElement.matches('.is-open [data-text]')")
    second = page.current_url
    assert first.split("?")[0] != second.split("?")[0]
    keys(page, Keys.ESCAPE, "p")
    until(page, f"location.href === '{first}' && document.activeElement.matches('[data-text]')")
    assert violations(page) == []
    keys(page, Keys.ESCAPE, "1")
    until(page, "document.querySelector('.seg.current.state-edited')")
    ctrl_enter(page)  # which corrects the same sentence in the other article too: nothing is left
    until(page, "location.pathname === '/' && document.querySelector('.empty')")
    keys(page, "q")
    until(page, "location.search === ''")
    page.find_element(By.LINK_TEXT, "Prices").click()
    until(page, "location.search.includes('errors=on')")
    page.find_element(By.CSS_SELECTOR, ".saved [name=drop]").click()
    until(page, "!document.querySelector('.saved [name=drop]')")


def test_approving_a_segment_with_an_error_asks_for_a_fix_or_a_waiver(page: Any) -> None:
    page.get(article(page, "autobús"))
    stops = row(page, "paradas")
    number = stops.get_attribute("id")
    stops.find_element(By.CSS_SELECTOR, ".seen").click()
    focused(page)
    ctrl_enter(page)
    until(page, f"document.querySelector('#{number} [data-blocked]')")
    assert "neither fixed nor waived" in page.find_element(By.CSS_SELECTOR, f"#{number} .problem").text
    assert here(page)["state"] == "machine"
    assert violations(page) == []
    keys(page, "w")
    until(page, f"document.activeElement.matches('#{number} [data-note]')")
    keys(page, "no news", Keys.ENTER)
    until(page, f"document.querySelector('#{number} .waived')")
    ctrl_enter(page)
    until(page, f"document.querySelector('#{number}').dataset.state === 'approved'")
    keys(page, "A")
    until(page, "document.querySelector('.left a[data-item]')")
    keys(page, "j", Keys.ENTER)
    focused(page)
    assert "28.500" in page.find_element(By.CSS_SELECTOR, ".is-open .source").text


def test_an_approved_article_is_undone_at_once_and_what_was_written_is_repeated_elsewhere(page: Any) -> None:
    library = article(page, "biblioteca")
    page.get(library)
    keys(page, "A")
    until(page, "document.querySelector('.did [data-undo]')")
    assert "2 segments" in page.find_element(By.CSS_SELECTOR, ".did").text
    assert violations(page) == []
    keys(page, "u")
    until(page, "location.pathname.startsWith('/operations/')")
    assert "2 segments changed" in page.find_element(By.CSS_SELECTOR, ".sums").text
    page.get(library)
    assert not page.find_elements(By.CSS_SELECTOR, ".seg.state-approved")
    page.get(article(page, "autobús"))
    row(page, "antes del verano").find_element(By.CSS_SELECTOR, ".seen").click()
    focused(page)
    keys(page, " Bientôt.")
    ctrl_enter(page)
    until(page, "document.querySelector('.note.repeated')")
    assert "identical" in page.find_element(By.ID, "said").text
    page.find_element(By.CSS_SELECTOR, "[data-whole]").click()
    until(page, "location.pathname.startsWith('/operations/')")
    assert "1 segment changed" in page.find_element(By.CSS_SELECTOR, ".sums").text
    page.get(article(page, "mercado"))
    assert "Bientôt." not in row(page, "antes del verano").text


def test_find_and_replace_is_previewed_done_and_undone_by_keys(page: Any) -> None:
    page.get(f"{page.home}/")
    keys(page, "r")
    until(page, "document.activeElement.id === 'r-find'")
    keys(page, "la ", Keys.TAB, "cette ", Keys.ENTER)
    until(page, "document.querySelectorAll('.changes .item').length > 3")
    assert page.find_element(By.CSS_SELECTOR, ".changes ins").text in ("cette", "Cette")
    assert violations(page) == []
    shown = len(page.find_elements(By.CSS_SELECTOR, ".changes .item"))
    page.find_element(By.CSS_SELECTOR, "[name=leave]").click()
    ctrl_enter(page)
    until(page, f"document.querySelector('.sums b')?.textContent === '{shown - 1}'")
    assert violations(page) == []
    keys(page, "u")
    until(page, "document.querySelector('h1').textContent.startsWith('Done: undo')")
    assert page.find_element(By.CSS_SELECTOR, ".sums b").text == str(shown - 1)
    page.get(f"{page.home}/?text=cette+ligne")
    assert page.find_elements(By.CSS_SELECTOR, ".empty")


def test_chosen_segments_are_approved_rejected_or_waived_together_with_a_summary(page: Any) -> None:
    page.get(f"{page.home}/")
    keys(page, "j", "s", "j", "s")
    assert page.find_element(By.CSS_SELECTOR, "[data-chosen]").text == "2 chosen"
    keys(page, "x")
    until(page, "document.querySelector('.sums')?.textContent.includes('2 segments changed')")
    keys(page, "u")
    until(page, "document.querySelector('h1').textContent.startsWith('Done: undo')")
    page.get(f"{page.home}/?errors=on")
    blocked = len(page.find_elements(By.CSS_SELECTOR, ".queue .item"))
    keys(page, "S")
    ctrl_enter(page)
    until(page, f"document.querySelectorAll('.left li').length === {blocked}")
    assert "neither fixed nor waived" in page.find_element(By.CSS_SELECTOR, ".left").text
    page.get(f"{page.home}/?errors=on")
    keys(page, "S", "w")
    until(page, "document.activeElement.matches('[data-reason]')")
    keys(page, "checked by phone", Keys.ENTER)
    until(page, f"document.querySelector('.sums b')?.textContent === '{blocked}'")
    page.get(f"{page.home}/operations")
    assert len(page.find_elements(By.CSS_SELECTOR, ".changes .item")) == 4
    assert violations(page) == []

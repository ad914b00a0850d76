"""The review desk in a real browser: by mouse, by keyboard alone, without JavaScript."""

# ruff: noqa: E501  sentences and scripts stay on one line

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from web import newsroom
from web.browser import (
    INSTALLED,
    base,
    complaints,
    ctrl_enter,
    driver,
    focused,
    here,
    keys,
    leave,
    served,
    until,
    violations,
    waive_by_keys,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not INSTALLED, reason="Debian's chromium-driver is not installed"),
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return newsroom.build(tmp_path_factory.mktemp("newsroom")).parent


@pytest.fixture
def link(built: Path, tmp_path: Path) -> Iterator[str]:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    with served(tmp_path) as found:
        yield found


def test_the_link_signs_in_once_and_nobody_gets_in_without(browser: Any, link: str) -> None:
    browser.delete_all_cookies()
    browser.get(f"{base(link)}/")
    assert browser.find_element(By.TAG_NAME, "h1").text == "Sign in"
    browser.get(link)
    assert browser.find_element(By.TAG_NAME, "h1").text == "Queue"
    assert "token" not in browser.current_url
    (cookie,) = browser.get_cookies()
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
    browser.delete_all_cookies()
    browser.get(link)
    assert browser.find_element(By.TAG_NAME, "h1").text == "Sign in"


def test_filter_read_fix_waive_edit_approve_publish_and_undo(browser: Any, link: str, tmp_path: Path) -> None:
    browser.get_log("browser")
    browser.get(link)
    browser.find_element(By.ID, "f-text").send_keys("28.500", Keys.ENTER)
    until(browser, "document.querySelectorAll('.queue .item').length === 1")
    browser.find_element(By.CSS_SELECTOR, ".go").click()
    until(browser, "document.querySelector('.is-open [data-fix=\"1\"]')")
    assert browser.find_elements(By.CSS_SELECTOR, ".is-open mark.num.changed")
    browser.find_element(By.CSS_SELECTOR, "[data-fix='1']").click()
    until(browser, "document.querySelector('.seg.current.state-edited')")
    until(browser, "document.querySelector('#said').textContent === 'Done'")
    assert not browser.find_elements(By.CSS_SELECTOR, ".current mark.num.changed")
    stops = next(s for s in browser.find_elements(By.CSS_SELECTOR, ".seg") if "paradas" in s.text)
    number = stops.get_attribute("id")
    stops.find_element(By.CSS_SELECTOR, ".open").click()
    until(browser, f"document.querySelector('#{number}.is-open [data-do=waive]')")
    browser.find_element(By.CSS_SELECTOR, f"#{number} [data-note]").send_keys("the drivers are not news")
    browser.find_element(By.CSS_SELECTOR, f"#{number} [data-do=waive]").click()
    until(browser, f"document.querySelector('#{number} .waived')")
    browser.find_element(By.CSS_SELECTOR, f"#{number} [data-do=undo]").click()
    until(browser, f"document.querySelector('#{number}') && !document.querySelector('#{number} .waived')")
    browser.find_element(By.CSS_SELECTOR, f"#{number} .open").click()
    until(browser, f"document.querySelector('#{number}.is-open [data-text]')")
    field = browser.find_element(By.CSS_SELECTOR, f"#{number} [data-text]")
    field.clear()
    field.send_keys("Le service aura 14 arrêts et 3 conducteurs.")
    browser.find_element(By.CSS_SELECTOR, f"#{number} [data-do=approve]").click()
    until(browser, f"document.querySelector('#{number}').dataset.state === 'approved'")
    browser.find_element(By.CSS_SELECTOR, "[data-article=approve]").click()
    until(browser, "document.querySelector('[data-article=publish]:enabled')")
    browser.find_element(By.CSS_SELECTOR, "[data-article=publish]").click()
    until(browser, "document.querySelector('.chip.state-published')")
    (page,) = (tmp_path / "out").glob("*autobus*/fr/article.md")
    text = page.read_text("utf-8").replace("\u202f", " ").replace("\u00a0", " ")
    assert "28 500 euros" in text
    assert "3 conducteurs" in text
    browser.get(f"{browser.current_url.partition('#')[0].partition('?')[0]}/page")
    assert "28" in browser.find_element(By.TAG_NAME, "main").text
    assert complaints(browser) == []


def test_typed_text_is_there_again_after_esc_and_after_leaving_the_page(browser: Any, link: str) -> None:
    browser.get(link)
    browser.get(browser.find_element(By.CSS_SELECTOR, ".go").get_attribute("href"))
    focused(browser)
    article = browser.current_url
    number = here(browser)["id"]
    field = f"document.querySelector('#{number}.is-open [data-text]')"
    keys(browser, " Tapé.")
    keys(browser, Keys.ESCAPE)
    until(browser, "!document.activeElement.matches('[data-text]')")
    keys(browser, Keys.ESCAPE)
    until(browser, f"document.querySelector('#{number}:not(.is-open) .chip.warning')")
    keys(browser, Keys.ENTER)
    until(browser, f"{field}?.value.endsWith(' Tapé.')")
    focused(browser)
    keys(browser, " Encore.")
    warned = "(() => { const e = new Event('beforeunload', {cancelable: true}); dispatchEvent(e); return e.defaultPrevented })()"
    assert browser.execute_script(f"return {warned}")
    until(browser, f"{field}.dataset.kept?.endsWith('Encore.')")
    keys(browser, " Fin.")
    browser.get(f"{base(link)}/articles")

    def is_kept(driver: Any) -> bool:
        """What is sent when a page is left may arrive after the next request."""
        driver.get(article)
        return bool(driver.execute_script(f"return {field}?.value.endsWith(' Tapé. Encore. Fin.')"))

    WebDriverWait(browser, 30).until(is_kept)
    assert violations(browser) == []
    browser.find_element(By.CSS_SELECTOR, f"#{number} [data-do=edit]").click()
    until(browser, f"document.querySelector('#{number}').matches('.state-edited')")
    assert not browser.execute_script(f"return {warned}")


def test_a_second_window_is_told_who_was_faster_and_sees_both_texts(browser: Any, link: str) -> None:
    browser.get(link)
    browser.get(browser.find_element(By.CSS_SELECTOR, ".go").get_attribute("href"))
    first = browser.current_window_handle
    address = browser.current_url
    browser.switch_to.new_window("window")
    browser.get(address)
    focused(browser)
    browser.find_element(By.CSS_SELECTOR, "[data-text]").send_keys(" Première.")
    browser.find_element(By.CSS_SELECTOR, "[data-do=edit]").click()
    until(browser, "document.querySelector('.seg.state-edited')")
    browser.close()
    browser.switch_to.window(first)
    focused(browser)
    browser.find_element(By.CSS_SELECTOR, "[data-text]").send_keys(" Seconde.")
    browser.find_element(By.CSS_SELECTOR, "[data-do=edit]").click()
    until(browser, "document.querySelector('.problem dl.both')")
    told = browser.find_element(By.CSS_SELECTOR, ".problem").text
    assert "not saved" in told
    assert "Première." in told
    assert "Seconde." in told
    browser.find_element(By.CSS_SELECTOR, "[data-do=edit]").click()
    until(browser, "!document.querySelector('.problem')")
    assert "Seconde." in browser.find_element(By.CSS_SELECTOR, ".seg.state-edited").text


def test_an_article_goes_from_draft_to_print_by_keyboard_alone(
    browser: Any, link: str, tmp_path: Path
) -> None:
    browser.get(link)
    keys(browser, "j", Keys.ENTER)
    focused(browser)
    keys(browser, Keys.ESCAPE)
    keys(browser, "1")
    until(browser, "document.querySelector('.seg.current.state-edited')")
    ctrl_enter(browser)
    until(
        browser,
        "document.querySelector('.seg.state-approved') && document.querySelector('.seg.current:not(.state-approved)')",
    )
    settle_by_keys(browser)
    keys(browser, "P")
    until(browser, "document.querySelector('.chip.state-published')")
    assert list((tmp_path / "out").glob("*autobus*/fr/article.md"))


MOVED_ON = (
    "(document.querySelector('.seg.current:not(.state-approved)')"
    " || document.querySelector('#said').textContent.includes('nothing is open'))"
)


def settle_by_keys(page: Any) -> None:
    """Waive what blocks and approve everything, with keys only."""
    for _ in range(400):
        row = here(page)
        if row is None:
            keys(page, "j")
        elif row["state"] in ("approved", "published"):
            break
        elif row["blocking"]:
            waive_by_keys(page, row)
        else:
            ctrl_enter(page)
            until(page, f"document.getElementById('{row['id']}').dataset.state === 'approved' && {MOVED_ON}")
    keys(page, "A")
    until(page, "document.querySelector('[data-article=publish]:enabled')")


def test_the_help_opens_and_closes_by_key_and_the_slash_leads_to_the_filter(browser: Any, link: str) -> None:
    browser.get(link)
    keys(browser, "?")
    until(browser, "document.querySelector('dialog[open] .keys')")
    keys(browser, "?")
    until(browser, "!document.querySelector('dialog[open]')")
    keys(browser, "/")
    assert browser.switch_to.active_element.get_attribute("id") == "f-text"


def test_everything_works_without_javascript(link: str, tmp_path: Path) -> None:
    with driver(tmp_path / "profile", scripts=False) as page:
        page.implicitly_wait(20)
        page.get(link)
        leave(page, "#f-text", "28.500", Keys.ENTER)
        leave(page, ".go")
        leave(page, "[data-fix='1']")
        assert page.find_elements(By.CSS_SELECTOR, ".seg.state-edited")
        stops = page.find_element(By.XPATH, "//*[@data-seg][contains(., 'paradas')]")
        leave(page, f"#{stops.get_attribute('id')} .open")
        leave(page, ".is-open [data-do=waive]")
        assert "needs a reason" in page.find_element(By.CSS_SELECTOR, ".problem").text
        page.find_element(By.CSS_SELECTOR, ".is-open [data-note]").send_keys("not news")
        leave(page, ".is-open [data-do=waive]")
        assert page.find_elements(By.CSS_SELECTOR, ".waived")
        leave(page, "[data-article=approve]")
        leave(page, "[data-article=publish]:enabled")
        assert page.find_elements(By.CSS_SELECTOR, ".chip.state-published")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_any_page(browser: Any, link: str, scheme: str) -> None:
    feature = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": feature})
    browser.delete_all_cookies()
    browser.get(f"{base(link)}/")
    found = {"sign-in": violations(browser)}
    browser.get(link)
    opened = browser.find_element(By.CSS_SELECTOR, ".go").get_attribute("href")
    article = opened.partition("?")[0]
    browser.get(opened)
    focused(browser)
    browser.find_element(By.CSS_SELECTOR, "[data-text]").send_keys(" Ajout.")
    browser.find_element(By.CSS_SELECTOR, "[data-do=edit]").click()
    until(browser, "document.querySelector('.seg.state-edited')")
    pages = ("/", "/articles", "/statistics", "/help", "/log", article, opened, f"{article}/changes")
    for address in (*pages, f"{article}/sources"):
        browser.get(address if address.startswith("http") else f"{base(link)}{address}")
        found[address] = violations(browser)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert {name: some for name, some in found.items() if some} == {}


@pytest.mark.parametrize("width", [360, 1280, 3840])
def test_nothing_sticks_out_at_any_width(browser: Any, link: str, width: int) -> None:
    metrics = {"width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    browser.get(link)
    opened = browser.find_element(By.CSS_SELECTOR, ".go").get_attribute("href")
    for address in (*(f"{base(link)}{path}" for path in ("/", "/articles", "/statistics", "/log")), opened):
        browser.get(address)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width, address
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})

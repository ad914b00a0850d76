"""The bilingual page in a real browser."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from copydesk.publish.bilingual import BilingualPublisher
from publish.sample_edition import sample

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromedriver"), reason="Debian's chromium-driver is not installed"),
]

_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --hide-scrollbars"
)

_CONTRAST = """
const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
function paint(layers) {
  canvas.clearRect(0, 0, 1, 1);
  for (const layer of layers) { canvas.fillStyle = layer; canvas.fillRect(0, 0, 1, 1); }
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
}
function light(rgb) {
  const [r, g, b] = rgb.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const poor = [];
for (const element of document.querySelectorAll('body *')) {
  const own = [...element.childNodes].some(n => n.nodeType === 3 && n.data.trim());
  if (!own || !element.checkVisibility()) continue;
  const layers = [];
  for (let e = element; e; e = e.parentElement) layers.unshift(getComputedStyle(e).backgroundColor);
  layers.unshift('white');
  const back = light(paint(layers));
  const front = light(paint([...layers, getComputedStyle(element).color]));
  const ratio = (Math.max(back, front) + 0.05) / (Math.min(back, front) + 0.05);
  if (ratio < 4.5) poor.push([element.className, element.textContent.slice(0, 20), ratio]);
}
return poor;
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    for flag in [*_FLAGS.split(), f"--user-data-dir={tmp_path_factory.mktemp('profile')}"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    options.binary_location = shutil.which("chromium") or ""
    driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
    yield driver
    driver.quit()


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Any:
    """The sample's page, freshly loaded, 1280 pixels wide, in light colours."""
    ((name, data),) = BilingualPublisher().render(sample())
    (tmp_path / name).write_bytes(data)
    _resize(browser, 1280)
    _media(browser, "screen", "light")
    browser.get((tmp_path / name).as_uri())
    return browser


def _resize(browser: Any, width: int) -> None:
    metrics = {"width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def _media(browser: Any, media: str, scheme: str) -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})


def _lit(page: Any, selector: str) -> bool:
    script = "return getComputedStyle(document.querySelector(arguments[0])).backgroundColor"
    page.execute_script("document.getAnimations().forEach(a => a.finish())")
    return bool(page.execute_script(script, selector) != "rgba(0, 0, 0, 0)")


def test_the_page_loads_alone_and_without_complaint(page: Any) -> None:
    events = [json.loads(entry["message"])["message"] for entry in page.get_log("performance")]
    requests = [e["params"] for e in events if e["method"] == "Network.requestWillBeSent"]
    asked = {r["request"]["url"] for r in requests if r["documentURL"] == page.current_url}
    assert asked == {page.current_url}
    assert page.get_log("browser") == []
    assert page.execute_script("return document.scripts.length") == 0
    assert page.execute_script("return getComputedStyle(document.querySelector('.row')).display") == "grid"


@pytest.mark.parametrize("width", [360, 800, 1280, 2560])
def test_nothing_sticks_out_at_any_width(page: Any, width: int) -> None:
    _resize(page, width)
    assert page.execute_script("return document.documentElement.scrollWidth") <= width


def test_the_sides_stand_beside_each_other_or_stack(page: Any) -> None:
    script = """const [a, b] = ['source', 'target'].map(
        side => document.querySelector('#b2 .' + side).getBoundingClientRect());
        return [b.left - a.left, b.top - a.top]"""
    right, down = page.execute_script(script)
    assert (right > 300, down) == (True, 0)
    _resize(page, 600)
    right, down = page.execute_script(script)
    assert (right, down > 30) == (0, True)


def test_pointing_at_a_segment_lights_its_counterpart_and_its_notes(page: Any) -> None:
    assert not _lit(page, "#b2 .source .n1")
    target = page.execute_script("return document.querySelector('#b2 .target .n1')")
    ActionChains(page).move_to_element(target).perform()
    assert _lit(page, "#b2 .source .n1")
    assert _lit(page, "#b2 .notes .n1")
    assert not _lit(page, "#b2 .source .n0")
    assert not _lit(page, "#b3 .source .n1")


def test_the_tab_key_walks_through_the_segments(page: Any) -> None:
    page.execute_script("document.getElementById('b2.0').focus()")
    ActionChains(page).send_keys(Keys.TAB).perform()
    assert page.switch_to.active_element.get_attribute("id") == "b2.1"
    assert _lit(page, "#b2 .source .n1")
    outline = "return getComputedStyle(document.activeElement).outlineStyle"
    assert page.execute_script(outline) == "solid"


def test_the_filter_leaves_only_what_has_findings(page: Any) -> None:
    script = "return [...document.querySelectorAll('.row')].filter(r => r.checkVisibility()).map(r => r.id)"
    everything = page.execute_script(script)
    page.execute_script("document.getElementById('show-flagged').click()")
    assert page.execute_script(script) == ["b2", "b3", "b6", "b8"]
    page.execute_script("document.getElementById('show-errors').click()")
    assert page.execute_script(script) == ["b2", "b3", "b6"]
    page.execute_script("document.getElementById('show-all').click()")
    assert page.execute_script(script) == everything == [f"b{n}" for n in range(10)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_enough_contrast(page: Any, scheme: str) -> None:
    _media(page, "screen", scheme)
    page.execute_script("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.execute_script(_CONTRAST) == []


def test_the_dark_page_is_dark(page: Any) -> None:
    _media(page, "screen", "dark")
    colour = page.execute_script("return getComputedStyle(document.body).backgroundColor")
    assert all(int(part) < 48 for part in colour[4:-1].split(","))


def test_print_keeps_the_columns_and_drops_the_controls(page: Any) -> None:
    _media(page, "print", "light")
    _resize(page, 740)
    assert page.execute_script("return getComputedStyle(document.querySelector('.filter')).display") == "none"
    columns = page.execute_script(
        "return getComputedStyle(document.querySelector('.row')).gridTemplateColumns"
    )
    assert len(columns.split()) == 2

"""A desk that is served, and Debian's chromium to look at it: every wait is for a condition."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, WebDriverException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from copydesk.data import Glossary
from copydesk.review.current import Checks, Reader
from copydesk.review.publish import PublishTarget
from copydesk.store.people import Person
from copydesk.web.app import create_app
from copydesk.web.desk import Desk, Ticket
from web import newsroom

INSTALLED = bool(shutil.which("chromedriver"))
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --hide-scrollbars --disable-dev-shm-usage"
)
_AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text("utf-8")
_PATIENCE = 90


@contextmanager
def driver(profile: Path, *, scripts: bool = True) -> Iterator[Any]:
    """A browser of its own, without JavaScript on request."""
    options = webdriver.ChromeOptions()
    for flag in [*_FLAGS.split(), f"--user-data-dir={profile}"]:
        options.add_argument(flag)
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    options.binary_location = shutil.which("chromium") or ""
    found = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
    try:
        yield found
    finally:
        found.quit()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The desk over the folder's store; gives the link that signs in."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "copydesk", "review", "--store", "out.copydesk.sqlite", "--port", str(port)],
        cwd=folder, env=newsroom.environment(folder), stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        link = re.search(r"http\S+", process.stdout.readline())
        assert link is not None
        _answers(port, process)
        yield link[0]
    finally:
        process.terminate()
        process.wait(20)
        if process.stdout:
            process.stdout.close()


@contextmanager
def served_here(store: Path, *, glossary: Glossary | None = None) -> Iterator[str]:
    """The same desk in this process, which starts at once; gives the link that signs in."""
    reader = Reader(Checks(glossary=glossary or Glossary()))
    desk = Desk(PublishTarget(store, store.parent / "out"), reader, Ticket(Person("Ana", "approver")))
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        at = f"127.0.0.1:{listener.getsockname()[1]}"
        server = uvicorn.Server(uvicorn.Config(create_app(desk, hosts=[at]), log_level="critical"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            assert thread.is_alive(), "the desk has ended"
            time.sleep(0.01)
        try:
            assert desk.ticket is not None
            yield f"http://{at}/sign-in?token={desk.ticket.token}"
        finally:
            server.should_exit = True
            thread.join(20)


def _answers(port: int, process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, "the desk has ended"
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the desk does not answer")


def base(link: str) -> str:
    """The desk's address."""
    return link.partition("/sign-in")[0]


def keys(page: Any, *some: str) -> None:
    """Press keys, wherever the focus is."""
    ActionChains(page).send_keys(*some).perform()


def ctrl_enter(page: Any) -> None:
    """Press Ctrl and Enter."""
    ActionChains(page).key_down(Keys.CONTROL).send_keys(Keys.ENTER).key_up(Keys.CONTROL).perform()


def _wait(page: Any, ready: Callable[[Any], Any], what: str) -> Any:
    """A page that is just going away answers with errors of many kinds; the next look is at the new one."""
    wait = WebDriverWait(page, _PATIENCE, poll_frequency=0.03, ignored_exceptions=(WebDriverException,))
    return wait.until(ready, what)


def until(page: Any, script: str) -> Any:
    """Wait until the page is loaded, no answer is on its way, and ``script`` gives something."""
    there = "document.readyState === 'complete' && !document.querySelector('[aria-busy]')"
    return _wait(page, lambda p: p.execute_script(f"return {there} && ({script})"), script)


def focused(page: Any) -> None:
    """Wait until an opened segment's text field has the focus, as it has when the page is there."""
    until(page, "document.activeElement.matches('.is-open [data-text]')")


def leave(page: Any, css: str, *typed: str) -> None:
    """Click, or type into, what loads another page, and wait until that page is there.

    Needs no JavaScript.
    """
    old = page.find_element(By.TAG_NAME, "html")
    found = page.find_element(By.CSS_SELECTOR, css)
    if typed:
        found.send_keys(*typed)
    else:
        found.click()

    def gone(_: Any) -> bool:
        try:
            old.is_enabled()
        except StaleElementReferenceException:
            return True
        return False

    _wait(page, gone, f"another page after {css}")


def violations(page: Any) -> list[Any]:
    """What axe-core finds on the page that is serious or critical."""
    page.execute_script(_AXE)
    found = page.execute_async_script("axe.run(document).then(r => arguments[0](r.violations))")
    return [
        (v["id"], v["impact"], [n["html"][:120] for n in v["nodes"]][:3])
        for v in found
        if v["impact"] in ("serious", "critical")
    ]


def complaints(page: Any) -> list[str]:
    """What the browser logged: errors, and what the content security policy stopped."""
    return [entry["message"] for entry in page.get_log("browser") if "409" not in entry["message"]]


HERE = """(() => {
  const row = document.querySelector(".seg.current");
  return row && { id: row.id, state: row.dataset.state, blocking: row.classList.contains("blocking"),
                  errors: row.querySelectorAll(".note.error:not(.waived)").length,
                  last: row === [...document.querySelectorAll(".seg")].at(-1) };
})()"""


def here(page: Any) -> Any:
    """The segment that the keys act on, as a record; None without one."""
    return page.execute_script(f"return {HERE}")


def waive_by_keys(page: Any, row: Any) -> None:
    """Waive the first error of the segment ``row`` that the keys act on."""
    number = row["id"]
    keys(page, "w")
    until(page, f"document.activeElement.matches('#{number} [data-note]')")
    keys(page, "checked by phone", Keys.ENTER)
    left = f"document.querySelectorAll('#{number} .note.error:not(.waived)').length < {row['errors']}"
    until(page, f"{left} && document.querySelector('#{number}.current')")

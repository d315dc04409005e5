"""Two phones in two real browsers write in one field; lines are cut, tabs killed in mid-word, servers lose power."""

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Locator, Page, Route, expect

from app.settings import ROOT
from tests.sheets.group_work import FIELD, RUN, GroupWork, Line, Server, build

ESBUILD = ROOT / "node_modules" / "esbuild" / "bin" / "esbuild"
PATIENCE = 30_000  # ms; a reconnecting phone waits up to 4 s, an unanswered message 6
MALAYALAM = "കുടുംബശ്രീ\u200cയിൽ അവൻ\u200d"

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not shutil.which("node") or not ESBUILD.exists(), reason="no Node here to build the page"),
]


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> str:
    out = tmp_path_factory.mktemp("page") / "page.js"
    command = ["node", ESBUILD, ROOT / "tests/sheets/page.js", "--bundle", "--format=esm", f"--outfile={out}"]
    subprocess.run([*map(str, command), "--log-level=warning"], check=True, cwd=ROOT)
    return out.read_text()


@pytest.fixture
def work(tmp_path: Path) -> GroupWork:
    return build(tmp_path)


@pytest.fixture
def server(work: GroupWork) -> Iterator[Server]:
    server = Server(work)
    server.start()
    yield server
    server.kill()


@dataclass
class Phone:
    """A browser of one person, behind a line of its own."""

    context: BrowserContext
    line: Line
    address: str
    page: Page

    @property
    def field(self) -> Locator:
        return self.page.locator(f"[name={FIELD}]")

    @property
    def keyboard(self) -> CDPSession:
        """For what an input method does."""
        return self.context.new_cdp_session(self.page)

    def starts_typing(self, words: str, pause: int = 25) -> None:
        """Goes on by itself while the test does something else."""
        self.page.evaluate("([key, words, pause]) => { typing(key, words, pause) }", [FIELD, words, pause])

    def composes(self, *steps: str) -> None:
        """A word that an input method is still making: nothing of it is final."""
        self.field.focus()
        keyboard = self.keyboard
        for step in steps:
            keyboard.send(
                "Input.imeSetComposition", {"text": step, "selectionStart": len(step), "selectionEnd": len(step)}
            )

    def shows(self, words: str) -> None:
        """The moment these words are on the screen, and not a moment later."""
        self.page.wait_for_function(
            "([key, words]) => document.querySelector(`[name=${key}]`).value === words", arg=[FIELD, words]
        )

    def crash(self) -> None:
        """The system takes the tab's memory: no event is told, nothing is tidied up."""
        assert self.context.browser
        processes = self.context.browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
        with self.page.expect_event("crash", timeout=PATIENCE):
            for process in processes:
                if process["type"] == "renderer":
                    os.kill(process["id"], signal.SIGKILL)

    def opens_again(self) -> None:
        self.page.close()
        self.page = self.context.new_page()
        self.open()

    def open(self) -> None:
        self.page.goto(self.address)
        self.page.wait_for_selector("body[data-ready]", timeout=PATIENCE)

    def is_joined(self) -> None:
        self.page.wait_for_selector("body[data-joined=true]", timeout=PATIENCE)

    def is_through(self) -> None:
        """Everything typed here is stored on the server."""
        self.page.wait_for_selector("body[data-joined=true][data-unsent='0']", timeout=PATIENCE)


@pytest.fixture(scope="module")
def browsers(browser: Browser, launch_browser: Callable[[], Browser]) -> Iterator[list[Browser]]:
    """One for each phone, so that the tabs of one can be killed."""
    other = launch_browser()
    yield [browser, other]
    other.close()


@pytest.fixture
def phones(browsers: list[Browser], work: GroupWork, server: Server, script: str) -> Iterator[list[Phone]]:
    made = [
        _phone(browser, work, Line(server), person, script)
        for browser, person in zip(browsers, work.cookies, strict=True)
    ]
    for phone in made:
        phone.is_joined()
    yield made
    for phone in made:
        phone.context.close()
        phone.line.close()


def _phone(browser: Browser, work: GroupWork, line: Line, person: int, script: str) -> Phone:
    origin = f"http://127.0.0.1:{line.port}"
    context = browser.new_context()
    context.add_cookies([{"name": work.cookie, "value": work.cookies[person], "url": origin}])
    of = {
        "meeting": work.meeting,
        "run": RUN,
        "group": work.group,
        "person": person,
        "data": work.data,
        "fields": [FIELD],
    }
    html = f"<!doctype html><link rel=icon href=data:,><body data-of='{json.dumps(of)}'>"
    html += "<script type=module src=page.js></script>"

    def page(route: Route) -> None:  # what a service worker does: the page is there without a line
        is_script = route.request.url.endswith(".js")
        route.fulfill(body=script if is_script else html, content_type="text/javascript" if is_script else "text/html")

    context.route("**/page.*", page)
    phone = Phone(context, line, f"{origin}/page.html", context.new_page())
    phone.open()
    return phone


def both_hold(phones: list[Phone], work: GroupWork, is_right: Callable[[str], bool]) -> str:
    for phone in phones:
        phone.is_through()
    words = work.stored()
    assert is_right(words), words
    for phone in phones:
        expect(phone.field).to_have_value(words, timeout=PATIENCE)
    return words


@pytest.mark.promise("B3")
def test_two_write_in_one_field_at_once_and_no_letter_is_lost(phones: list[Phone], work: GroupWork) -> None:
    asha, bina = phones
    asha.starts_typing("abcdefghij" * 6)
    bina.starts_typing("🙂0123456789" * 6)
    asha.page.wait_for_timeout(3_000)

    both_hold(phones, work, lambda words: sorted(words) == sorted("abcdefghij" * 6 + "🙂0123456789" * 6))


@pytest.mark.promise("B3")
def test_a_word_in_the_making_is_neither_disturbed_nor_held_back(phones: list[Phone], work: GroupWork) -> None:
    asha, bina = phones
    asha.composes("ക", "കു", "കുടും")
    expect(bina.field).to_have_value("കുടും", timeout=PATIENCE)
    bina.starts_typing("[far] ")
    bina.page.wait_for_timeout(1_500)
    assert asha.field.input_value() == "കുടും"
    asha.composes("കുടുംബ")
    asha.keyboard.send("Input.insertText", {"text": MALAYALAM})

    both_hold(phones, work, lambda words: sorted(words) == sorted("[far] " + MALAYALAM) and MALAYALAM in words)


@pytest.mark.promise("L2")
def test_written_without_a_line_through_a_reload_it_arrives_once(phones: list[Phone], work: GroupWork) -> None:
    asha, bina = phones
    asha.starts_typing("Before. ")
    asha.is_through()
    asha.line.cut()
    asha.starts_typing("Without a line. ", pause=10)
    bina.starts_typing("[Bina meanwhile] ", pause=10)
    asha.page.wait_for_timeout(600)
    asha.page.reload()
    asha.page.wait_for_selector("body[data-ready]")
    expect(asha.field).to_have_value("Before. Without a line. ")
    assert asha.field.get_attribute("data-state") in {None, "queued"}
    asha.field.press("Control+End")
    asha.starts_typing("After the reload.", pause=10)
    asha.page.wait_for_timeout(600)
    asha.line.mend()

    parts = ["Before. ", "Without a line. ", "After the reload.", "[Bina meanwhile] "]
    both_hold(phones, work, lambda words: sorted(words) == sorted("".join(parts)))


@pytest.mark.promise("L2")
def test_a_tab_killed_in_mid_word_without_a_line_loses_nothing(phones: list[Phone], work: GroupWork) -> None:
    asha, bina = phones
    asha.line.cut()
    asha.page.wait_for_timeout(300)
    asha.composes("അ", "അവ", "അവൻ\u200d")
    asha.shows("അവൻ\u200d")
    asha.crash()
    bina.starts_typing("[Bina] ", pause=10)
    asha.opens_again()
    expect(asha.field).to_have_value("അവൻ\u200d")
    asha.line.mend()

    both_hold(phones, work, lambda words: sorted(words) == sorted("അവൻ\u200d[Bina] "))


@pytest.mark.promise("L2")
def test_a_tab_killed_in_mid_word_with_a_line_loses_nothing_and_doubles_nothing(
    phones: list[Phone], work: GroupWork
) -> None:
    asha, _ = phones
    typed = ""
    for word in ("മല", "യാള", "ത്തി", "ൽ"):
        asha.composes(word)
        typed += word
        asha.shows(typed)
        asha.crash()
        asha.opens_again()
        asha.field.press("Control+End")

    both_hold(phones, work, lambda words: sorted(words) == sorted(typed))


@pytest.mark.promise("L4")
def test_a_server_that_loses_power_keeps_what_it_called_received(
    phones: list[Phone], work: GroupWork, server: Server
) -> None:
    asha, bina = phones
    for word in ("one ", "two ", "three "):
        asha.starts_typing(word * 5, pause=20)
        bina.starts_typing(word.upper() * 5, pause=20)
        asha.page.wait_for_timeout(250)
        server.kill()
        asha.page.wait_for_timeout(900)
        server.start()
        for phone in phones:
            phone.is_through()

    typed = "".join(word * 5 + word.upper() * 5 for word in ("one ", "two ", "three "))
    both_hold(phones, work, lambda words: sorted(words) == sorted(typed))

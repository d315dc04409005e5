"""What all tests share: a browser where there is one, and nothing that could leak from one test into another."""

import os
import shutil
import tempfile
from typing import Any

import pytest

from tests import once

# Chromium as root in a closed network: no sandbox, and no calls home, which would be refused many at a time.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",  # a microphone that beeps
    "--use-fake-ui-for-media-stream",
    # The address bar, which nobody looks at here, is two pages of its own: a second of work for each window that opens.
    # Of several such lists the last one holds, so it repeats what Playwright would have named.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,"
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,"
    "LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,AvoidCorsURLLoaderRestartOnRedirect,"
    "OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch",
]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
# Files that take more than a quarter of a minute alone, longest first.
LONGEST = (
    "test_day_one", "test_afternoon", "test_line", "test_rounds", "test_questions", "test_before_and_after",
    "test_faces", "test_in_a_browser", "test_contract", "test_serve", "test_demo", "test_js", "test_paper",
)  # fmt: skip
BROWSER_FIXTURES = {"page", "context", "browser", "new_context"}


def pytest_configure(config: pytest.Config) -> None:
    """A folder for what is made once in a run: workers get its name from the process that starts them."""
    if not hasattr(config, "workerinput"):
        folder = tempfile.mkdtemp(prefix="koottam-once-")
        os.environ[once.FOLDER] = folder
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Long files first; tests that ask for a browser are skipped aloud where there is none, and fail in CI."""
    for item in items:
        if BROWSER_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM and not os.environ.get("CI"):
                item.add_marker(pytest.mark.skip(reason="no Chromium here: python3 start.py test brings one"))
    if hasattr(config, "workerinput"):  # a worker takes whole files: many short ones are left to fill all of them up
        items.sort(key=lambda item: LONGEST.index(item.path.stem) if item.path.stem in LONGEST else len(LONGEST))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The installed Chromium instead of one that Playwright would download."""
    if not CHROMIUM:
        pytest.fail("CI has no Chromium: install one, or name it in CHROMIUM")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": FLAGS}


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes give no name to a test: some are made at random, and two workers must call one test the same."""
    return argname if isinstance(val, bytes) else None

"""The tests of the scripts, `tests/js/**/*.test.mjs`, run by Node's own test runner and shown here.

Tests with random runs do more of them when `LONG` is in the environment; those are named in `LONGER`.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NODE = shutil.which("node")
TESTS = sorted(Path(__file__).parent.rglob("*.test.mjs"))
LONGER = ["sheets/bind.test.mjs", "sheets/storm.test.mjs"]
PATIENCE_SECONDS = 400  # the slowest takes 40 alone; machines that test run much else

pytestmark = pytest.mark.skipif(not NODE, reason="no Node here: python3 start.py test brings one")


@pytest.mark.parametrize("path", TESTS, ids=lambda path: str(path.relative_to(Path(__file__).parent)))
def test_script(path: Path) -> None:
    _run(path, {})


@pytest.mark.long
@pytest.mark.parametrize("name", LONGER)
def test_script_with_many_more_random_runs(name: str) -> None:
    _run(Path(__file__).parent / name, {"LONG": "1"})


def _run(path: Path, environ: dict[str, str]) -> None:
    assert NODE
    done = subprocess.run(
        [NODE, "--test", "--test-reporter=spec", str(path)],
        cwd=ROOT,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr

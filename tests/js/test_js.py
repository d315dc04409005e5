"""The tests of the scripts, `tests/js/**/*.test.mjs`, run by Node's own test runner and shown here."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NODE = shutil.which("node")
TESTS = sorted(Path(__file__).parent.rglob("*.test.mjs"))
PATIENCE_SECONDS = 240  # the slowest takes 10 alone; machines that test run much else


@pytest.mark.skipif(not NODE, reason="no Node here: python3 start.py test brings one")
@pytest.mark.parametrize("path", TESTS, ids=lambda path: str(path.relative_to(Path(__file__).parent)))
def test_script(path: Path) -> None:
    assert NODE
    command = [NODE, "--test", "--test-reporter=spec", str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)
    assert done.returncode == 0, done.stdout + done.stderr

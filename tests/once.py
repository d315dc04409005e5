"""What takes seconds to make, and nobody changes, is made once for all workers of a run; tests copy it.

The folder of the run is made and removed by `conftest.py`; its name stands in the environment, which workers inherit.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

FOLDER = "TESTS_MADE_ONCE"
LONGEST_SECONDS = 600  # that one worker may wait for another to make something


def once(name: str, make: Callable[[Path], object]) -> Path:
    """The folder that `make` has filled, in this worker or another one. It must not be written to."""
    shared = Path(os.environ[FOLDER])
    folder = shared / name
    with _alone(shared / f"{name}.lock"):
        if not folder.exists():
            draft = shared / f"{name}.draft"
            shutil.rmtree(draft, ignore_errors=True)  # of a worker that failed
            draft.mkdir()
            make(draft)
            draft.rename(folder)
    return folder


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """One worker at a time: SQLite knows how to wait for another process on every system, and to forget a dead one."""
    with closing(sqlite3.connect(lock, timeout=LONGEST_SECONDS, isolation_level=None)) as held:
        held.execute("BEGIN EXCLUSIVE")
        yield

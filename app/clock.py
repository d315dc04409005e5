"""What time it is: the only place that reads the machine's clock for what is stored or shown.

The rules of this file
- Every time is an aware UTC `datetime`.
- Tests move the clock: with `KOOTTAM_CLOCK` in the environment, `now()` adds the seconds written in the file of that
  name. The server refuses this variable unless it is bound to the loopback address (`app/serve.py`).
- Waiting uses the monotonic clock of whoever waits, never this one.
"""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC) + _offset()


def _offset() -> timedelta:
    name = os.environ.get("KOOTTAM_CLOCK")
    if not name:
        return timedelta()
    written = Path(name)
    # Read anew each time: a test moves the clock of a running server by writing the file. Empty or missing means zero.
    text = written.read_text().strip() if written.exists() else ""
    return timedelta(seconds=float(text or 0))

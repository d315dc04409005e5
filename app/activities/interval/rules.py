"""A pause on the clock; nothing to answer."""

from typing import Any

from app.activities.contract import Veil
from app.activities.wording import Wording


def task(pause: Wording, veil: Veil) -> dict[str, Any]:
    return {"prompt": pause.prompt}

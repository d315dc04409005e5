"""Something to read or to hear; nothing to answer."""

from typing import Any

from app.activities.contract import Veil
from app.activities.wording import Wording


def task(briefing: Wording, veil: Veil) -> dict[str, Any]:
    return {"prompt": briefing.prompt}

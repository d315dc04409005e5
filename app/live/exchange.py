"""What the socket and its HTTP twin share: reading a command's envelope, and turning refusals into answers."""

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import structlog
from flask_babel import gettext

from app import clock
from app.errors import NotFound, Rejected
from app.live import answering
from app.live.facts import iso
from app.live.meetings import Live
from app.live.runner import TryAgain
from app.sheets import TryAgain as SheetTryAgain

ID_LIMIT = 36  # characters: a UUID with its dashes; longer ids only cost

logger = structlog.get_logger()


def answered(
    live: Live, meeting: str, person: int, call: Callable[[], Any], say: Callable[[str], str] = gettext
) -> Any:
    """Run `call`; a refusal becomes `{refused, why}`, an unclear commit `{again}`. `say` translates."""
    try:
        return call()
    except Rejected as refusal:
        logger.info("refused", code=refusal.code, meeting=meeting, person=person)
        why = with_names(say(refusal.text), live.names(meeting))
        return {"refused": refusal.code, "why": why, "now": iso(clock.now())}
    except NotFound:
        return {"refused": "not-found", "why": say("This is not there.")}
    except (TryAgain, SheetTryAgain):
        return {"again": True, "why": say("It could not be stored just now. It is sent again by itself.")}


def with_names(sentence: str, names: Mapping[int, str]) -> str:
    """Put names in the place of `{p12}`: the log holds none, so the rules do not know them."""
    return re.sub(r"\{p(\d+)\}", lambda found: names.get(int(found[1]), gettext("Another trainer")), sentence)


def client_id(data: Any) -> str:
    """The client's own name for a command: printable ASCII. Raises `Rejected("no-id")`."""
    id = data.get("id") if isinstance(data, dict) else None
    if not isinstance(id, str) or not 1 <= len(id) <= ID_LIMIT or not (id.isascii() and id.isprintable()):
        raise Rejected("no-id", "This page sent something that we could not read. Please load it again.")
    return id


def age_of(data: Any) -> timedelta:
    """Milliseconds since the writing; nonsense counts as just now."""
    age = data.get("age", 0) if isinstance(data, dict) else 0
    if isinstance(age, bool) or not isinstance(age, int | float) or not 0 <= age < float("inf"):
        return timedelta()
    return min(timedelta(milliseconds=min(age, 1e12)), answering.MAX_AGE)

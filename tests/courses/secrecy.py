"""What nobody may read before its time, and the same activity with everything of it changed."""

import json

from app.activities.registry import KINDS
from tests.activities.examples import OTHER_ITEMS
from tests.courses.modules import Block


def secrets_of(block: Block) -> list[str]:
    """What an author wrote to be read later, or by trainers only; short words may stand anywhere."""
    notes = block["notes"]
    said = [item["feedback"] for item in block.get("items", ()) if item.get("feedback")]
    told = [notes[note] for note in ("explain", "model", "script", "facilitator") if note in notes]
    cards = [role["card"] for role in block.get("roles", ())]
    return [html for html in (*said, *told, *cards, *notes.get("hint", ())) if len(html) > 25]


def is_in(secret: str, text: str) -> bool:
    """Whether these words stand in JSON written without escapes."""
    return json.dumps(secret, ensure_ascii=False)[1:-1] in text


def otherwise(block: Block) -> Block:
    """The same activity with other right answers, feedback, hints and notes."""
    notes = block["notes"] | dict.fromkeys(("explain", "model", "script", "facilitator"), "<p>Other words.</p>")
    hints = ["<p>Other hint.</p>" for _ in block["notes"].get("hint", ())]
    items = OTHER_ITEMS[KINDS[block["kind"]].grammar](block["items"])
    return {**block, "items": items, "notes": notes | ({"hint": hints} if hints else {})}

"""What an author wrote around the items of an activity: the prompt, the hints and the explanation."""

from dataclasses import dataclass

from app.activities.contract import Block


@dataclass(frozen=True, slots=True)
class Wording:
    """`hints` is how many there are: the hints themselves are handed out one by one, by the meeting."""

    prompt: str
    hints: int
    explain: str | None
    model: str | None

    def after(self) -> dict[str, str | None]:
        """What may be read only after the reveal."""
        return {"explain": self.explain, "model": self.model}


def parse(block: Block) -> Wording:
    notes = block.get("notes", {})
    return Wording(block["prompt"], len(notes.get("hint", ())), notes.get("explain"), notes.get("model"))

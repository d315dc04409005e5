"""What the course has become since a day was held, as far as the meeting needs to know. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.curriculum.outcomes import Outcome
from app.live.plan import Plan


@dataclass(frozen=True, slots=True)
class Course:
    """Version -> activity there -> what became of its answers, only where something did; the days of the versions."""

    outcomes: Mapping[str, Mapping[str, Outcome]] = field(default_factory=dict)
    plans: Mapping[str, Plan] = field(default_factory=dict)

    def outcome(self, content: str, id: str) -> Outcome | None:
        """None: those answers are what they were."""
        return self.outcomes.get(content, {}).get(id)

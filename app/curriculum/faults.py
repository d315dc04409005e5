"""What is wrong with a course, and where: line and column count from 1, columns in characters, as editors show them."""

from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    line: int
    column: int = 1


TO_THE_END = -1  # of the line, as a `cut`


@dataclass(frozen=True, slots=True)
class Mend:
    """A change that needs no thought: at `spot`, `cut` characters (the line's end counts as one) give way to `put`.

    A `name` must be new in its file: `{name}` in `put` becomes it, or it with -2, -3 … behind.
    """

    spot: Spot
    cut: int
    put: str
    name: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing an author should mend. A module with an error is not served; a warning only speaks.

    `mend` is there where only one change can be meant (`app.curriculum.mending`).
    """

    spot: Spot
    level: Level
    text: str
    mend: Mend | None = field(default=None, compare=False)

    def said(self, file: str) -> str:
        return f"{file}:{self.spot.line}:{self.spot.column}: {self.level}: {self.text}"


class Faults:
    """Collects what is found wrong; each thing once."""

    def __init__(self) -> None:
        self._found: dict[Fault, Fault] = {}

    def error(self, spot: Spot, text: str, mend: Mend | None = None) -> None:
        fault = Fault(spot, Level.ERROR, text, mend)
        self._found.setdefault(fault, fault)

    def warning(self, spot: Spot, text: str) -> None:
        fault = Fault(spot, Level.WARNING, text)
        self._found.setdefault(fault, fault)

    @property
    def has_errors(self) -> bool:
        return any(fault.level is Level.ERROR for fault in self._found)

    def in_order(self) -> tuple[Fault, ...]:
        return tuple(sorted(self._found))

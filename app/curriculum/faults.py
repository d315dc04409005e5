"""What is wrong with a course, and where: line and column count from 1, columns in characters, as editors show them."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    line: int
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing an author should mend. A module with an error is not served; a warning only speaks."""

    spot: Spot
    level: Level
    text: str

    def said(self, file: str) -> str:
        return f"{file}:{self.spot.line}:{self.spot.column}: {self.level}: {self.text}"


class Faults:
    """Collects what is found wrong; each thing once."""

    def __init__(self) -> None:
        self._found: dict[Fault, None] = {}

    def error(self, spot: Spot, text: str) -> None:
        self._found[Fault(spot, Level.ERROR, text)] = None

    def warning(self, spot: Spot, text: str) -> None:
        self._found[Fault(spot, Level.WARNING, text)] = None

    @property
    def has_errors(self) -> bool:
        return any(fault.level is Level.ERROR for fault in self._found)

    def in_order(self) -> tuple[Fault, ...]:
        return tuple(sorted(self._found))

"""A course file as it was typed: lines, texts and fences, each with its place; `scan` makes it."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.curriculum.faults import Mend, Spot


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or its rest after `cut` characters were taken off on the left. `code`: inside a ``` block."""

    number: int
    text: str
    cut: int = 0
    code: bool = False

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()

    def spot(self, index: int = 0) -> Spot:
        return Spot(self.number, self.cut + index + 1)

    def dedented(self, to: int = 0) -> Mend:
        """Begin this line in the column after `to` spaces."""
        lead = self.cut + len(self.text) - len(self.text.lstrip())
        return Mend(Spot(self.number), lead, " " * to)

    def after_a_blank(self) -> Mend:
        """Put a blank line before this one."""
        return Mend(Spot(self.number), 0, "\n")

    def without(self, count: int) -> "Line":
        return Line(self.number, self.text[count:], self.cut + count, self.code)


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown between fences."""

    lines: tuple[Line, ...] = ()

    @property
    def source(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @property
    def is_blank(self) -> bool:
        return all(line.is_blank for line in self.lines)


@dataclass(frozen=True, slots=True)
class Fence:
    """`//// name | id`, its option lines, and what stands inside, in order."""

    slashes: int
    name: str
    id: str | None
    name_spot: Spot
    id_spot: Spot
    options: tuple[Line, ...]
    parts: "tuple[Text | Fence, ...]"

    @property
    def spot(self) -> Spot:
        return Spot(self.name_spot.line)

    @property
    def fences(self) -> "tuple[Fence, ...]":
        return tuple(part for part in self.parts if isinstance(part, Fence))


@dataclass(frozen=True, slots=True)
class Reference:
    """`[label]: address "title"`."""

    label: str
    address: str
    title: str | None
    spot: Spot


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A module as scanned: `front` holds the lines between the two `---`, None if there are none."""

    front: tuple[Line, ...] | None
    parts: tuple[Text | Fence, ...]
    references: Mapping[str, Reference]
    length: int  # lines in the file

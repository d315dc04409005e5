"""Cuts a course file into texts and fences, line by line, and says where the fences are wrong.

The rules of this file
- Nothing is guessed at silently: whatever looks a little like a fence but is none is an error. Otherwise a note for
  trainers could become text for trainees.
- After an error it goes on in the most likely way, so that one slip gives one message.
- What the names mean, and whether they exist, is not known here (`read`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.curriculum.faults import TO_THE_END, Faults, Mend, Spot
from app.curriculum.manuscript import Fence, Line, Manuscript, Reference, Text
from app.curriculum.notation import GROUPS, NOTES, PLANNED, SLASHES

_CLOSING = re.compile(r"(/{3,})[ \t]*")
_HEADER = re.compile(r"(/{3,})([ \t]*)([^|]*?)[ \t]*(?:\|[ \t]*(.*?))?[ \t]*")
_OPTION = re.compile(r"\s*[a-z][a-z-]*:(\s|$)")
_LEAD = r"(?:[\s>]|[-*+][ \t]|\d+\.[ \t])+"  # what may stand before the words of an indented, quoted or listed line
_INDENTED_FENCE = re.compile(_LEAD + r"(?=/{3})")
_FEW_SLASHES = re.compile(r"//(?!/).*|/[ \t]*(\w+)?[ \t]*(\|.*)?")
_CODE = re.compile(r"(`{3,}|~{3,}) *[\w#.+-]* *")
_NEARLY_CODE = re.compile(rf"(?:{_LEAD})?(`{{3,}}|~{{3,}})")
_REFERENCE = re.compile(
    r" {0,3}\[([^\]]+)\]:[ \t]*(<[^>]*>|\S+)(?:[ \t]+(?:\"([^\"]*)\"|'([^']*)'|\(([^)]*)\)))?[ \t]*"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_NAMES = NOTES | frozenset(PLANNED) | frozenset(GROUPS)


def scan(text: str, faults: Faults) -> Manuscript:
    """The tree of this file. It is complete even when there are errors; then nobody may publish it."""
    written = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    lines = [Line(number, words) for number, words in enumerate(written, start=1)]
    for line in lines:
        if found := _CONTROL.search(line.text):
            at = line.spot(found.start())
            faults.error(at, "there is an invisible control character here; take it out", Mend(at, 1, ""))
    front, start = _front(lines, faults)
    scanner = _Scanner(lines, start, faults)
    parts = scanner.run()
    return Manuscript(front, parts, scanner.references, len(lines))


def _front(lines: Sequence[Line], faults: Faults) -> tuple[tuple[Line, ...] | None, int]:
    """(front matter, index of the first line after it)."""
    if lines[0].text.rstrip() == "---":
        for index, line in enumerate(lines[1:], start=1):
            if line.text.rstrip() == "---":
                return tuple(lines[1:index]), index + 1
        faults.error(Spot(1), "the front matter is never closed: add a line '---'")
        return None, len(lines)
    faults.error(Spot(1), "a module begins with front matter: a line '---', then id, title …, then a line '---'")
    return None, 0


@dataclass
class _Open:
    """A fence that is not closed yet; `texts` are the lines of its current text. The whole file counts as one."""

    slashes: int
    name: str
    id: str | None
    name_spot: Spot
    id_spot: Spot
    options: tuple[Line, ...] = ()
    parts: list[Text | Fence] = field(default_factory=list)
    texts: list[Line] = field(default_factory=list)

    def settled(self) -> tuple[Text | Fence, ...]:
        if self.texts:
            self.parts.append(Text(tuple(self.texts)))
            self.texts = []
        return tuple(self.parts)

    def closed(self) -> Fence:
        return Fence(self.slashes, self.name, self.id, self.name_spot, self.id_spot, self.options, self.settled())


class _Scanner:
    def __init__(self, lines: list[Line], start: int, faults: Faults) -> None:
        self._lines, self._at, self._faults = lines, start, faults
        self._stack = [_Open(99, "", None, Spot(1), Spot(1))]  # the file itself: longer than any fence
        self.references: dict[str, Reference] = {}

    def run(self) -> tuple[Text | Fence, ...]:
        while self._at < len(self._lines):
            line = self._lines[self._at]
            self._at += 1
            if line.text.startswith("///"):
                self._fence(line)
            elif found := _CODE.fullmatch(line.text):
                self._code(line, found[1])
            else:
                self._words(line)
        while len(self._stack) > 1:
            self._never_closed()
        return self._stack[0].settled()

    # --- fences ---

    def _fence(self, line: Line) -> None:
        self._wants_blank(self._at - 2, line, "put a blank line before this fence")
        if found := _CLOSING.fullmatch(line.text):
            self._close(len(found[1]), line)
        else:
            self._open(line)
        if self._at < len(self._lines):
            self._wants_blank(self._at, self._lines[self._at], "put a blank line between the fence and this line")

    def _wants_blank(self, index: int, line: Line, text: str) -> None:
        if index >= 0 and not self._lines[index].is_blank:
            self._faults.error(line.spot(), text, line.after_a_blank())

    def _open(self, line: Line) -> None:
        found = _HEADER.fullmatch(line.text)
        assert found, "every line that begins with slashes has this form"
        slashes, ident = len(found[1]), found[4]
        name, *more = found[3].split() or [""]
        at = line.spot(found.start(3))
        if slashes not in SLASHES:
            self._faults.error(line.spot(), "a fence has 3 slashes (note), 4 (activity) or 5 (group of activities)")
        elif not found[2]:
            self._faults.error(at, f"put a space between the slashes and '{name}'", Mend(at, 0, " "))
        elif more:
            mend = None if found[4] else Mend(at, TO_THE_END, f"{name} | {'-'.join(more)}")
            self._faults.error(at, f"write '{found[1]} {name} | {'-'.join(more)}'", mend)
            ident = ident or more[0]
        while self._stack[-1].slashes <= slashes:
            self._never_closed()
        id_spot = line.spot(found.start(4)) if found[4] else at
        self._stack.append(_Open(slashes, name, ident or None, at, id_spot, self._options()))

    def _options(self) -> tuple[Line, ...]:
        """The lines right under a header, without their four spaces."""
        options = []
        while self._at < len(self._lines) and not (line := self._lines[self._at]).is_blank:
            is_option = line.text.startswith("    ")
            if not is_option and not (line.text[0] in " \t" or _OPTION.match(line.text)):
                break
            if not is_option:
                self._faults.error(line.spot(), "indent options by 4 spaces", line.dedented(4))
            options.append(line.without(4 if is_option else len(line.text) - len(line.text.lstrip())))
            self._at += 1
        self._late_options()
        return tuple(options)

    def _late_options(self) -> None:
        at = self._at + 1
        blank = Mend(Spot(at), len(self._lines[at - 1].text) + 1, "") if at <= len(self._lines) else None
        while at < len(self._lines) and (late := self._lines[at]).indent and _OPTION.match(late.text):
            text = "options stand right under the fence: take out the blank line"
            self._faults.error(late.spot(late.indent), text, blank)
            blank = None  # one blank line, one mend
            self._lines[at] = Line(late.number, "")  # it is no text
            at += 1

    def _close(self, slashes: int, line: Line) -> None:
        top = self._stack[-1]
        if len(self._stack) == 1:
            self._faults.error(line.spot(), "this closing fence closes nothing")
        elif any(opened.slashes == slashes for opened in self._stack):
            while self._stack[-1].slashes != slashes:
                self._never_closed()
            self._pop()
        else:
            self._faults.error(
                line.spot(),
                f"closing fence has {slashes} slashes but '{top.name}' (line {top.name_spot.line}) "
                f"opened with {top.slashes}",
                Mend(line.spot(), slashes, "/" * top.slashes),
            )
            self._pop()

    def _never_closed(self) -> None:
        top = self._stack[-1]
        self._faults.error(top.name_spot, f"'{top.name}' is never closed: add a line with {top.slashes} slashes")
        self._pop()

    def _pop(self) -> None:
        fence = self._stack.pop().closed()
        self._stack[-1].settled()
        self._stack[-1].parts.append(fence)

    # --- words ---

    def _words(self, line: Line) -> None:
        told = self._looks_like_a_fence(line)
        if told:
            self._faults.error(*told)
        elif found := _REFERENCE.fullmatch(line.text):
            self._refer(line, found)
        else:
            self._stack[-1].texts.append(line)
            return
        self._stack[-1].texts.append(Line(line.number, ""))  # it is no text: one slip, one message

    def _looks_like_a_fence(self, line: Line) -> tuple[Spot, str] | tuple[Spot, str, Mend | None] | None:
        if found := _INDENTED_FENCE.match(line.text):
            mend = None if found[0].strip() else line.dedented()
            return line.spot(found.end()), "a fence starts in column 1", mend
        if found := _NEARLY_CODE.match(line.text):
            return line.spot(found.start(1)), "a code block starts in column 1: ``` and at most one word"
        if (found := _FEW_SLASHES.fullmatch(line.text)) and (found[1] is None or found[1] in _NAMES):
            return line.spot(), "a note has 3 slashes, an activity 4, a group of activities 5"
        return None

    def _refer(self, line: Line, found: re.Match[str]) -> None:
        label = " ".join(found[1].lower().split())
        if label == "x":
            self._faults.error(line.spot(), "'x' cannot be a link label: it would turn every [x] into a link")
        elif label in self.references:
            earlier = self.references[label].spot.line
            self._faults.error(line.spot(), f"link label '{label}' is already used at line {earlier}")
        title = found[3] or found[4] or found[5]
        self.references[label] = Reference(label, found[2].strip("<>"), title, line.spot(found.start(2)))

    def _code(self, opening: Line, mark: str) -> None:
        """Everything up to the line with the same ``` is code: nothing in it is a fence."""
        texts = self._stack[-1].texts
        texts.append(Line(opening.number, opening.text, code=True))
        while self._at < len(self._lines):
            line = self._lines[self._at]
            self._at += 1
            texts.append(Line(line.number, line.text, code=True))
            bare = line.text.strip()
            if line.text.rstrip(" ") == mark:
                return
            if bare.startswith(mark) and not bare.strip(mark[0]):
                self._faults.error(line.spot(), f"close the code block with exactly {mark}")
        self._faults.error(opening.spot(), "this code block is never closed")

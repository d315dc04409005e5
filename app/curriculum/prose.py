"""What is wrong inside the texts: raw HTML, indents, headings, facts, links and pictures, each to the column.

The rules of this file
- Code is left alone: in a code block and between backquotes everything may stand.
- It looks at the lines as they were typed, so that the position is the author's. What is published is cleaned all the
  same (`app.richtext`): this file is for the author, not for safety.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from app.curriculum import facts
from app.curriculum.faults import Faults, Mend, Spot
from app.curriculum.lists import MARKER
from app.curriculum.manuscript import Fence, Line, Manuscript, Text
from app.curriculum.notation import NAME
from app.curriculum.shelf import Shelf
from app.curriculum.suggest import did_you_mean

_ESCAPE_OR_SPAN = re.compile(
    r"\\[\\`*_{}\[\]()>#+.!-]|(?<!`)(`+)(?!`)((?:(?!\n\s*(?:\n|[-*+>#|]|\d+\.)).)+?)(?<!`)\1(?!`)", re.DOTALL
)
_TAG = re.compile(r"<(?=[A-Za-z/!?])(?!https?://[^<>\s]*>)(?![^<>\s@!:]+@[^<>\s@]+>)")
_WORDS = r"((?:[^\[\]]|\[[^\[\]]*\])*)"
_INLINE = re.compile(rf"(!?)\[{_WORDS}\]\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_BY_LABEL = re.compile(rf"(!?)\[{_WORDS}\]\[([^\[\]]*)\]")
_ADDRESS = re.compile(r"\s*(?:<([^<>]*)>|(\S*))")
_FACT = re.compile(r"\{\{(?:[^{}\n]*\}\})?")
_FACT_NAME = re.compile(r"\{\{\s*facts\.(\S+?)\s*\}\}")
_SETEXT = re.compile(r"(=+|-+)[ ]*")


def check(manuscript: Manuscript, module: str, shelf: Shelf, faults: Faults) -> None:
    for text in _texts(manuscript.parts):
        _layout(text, faults)
        _Masked(text).check(manuscript, module, shelf, faults)
    for reference in manuscript.references.values():
        if wrong := shelf.why_not(reference.address, module, image=reference.address.startswith("media/")):
            faults.error(reference.spot, wrong)


def check_words(text: Text, faults: Faults) -> None:
    """The same for words from elsewhere, a translation for example: layout and raw HTML, no facts and no addresses."""
    _layout(text, faults)
    _Masked(text).tags(faults)


def addresses(text: Text) -> list[str]:
    """Where the links and pictures of a text lead, in order: addresses, and labels in [brackets]."""
    return _Masked(text).addresses()


def _texts(parts: tuple[Text | Fence, ...]) -> Iterator[Text]:
    for part in parts:
        if isinstance(part, Text):
            yield part
        else:
            yield from _texts(part.parts)


# --- the layout of lines ---


def _layout(text: Text, faults: Faults) -> None:
    in_list = False
    before: Line | None = None  # the line above; None at the beginning of the text
    for line in text.lines:
        if line.code or line.is_blank:
            in_list = in_list and not line.code
        else:
            starts_anew = before is None or before.is_blank or before.code
            if line.indent == 0:
                in_list = _in_list(line, before, in_list, starts_anew, faults)
            _indent(line, in_list, starts_anew, faults)
            _heading(line, before, faults)
        before = line


def _in_list(line: Line, before: Line | None, in_list: bool, starts_anew: bool, faults: Faults) -> bool:
    """Whether a line in column 1 belongs to a list."""
    if not MARKER.match(line.text):
        return in_list and not starts_anew
    interrupts = line.text[0] in "-*+" or line.text.startswith("1.")
    if not in_list and not starts_anew and interrupts and not (before and before.text.startswith("#")):
        faults.error(line.spot(), "put a blank line before the list", line.after_a_blank())
        return True
    return in_list or starts_anew


def _indent(line: Line, in_list: bool, starts_anew: bool, faults: Faults) -> None:
    lead = len(line.text) - len(line.text.lstrip())
    if "\t" in line.text[:lead]:
        faults.error(line.spot(), "indent by 4 spaces, not by a tab", line.dedented(_wanted(line)))
    elif lead >= 4 and starts_anew and not in_list:
        faults.error(line.spot(lead), "indented text turns into code: begin in column 1", line.dedented())
    elif lead % 4 and (starts_anew or line.text[lead] == ">" or MARKER.match(line.text[lead:])):
        mend = line.dedented(_wanted(line) if in_list else 0)
        faults.error(line.spot(lead), "indent by 4 spaces" if in_list else "begin in column 1", mend)


def _wanted(line: Line) -> int:
    """The next step of four, a tab being one."""
    lead = line.text[: len(line.text) - len(line.text.lstrip())].expandtabs(4)
    return -(-len(lead) // 4) * 4


def _heading(line: Line, before: Line | None, faults: Faults) -> None:
    if re.match(r"#{1,6}[^#\s]", line.text):
        marks = len(line.text) - len(line.text.lstrip("#"))
        faults.error(line.spot(), "put a space after the # of a heading", Mend(line.spot(marks), 0, " "))
    elif re.fullmatch(r"#{1,6}\s*", line.text):
        faults.error(line.spot(), "this heading has no words")
    elif before and not before.is_blank and not before.code and _SETEXT.fullmatch(line.text):
        faults.error(line.spot(), "write a heading with #; for a line across the page put a blank line before")


# --- what stands in the lines ---


class _Masked:
    """A text in which code and escaped characters are blanked out; every character keeps its place."""

    def __init__(self, text: Text) -> None:
        self._lines = text.lines
        joined = "\n".join(" " * len(line.text) if line.code else line.text for line in text.lines)
        self._text = _ESCAPE_OR_SPAN.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), joined)
        self._starts = [0]
        for line in text.lines:
            self._starts.append(self._starts[-1] + len(line.text) + 1)

    def check(self, manuscript: Manuscript, module: str, shelf: Shelf, faults: Faults) -> None:
        self.tags(faults)
        self._facts(shelf, faults)
        for found in _INLINE.finditer(self._text):
            self._inline(found, module, shelf, faults)
        for found in _BY_LABEL.finditer(self._text):
            label = " ".join((found[3] or found[2]).lower().split())
            self._words(found, faults)
            if label not in manuscript.references:
                near = did_you_mean(label, manuscript.references)
                faults.error(self._spot(found.start()), f"there is no line '[{label}]: address'{near}")

    def tags(self, faults: Faults) -> None:
        for found in _TAG.finditer(self._text):
            faults.error(self._spot(found.start()), "raw HTML is not part of a course: write Markdown, or `code`")

    def addresses(self) -> list[str]:
        found = [(one.start(), f"{one[1]}{self._address(one)}") for one in _INLINE.finditer(self._text)]
        found += [
            (one.start(2) + inner.start(), f"{inner[1]}{self._address(inner)}")
            for one in _INLINE.finditer(self._text)
            for inner in _INLINE.finditer(one[2])
        ]
        found += [
            (one.start(), f"{one[1]}[{' '.join((one[3] or one[2]).lower().split())}]")
            for one in _BY_LABEL.finditer(self._text)
        ]
        return [address for _, address in sorted(found)]

    def _address(self, found: re.Match[str]) -> str:
        match = _ADDRESS.match(found[3])
        return (match[1] or match[2] or "") if match else ""

    def _spot(self, index: int) -> Spot:
        at = bisect_right(self._starts, index) - 1
        return self._lines[at].spot(index - self._starts[at])

    def _facts(self, shelf: Shelf, faults: Faults) -> None:
        for found in _FACT.finditer(self._text):
            name = _FACT_NAME.fullmatch(found[0])
            if not name or not NAME.fullmatch(name[1]):
                faults.error(self._spot(found.start()), "a fact is written {{ facts.name }}")
            elif name[1] not in shelf.facts:
                near = did_you_mean(name[1], shelf.facts)
                faults.error(self._spot(found.start()), f"there is no fact '{name[1]}'{near}")
            elif advice := facts.advice(shelf.facts[name[1]], shelf.today):
                faults.warning(self._spot(found.start()), advice)

    def _inline(self, found: re.Match[str], module: str, shelf: Shelf, faults: Faults) -> None:
        inner = _INLINE.search(found[2]) if found[2] else None
        if inner:  # a picture that is a link: the pattern above has swallowed it
            whole = _INLINE.search(self._text, found.start(2), found.end(2))
            assert whole, "what is found in a part is found in the whole"
            self._inline(whole, module, shelf, faults)
        self._words(found, faults)
        address = self._address(found)
        if wrong := shelf.why_not(address, module, image=found[1] == "!"):
            faults.error(self._spot(found.start()), wrong)

    def _words(self, found: re.Match[str], faults: Faults) -> None:
        if not found[2].strip():
            what = "say in words what the picture shows: ![words](…)" if found[1] else "this link has no words"
            faults.error(self._spot(found.start()), what)

"""The beginning of an item, `[x] key) was old) words`, and what hangs under it: feedback, cards, a nested list."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.curriculum.faults import Faults, Mend, Spot
from app.curriculum.lists import Entry, List, Passage, chunks, lists
from app.curriculum.manuscript import Line
from app.curriculum.notation import KEY_LENGTH, SOME_KEY, is_key, key_from
from app.curriculum.strays import tell_strays

_BOX = re.compile(r"\[([^\]]?)\][ \t]+")
_KEY = re.compile(r"([^\s)]+)\)(?:[ \t\n]+|$)")
_WAS = re.compile(r"(?:was[ \t]+)?([^\s)]+)\)(?:[ \t\n]+|$)")  # the word `was` may be left out


@dataclass(frozen=True, slots=True)
class Head:
    """`at` is where the words begin in the passage; `key` is "" when it is missing (and told)."""

    key: str
    spot: Spot
    was: str | None
    is_right: bool
    passage: Passage
    at: int

    @property
    def words(self) -> str:
        return self.passage.text[self.at :].strip()

    def word_spot(self, index: int = 0) -> Spot:
        """Where the character of `words` with this index stands."""
        text = self.passage.text[self.at :]
        return self.passage.spot(self.at + len(text) - len(text.lstrip()) + index)


class Keys:
    """The keys of one activity: each is used once."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._lines: dict[str, int] = {}

    def take(self, key: str, spot: Spot) -> None:
        if key and key in self._lines:
            self._faults.error(spot, f"key '{key}' is already used at line {self._lines[key]}")
        else:
            self._lines[key] = spot.line


def head(entry: Entry, faults: Faults, *, boxed: bool, owner: str) -> Head:
    """Read the beginning of one item of `owner`; `boxed` items begin with [ ] or [x]."""
    text, at, is_right = entry.words.text, 0, False
    tell_strays(entry.words.lines[1:], faults)
    box = _BOX.match(text)
    if boxed:
        if box and box[1] in (" ", "x"):
            is_right = box[1] == "x"
        else:
            faults.error(entry.spot, f"each answer of '{owner}' starts with [ ] or [x]")
    elif box and box[1] in (" ", "x", "X"):
        faults.error(entry.spot, f"'{owner}' has no right answers: take out the [{box[1]}]")
    at = box.end() if box else 0
    key, spot, at = _key(entry, at, faults)
    earlier = _WAS.match(text, at) if key else None
    if earlier and is_key(earlier[1]) and text[earlier.end() :].strip():
        return Head(key, spot, earlier[1], is_right, entry.words, earlier.end())
    return Head(key, spot, None, is_right, entry.words, at)


def _key(entry: Entry, at: int, faults: Faults) -> tuple[str, Spot, int]:
    """(key or "", where it stands, where the words begin)."""
    text, spot = entry.words.text, entry.words.spot(at)
    found = _KEY.match(text, at)
    if found and is_key(found[1]):
        if not text[found.end() :].strip():
            faults.error(spot, f"there are no words after key '{found[1]}'")
        return found[1], spot, found.end()
    if found and not found[1].startswith("("):
        faults.error(
            spot, f"key '{found[1]}': use a-z, 0-9 and single hyphens, begin with a letter, at most {KEY_LENGTH}"
        )
        return "", spot, found.end()
    words = text[at:].strip()
    begin = words if len(words) < 32 else words[:32].rsplit(" ", 1)[0] + " …"  # 32: enough to recognise the line
    name = key_from(words)
    mend = Mend(spot, 0, "{name}) ", name) if name != SOME_KEY else None
    faults.error(spot, f'this item has no key; write for example "{name}) {begin}"', mend)
    return "", spot, at


def feedback(entry: Entry, faults: Faults) -> str | None:
    """The quote under an answer, without its `>`; anything else there is an error."""
    if entry.under and not entry.under[0].is_blank:
        faults.error(entry.under[0].spot(), "put a blank line before the feedback", entry.under[0].after_a_blank())
    said = []
    for chunk in chunks(entry.under):
        if not chunk[0].text.startswith(">"):
            faults.error(chunk[0].spot(), "under an answer stands only its feedback: 4 spaces, then '> ' and the words")
            continue
        said.append("\n".join(re.sub(r"^> ?", "", line.text) for line in chunk))
    return "\n\n".join(said) or None


def nothing_under(entry: Entry, owner: str, faults: Faults) -> None:
    for chunk in chunks(entry.under)[:1]:
        what = "feedback" if chunk[0].text.startswith(">") else "text below an item"
        faults.error(chunk[0].spot(), f"'{owner}' takes no {what}")


def nested(entry: Entry, faults: Faults) -> List | None:
    """The nested list under an item; anything beside it is an error."""
    lines = _from_first_word(entry.under)
    found = lists(lines)
    covered = {index for part in found[:1] for index in range(part.start, part.end)}
    for index, line in enumerate(lines):
        if index not in covered and not line.is_blank:
            faults.error(line.spot(), "here stands only one nested list, indented by 4 spaces")
            break
    return found[0] if found else None


def _from_first_word(lines: Sequence[Line]) -> tuple[Line, ...]:
    first = next((index for index, line in enumerate(lines) if not line.is_blank), len(lines))
    return tuple(lines[first:])

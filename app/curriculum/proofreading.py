"""What is wrong with a translation, beside its words: marks that only the program reads must be in it as in the source.

The rules of this file
- An error keeps a translation from being taken, and from being shown: a fence, raw HTML, a lost fact, link or gap.
- A warning is for the translator's eye: a number that is in one text only, a list with another number of items.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from app.activities import ends, spelling
from app.curriculum import items, prose
from app.curriculum.faults import Fault, Faults, Level, Spot
from app.curriculum.lists import MARKER
from app.curriculum.manuscript import Line, Text
from app.curriculum.units import Form, Unit

_FENCE = re.compile(r"^\s*(?:[>*+-]\s*)*/{3,}", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_FACT = re.compile(r"\{\{\s*facts\.(\S+?)\s*\}\}")
_PLACES = re.compile(r"\{(value|date)\}")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_SPAN = re.compile(r"`[^`\n]*`")
_ONE_LINE = frozenset({Form.INLINE, Form.TITLE, Form.ACCEPTED, Form.FACT})
_MARKED = frozenset({Form.BLOCK, Form.GAPS, Form.SCALE, Form.INLINE})  # forms in which Markdown is read
_ASKS_RANGE = re.compile(r"\s*(\d+) *=.*?[,;·] *(\d+) *=")

Message = tuple[Level, str]


def wrong(unit: Unit, target: str) -> list[Message]:
    """What is wrong with `target` as a translation of this unit."""
    return list(dict.fromkeys([*_forbidden(unit, target), *_lost(unit, target), *_other_shape(unit, target)]))


def faults(unit: Unit, target: str, line: int) -> tuple[Fault, ...]:
    """The same as faults of a file, all at `line`."""
    return tuple(Fault(Spot(line), level, f"{unit.context}: {text}") for level, text in wrong(unit, target))


def is_fit(unit: Unit, target: str) -> bool:
    """Whether it may be shown."""
    return all(level is not Level.ERROR for level, _ in wrong(unit, target))


def _forbidden(unit: Unit, target: str) -> Iterator[Message]:
    if _FENCE.search(target):
        yield Level.ERROR, "a line begins with ///: fences stay in the course file"
    if _CONTROL.search(target):
        yield Level.ERROR, "there is an invisible control character in it"
    if unit.form in _MARKED:
        told = Faults()
        prose.check_words(_text(target), told)
        yield from ((Level.ERROR, fault.text) for fault in told.in_order())
    if unit.form in _ONE_LINE and target.strip() != target:
        yield Level.ERROR, "it begins or ends with a space or a new line"
    if "\n\n" in target and "\n\n" not in unit.text:
        yield Level.ERROR, "a blank line in it: a unit is one paragraph"
    elif unit.form in _ONE_LINE and "\n" in target and "\n" not in unit.text:
        yield Level.ERROR, "a line break in it: it is one line"


def _lost(unit: Unit, target: str) -> Iterator[Message]:
    """Facts, links, pictures and gaps: the same ones, as often."""
    for what, found in (
        ("the fact", lambda text: _FACT.findall(_bare(text))),
        ("the address", lambda text: prose.addresses(_text(text))),
        ("the place", lambda text: _PLACES.findall(text) if unit.form is Form.FACT else []),
    ):
        before, now = Counter(found(unit.text)), Counter(found(target))
        yield from ((Level.ERROR, f"{what} '{name}' is lost") for name in before - now)
        yield from ((Level.ERROR, f"{what} '{name}' is not in the source") for name in now - before)
    if unit.form is Form.GAPS:
        yield from _gaps(unit.text, target)


def _gaps(source: str, target: str) -> Iterator[Message]:
    """The gaps of the source, each with its key; choices in the same number, the right one in the same place."""
    before, now = gaps(source), gaps(target)
    if sorted(before) != sorted(now):
        yield Level.ERROR, f"the gaps are {_names(before)} in the source and {_names(now)} here: keys stay as they are"
        return
    for key, (accepted, choices) in before.items():
        if not all(now[key][0]) or len(now[key][1]) != len(choices):
            yield Level.ERROR, f"gap '{key}' needs {len(choices) or 'its'} words as in the source, with the same / or |"
        elif choices and now[key][1].index(now[key][0][0]) != choices.index(accepted[0]):
            yield Level.ERROR, f"gap '{key}': the *right* word stands in another place"
    if "`" in items.GAP.sub("", target):
        yield Level.ERROR, "a gap is written `key = words`"


def gaps(text: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Key -> (accepted words, choices) of the gaps in a paragraph; what is wrong in one shows as no choices."""
    found: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for one in items.GAP.finditer(text):
        told = Faults()
        accepted, choices = items.gap(one[1], Spot(1), one[2], told)
        found[one[1]] = ((), ()) if told.has_errors else (accepted, choices)
    return found


def _other_shape(unit: Unit, target: str) -> Iterator[Message]:
    if unit.form in (Form.BLOCK, Form.GAPS, Form.SCALE):
        before, now = _markers(unit.text), _markers(target)
        if before != now:
            yield Level.WARNING, f"{before} items or headings in the source, {now} here"
    if unit.form is Form.SCALE and (asked := _ASKS_RANGE.match(unit.text.split("\n")[-1])):
        low, high = int(asked[1]), int(asked[2])
        if ends.of(target.split("\n")[-1], low, high) is None:
            yield Level.ERROR, f"its last line names both ends: {low} = …, {high} = …"
    if unit.form is Form.ACCEPTED and not all(part.strip() for part in target.split("|")):
        yield Level.ERROR, "there is an empty answer between two |"
    before_numbers, numbers = Counter(_numbers(unit.text)), Counter(_numbers(target))
    if before_numbers != numbers:
        missing, more = before_numbers - numbers, numbers - before_numbers
        said = [f"{', '.join(missing)} only in the source"] * bool(missing) + [f"{', '.join(more)} only here"] * bool(
            more
        )
        yield Level.WARNING, f"numbers: {'; '.join(said)}"


def clashing(answers: Sequence[tuple[Unit, str]], sources: Mapping[str, str]) -> Iterator[tuple[Unit, str]]:
    """Of the answers of one `text` activity, those whose words belong to another one: nobody could say which is right.

    `sources`: context -> words of all its answers in the language of the course.
    """
    for unit, target in answers:
        own = {spelling.fold(word) for word in target.split("|")}
        others = [words for context, words in sources.items() if context != unit.context]
        others += [words for other, words in answers if other.context != unit.context]
        for word in own & {spelling.fold(one) for words in others for one in words.split("|")}:
            yield unit, f"'{word}' is already another answer"


def _markers(text: str) -> int:
    return sum(bool(MARKER.match(line.lstrip()) or re.match(r"#{1,6} |>", line)) for line in text.split("\n"))


def _numbers(text: str) -> Iterator[str]:
    """The numbers in a text, in one way of writing: ൧൨ is 12, 1,00,000 is 100000."""
    for found in _NUMBER.findall(_FACT.sub("", _SPAN.sub("", text))):
        yield "".join(str(int(sign)) if sign.isdigit() else sign for sign in found if sign != ",").rstrip(".")


def _bare(text: str) -> str:
    return _SPAN.sub("", text)


def _names(keys: Mapping[str, object]) -> str:
    return ", ".join(keys) or "none"


def _text(words: str) -> Text:
    return Text(tuple(Line(at, line) for at, line in enumerate(words.split("\n"), start=1)))

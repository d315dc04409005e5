"""Mends in a course file what can be mended without thought: blank lines, indents, keys from words.

The rules of this file
- What can be mended is said where the fault is found (`Fault.mend`); here it is only done.
- Words, names, right answers and whatever could be meant in two ways stay as they are.
- A round that leaves more errors than before is taken back. A second call changes nothing.
"""

import re
from collections.abc import Sequence, Set

from app.curriculum.check import check
from app.curriculum.faults import TO_THE_END, Mend
from app.curriculum.notation import KEY_LENGTH
from app.curriculum.shelf import Shelf

_TASK = re.compile(r"/{4,5}( |$)")
ROUNDS = 5  # one slip may hide another: a missing blank line hides a list, the list a missing key


def mended(text: str, name: str, shelf: Shelf) -> tuple[str, int]:
    """(the text of the module `name` with what could be mended, how many changes that took)."""
    text, done = text.removeprefix("\ufeff").replace("\r\n", "\n"), 0
    faults = check(text, name, shelf).errors
    for _ in range(ROUNDS):
        mends = {fault.mend.spot.line: fault.mend for fault in reversed(faults) if fault.mend}  # one for each line
        changed = applied(text, list(mends.values()))
        left = check(changed, name, shelf).errors
        if not mends or len(left) > len(faults):
            break
        text, faults, done = changed, left, done + len(mends)
    return text, done


def applied(text: str, mends: Sequence[Mend]) -> str:
    """The text with these changes, none of which touches another."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    puts: dict[Mend, str] = {}
    for mend in sorted(mends, key=lambda mend: mend.spot):
        puts[mend] = _named(mend, _taken(lines, mend) | set(puts.values()))
    for mend, put in reversed(puts.items()):
        start = starts[mend.spot.line - 1] + mend.spot.column - 1
        end = starts[mend.spot.line] - 1 if mend.cut == TO_THE_END else start + mend.cut
        text = text[:start] + put + text[end:]
    return text


def _named(mend: Mend, taken: Set[str]) -> str:
    """What is put, with a name of its own."""
    if mend.name is None:
        return mend.put
    count, put = 1, mend.put.replace("{name}", mend.name)
    while put in taken:
        count += 1
        put = mend.put.replace("{name}", f"{mend.name[: KEY_LENGTH - 4].rstrip('-')}-{count}")
    return put


def _taken(lines: Sequence[str], mend: Mend) -> Set[str]:
    """What a mend may not put a second time: `key) ` in one activity, ` | id` in the whole file."""
    at = mend.spot.line - 1
    start = next((n for n in range(at, 0, -1) if _TASK.match(lines[n])), 0)
    end = next((n for n in range(at + 1, len(lines)) if _TASK.match(lines[n])), len(lines))
    keys = {f"{found} " for line in lines[start:end] for found in re.findall(r"[a-z][a-z0-9-]*\)", line)}
    ids = {f" | {line.split('|')[1].strip()}" for line in lines if _TASK.match(line) and "|" in line}
    return keys | ids

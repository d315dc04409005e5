"""A module as its author sees it while writing: each activity for trainees and for trainers, each mistake in its place.

The rules of this file
- It is for the author alone, on her own machine: right answers and notes are in it.
- A block with a mistake is not shown; the lines around the mistake are. The blocks before and after it stay.
- Pure: text in, JSON out.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.activities.contract import Kind, Veil
from app.curriculum.check import check
from app.curriculum.compile import Unfit, one_block
from app.curriculum.faults import Fault, Faults, Level, Spot
from app.curriculum.model import Activity, Group, Module, Note, Prose
from app.curriculum.read import read
from app.curriculum.scan import scan
from app.curriculum.shelf import Shelf

Json = dict[str, Any]
Block = Prose | Note | Activity | Group

VEIL = Veil("proof")
AROUND = 2  # lines before and after a mistake: enough to find it again in the editor


def proof(text: str, name: str, shelf: Shelf) -> Json:
    """`{"title", "faults": [fault …], "blocks": [block …]}`, in running order.

    A fault is `{"line", "column", "level", "text", "lines": [[number, words] …]}`. A block is what is published, with
    `line`, `faults` and, for an activity, `task` and `solution` as phones get them; or only `line` and `faults` if it
    cannot be shown.
    """
    faults = check(text, name, shelf).faults
    module = read(scan(text, Faults()), name, shelf, Faults())
    lines = text.split("\n")
    told = [(fault.spot.line, fault.level, _told(fault, lines)) for fault in faults]
    parts = sorted((*_around(module), *module.blocks), key=_line)
    starts = [*(_line(block) for block in parts), len(lines) + 2]
    blocks = []
    for block, start, end in zip(parts, starts, starts[1:], strict=False):
        inside = [(level, fault) for line, level, fault in told if start <= line < end]
        is_whole = all(level is not Level.ERROR for level, _ in inside)
        shown = _shown(block, module, shelf) if is_whole else {}
        blocks.append({"line": start, "faults": [fault for _, fault in inside], **shown})
    before = [fault for line, _, fault in told if line < starts[0]]
    return {"title": module.title, "faults": before, "blocks": blocks}


def tried(block: Mapping[str, Any], kind: Kind[Any], cells: Mapping[str, Any]) -> Json:
    """What an answer would become: `{"tally", "score", "complete"}`; `score` is None where nothing is right or wrong.

    Raises `Rejected` for an answer that no phone could send.
    """
    config = kind.parse(block)
    answer = dict(kind.accept(config, VEIL, cell, value) for cell, value in cells.items())
    mark = kind.mark(config, answer)
    return {
        "tally": kind.tally(config, VEIL, {"p1": answer}),
        "score": None if mark is None else mark.score,
        "complete": kind.is_complete(config, answer),
    }


def _around(module: Module) -> Iterator[Block]:
    """What stands around the activities: the welcome, the objectives, the key points …"""
    if not module.welcome.is_blank:
        yield Prose(module.welcome)
    yield from module.notes


def _line(block: Block) -> int:
    return block.text.lines[0].number if isinstance(block, Prose) else block.spot.line


def _told(fault: Fault, lines: Sequence[str]) -> Json:
    first = max(1, fault.spot.line - AROUND)
    around = [[number, lines[number - 1]] for number in range(first, min(len(lines), fault.spot.line + AROUND) + 1)]
    spot = {"line": fault.spot.line, "column": fault.spot.column}
    return {**spot, "level": fault.level.value, "text": fault.text, "lines": around}


def _shown(block: Block, module: Module, shelf: Shelf) -> Json:
    try:
        published = one_block(block, module, shelf)
    except Unfit as problem:
        return {"faults": [_told(Fault(Spot(_line(block)), Level.ERROR, str(problem)), ())]}
    if isinstance(block, Note):
        published["name"] = block.name
    for activity in activities(published):
        kind = shelf.kinds[activity["kind"]]
        config = kind.parse(activity)
        activity["task"] = kind.task(config, VEIL)
        activity["solution"] = kind.key(config, VEIL)
    return published


def activities(block: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    if block.get("type") == "activity":
        yield block  # type: ignore[misc]  # made just now: a dict
    yield from block.get("activities", ())

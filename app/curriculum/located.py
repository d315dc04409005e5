"""YAML in which every name and value knows its line and column.

The rules of this file
- Every value is a string, a list or a mapping: `no` stays "no" and `3:30` stays "3:30".
- Faults are collected, nothing is raised: what could be read is returned.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import yaml

from app.curriculum.faults import Faults, Spot
from app.curriculum.manuscript import Line


@dataclass(frozen=True, slots=True)
class Value:
    """One value. `words` is filled for a plain value, `items` for a list, `entries` for a mapping."""

    spot: Spot
    words: str | None = None
    items: "tuple[Value, ...] | None" = None
    entries: "Mapping[str, Entry] | None" = None

    @property
    def strings(self) -> tuple[str, ...] | None:
        """The items of a list of plain values; None if it is anything else."""
        if self.items is None or any(item.words is None for item in self.items):
            return None
        return tuple(item.words for item in self.items if item.words is not None)


@dataclass(frozen=True, slots=True)
class Entry:
    """`name: value` and where the name stands."""

    name: str
    spot: Spot
    value: Value


Entries = Mapping[str, Entry]


def read(lines: Sequence[Line], faults: Faults, *, what: str = "options") -> Entries:
    """The entries of these lines, which are a mapping; `what` names them in messages."""
    if all(line.is_blank for line in lines):
        return {}
    reader = _Reader(lines, faults, what)
    try:
        node = yaml.compose("\n".join(line.text for line in lines), Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as problem:
        faults.error(reader.spot(problem.problem_mark or problem.context_mark), f"{what} are 'name: value' lines")
        return {}
    except yaml.reader.ReaderError as problem:
        faults.error(lines[0].spot(), f"{what} hold a character that cannot stand there: {problem.character!r}")
        return {}
    if isinstance(node, yaml.MappingNode):
        return reader.entries(node)
    faults.error(lines[0].spot(), f"{what} are 'name: value' lines")
    return {}


class _Reader:
    def __init__(self, lines: Sequence[Line], faults: Faults, what: str) -> None:
        self._lines, self._faults, self._what = lines, faults, what
        self._seen: set[int] = set()

    def spot(self, mark: yaml.Mark | None) -> Spot:
        if mark is None:
            return self._lines[0].spot()
        if mark.line >= len(self._lines):  # the parser noticed at the end
            return self._lines[-1].spot()
        return self._lines[mark.line].spot(mark.column)

    def entries(self, node: yaml.MappingNode) -> Entries:
        entries: dict[str, Entry] = {}
        for name, value in node.value:
            spot = self.spot(name.start_mark)
            if not isinstance(name, yaml.ScalarNode):
                self._faults.error(spot, f"{self._what} are 'name: value' lines")
            elif name.value in entries:
                self._faults.error(spot, f"'{name.value}' is already written at line {entries[name.value].spot.line}")
            else:
                entries[name.value] = Entry(name.value, spot, self.value(value))
        return entries

    def value(self, node: yaml.Node) -> Value:
        spot = self.spot(node.start_mark)
        if id(node) in self._seen:  # a node is met twice only through `*name`, which could make it endless
            self._faults.error(spot, f"{self._what} hold no references such as *name")
            return Value(spot, words="")
        self._seen.add(id(node))
        match node:
            case yaml.ScalarNode():
                return Value(spot, words=node.value.strip())
            case yaml.SequenceNode():
                return Value(spot, items=tuple(self.value(item) for item in node.value))
            case yaml.MappingNode():
                return Value(spot, entries=self.entries(node))
        raise AssertionError(f"YAML knows no {node!r}")

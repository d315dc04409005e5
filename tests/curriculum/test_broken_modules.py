"""However a file is broken: every message names a place inside it, and nothing secret reaches trainees by mistake.

A file in which notes are opened and closed properly, but with other names, says something else and may be published:
the mutations here are those of slipping fingers, editors and merges.
"""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.curriculum.compile import Unfit, compiled
from app.curriculum.face import public
from tests.curriculum.samples import a_shelf, checked
from tests.curriculum.test_compile import SECRETS

WHOLE = (Path(__file__).parent / "golden" / "whole-notation.md").read_text()
GUARDED = WHOLE.partition("## The cash book")[0] + SECRETS
LINES = GUARDED.split("\n")
PIECES = ["/", "//", "///", "////", "/////", " ", "  ", "    ", "\t", ">", "- ", "[x] ", "`", "```", "|", ")", "->"]
PIECES += ["<b>", "{{", "](", "![", "\x02", "# ", "1. ", ":", "[", "&a", "*a", "\u200d", "±", "/// explain", "---"]

place = st.integers(min_value=0, max_value=len(LINES) - 1)
change = st.one_of(
    st.tuples(st.just("delete"), place),
    st.tuples(st.just("double"), place),
    st.tuples(st.just("indent"), place, st.integers(min_value=1, max_value=9)),
    st.tuples(st.just("dedent"), place, st.integers(min_value=1, max_value=4)),
    st.tuples(st.just("insert"), place, st.integers(min_value=0, max_value=60), st.sampled_from(PIECES)),
    st.tuples(st.just("cut"), place, st.integers(min_value=0, max_value=60)),
    st.tuples(st.just("swap"), place),
)


def broken(lines: list[str], changes: list[tuple]) -> str:  # type: ignore[type-arg]
    lines = list(lines)
    for what, at, *more in changes:
        at = min(at, len(lines) - 1)
        match what:
            case "delete":
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "indent":
                lines[at] = " " * more[0] + lines[at]
            case "dedent":
                lines[at] = lines[at][min(more[0], len(lines[at]) - len(lines[at].lstrip())) :]
            case "insert":
                lines[at] = lines[at][: more[0]] + more[1] + lines[at][more[0] :]
            case "cut":
                lines[at] = lines[at][: more[0]] + lines[at][more[0] + 1 :]
            case "swap":
                lines[at : at + 2] = reversed(lines[at : at + 2])
    return "\n".join(lines)


def the_places_are_inside(text: str) -> None:
    lines = text.replace("\r\n", "\n").split("\n")
    for fault in checked(text).faults:
        assert 1 <= fault.spot.line <= len(lines), fault
        assert 1 <= fault.spot.column <= len(lines[fault.spot.line - 1]) + 1, fault


def nothing_leaks(text: str) -> None:
    module = checked(text).module
    if module is None:
        return
    try:
        whole = compiled(module, a_shelf())
    except Unfit:
        return
    face = json.dumps(public(whole), ensure_ascii=False)
    assert "SECRET" not in face
    assert "424242" not in face
    assert "secret-" not in face
    assert not re.search(r"(^|>|\\n)\s*/{3}", face)


@given(st.lists(change, min_size=1, max_size=1))
@settings(derandomize=True, deadline=None, max_examples=120)
def test_one_slip_leaks_nothing(changes: list[tuple]) -> None:  # type: ignore[type-arg]
    text = broken(LINES, changes)
    the_places_are_inside(text)
    nothing_leaks(text)


@pytest.mark.long
@given(st.lists(change, min_size=1, max_size=1))
@settings(derandomize=True, deadline=None, max_examples=3_000)
def test_thousands_of_slips_leak_nothing(changes: list[tuple]) -> None:  # type: ignore[type-arg]
    nothing_leaks(broken(LINES, changes))


@given(st.lists(change, min_size=2, max_size=6))
@settings(derandomize=True, deadline=None, max_examples=60)
def test_many_slips_are_told_inside_the_file(changes: list[tuple]) -> None:  # type: ignore[type-arg]
    the_places_are_inside(broken(LINES, changes))
    the_places_are_inside(broken(WHOLE.split("\n"), changes))


@given(st.text(alphabet=st.sampled_from("/|- \n>#[]()x`*:{}a1.&\t"), max_size=200))
@settings(derandomize=True, deadline=None, max_examples=60)
def test_noise_is_told_inside_the_file(noise: str) -> None:
    the_places_are_inside(noise)
    the_places_are_inside("---\nid: day-2\n---\n\n" + noise)


@pytest.mark.parametrize("number", range(len(LINES)))
def test_no_line_can_be_lost_or_doubled_without_harm(number: int) -> None:
    """The two commonest accidents of a merge, for every line of a module full of secrets."""
    for text in (broken(LINES, [("delete", number)]), broken(LINES, [("double", number)])):
        the_places_are_inside(text)
        nothing_leaks(text)


def test_the_guarded_module_is_sound() -> None:
    found = checked(GUARDED)
    assert found.module is not None, [fault.said("") for fault in found.errors]
    assert "SECRET" in json.dumps(compiled(found.module, a_shelf()))

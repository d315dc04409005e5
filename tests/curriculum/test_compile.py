"""What is published: a whole small module, compared field by field; hashes; and the face without answers."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.curriculum import compile
from app.curriculum.compile import Unfit, compiled
from app.curriculum.face import public
from app.curriculum.manuscript import Line, Text
from app.curriculum.publish import canonical
from tests.curriculum.samples import FACTS, a_day, a_shelf, checked, fact, said

GOLDEN = Path(__file__).parent / "golden"


def published(text: str, **changes: Any) -> dict[str, Any]:
    found = checked(text, **changes)
    assert found.module is not None, [fault.said("") for fault in found.faults]
    return compiled(found.module, a_shelf(**changes))


def test_a_small_module_is_published_as_it_always_was() -> None:
    """After a wanted change: look at the difference, then copy the new JSON over golden/small.json."""
    small = published((GOLDEN / "small.md").read_text())
    assert json.loads((GOLDEN / "small.json").read_text()) == small


def test_everybody_sees_this_of_a_small_module() -> None:
    small = public(published((GOLDEN / "small.md").read_text()))
    assert json.loads((GOLDEN / "small-public.json").read_text()) == small


def test_the_whole_notation_is_understood() -> None:
    """The sample of the notation's own document: all but its minutes and missing headings is in order."""
    found = said((GOLDEN / "whole-notation.md").read_text())
    assert [message for message in found if "error" in message] == []
    assert {activity["kind"] for activity in _activities(published((GOLDEN / "whole-notation.md").read_text()))} == {
        *("poll", "single", "numeric", "gaps", "sort", "match", "board", "break", "worksheet", "gallery", "plan"),
    }


def test_publishing_twice_gives_the_same_text() -> None:
    text = (GOLDEN / "small.md").read_text()
    assert canonical(published(text)) == canonical(published(text))


def test_a_changed_fact_changes_what_is_published() -> None:
    text = (GOLDEN / "small.md").read_text()
    newer = published(text, facts={**FACTS, "mudra": fact("mudra", "up to ₹30 lakh")})
    assert canonical(newer) != canonical(published(text))


def test_what_slips_past_the_checks_is_not_published() -> None:
    module = checked((GOLDEN / "small.md").read_text()).module
    assert module is not None
    leaking = replace(module, welcome=Text((Line(1, "/// explain"),)))
    with pytest.raises(Unfit):
        compiled(leaking, a_shelf())


def test_slashes_in_code_are_published() -> None:
    text = a_day(
        "```\n//// poll | example\n```\n\n## Card\n\n//// briefing | card\n    time: 5m\n\nRead `///`.\n\n////"
    )
    assert "//// poll | example" in canonical(published(text))


# --- the grading hash ---

QUESTION = """
## Q

//// {kind} | question
    time: 5m

What is right?

{items}

////
"""


def grading(kind: str, items: str, **changes: Any) -> str:
    activity = published(a_day(QUESTION.format(kind=kind, items=items)), **changes)["blocks"][-1]
    return str(activity["grading"])


SINGLE = "- [x] one) One\n\n- [ ] two) Two"


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("single", SINGLE, SINGLE.replace("Two", "Other words\n\n    > And a reason")),
        ("single", SINGLE, "- [ ] two) Two\n- [x] one) One"),
        ("numeric", "- [x] right) 250 ± 2%", "- [x] right) 245 .. 255"),
        ("text", "- [x] right) profit | surplus", "- [x] right) surplus | profit\n\n    > Yes."),
        ("gaps", "It is `a = one | two`.", "We say `a = two | one`."),
        ("sort", "- a) A\n    - c) C\n    - d) D\n- b) B", "- b) Other\n- a) A\n    - d) D\n    - c) C"),
    ],
)
def test_words_and_order_do_not_change_what_is_right(kind: str, before: str, after: str) -> None:
    assert grading(kind, before) == grading(kind, after)


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("single", SINGLE, "- [ ] one) One\n\n- [x] two) Two"),
        ("single", SINGLE, SINGLE.replace("two)", "three)")),
        ("numeric", "- [x] right) 250 ± 1", "- [x] right) 250 ± 2"),
        ("text", "- [x] right) profit", "- [x] right) profit | surplus"),
        ("order", "1. one) One\n2. two) Two", "1. two) Two\n2. one) One"),
        ("sort", "- a) A\n    - c) C\n- b) B", "- a) A\n- b) B\n    - c) C"),
        ("worksheet", "- a) A `number` = 5", "- a) A `number` = 6"),
        ("match", "- a) A -> B\n- c) C -> D", "- a) A -> B\n- c) -> D"),
        ("gaps", "It is `a = one`.", "It is `a = one | two`."),
        ("gaps", "It is `a = *one* / two`.", "It is `a = one / *two*`."),
        ("gaps", "It is `a = *one* / two`.", "It is `a = two / *one*`."),
    ],
)
def test_another_right_answer_changes_the_grading(kind: str, before: str, after: str) -> None:
    assert grading(kind, before) != grading(kind, after)


def test_another_language_is_graded_for_itself() -> None:
    assert grading("single", SINGLE) != grading("single", SINGLE, language="ml")


# --- titles and welcome ---


def test_the_last_heading_is_the_title_and_is_not_repeated() -> None:
    text = a_day(
        "Hello.\n\n## Part one\n\nWords.\n\n### The *tins*\n\n//// break | tea\n    time: 5m\n\nTea.\n\n////\n\nAfter."
    )
    module = published(text)
    assert module["welcome"] == "<p>Hello.</p>"
    assert [block.get("html", block.get("title")) for block in module["blocks"]] == [
        "<h2>Part one</h2>\n<p>Words.</p>",
        "The tins",
        "<p>After.</p>",
    ]


def test_a_heading_counts_up_to_the_next_activity_only() -> None:
    tea = "//// break | {}\n    time: 150s\n\nTea.\n\n////\n\n"
    module = published(a_day("## Tea\n\n" + tea.format("one") + tea.format("two")))
    assert [block["title"] for block in module["blocks"]] == ["Tea", ""]


def test_words_between_a_heading_and_its_activity_are_about_it() -> None:
    tea = "//// break | tea\n    time: 5m\n\nTea.\n\n////"
    module = published(a_day(f"## Part one\n\nWords.\n\n### Tea\n\nCome back in time.\n\n{tea}"))
    assert module["blocks"][:2] == [
        {"type": "text", "html": "<h2>Part one</h2>\n<p>Words.</p>"},
        {"type": "text", "html": "<p>Come back in time.</p>", "about": "tea"},
    ]


def test_the_example_in_the_readme_is_published_as_it_says() -> None:
    readme = (Path(compile.__file__).parent / "README.md").read_text()
    source = readme.partition("<!-- example: source -->\n`````markdown\n")[2].partition("`````")[0]
    told = json.loads(readme.partition("<!-- example: published -->\n```json\n")[2].partition("```")[0])
    found = checked(source, "day-1")
    assert found.faults == ()
    assert found.module is not None
    assert compile.compiled(found.module, a_shelf()) == told


# --- the public face ---

SECRETS = """
## Play

///// roleplay | at-the-bank
    time: 1m

Play it.

- leader) The leader

    SECRET card of the leader.

- banker) The banker

//// reflection | after

- felt) How did it feel? `text`

/// model

SECRET model

///

////

/// script

SECRET script

///

/// explain

SECRET why

///

/////

## Questions

///// quiz | questions
    time: 1m

//// single | choose

Which?

- [ ] secret-wrong) One

    > SECRET reason

- [x] secret-right) Two

/// hint

SECRET hint

///

/// facilitator

SECRET facilitator

///

////

//// numeric | count

How many?

- [x] secret-number) 424242

////

//// text | word

Which word?

- [x] secret-word) SECRET word

////

//// gaps | gap

It is `secret-gap = SECRET` and `other = *visible* / also`.

////

//// order | steps

Put in order.

1. secret-first) Begin
2. secret-second) End

////

//// match | pairs

Match.

- secret-pair) Left -> Right
- secret-spare) -> Spare

////

//// sort | cards

Sort.

- bin-one) Early
    - secret-card) Card
- bin-two) Late

////

/////

## Sheet

//// worksheet | sheet
    time: 3m

- missing) How much? `number` = 424242 ± 5

////
"""


@pytest.mark.promise("C4")
def test_the_public_face_holds_no_answer_no_reason_and_no_note_of_trainers() -> None:
    whole = published(a_day(SECRETS))
    face = canonical(public(whole))
    assert "SECRET" in canonical(whole)
    for secret in ("SECRET", "secret", "424242", "grading", 'right":true', "expected", "tolerance"):
        assert secret not in face.replace('"right":[', "")
    for seen in (
        "One",
        "Two",
        "Begin",
        "End",
        "Left",
        "Right",
        "Spare",
        "Card",
        "Early",
        "Late",
        "The leader",
        "visible",
    ):
        assert seen in face


def test_the_order_of_the_public_face_tells_nothing() -> None:
    """Whatever order an author writes, everybody sees the same one."""
    first = a_day(QUESTION.format(kind="order", items="1. a) A\n2. b) B\n3. c) C"))
    second = a_day(QUESTION.format(kind="order", items="1. c) C\n2. a) A\n3. b) B"))
    assert public(published(first)) == public(published(second))


def test_moving_the_right_answer_leaves_the_public_face_as_it_is() -> None:
    first = a_day(QUESTION.format(kind="single", items="- [x] a) A\n- [ ] b) B"))
    second = a_day(QUESTION.format(kind="single", items="- [ ] a) A\n- [x] b) B"))
    assert public(published(first)) == public(published(second))


def _activities(module: dict[str, Any]) -> list[dict[str, Any]]:
    blocks = [block for block in module["blocks"] if block["type"] != "text"]
    return [activity for block in blocks for activity in block.get("activities", [block])]

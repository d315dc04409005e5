"""Names, ids, options, notes: what may stand where, and what is said when it does not."""

import pytest

from app.activities.registry import KINDS
from tests.curriculum.samples import a_day, a_poll, said, says

WAYS = "it may be random, mixed ATTRIBUTE, last, new-partners or hand"


def a_quiz(inside: str) -> str:
    return a_day(f"## Quiz\n\n///// quiz | quiz\n    time: 5m\n\n{inside}\n\n/////")


def a_briefing(inside: str = "Read.", options: str = "    time: 5m", head: str = "briefing | card") -> str:
    return a_day(f"## Card\n\n//// {head}\n{options}\n\n{inside}\n\n////")


# --- names ---


def test_an_unknown_activity_is_told_with_the_nearest_name() -> None:
    says(a_briefing(head="‸breifing | card"), "error: unknown activity 'breifing'; did you mean 'briefing'?")


def test_an_unknown_note_is_told_with_the_nearest_name() -> None:
    says(
        a_briefing("Read.\n\n/// ‸facilitater\n\nSecret.\n\n///"),
        "error: unknown note 'facilitater'; did you mean 'facilitator'?",
    )


def test_a_name_with_the_wrong_number_of_slashes_is_told() -> None:
    says(a_briefing(head="‸quiz | q"), "error: 'quiz' is a group: write it with 5 slashes")
    says(a_briefing(head="‸hint"), "error: 'hint' is a note: write it with 3 slashes")


@pytest.mark.parametrize("kind", ["gallery", "gaps", "match", "order", "scale", "text"])
def test_a_kind_that_is_planned_but_not_built_is_an_error(kind: str) -> None:
    text = a_day(f"## X\n\n//// ‸{kind} | some-id\n    time: 5m\n\nWords `k = a`.\n\n////")
    found = said(text, kinds={name: built for name, built in KINDS.items() if name != kind})
    assert any(message.endswith(f"error: '{kind}' is not built yet") for message in found)


# --- ids ---


def test_an_activity_needs_an_id() -> None:
    says(a_briefing(head="‸briefing"), "error: 'briefing' needs a stable id: //// briefing | some-id")


def test_an_id_is_a_key() -> None:
    rule = "use a-z, 0-9 and single hyphens, begin with a letter, at most 40"
    says(a_briefing(head="briefing | ‸Owner Costs"), f"error: id 'Owner Costs': {rule}")
    says(a_briefing(head="briefing | ‸2nd"), f"error: id '2nd': {rule}")
    says(a_briefing(head=f"briefing | ‸{'a' * 41}"), f"error: id '{'a' * 41}': {rule}")


def test_an_id_is_used_once_in_a_module() -> None:
    says(
        a_poll("## Card\n\n//// briefing | †tins\n\nRead.\n\n////").replace("//// poll | tins", "//// poll | ‸tins"),
        "error: id 'tins' is already used at line †",
    )


def test_a_note_takes_no_id() -> None:
    says(a_briefing("Read.\n\n/// hint | ‸one\n\nThink.\n\n///"), "error: 'hint' is a note and takes no id")


def test_a_retired_id_is_not_used_again() -> None:
    text = a_poll().replace("duration: 5m", "duration: 5m\nretired: [tins]").replace("poll | tins", "poll | ‸tins")
    says(text, "error: id 'tins' is retired in the front matter: it cannot be used again")


# --- options ---


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("‸tiem: 5m", "'briefing' has no option 'tiem'; did you mean 'time'?"),
        ("time: ‸soon", "time 'soon': write 90s, 5m or 1h 30m"),
        ("time: ‸0m", "time '0m': write 90s, 5m or 1h 30m"),
        ("time:‸", "time is empty: write one value after the colon"),
        ("time: ‸[5m]", "time is no plain value: write one value after the colon"),
        ("by: ‸peron", "by 'peron': it may be person, group, pair; did you mean 'person'?"),
        ("tries: ‸two", "tries 'two': write a number"),
        ("tries: ‸-1", "tries '-1': write a number"),
        ("grace: ‸5 minutes", "grace '5 minutes': write 90s, 5m or 1h 30m"),
        ("from: ‸Tea Stall", "from 'Tea Stall': it names an activity by its id"),
        ("time‸", "options are 'name: value' lines"),
        ("time: 5m: 6m", None),
    ],
)
def test_a_wrong_option_is_told_to_the_column(line: str, message: str | None) -> None:
    text = a_briefing(options=f"    {line}")
    if message is None:
        assert [fault.split(" ", 1)[1] for fault in said(text)] == ["error: options are 'name: value' lines"]
    elif line.endswith("‸"):
        assert any(f"error: {message}" in found for found in said(text))
    else:
        says(text, f"error: {message}")


def test_an_option_is_written_once() -> None:
    says(
        a_briefing(options="    †time: 5m\n    ‸time: 6m"),
        "error: 'time' is already written at line †",
    )


def test_options_stay_words_where_yaml_would_guess() -> None:
    """`no` is not False and `3:30` is not 210."""
    says(
        a_briefing(options="    naming: ‸no\n    time: ‸3:30"),
        "error: naming 'no': it may be named, trainers, anonymous",
        "error: time '3:30': write 90s, 5m or 1h 30m",
    )


def test_yaml_references_are_refused() -> None:
    found = said(a_briefing(options="    time: &a 5m\n    grace: *a"))
    assert ":23:11: error: options hold no references such as *name" in found


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("groups: ‸five people", "groups 'five people': write for example 5-6 people, 4 people or 6 groups"),
        ("groups: ‸6-5 people", "groups '6-5 people': write for example 5-6 people, 4 people or 6 groups"),
        ("assign: ‸mixed", "assign 'mixed': say what is mixed, for example mixed district"),
        (
            "assign: ‸randm",
            f"assign 'randm': {WAYS}; did you mean 'random'?",
        ),
        ("assign: ‸last district", "assign 'last district': 'last' stands alone"),
        ("roles: ‸reader", "roles 'reader': write a list, for example [a, b]"),
        ("roles: ‸[Reader]", "roles is no plain value: 'Reader' is no key: use a-z, 0-9 and single hyphens"),
        ("report-back: ‸[leek]", "report-back 'leek': 'tea' has no such field; did you mean 'leak'?"),
    ],
)
def test_a_wrong_option_of_a_breakout_is_told_to_the_column(line: str, message: str) -> None:
    sheet = "//// worksheet | sheet\n\n- leak) The leak `text`\n\n////"
    says(a_day(f"## Tea\n\n///// breakout | tea\n    time: 5m\n    {line}\n\n{sheet}\n\n/////"), f"error: {message}")


def test_a_note_has_no_options() -> None:
    says(a_briefing("Read.\n\n/// hint\n    ‸time: 5m\n\nThink.\n\n///"), "error: 'hint' has no option 'time'")


# --- what may hold what ---


@pytest.mark.parametrize("kind", ["poll", "board", "worksheet", "plan", "briefing", "break"])
def test_a_quiz_holds_questions_only(kind: str) -> None:
    text = a_quiz(f"//// ‸{kind} | inner\n\nWords.\n\n- a) A `text`\n\n////")
    says(text, f"error: 'quiz' cannot hold '{kind}'")


@pytest.mark.parametrize("kind", ["gallery", "plan"])
def test_a_breakout_holds_neither_a_gallery_nor_a_plan(kind: str) -> None:
    inner = f"//// ‸{kind} | inner\n\nWords.\n\n- a) A `text`\n\n////"
    text = a_day(f"## X\n\n///// breakout | x\n    time: 5m\n\n{inner}\n\n/////")
    says(text, f"error: 'breakout' cannot hold '{kind}'")


def test_a_group_holds_an_activity() -> None:
    says(
        a_day("## Q\n\n///// ‸quiz | quiz\n    time: 5m\n\nAnswer alone.\n\n/////"),
        "error: 'quiz' holds no activity",
    )


def test_an_activity_holds_notes_only() -> None:
    found = said(a_briefing("Read.\n\n///// quiz | inner\n\nWords.\n\n/////"))
    assert ":22:6: error: 'briefing' is never closed: add a line with 4 slashes" in found


def test_objectives_stand_outside_of_activities() -> None:
    says(a_briefing("Read.\n\n/// ‸objectives\n\n- One.\n\n///"), "error: 'objectives' cannot stand inside an activity")


def test_a_hint_belongs_to_an_activity() -> None:
    says(a_poll("/// ‸hint\n\nThink.\n\n///"), "error: 'hint' cannot stand outside of activities")
    sheet = "//// worksheet | sheet\n\n- leak) The leak `text`\n\n////"
    says(
        a_day(f"## Tea\n\n///// breakout | tea\n    time: 5m\n\n{sheet}\n\n/// ‸hint\n\nThink.\n\n///\n\n/////"),
        "error: 'hint' cannot stand inside a group",
    )


def test_there_is_one_explanation_but_there_may_be_many_hints() -> None:
    note = "/// {}explain\n\nBecause.\n\n///"
    says(
        a_briefing(f"Read.\n\n{note.format('†')}\n\n{note.format('‸')}"),
        "error: 'explain' is already written at line †",
    )
    hint = "/// hint\n\nThink.\n\n///"
    assert said(a_briefing(f"Read.\n\n{hint}\n\n{hint}")) == []


def test_an_empty_note_is_an_error() -> None:
    says(a_briefing("Read.\n\n/// ‸hint\n\n///"), "error: 'hint' is empty")


def test_text_after_a_note_is_an_error() -> None:
    says(
        a_briefing("Read.\n\n/// hint\n\nThink.\n\n///\n\n‸Lost words."),
        "error: text after a note of 'briefing': write it above the first note",
    )


def test_text_between_the_activities_of_a_group_is_an_error_but_a_heading_is_not() -> None:
    one = "//// worksheet | {0}\n\n- {0}) The leak `text`\n\n////"
    both = one.format("one") + "\n\n{}\n\n" + one.format("two")
    group = f"## Tea\n\n///// breakout | tea\n    time: 5m\n\n{both}\n\n/////"
    assert said(a_day(group.format("### The second sheet"))) == []
    says(
        a_day(group.format("‸Lost words.")),
        "error: text between the activities of 'breakout': write it into a prompt",
    )


# --- steps ---


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        ("1. ‸Reader reads.", "a step begins with its minutes: 1. (2m) Reader reads the case aloud."),
        ("1. ‸(soon) Reader reads.", "a step begins with its minutes: 1. (2m) Reader reads the case aloud."),
        ("‸- (5m) Reader reads.", "steps are one numbered list: 1. (2m) Reader reads the case aloud."),
        ("‸Read.", "steps are one numbered list: 1. (2m) Reader reads the case aloud."),
    ],
)
def test_steps_are_a_numbered_list_with_minutes(steps: str, message: str) -> None:
    says(a_briefing(f"Read.\n\n/// steps\n\n{steps}\n\n///"), f"error: {message}")


# --- front matter ---


def test_front_matter_is_complete() -> None:
    found = said("---\nday: 2\n---\n")
    assert found == [f":1:1: error: the front matter has no '{name}'" for name in ("duration", "id", "title")]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("id: day-2", "id: ‸day-3", "id 'day-3' is not the name of the file, 'day-2'"),
        ("day: 2", "day: ‸two", "day 'two': write a number"),
        ("day: 2", "day: ‸1.5", "a day is a whole number from 1"),
        ("duration: 5m", "duration: ‸three hours", "duration 'three hours': write 90s, 5m or 1h 30m"),
        ("title:", "‸titel: x\ntitle:", "'front matter' has no option 'titel'; did you mean 'title'?"),
    ],
)
def test_wrong_front_matter_is_told_to_the_column(old: str, new: str, message: str) -> None:
    says(a_poll().replace(old, new, 1), f"error: {message}")


def test_an_assessment_has_no_day_and_no_minutes() -> None:
    text = a_poll().replace("id: day-2\nday: 2", "id: assessment").replace("duration: 5m\n", "")
    assert said(text, "assessment") == []

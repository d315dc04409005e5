"""What an activity may take over from an earlier one, and what a scale and a role play need."""

import pytest

from tests.curriculum.samples import a_day, a_poll, said, says

DAY = """
## Groups

///// breakout | tea
    time: 1m
    groups: 5-6 people

### Sheet

//// worksheet | tea-sheet

- missing) How much is missing? `money`
- leak) Where is the leak? `text`

////

/////

## Wall

//// board | wall
    time: 1m

Which leaks do you know?

////

## Words

//// poll | words
    time: 1m
    answer: word

One word.

////

## Next

{}
"""

POLL = "//// poll | next\n    from: {}\n    time: 2m\n\nWhich one first?\n\n////"
SORT = "//// sort | next\n    from: {}\n    time: 2m\n\nWhere to?\n\n- home) At home\n- shop) In the shop\n\n////"
PLAN = "//// plan | next\n    from: {}\n    time: 2m\n\n- leak) My leak `text`\n- when) When? `date`\n\n////"
SHEET = "//// worksheet | next\n    from: {}\n    time: 2m\n\n- missing) Again: how much? `money`\n\n////"
WALK = "//// gallery | next\n    from: {}\n    time: 2m\n\nRead the others.\n\n////"


def day(task: str, source: str) -> str:
    return a_day(DAY.format(task.format(source)))


# --- what may be taken over ---


@pytest.mark.parametrize(
    ("task", "source"),
    [
        *((POLL, source) for source in ("wall", "words", "tea-sheet", "day-2/wall")),
        *((SORT, source) for source in ("wall", "words", "tea-sheet")),
        *((task, "tea-sheet") for task in (PLAN, SHEET, WALK)),
    ],
)
def test_cards_become_options_fields_are_offered_again_and_sheets_hang_on_the_wall(task: str, source: str) -> None:
    assert said(day(task, source)) == []


@pytest.mark.parametrize(
    ("task", "source", "message"),
    [
        (POLL, "‸tea", "'poll' takes over cards; name a board or poll or worksheet, not a breakout"),
        (SORT, "‸later", "it comes later, at line †"),
        (WALK, "‸wall", "'gallery' takes over sheets; name a worksheet, not a board"),
        (WALK, "‸words", "'gallery' takes over sheets; name a worksheet, not a poll"),
        (PLAN, "‸words", "'plan' takes over fields; name a plan or worksheet, not a poll"),
        (POLL, "‸nowhere", "there is no such id in this module"),
        (POLL, "‸wal", "there is no such id in this module; did you mean 'wall'?"),
        (POLL, "‸day-1/our-tins", "only what was done on the same day can be taken over"),
        (POLL, "‸next", "it comes later, at line †"),
    ],
)
def test_anything_else_is_told_where_it_stands(task: str, source: str, message: str) -> None:
    later = "\n\n## Later\n\n//// †board | later\n    time: 1m\n\nWhere?\n\n////\n" if "later" in source else ""
    text = day(task.replace("//// poll | next", "//// †poll | next") if source == "‸next" else task, source) + later
    says(text, f"error: from '{source[1:]}': {message}")


def test_an_activity_that_cannot_go_on_with_another_takes_nothing_over() -> None:
    card = "//// briefing | next\n    from: ‸{}\n    time: 2m\n\nRead.\n\n////"
    says(day(card, "wall"), "error: from 'wall': 'briefing' takes nothing over")
    quiz = a_poll() + "\n## Again\n\n///// case | again\n    from: ‸tins\n\nRead.\n\n{}\n\n/////\n"
    says(quiz.format(SHEET.replace("    from: {}\n", "")), "error: from 'tins': 'case' takes nothing over")


def test_fields_are_offered_under_the_same_key() -> None:
    other = PLAN.replace("- leak)", "- loss)").replace("from: {}", "from: ‸{}")
    says(day(other, "tea-sheet"), "error: from 'tea-sheet': no field here has a key that stands there")


def test_what_opens_together_takes_nothing_from_each_other() -> None:
    second = (
        "\n### Again\n\n//// worksheet | second\n    from: ‸tea-sheet\n\n- leak) The leak again `text`\n\n////\n\n/////"
    )
    text = DAY.replace("////\n\n/////\n\n## Wall", f"////\n{second}\n\n## Wall").format(POLL.format("wall"))
    says(a_day(text), "error: from 'tea-sheet': both open together, so nothing is written yet")


def test_a_gallery_needs_sheets() -> None:
    text = day(WALK.replace("    from: {}\n", "").replace("gallery", "‸gallery"), "")
    says(text, "error: 'gallery' needs an option 'from': the worksheet whose sheets hang here")


def test_a_sort_that_takes_cards_over_still_has_bins() -> None:
    text = day("//// ‸sort | next\n    from: {}\n    time: 2m\n\nWhere to?\n\n////", "wall")
    says(text, "error: 'sort' has no items")


# --- scales ---


def scale(last: str, options: str = "range: 1-5") -> str:
    return a_day(
        f"## Sure\n\n//// scale | sure\n    time: 5m\n    {options}\n\nHow sure are you?\n{last}\n\n"
        "- left) What was left\n\n////"
    )


@pytest.mark.parametrize(
    ("last", "options"),
    [
        ("1 = not at all, 5 = very", "range: 1-5"),
        ("1 = not at all, 5 = very", "naming: named"),
        ("\n0 = never; 10 = each *day*", "range: 0-10"),
        ("1 = no, not one day, 4 = yes, all days", "range: 1-4"),
    ],
)
def test_the_last_line_of_a_scale_names_both_ends(last: str, options: str) -> None:
    assert said(scale(last, options)) == []


@pytest.mark.parametrize("last", ["‸And now?", "‸1 = not at all", "‸5 = very, 1 = not at all", "‸1 = no, 10 = yes"])
def test_a_scale_without_ends_is_an_error(last: str) -> None:
    says(scale(last), "error: the last line before the statements names both ends: 1 = not at all, 5 = very much")


def test_a_scale_has_at_most_eleven_steps() -> None:
    says(scale("0 = no, 11 = yes", "range: ‸0-11"), "error: range 0-11: at most 11 steps, for example 0-10")


# --- role plays ---


@pytest.mark.parametrize(("roles", "found"), [("", "none"), ("- leader) The leader\n\n    Say nothing.\n\n", "one")])
def test_a_role_play_has_at_least_two_roles(roles: str, found: str) -> None:
    text = a_day(
        f"## Bank\n\n///// ‸roleplay | bank\n    time: 5m\n\nPlay it.\n\n{roles}"
        "//// reflection | after\n\n- felt) How was it? `text`\n\n////\n\n/////"
    )
    says(text, f"error: 'roleplay' needs at least two roles, '- key) who she is'; it has {found}")

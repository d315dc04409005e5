"""An option that does nothing where it stands is told at its place, with the reason."""

import pytest

from app.activities.registry import KINDS
from app.curriculum import idle
from app.live import plan
from tests.curriculum.samples import FRONT, HERE, a_day, expected, said, says

SINGLE = """
//// single | one{options}

Which?

- [x] tin) The tin

    > Yes.

- [ ] box) The box

    > No.

////
"""
POLL = """
//// poll | tins{options}

Where?

- tin) In a tin
- purse) In a purse

////
"""
SORT = """
//// sort | signs{options}

Where?

- early) Early
    - buyers) Buyers order less
- late) Late
    - power) Power is cut

////
"""
OPEN_SORT = """
//// sort | signs{options}

Where?

- early) Early
- late) Late

////
"""
BOARD = "\n//// board | leaks{options}\n\nWhere?\n\n////\n"
BRIEFING = "\n//// briefing | card{options}\n\nRead.\n\n////\n"
REFLECTION = "\n//// reflection | mine{options}\n\n- one) One thing `text`\n\n////\n"
WORKSHEET = "\n//// worksheet | sheet{options}\n\n- leak) The leak `text`\n\n////\n"

UNBUILT = "it is not built yet"
NOT_MARKED = "this '{}' has no right answer to check"


def with_(task: str, *options: str) -> str:
    """The task with these option lines."""
    return task.format(options="".join(f"\n    {option}" for option in options))


def alone(task: str, *options: str) -> str:
    return a_day(f"## Now\n{with_(task, 'time: 5m', *options)}")


def inside(group: str, task: str, *options: str, of_group: str = "grace: 30s") -> str:
    return a_day(f"## Now\n\n///// {group} | all\n    time: 5m\n    {of_group}\n{with_(task, *options)}\n/////")


def does_nothing(text: str, *reasons: str) -> None:
    says(text, *(f"warning: {reason}" for reason in reasons))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (alone(POLL, "‸tries: 2"), NOT_MARKED.format("poll")),
        (alone(BOARD, "‸tries: 2"), NOT_MARKED.format("board")),
        (
            a_day(f"## Now\n{with_(BOARD, 'time: 4m')}")
            + with_(f"\n## Then\n{OPEN_SORT}", "time: 1m", "from: leaks", "‸tries: 2"),
            NOT_MARKED.format("sort"),
        ),
        (inside("breakout", SORT, "‸tries: 2"), "a group sees its answer grow and checks nothing; add 'by: person'"),
        (alone(SORT, "by: group", "‸tries: 2"), "a group sees its answer grow and checks nothing; add 'by: person'"),
        (inside("breakout", WORKSHEET, "‸tries: 2"), NOT_MARKED.format("worksheet")),
        (inside("quiz", SINGLE, of_group="‸tries: 2"), "write it on what 'quiz' holds"),
        (alone(BRIEFING, "‸tries: 2"), "nobody answers a 'briefing'"),
        (alone(SINGLE, "‸tries: 0"), "write how often one may check, from 2"),
    ],
)
def test_tries_are_for_what_is_marked_and_answered_by_one_person(text: str, why: str) -> None:
    does_nothing(text, f"tries does nothing here: {why}")


@pytest.mark.parametrize(
    "text",
    [
        alone(SINGLE, "tries: 2"),
        alone(POLL, "tries: 1"),
        alone(SORT, "tries: 3"),
        inside("breakout", SORT, "by: person", "tries: 2"),
        inside("quiz", SINGLE, "tries: 2"),
    ],
)
def test_tries_where_they_do_something_are_no_mistake(text: str) -> None:
    says(text)


def test_the_test_before_and_after_is_answered_once() -> None:
    task = with_(SINGLE, f"{HERE}tries: 2")
    text = FRONT.replace("id: day-2\nday: 2\n", "id: assessment\n").replace("duration: 5m\n", "") + task
    wanted = expected(text, "warning: tries does nothing here: the test before and after is answered once")
    assert [one for one in said(text, "assessment") if "tries" in one] == wanted


@pytest.mark.parametrize(
    ("text", "option", "why"),
    [
        (
            alone(BOARD, "‸moderate: yes"),
            "moderate",
            f"{UNBUILT}; cards are shown as they come, and a trainer hides one by hand",
        ),
        (alone(POLL, "‸review: off"), "review", f"{UNBUILT}; everything can be looked at again"),
        (
            alone(POLL, "‸pace: window"),
            "pace",
            f"{UNBUILT}; one thing is open at a time; 'free' stays open beside others",
        ),
        (inside("quiz", SINGLE, "‸pace: free"), "pace", "only an activity outside of groups stays open beside others"),
        (alone(SINGLE, "‸points: 2"), "points", f"{UNBUILT}; every question counts the same"),
        (alone(SINGLE, "‸scoring: partial"), "scoring", "with one right option there is no half"),
        (alone(POLL, "‸sum: 5"), "sum", "only numbers add up: write 'answer: number'"),
        (alone(POLL, "‸by: pair"), "by", "pairs have no answer of their own yet, so each person answers"),
        (alone(POLL, "‸results: all"), "results", "the class sees the result when a trainer shows it"),
        (alone(REFLECTION, "‸naming: named"), "naming", "nobody but the writer reads it"),
        (inside("breakout", WORKSHEET, of_group="‸naming: anonymous"), "naming", "write it on what 'breakout' holds"),
        (
            inside("breakout", WORKSHEET, of_group="‸assign: mixed age"),
            "assign",
            "of people only the district is known: write 'mixed district'",
        ),
    ],
)
def test_an_option_that_does_nothing_is_told_with_the_reason(text: str, option: str, why: str) -> None:
    does_nothing(text, f"{option} does nothing here: {why}")


def test_a_report_back_of_what_stands_on_no_worksheet_is_told() -> None:
    text = inside("breakout", REFLECTION, of_group="report-back: ‸[one]")
    does_nothing(text, "report-back 'one': it stands in a reflection; only worksheets are read out")


@pytest.mark.parametrize(
    "text",
    [
        alone(POLL, "pace: free", "review: on", "naming: anonymous", "results: hidden"),
        alone(POLL, "answer: number", "sum: 5"),
        alone(BOARD, "moderate: no", "private-first: no"),
        alone(REFLECTION, "results: self"),
        inside("breakout", WORKSHEET, of_group="by: group"),
        inside("breakout", WORKSHEET, of_group="assign: mixed district\n    report-back: [leak]"),
    ],
)
def test_an_option_that_does_something_or_says_what_happens_anyway_is_no_mistake(text: str) -> None:
    says(text)


def test_what_is_marked_here_is_what_a_meeting_lets_one_check() -> None:
    assert (idle.MARKED, idle.IN_ROOMS) == (plan.CLOSED, plan.IN_GROUPS)
    assert {kind.grammar for kind in KINDS.values() if kind.grammar in idle.MARKED} == idle.MARKED

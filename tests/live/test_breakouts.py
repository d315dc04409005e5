"""Group work: making and telling groups, moving people, help, words, the report-back."""

import random

import pytest

from app.live import audiences, grouping, overview
from app.live.facts import Facts
from app.live.state import Member
from tests.live.day import AMMINI, FATHIMA, TRAINEES, Day, c


def at_work() -> Day:
    day = Day()
    day.by(AMMINI, c("open", run="thanima"))
    return day


def placed(day: Day) -> list[int]:
    return sorted(person for group in day.state.groups for person in group.members)


def view(day: Day, person: int) -> dict[str, object]:
    return audiences.phone(day.state, person, Facts("m", "d", words=day.words))


# ---- making groups


@pytest.mark.promise("B1")
@pytest.mark.parametrize(
    ("people", "size", "count", "sizes"),
    [
        (30, (5, 6), None, [6, 6, 6, 6, 6]),
        (29, (5, 6), None, [6, 6, 6, 6, 5]),
        (35, (5, 6), None, [6, 6, 6, 6, 6, 5]),
        (7, (5, 6), None, [4, 3]),
        (3, (5, 6), None, [3]),
        (10, None, 3, [4, 3, 3]),
        (2, None, 6, [1, 1]),
        (0, (5, 6), None, []),
    ],
)
def test_groups_by_size_or_number_are_even(
    people: int, size: tuple[int, int] | None, count: int | None, sizes: list[int]
) -> None:
    members = [Member(person, "trainee") for person in range(people)]
    number = grouping.number_of_groups(people, size, count)
    groups = grouping.make(members, "random", number, random.Random(1))
    assert sorted((len(group.members) for group in groups), reverse=True) == sizes
    assert sorted(person for group in groups for person in group.members) == list(range(people))


@pytest.mark.promise("B1")
def test_mixed_groups_spread_each_district_as_evenly_as_can_be() -> None:
    members = [Member(person, "trainee", f"d{person % 3}") for person in range(30)]
    groups = grouping.make(members, "mixed", 5, random.Random(3))
    for district in range(3):
        counts = [sum(person % 3 == district for person in group.members) for group in groups]
        assert max(counts) - min(counts) <= 1


@pytest.mark.promise("B1")
def test_new_partners_repeat_fewer_pairs_than_chance() -> None:
    members = [Member(person, "trainee") for person in range(24)]
    first = grouping.make(members, "random", 6, random.Random(1))
    pairs = {
        grouping.pair(one, two): 1
        for group in first
        for place, one in enumerate(group.members)
        for two in group.members[place + 1 :]
    }

    def repeats(how: str, seed: int) -> int:
        groups = grouping.make(members, how, 6, random.Random(seed), pairs=pairs)
        return sum(
            pairs.get(grouping.pair(one, two), 0)
            for group in groups
            for place, one in enumerate(group.members)
            for two in group.members[place + 1 :]
        )

    assert sum(repeats("new-partners", seed) for seed in range(5)) < sum(repeats("random", seed) for seed in range(5))


@pytest.mark.promise("B7")
def test_a_preview_is_seen_by_trainers_alone_until_it_is_told() -> None:
    day = Day()
    before = view(day, 3)
    day.by(AMMINI, c("preview", run="thanima", how="random"))
    assert view(day, 3) == before
    day.by(AMMINI, c("tell", run="thanima"))
    told = view(day, 3)["me"]["told"]  # type: ignore[index]
    assert (told["run"], told["minutes"], 3 in told["members"]) == ("thanima", 20, True)


@pytest.mark.promise("B1")
def test_pinned_people_stay_when_the_rest_is_dealt_anew() -> None:
    day = Day()
    day.by(AMMINI, c("preview", run="thanima", how="random"))
    day.by(AMMINI, c("place", run="thanima", person=3, group="g2"))
    assert day.state.preview is not None
    assert day.state.preview.pins == (3,)
    day.by(AMMINI, c("preview", run="thanima", how="mixed", pins=(3,)))
    assert day.state.preview is not None
    assert 3 in day.state.preview.groups[1].members


@pytest.mark.promise("B1")
def test_by_hand_everybody_waits_to_be_placed() -> None:
    day = Day()
    day.by(AMMINI, c("preview", run="thanima", how="hand", count=3))
    day.by(AMMINI, c("place", run="thanima", person=3, group="g2"))
    assert day.state.preview is not None
    assert [group.members for group in day.state.preview.groups] == [(), (3,), ()]


def test_the_groups_that_open_are_those_of_the_preview() -> None:
    day = Day()
    day.by(AMMINI, c("preview", run="thanima", how="mixed"))
    assert day.state.preview is not None
    wanted = [group.members for group in day.state.preview.groups]
    day.by(AMMINI, c("open", run="thanima"))
    assert [group.members for group in day.state.groups] == wanted


@pytest.mark.promise("B1")
def test_as_last_time_is_as_many_groups_as_last_time() -> None:
    day = Day()
    day.by(AMMINI, c("preview", run="thanima", how="random", count=5))
    day.by(AMMINI, c("open", run="thanima"))
    before = day.state.groups
    day.by(AMMINI, c("close", run="thanima"))
    day.by(AMMINI, c("preview", run="thanima", how="last"))
    assert day.state.preview is not None
    assert [set(group.members) for group in day.state.preview.groups] == [set(group.members) for group in before]


def test_without_a_preview_the_groups_are_made_as_the_author_asked() -> None:
    assert placed(at_work()) == list(TRAINEES)


@pytest.mark.promise("B7")
def test_one_may_stay_in_plenary() -> None:
    day = Day()
    day.by(AMMINI, c("preview", run="thanima", how="random"))
    day.by(AMMINI, c("tell", run="thanima"))
    day.by(3, c("stay", run="thanima"))
    day.by(AMMINI, c("open", run="thanima"))
    assert 3 not in placed(day)
    day.by(3, c("unstay", run="thanima"))
    assert 3 in placed(day)


@pytest.mark.promise("B7")
def test_who_stayed_and_comes_after_all_sits_where_she_was_told() -> None:
    day = Day()
    day.by(AMMINI, c("preview", run="thanima", how="random"))
    for person in TRAINEES:
        day.by(AMMINI, c("place", run="thanima", person=person, group="g1"))
    day.by(AMMINI, c("tell", run="thanima"))
    day.by(3, c("stay", run="thanima"))
    day.by(AMMINI, c("open", run="thanima"))
    day.by(3, c("unstay", run="thanima"))
    home = day.state.group_of(3)
    assert home is not None
    assert home.id == "g1"


# ---- moving


@pytest.mark.promise("B2")
def test_moving_a_person_writes_no_sheet_and_she_keeps_the_old_one_to_read() -> None:
    day = at_work()
    mover = day.state.groups[0].members[0]
    day.by(mover, c("answer", run="sheet", cell="sick", value=True))
    before = dict(day.state.runs["sheet"].answers)
    day.by(AMMINI, c("move", person=mover, group="g2", was="g1"))
    assert day.state.runs["sheet"].answers == before
    seen = view(day, mover)
    assert seen["old"] == [{"run": "thanima", "group": "g1", "of": ["signs", "sheet"]}]
    assert seen["group"]["id"] == "g2"  # type: ignore[index]


@pytest.mark.promise("B8")
def test_of_two_moves_at_once_one_wins_and_the_other_hears_who_and_where() -> None:
    day = at_work()
    mover = day.state.groups[0].members[0]
    day.by(AMMINI, c("move", person=mover, group="g2", was="g1"))
    from app.errors import Rejected

    with pytest.raises(Rejected) as refusal:
        day.by(FATHIMA, c("move", person=mover, group="g3", was="g1"))
    assert refusal.value.code == "moved-meanwhile"
    assert refusal.value.text == f"{{p{AMMINI}}} has just moved her: she is in group 2 now."


def test_a_move_can_be_taken_back_and_text_stays_where_it_was_typed() -> None:
    day = at_work()
    mover = day.state.groups[0].members[0]
    day.by(AMMINI, c("move", person=mover, group="g2", was="g1"))
    day.by(mover, c("answer", run="sheet", cell="sick", value=True))
    day.by(AMMINI, c("undo", seq=day.state.acts[-1].seq))
    assert day.state.group_of(mover).id == "g1"  # type: ignore[union-attr]
    assert day.state.runs["sheet"].answers["g2"]["sick"].value is True


@pytest.mark.promise("B8")
def test_groups_and_the_unassigned_are_always_the_whole_roster() -> None:
    day, dice = at_work(), random.Random(5)
    for _ in range(200):
        person = dice.choice(TRAINEES)
        command = dice.choice(
            [
                c("move", person=person, group=dice.choice(["g1", "g2", "g3", None])),
                c("stay", run="thanima"),
                c("unstay", run="thanima"),
            ]
        )
        day.by(AMMINI if hasattr(command, "person") else person, command)
        unassigned = [p for p in TRAINEES if day.state.group_of(p) is None]
        assert sorted(placed(day) + unassigned) == list(TRAINEES)


@pytest.mark.promise("L10")
def test_a_late_joiner_sits_in_the_smallest_group_at_once_with_a_list_of_what_she_missed() -> None:
    day = Day()
    day.by(AMMINI, c("open", run="units"))
    day.by(AMMINI, c("open", run="thanima"))
    day.by(AMMINI, c("move", person=day.state.groups[1].members[0], group="g1"))
    day.wait(60)
    day.by(None, c("enter", person=77, role="trainee", district="Kuttanad"))
    seen = view(day, 77)
    assert seen["me"]["group"] == "g2"  # type: ignore[index]
    assert seen["missed"] == [
        {"run": "units", "title": "How are our units?", "open": False},
        {"run": "thanima", "title": "Thanima Foods", "open": True},
    ]


def test_who_comes_back_sits_in_her_home_group() -> None:
    day = at_work()
    home = day.state.group_of(3)
    day.by(3, c("stay", run="thanima"))
    day.by(3, c("unstay", run="thanima"))
    assert home is not None
    assert day.state.group_of(3) == home


def test_roles_go_to_different_people() -> None:
    for group in at_work().state.groups:
        assert len(set(group.roles.values())) == 2


@pytest.mark.promise("B5")
def test_nobody_reports_twice_before_all_have() -> None:
    counts: dict[str, dict[str, int]] = {}
    reported = []
    for _ in range(4):
        given = grouping.give_roles((1, 2, 3, 4), ("reporter",), counts)
        reported.append(given["reporter"])
        people = counts.setdefault("reporter", {})
        people[str(given["reporter"])] = people.get(str(given["reporter"]), 0) + 1
    assert sorted(reported) == [1, 2, 3, 4]


# ---- help, words, report-back


@pytest.mark.promise("L9")
def test_a_second_tap_makes_no_second_call() -> None:
    day = at_work()
    one, two, *_ = day.state.groups[0].members
    day.by(one, c("ask_help", run="thanima", reason="Test b"))
    assert day.by(two, c("ask_help", run="thanima")) == ()


@pytest.mark.promise("L9")
def test_the_reason_may_follow_the_call() -> None:
    day = at_work()
    one, two, *_ = day.state.groups[0].members
    day.by(one, c("ask_help", run="thanima"))
    day.by(two, c("ask_help", run="thanima", reason="We cannot agree."))
    assert [call["reason"] for call in overview.console(day.state, facts_of(day), day.now)["help"]] == [
        "We cannot agree."
    ]


def facts_of(day: Day) -> Facts:
    return Facts("m", "d", words=day.words)


def test_help_is_asked_seen_attended_and_resolved() -> None:
    day = at_work()
    day.by(day.state.groups[0].members[0], c("ask_help", run="thanima"))
    call = day.state.helps[0].id
    day.by(AMMINI, c("see_help", help=call))
    day.by(FATHIMA, c("attend_help", help=call))
    assert day.refusal(AMMINI, c("attend_help", help=call)) == "already-attended"
    day.by(FATHIMA, c("resolve_help", help=call))
    assert day.state.helps[0].state == "resolved"


def test_a_word_reaches_the_groups_it_is_for_until_it_is_seen() -> None:
    day = at_work()
    here, there = day.state.groups[0].members[0], day.state.groups[1].members[0]
    day.by(AMMINI, c("say", text="Ten minutes left.", groups=("g1",)))
    assert view(day, here)["word"]["text"] == "Ten minutes left."  # type: ignore[index]
    assert view(day, there)["word"] is None
    day.by(here, c("seen_word", word=day.state.words[0].id))
    assert view(day, here)["word"] is None


def test_groups_report_in_the_order_the_trainer_picks() -> None:
    day = at_work()
    day.by(None, c("keep_sheet", run="sheet", group="g2", fields={"cause": "The flood"}, why="report"))
    day.by(AMMINI, c("close", run="thanima"))
    day.by(AMMINI, c("report", run="thanima", order=("g2", "g1")))
    report = view(day, 3)["now"]["report"]  # type: ignore[index]
    assert (report["group"], report["index"], report["of"]) == ("g2", 0, 2)
    told = {"key": "cause", "html": "Likely cause", "field": "long", "value": {"text": "The flood"}}
    assert report["fields"] == [told]
    day.by(FATHIMA, c("report_next", run="thanima"))
    assert view(day, 3)["now"]["report"]["group"] == "g1"  # type: ignore[index]
    day.by(FATHIMA, c("report_next", run="thanima"))
    assert view(day, 3)["now"]["report"] is None  # type: ignore[index]


def test_another_order_keeps_who_has_reported_and_whose_turn_it_is() -> None:
    day = at_work()
    day.by(AMMINI, c("report", run="thanima", order=("g1", "g2", "g3")))
    day.by(AMMINI, c("report_next", run="thanima"))
    day.by(FATHIMA, c("report", run="thanima", order=("g2", "g3")))
    report = day.state.report
    assert report is not None
    assert (report.order, report.index) == (("g1", "g2", "g3"), 1)


def test_nobody_waits_for_help_once_the_groups_are_closed() -> None:
    day = at_work()
    day.by(day.state.groups[0].members[0], c("ask_help", run="thanima"))
    day.by(AMMINI, c("close", run="thanima"))
    assert [call.state for call in day.state.helps] == ["resolved"]


@pytest.mark.parametrize(
    ("actor", "command", "code"),
    [
        (AMMINI, c("preview", run="units"), "not-group-work"),
        (AMMINI, c("place", run="thanima", person=3, group="g1"), "no-preview"),
        (AMMINI, c("tell", run="thanima"), "no-preview"),
        (AMMINI, c("move", person=3, group="g9"), "no-such-group"),
        (AMMINI, c("move", person=999, group="g1"), "no-such-person"),
        (AMMINI, c("say", text="  "), "empty"),
        (AMMINI, c("say", text="x" * 501), "too-long"),
        (AMMINI, c("say", text="x", groups=("g9",)), "no-such-group"),
        (AMMINI, c("report", run="thanima", order=("g1", "g1")), "no-such-group"),
        (AMMINI, c("report_next", run="thanima"), "no-report"),
        (AMMINI, c("resolve_help", help=1), "no-such-call"),
        (AMMINI, c("preview", run="thanima"), "already-open"),
        (AMMINI, c("open", run="sheet"), "opens-together"),
    ],
)
def test_what_cannot_be_done_is_refused_with_its_code(actor: int, command: object, code: str) -> None:
    day = at_work()
    if code == "opens-together":
        day = Day()
    assert day.refusal(actor, command) == code


@pytest.mark.promise("L6")
def test_the_board_shows_each_group_how_far_it_is_and_its_last_words() -> None:
    day = at_work()
    writer = day.state.groups[0].members[0]
    day.by(writer, c("answer", run="sheet", cell="sick", value=True))
    sheets = {("sheet", "g1"): {"fields": {"cause": "The flood"}, "field": "cause", "person": writer, "at": day.now}}
    facts = Facts("m", "d", words=day.words, sheets=sheets)
    board = overview.console(day.state, facts, day.now)["board"]
    tile = board["g1"]
    assert (tile["filled"], tile["of"], tile["text"], tile["by"]) == (2, 5, "The flood", writer)
    assert board["g2"] == {"filled": 0, "of": 5, "text": None, "field": None, "by": None, "at": None}

"""What one activity takes over from another: cards, votes, fields and sheets; settled once, looked through before."""

import json
from dataclasses import replace
from typing import Any

import pytest

from app.activities.registry import KINDS
from app.live import audiences, overview, plan
from app.live import events as e
from app.live.carrying import config_of, offer_to
from app.live.facts import Facts
from app.live.results import tally
from tests.live.afternoon import AFTERNOON, afternoon, card, with_leaks, with_sheets
from tests.live.day import AMMINI, FATHIMA, Day, block, c
from tests.live.evening import EVENING, in_fours


def facts(day: Day) -> Facts:
    return Facts("m", "d", content="cafe0123", words=day.words)


def options(day: Day, run: str = "first") -> list[str]:
    """What phones can choose from."""
    config = config_of(day.state, day.state.runs[run], day.words)
    return [html for _, html in getattr(config, "options", None) or [(one.key, one.html) for one in config.cards]]


def keys(day: Day, run: str = "first") -> dict[str, str]:
    """What is taken over, by its words."""
    return {thing["html"]: thing["key"] for thing in listed(day, run)["things"]}


def listed(day: Day, run: str = "first") -> dict[str, Any]:
    """What trainers look through."""
    found: dict[str, Any] = overview.console(day.state, facts(day), day.now)["taking"][run]
    return found


# ---- cards and votes become options and cards


@pytest.mark.promise("L18")
def test_the_cards_of_a_board_are_the_options_of_a_poll() -> None:
    day = with_leaks("Tea on credit", "Phone top-ups")
    day.by(AMMINI, c("open", run="first"))
    assert sorted(options(day)) == ["Phone top-ups", "Tea on credit"]
    key = keys(day)["Tea on credit"]
    day.by(5, c("answer", run="first", value=key))
    day.by(AMMINI, c("reveal", run="first"))
    counted = audiences.phone(day.state, 1, facts(day))["tallies"]["first"]
    assert counted == {"n": 1, "counts": {key: 1, keys(day)["Phone top-ups"]: 0}}


@pytest.mark.promise("L18")
def test_those_with_most_dots_stand_first() -> None:
    day = afternoon()
    day.by(AMMINI, c("open", run="leaks"))
    for person, text in ((1, "Tea"), (2, "Milk"), (3, "Fuel")):
        day.by(person, c("answer", run="leaks", cell="card-1", value=card(text)))
    tokens = {one["text"]: one["t"] for one in tally(day.state, day.state.runs["leaks"], day.words)["cards"]}
    for person, text in ((4, "Fuel"), (5, "Fuel"), (6, "Milk")):
        day.by(person, c("answer", run="leaks", cell="vote-1", value=tokens[text]))
    day.by(AMMINI, c("open", run="first"))
    assert options(day) == ["Fuel", "Milk", "Tea"]


@pytest.mark.promise("L18")
def test_the_words_of_a_poll_are_the_cards_of_an_open_sort() -> None:
    day = afternoon()
    day.by(AMMINI, c("open", run="word"))
    for person, text in ((1, "Tea"), (2, "Milk")):
        day.by(person, c("answer", run="word", value={"text": text}))
    day.by(AMMINI, c("open", run="where"))
    assert sorted(options(day, "where")) == ["Milk", "Tea"]
    run = day.state.runs["where"]
    task = KINDS["sort"].task(config_of(day.state, run, day.words), run.veil)
    day.by(3, c("answer", run="where", cell=task["cards"][0]["t"], value=task["bins"][1]["t"]))
    assert len(day.state.runs["where"].answers["p3"]) == 1


def test_the_same_words_twice_are_one_option_with_two_authors() -> None:
    day = with_leaks("Tea on credit", "tea on  credit.", "Phone")
    (tea,) = [thing for thing in listed(day)["things"] if thing["html"] != "Phone"]
    assert sorted(tea["by"]) == ["p1", "p2"]
    assert tea["html"] in ("Tea on credit", "tea on  credit.")


def test_what_people_write_is_shown_as_words_and_not_as_a_page() -> None:
    day = with_leaks("<img src=x onerror=alert(1)> & co")
    day.by(AMMINI, c("open", run="first"))
    assert options(day) == ["&lt;img src=x onerror=alert(1)&gt; &amp; co"]


def test_of_very_many_the_most_wanted_are_taken_and_a_trainer_may_take_others_in() -> None:
    day = afternoon()
    day.by(AMMINI, c("open", run="leaks"))
    for person in range(1, 13):
        for cell in ("card-1", "card-2"):
            day.by(person, c("answer", run="leaks", cell=cell, value=card(f"{cell} of {person}")))
    day.by(AMMINI, c("close", run="leaks"))
    things = listed(day)["things"]
    assert [thing["out"] for thing in things] == [False] * 12 + [True] * 12
    day.by(AMMINI, c("take_out", run="first", key=things[20]["key"], out=False))
    day.by(AMMINI, c("open", run="first"))
    assert len(options(day)) == 13
    assert things[20]["html"] in options(day)


def test_an_option_that_goes_on_and_on_keeps_its_words() -> None:
    """A poll that took its options from a board is itself the source of the next."""
    module = {**AFTERNOON, "blocks": [*AFTERNOON["blocks"][:3], block("poll", "last", "Last", **{"from": "first"})]}
    day = Day(module)
    day.by(AMMINI, c("open", run="leaks"))
    day.by(1, c("answer", run="leaks", cell="card-1", value=card("Tea")))
    day.by(2, c("answer", run="leaks", cell="card-1", value=card("Milk")))
    day.by(AMMINI, c("open", run="first"))
    day.by(3, c("answer", run="first", value=keys(day)["Milk"]))
    day.by(AMMINI, c("open", run="last"))
    assert options(day, "last") == ["Milk"]


# ---- settled once


@pytest.mark.promise("L18")
def test_what_is_taken_is_settled_when_it_opens() -> None:
    day = with_leaks("Tea on credit")
    day.by(AMMINI, c("open", run="first"))
    day.by(AMMINI, c("reopen", run="leaks"))
    day.by(2, c("answer", run="leaks", cell="card-1", value=card("Too late for the poll")))
    day.by(1, c("answer", run="leaks", cell="card-1", value=card("Reworded on the board")))
    assert options(day) == ["Tea on credit"]


def test_the_log_names_what_was_taken_and_holds_none_of_its_words() -> None:
    day = with_leaks("Tea on credit")
    (taken,) = [event for event in day.by(AMMINI, c("open", run="first")) if isinstance(event, e.TakenOver)]
    (thing,) = taken.things
    assert (taken.source, thing.places) == ("leaks", (("p1", "card-1"),))
    assert "Tea" not in repr(taken)


def test_words_that_are_erased_are_erased_where_they_were_taken_to() -> None:
    day = with_leaks("Tea on credit", "Phone")
    day.by(AMMINI, c("open", run="first"))
    day.words = {ref: text for ref, text in day.words.items() if text != "Tea on credit"}
    assert sorted(options(day)) == ["Phone", "…"]


def test_taking_an_opening_back_settles_anew_the_next_time() -> None:
    day = with_leaks("Tea on credit")
    day.by(AMMINI, c("open", run="first"))
    day.by(AMMINI, c("undo", seq=day.state.acts[-1].seq))
    day.by(AMMINI, c("reopen", run="leaks"))
    day.by(2, c("answer", run="leaks", cell="card-1", value=card("Phone")))
    day.by(AMMINI, c("open", run="first"))
    assert sorted(options(day)) == ["Phone", "Tea on credit"]


def test_what_would_be_empty_does_not_open() -> None:
    assert afternoon().refusal(AMMINI, c("open", run="first")) == "nothing-to-take"
    assert afternoon().refusal(AMMINI, c("open", run="where")) == "nothing-to-take"
    assert afternoon().refusal(AMMINI, c("open", run="walk")) == "nothing-to-take"
    day = afternoon()
    day.by(AMMINI, c("open", run="promise"))
    assert day.phase("promise") == "open", "a promise can be made without the sheet"


def test_a_poll_with_options_of_its_own_opens_without_more() -> None:
    own = block("poll", "first", "First?", [{"key": "tin", "html": "In a tin"}], **{"from": "leaks"})
    day = Day({**AFTERNOON, "blocks": [AFTERNOON["blocks"][1], own]})
    day.by(AMMINI, c("open", run="first"))
    assert options(day) == ["In a tin"]


# ---- looked through by trainers first


@pytest.mark.promise("L18")
def test_a_trainer_leaves_out_and_rewords_before_it_opens() -> None:
    day = with_leaks("Tea on credit", "Leela's brother", "Phone")
    found = keys(day)
    day.by(AMMINI, c("take_out", run="first", key=found["Leela's brother".replace("'", "&#x27;")]))
    day.by(FATHIMA, c("reword", run="first", key=found["Phone"], text="Top-ups for the phone"))
    day.by(AMMINI, c("open", run="first"))
    assert sorted(options(day)) == ["Tea on credit", "Top-ups for the phone"]


def test_a_reworded_card_may_have_its_own_words_again() -> None:
    day = with_leaks("Phone")
    key = keys(day)["Phone"]
    day.by(AMMINI, c("reword", run="first", key=key, text="Top-ups"))
    assert [(thing["html"], thing["reworded"]) for thing in listed(day)["things"]] == [("Top-ups", True)]
    day.by(AMMINI, c("reword", run="first", key=key, text=" "))
    assert [(thing["html"], thing["reworded"]) for thing in listed(day)["things"]] == [("Phone", False)]


def test_what_is_open_can_be_left_out_and_is_not_reworded() -> None:
    day = with_leaks("Tea", "Phone")
    day.by(AMMINI, c("open", run="first"))
    key, before = keys(day)["Phone"], audiences.run_part(day.state, day.state.runs["first"], facts(day))["task"]
    assert day.refusal(AMMINI, c("reword", run="first", key=key, text="Top-ups")) == "already-open"
    day.by(AMMINI, c("take_out", run="first", key=key))
    assert options(day) == ["Tea"]
    assert audiences.run_part(day.state, day.state.runs["first"], facts(day))["task"] != before, "phones read it anew"
    assert day.by(AMMINI, c("take_out", run="first", key=key)) == ()


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (c("take_out", run="first", key="nothing"), "no-such-thing"),
        (c("take_out", run="sure", key="left"), "takes-nothing"),
        (c("take_out", run="promise", key="p1"), "takes-nothing"),
        (c("reword", run="nothing", key="x", text="y"), "no-such-activity"),
    ],
)
def test_only_what_is_taken_over_can_be_left_out(command: Any, code: str) -> None:
    assert with_leaks("Tea").refusal(AMMINI, command) == code


def test_a_card_is_not_reworded_without_end_and_nothing_is_left_out_once_the_class_has_seen_it() -> None:
    day = with_leaks("Tea")
    key = keys(day)["Tea"]
    assert day.refusal(AMMINI, c("reword", run="first", key=key, text="x" * 301)) == "too-long"
    day.by(AMMINI, c("open", run="first"))
    day.by(AMMINI, c("reveal", run="first"))
    assert day.refusal(AMMINI, c("take_out", run="first", key=key)) == "already-shown"
    day.by(AMMINI, c("end"))
    assert day.refusal(AMMINI, c("take_out", run="first", key=key)) == "already-ended"


@pytest.mark.promise("L18")
def test_trainers_see_whose_card_it_is_unless_nobody_may() -> None:
    day = with_leaks("Tea")
    assert listed(day)["things"][0]["by"] == ["p1"]
    board = {**AFTERNOON["blocks"][1], "options": {"naming": "anonymous"}}
    day = Day({**AFTERNOON, "blocks": [board, AFTERNOON["blocks"][2]]})
    day.by(AMMINI, c("open", run="leaks"))
    day.by(1, c("answer", run="leaks", cell="card-1", value=card("Tea")))
    day.by(AMMINI, c("close", run="leaks"))
    assert listed(day)["things"][0]["by"] == []


def test_trainers_look_it_through_when_the_source_is_closed() -> None:
    day = afternoon()
    day.by(AMMINI, c("open", run="leaks"))
    day.by(1, c("answer", run="leaks", cell="card-1", value=card("Tea")))
    assert overview.console(day.state, facts(day), day.now)["taking"] == {}
    day.by(AMMINI, c("close", run="leaks"))
    assert (listed(day)["title"], listed(day)["settled"]) == ("Leaks", False)


# ---- sheets on the wall


def wall(day: Day) -> dict[str, Any]:
    run = day.state.runs["walk"]
    found: dict[str, Any] = KINDS["gallery"].task(config_of(day.state, run, day.words), run.veil)
    return found


@pytest.mark.promise("L18")
def test_the_sheets_of_all_groups_hang_in_the_gallery_without_what_was_expected() -> None:
    day = with_sheets()
    day.by(AMMINI, c("open", run="walk"))
    sheets = {sheet["by"]: sheet["cells"] for sheet in wall(day)["sheets"]}
    assert sheets == {
        "g1": {"missing": 330, "leak": {"text": "leak-g1"}},
        "g2": {"missing": 330, "leak": {"text": "leak-g2"}},
    }
    assert "expected" not in json.dumps(wall(day))


def test_nobody_judges_a_sheet_she_has_a_hand_in() -> None:
    day = with_sheets()
    day.by(AMMINI, c("open", run="walk"))
    person = day.state.groups[0].members[0]
    own, other = day.token("walk", "g1"), day.token("walk", "g2")
    comment = {"sheet": own, "note": {"text": "Well done"}}
    assert day.refusal(person, c("answer", run="walk", cell="vote-1", value=own)) == "own-sheet"
    assert day.refusal(person, c("answer", run="walk", cell="comment-1", value=comment)) == "own-sheet"
    day.by(person, c("answer", run="walk", cell="vote-1", value=other))
    day.by(person, c("answer", run="walk", cell="vote-1", value=None))


def test_who_was_moved_judges_neither_of_her_groups() -> None:
    day = afternoon()
    day.by(AMMINI, c("open", run="tea"))
    person = day.state.groups[0].members[0]
    for one in day.state.groups[:2]:
        day.by(one.members[-1], c("answer", run="tea-sheet", cell="missing", value=330))
    day.by(AMMINI, c("move", person=person, group="g2"))
    day.by(AMMINI, c("open", run="walk"))
    for group in ("g1", "g2"):
        assert (
            day.refusal(person, c("answer", run="walk", cell="vote-1", value=day.token("walk", group))) == "own-sheet"
        )
    assert audiences.phone(day.state, person, facts(day))["taken"]["walk"] == {
        "mine": sorted([day.token("walk", "g1"), day.token("walk", "g2")])
    }


def test_stars_and_comments_are_shown_with_the_result_and_never_before() -> None:
    day = with_sheets()
    day.by(AMMINI, c("open", run="walk"))
    person, token = day.state.groups[1].members[0], day.token("walk", "g1")
    day.by(person, c("answer", run="walk", cell="vote-1", value=token))
    day.by(person, c("answer", run="walk", cell="comment-1", value={"sheet": token, "note": {"text": "Who pays?"}}))
    reader = day.state.groups[0].members[0]
    assert "Who pays?" not in json.dumps(audiences.phone(day.state, reader, facts(day)))
    assert overview.console(day.state, facts(day), day.now)["tallies"]["walk"]["sheets"][token]["stars"] == 1
    day.by(AMMINI, c("reveal", run="walk"))
    seen = audiences.phone(day.state, reader, facts(day))["tallies"]["walk"]["sheets"]
    assert seen[token] == {"stars": 1, "comments": ["Who pays?"]}


def test_a_sheet_that_a_trainer_leaves_out_hangs_nowhere() -> None:
    day = with_sheets()
    day.by(AMMINI, c("take_out", run="walk", key="g2"))
    day.by(AMMINI, c("open", run="walk"))
    assert [sheet["by"] for sheet in wall(day)["sheets"]] == ["g1"]
    assert day.refusal(AMMINI, c("reword", run="walk", key="g1", text="x")) == "not-reworded"


@pytest.mark.parametrize(
    ("of_sheet", "of_wall", "by", "named"),
    [
        ("trainers", "trainers", "group", True),
        ("anonymous", "trainers", "group", False),
        ("trainers", "anonymous", "group", False),
        ("trainers", "trainers", "person", False),
        ("named", "trainers", "person", True),
        ("named", "anonymous", "person", False),
    ],
)
def test_whose_sheet_hangs_there_is_said_only_where_it_may_be(
    of_sheet: str, of_wall: str, by: str, named: bool
) -> None:
    sheet = block("worksheet", "sheet", "Sheet", AFTERNOON["blocks"][5]["activities"][0]["items"], naming=of_sheet)
    work = {**AFTERNOON["blocks"][5], "id": "work", "activities": [sheet]} if by == "group" else sheet
    gallery = block("gallery", "walk", "Wall", naming=of_wall, **{"from": "sheet"})
    day = Day({**AFTERNOON, "blocks": [work, gallery]})
    day.by(AMMINI, c("open", run="work" if by == "group" else "sheet"))
    writer = day.state.groups[0].members[0] if by == "group" else 1
    day.by(writer, c("answer", run="sheet", cell="missing", value=330))
    day.by(AMMINI, c("open", run="walk"))
    (hung,) = wall(day)["sheets"]
    assert hung.get("by") == (("g1" if by == "group" else "p1") if named else None)


def test_before_one_writes_a_sheet_one_is_told_that_others_will_read_it() -> None:
    day = afternoon()
    day.by(AMMINI, c("open", run="tea"))
    runs = audiences.phone(day.state, 1, facts(day))["runs"]
    assert [run for run, part in runs.items() if part.get("later")] == ["tea-sheet"]
    plan = day.state.plan.items.values()
    assert {item.id for item in plan if item.is_read_later} == {"tea-sheet", "leaks", "walk"}


def test_of_a_sheet_written_round_by_round_that_of_the_last_round_hangs() -> None:
    day = in_fours()
    gallery = block("gallery", "walk", "Wall", **{"from": "sheet"})
    day.state = replace(day.state, plan=plan.read({**EVENING, "blocks": [*EVENING["blocks"], gallery]}, "cafe0123"))
    four = day.state.groups[0]
    day.by(None, c("keep_sheet", run="sheet", group=four.id, fields={"advice": "of all four"}, why="soft"))
    day.by(AMMINI, c("open", run="walk"))
    assert [sheet["cells"] for sheet in wall(day)["sheets"]] == [{"advice": {"text": "of all four"}}]


# ---- fields offered again


@pytest.mark.promise("L18")
def test_what_my_group_wrote_is_offered_to_my_own_fields_of_the_same_key_and_to_nobody_elses() -> None:
    day = with_sheets(groups=1)
    day.by(AMMINI, c("open", run="promise"))
    item = day.state.plan.items["promise"]
    for group in day.state.groups:
        for person in group.members:
            offer = {"leak": {"text": "leak-g1"}} if group.id == "g1" else {}
            assert offer_to(day.state, item, f"p{person}", day.words) == offer
            taken = audiences.phone(day.state, person, facts(day))["taken"]
            assert ("promise" in taken) is bool(offer)


def test_an_offer_is_no_answer() -> None:
    day = with_sheets()
    day.by(AMMINI, c("open", run="promise"))
    assert day.state.runs["promise"].answers == {}


@pytest.mark.promise("L18")
def test_a_group_is_offered_what_most_of_its_people_wrote() -> None:
    day = with_sheets()
    day.by(AMMINI, c("open", run="again"))
    item = day.state.plan.items["second"]
    for group in ("g1", "g2"):
        assert offer_to(day.state, item, group, day.words) == {"missing": 330, "leak": {"text": f"leak-{group}"}}
    assert offer_to(day.state, item, "g3", day.words) == {}


def test_whoever_sits_in_a_group_is_offered_what_belongs_to_it() -> None:
    day = with_sheets()
    day.by(AMMINI, c("open", run="again"))
    person = day.state.groups[0].members[0]
    day.by(AMMINI, c("move", person=person, group="g2"))
    assert "/second/g2?" in audiences.phone(day.state, person, facts(day))["taken"]["second"]["offer"]


# ---- alone, afterwards


def test_who_does_it_alone_goes_on_with_what_the_class_left_behind() -> None:
    day = with_leaks("Tea", "Phone")
    day.by(AMMINI, c("end"))
    run = day.state.run("first", day.now)
    config = config_of(day.state, run, day.words)
    assert sorted(html for _, html in config.options) == ["Phone", "Tea"]
    key = next(key for key, html in config.options if html == "Tea")
    day.by(9, c("answer", run="first", value=key))
    assert day.state.runs["first"].answers["p9"][""].alone

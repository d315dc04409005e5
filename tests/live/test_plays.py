"""Role plays: dealing, turns, coming and going, and that nobody reads another's card."""

import json

import pytest

from app.live import audiences, overview
from app.live import events as e
from app.live.evolve import fold
from app.live.facts import Facts
from app.live.plays import may_read_card
from app.live.state import State
from tests.live.afternoon import AFTERNOON, at_the_bank
from tests.live.day import AMMINI, FATHIMA, TRAINEES, Day, c

FACTS = Facts("m", "d", content="cafe0123")


def cast(day: Day, group: str = "g1") -> dict[str, tuple[int, ...]]:
    return dict(day.state.casts["bank"][-1][group])


def card(day: Day, person: int) -> dict[str, object] | None:
    found: dict[str, object] | None = audiences.phone(day.state, person, FACTS)["card"]
    return found


def roles(day: Day, person: int) -> list[str]:
    """The roles whose cards this phone is sent to."""
    return [url.split("/")[-1].split("?")[0] for url in (card(day, person) or {"cards": []})["cards"]]  # type: ignore[attr-defined]


def one_who_plays(day: Day, role: str, group: str = "g1") -> int:
    return cast(day, group)[role][0]


# ---- dealing


@pytest.mark.promise("B5")
def test_when_the_groups_of_a_role_play_open_everybody_has_a_role() -> None:
    day = at_the_bank((1, 2, 3), (4, 5, 6))
    for group, members in (("g1", {1, 2, 3}), ("g2", {4, 5, 6})):
        assert list(cast(day, group)) == ["leader", "banker", "observer"]
        assert {person for people in cast(day, group).values() for person in people} == members


def test_group_work_without_roles_deals_none() -> None:
    day = Day(AFTERNOON)
    assert not any(isinstance(event, e.RolesDealt) for event in day.by(AMMINI, c("open", run="tea")))
    assert card(day, 1) is None


@pytest.mark.promise("B5")
def test_a_turn_gives_everybody_another_role_until_all_have_had_all() -> None:
    day = at_the_bank((1, 2, 3))
    seen = {person: [roles(day, person)] for person in (1, 2, 3)}
    for _ in range(2):
        day.by(FATHIMA, c("rotate", run="bank"))
        for person in (1, 2, 3):
            seen[person].append(roles(day, person))
    assert all(sorted(had) == [["banker"], ["leader"], ["observer"]] for had in seen.values())


@pytest.mark.promise("B5")
def test_a_second_role_play_of_the_day_goes_on_where_the_first_ended() -> None:
    module = {**AFTERNOON, "blocks": [*AFTERNOON["blocks"], {**AFTERNOON["blocks"][7], "id": "shop", "activities": []}]}
    day = Day(module)
    day.by(AMMINI, c("open", run="bank"))
    first = {person: role for group in day.state.groups for role, who in cast(day, group.id).items() for person in who}
    day.by(AMMINI, c("open", run="shop"))
    for people in day.state.casts["shop"][-1].values():
        for role in ("leader", "banker"):
            assert all(first[person] != role for person in people[role])


# ---- turns as acts


def test_a_turn_is_an_act_that_trainers_see_and_can_take_back() -> None:
    day = at_the_bank((1, 2, 3))
    before = cast(day)
    day.by(AMMINI, c("rotate", run="bank"))
    assert cast(day) != before
    act = day.state.acts[-1]
    assert (act.what, act.who, act.run) == ("rotate", AMMINI, "bank")
    day.by(FATHIMA, c("undo", seq=act.seq))
    assert cast(day) == before
    assert (card(day, 1) or {})["turn"] == 1


def test_taking_a_turn_back_leaves_nobody_in_a_group_she_has_left() -> None:
    day = at_the_bank((1, 2, 3), (4, 5, 6))
    day.by(AMMINI, c("rotate", run="bank"))
    seq = day.state.acts[-1].seq
    day.by(AMMINI, c("move", person=1, group="g2", was="g1"))
    day.by(AMMINI, c("undo", seq=seq))
    assert {person for people in cast(day, "g1").values() for person in people} == {2, 3}
    assert {person for people in cast(day, "g2").values() for person in people} == {1, 4, 5, 6}


def test_of_two_turns_at_once_the_second_is_refused() -> None:
    day = at_the_bank((1, 2, 3))
    saw = {"bank": day.state.runs["bank"].touched}
    day.by(AMMINI, c("rotate", run="bank", saw=saw))
    assert day.refusal(FATHIMA, c("rotate", run="bank", saw=saw)) == "stale"


@pytest.mark.parametrize(
    ("run", "code"), [("tea", "not-role-play"), ("leaks", "not-role-play"), ("nothing", "no-such-activity")]
)
def test_only_a_role_play_has_turns(run: str, code: str) -> None:
    assert at_the_bank((1, 2, 3)).refusal(AMMINI, c("rotate", run=run)) == code


def test_there_is_no_turn_before_it_opens_or_after_it_closed() -> None:
    assert Day(AFTERNOON).refusal(AMMINI, c("rotate", run="bank")) == "not-open"
    day = at_the_bank((1, 2, 3))
    day.by(AMMINI, c("close", run="bank"))
    assert day.refusal(AMMINI, c("rotate", run="bank")) == "already-closed"


# ---- too few, too many, coming and going


def test_trainers_see_where_people_are_fewer_than_roles() -> None:
    day = at_the_bank((1,), (2, 3, 4, 5))
    shown = {group["id"]: group for group in overview.console(day.state, FACTS, day.now)["groups"]["open"]}
    assert (shown["g1"]["short"], shown["g2"]["short"]) == (1, 0)
    assert shown["g1"]["cast"] == [
        {"role": "leader", "html": "The leader", "people": [1]},
        {"role": "banker", "html": "The banker", "people": [1]},
        {"role": "observer", "html": "The observer", "people": []},
    ]
    assert len(shown["g2"]["cast"][2]["people"]) == 2


def test_who_is_moved_leaves_her_role_to_one_who_watches() -> None:
    day = at_the_bank((1, 2, 3), (4, 5, 6))
    leader, watching = one_who_plays(day, "leader"), one_who_plays(day, "observer")
    events = day.by(AMMINI, c("move", person=leader, group="g2", was="g1"))
    assert [type(event) for event in events] == [e.Moved, e.RolesDealt]
    assert cast(day)["leader"] == (watching,)
    assert leader in cast(day, "g2")["observer"]
    assert roles(day, leader) == ["observer"]


def test_taking_a_move_back_gives_her_a_role_in_her_group_again() -> None:
    day = at_the_bank((1, 2, 3), (4, 5, 6))
    leader = one_who_plays(day, "leader")
    day.by(AMMINI, c("move", person=leader, group="g2", was="g1"))
    day.by(AMMINI, c("undo", seq=day.state.acts[-1].seq))
    assert leader in {person for people in cast(day).values() for person in people}
    assert leader not in {person for people in cast(day, "g2").values() for person in people}


def test_who_comes_late_or_stays_away_changes_the_cast() -> None:
    day = at_the_bank((1, 2, 3), (4, 5))
    day.by(None, c("enter", person=77, role="trainee"))
    assert cast(day, "g2")["observer"] == (77,)
    day.by(77, c("stay", run="bank"))
    assert "observer" not in cast(day, "g2")
    day.by(AMMINI, c("remove", person=4))
    assert {person for people in cast(day, "g2").values() for person in people} == {5}


def test_coming_and_going_in_other_group_work_deals_nothing() -> None:
    day = Day(AFTERNOON)
    day.by(AMMINI, c("open", run="tea"))
    person = day.state.groups[0].members[0]
    assert [type(event) for event in day.by(AMMINI, c("move", person=person, group="g2"))] == [e.Moved]


# ---- nobody reads another's card


@pytest.mark.promise("C4")
def test_a_phone_is_sent_to_its_own_card_only_and_no_view_holds_the_words_of_one() -> None:
    day = at_the_bank((1, 2, 3, 7), (4, 5, 6))
    for person in TRAINEES:
        view = json.dumps(audiences.phone(day.state, person, FACTS))
        assert "card-" not in view
        mine = [role for group in ("g1", "g2") for role, people in cast(day, group).items() if person in people]
        assert roles(day, person) == mine
    assert "card-" not in json.dumps(audiences.screen(day.state, FACTS))


@pytest.mark.promise("C4")
def test_a_card_is_read_by_who_has_or_had_its_role_and_by_nobody_else() -> None:
    day = at_the_bank((1, 2, 3))
    before = cast(day)
    day.by(AMMINI, c("rotate", run="bank"))
    now = cast(day)
    for person in (1, 2, 3):
        for role in ("leader", "banker", "observer"):
            has_or_had = person in before[role] or person in now[role]
            assert may_read_card(day.state, "bank", role, person) is has_or_had
    assert not any(may_read_card(day.state, "bank", role, 9) for role in ("leader", "banker", "observer"))


@pytest.mark.promise("C4")
def test_which_cards_others_have_changes_nothing_on_my_phone_but_their_roles_names() -> None:
    """Change what stands on every card but mine: my view stays equal."""
    other = {**AFTERNOON, "blocks": [*AFTERNOON["blocks"]]}
    play = other["blocks"][7]
    other["blocks"][7] = {**play, "roles": [{**role, "card": "<p>other words</p>"} for role in play["roles"]]}
    day = at_the_bank((1, 2, 3), (4, 5, 6))
    same = fold(State(plan=Day(other, begun=False).state.plan), day.log)
    for person in TRAINEES:
        assert audiences.phone(same, person, FACTS) == audiences.phone(day.state, person, FACTS)


def test_a_new_turn_reaches_a_phone_by_itself() -> None:
    day = at_the_bank((1, 2, 3))
    before = card(day, 1)
    day.by(AMMINI, c("rotate", run="bank"))
    after = card(day, 1)
    assert before != after
    assert (after or {})["turn"] == 2


def test_who_has_no_card_is_told_that_she_watches() -> None:
    play = {**AFTERNOON["blocks"][7], "roles": AFTERNOON["blocks"][7]["roles"][:2]}
    day = Day({**AFTERNOON, "blocks": [play]})
    day.by(AMMINI, c("open", run="bank"))
    group = day.state.groups[0]
    watching = next(person for person in group.members if not any(person in who for who in cast(day).values()))
    assert card(day, watching) == {"run": "bank", "turn": 1, "cards": []}


def test_the_group_sees_who_plays_what() -> None:
    day = at_the_bank((1, 2, 3))
    shown = audiences.phone(day.state, 1, FACTS)["group"]["cast"]
    assert [(role["html"], tuple(role["people"])) for role in shown] == [
        (html, cast(day)[key])
        for key, html in (("leader", "The leader"), ("banker", "The banker"), ("observer", "The observer"))
    ]

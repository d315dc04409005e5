"""The rules of `sort`."""

from typing import Any

from app.activities.contract import Mark, Veil
from tests.activities.examples import VEIL, block, example, played
from tests.activities.orders import tell_nothing

SIGNS = played("sort")
BINS = {bin_["html"]: bin_["t"] for bin_ in SIGNS.task()["bins"]}
CARDS = {card["html"]: card["t"] for card in SIGNS.task()["cards"]}
EARLY, LATE = BINS["Early sign"], BINS["Late sign"]
BUYERS, POWER = CARDS["Regular buyers order less"], CARDS["Electricity cut"]
ALL_RIGHT = {"buyers": "early", "meeting": "early", "stock": "early", "power": "late"}


def open_sort() -> Any:
    bins = [{"key": "keep", "html": "Keep", "cards": []}, {"key": "drop", "html": "Drop", "cards": []}]
    return played("sort", {**block(bins), "cards": [{"key": "jam", "html": "Jam"}, {"key": "chips", "html": "Chips"}]})


def test_a_phone_gets_every_card_once_and_bins_in_written_order() -> None:
    assert list(BINS) == ["Early sign", "Late sign"]
    assert len(SIGNS.task()["cards"]) == len(CARDS) == 4


def test_a_card_is_kept_under_its_key_in_the_bin_with_its_key() -> None:
    assert SIGNS.answer({BUYERS: EARLY, POWER: LATE}) == {"buyers": "early", "power": "late"}


def test_a_card_can_be_taken_back() -> None:
    assert SIGNS.answer({BUYERS: None}) == {"buyers": None}


def test_only_cards_and_bins_of_this_run_are_known() -> None:
    assert SIGNS.refusal(EARLY, cell="buyers") == "no-such-option"
    assert SIGNS.refusal(EARLY, cell="") == "no-such-option"
    assert SIGNS.refusal("early", cell=BUYERS) == "no-such-option"
    assert SIGNS.refusal(POWER, cell=BUYERS) == "no-such-option"
    assert SIGNS.refusal([EARLY], cell=BUYERS) == "no-such-option"


def test_it_is_complete_when_every_card_is_placed() -> None:
    three = {"buyers": "early", "meeting": "late", "stock": "late", "power": None}
    assert SIGNS.kind.progress(SIGNS.config, three) == (3, 4)
    assert not SIGNS.kind.is_complete(SIGNS.config, three)
    assert SIGNS.kind.is_complete(SIGNS.config, three | {"power": "late"})


def test_a_card_under_two_bins_is_right_in_both() -> None:
    assert SIGNS.mark(ALL_RIGHT).is_right
    assert SIGNS.mark(ALL_RIGHT | {"stock": "late"}).is_right


def test_the_score_is_the_share_of_cards_in_a_right_bin() -> None:
    assert SIGNS.mark(ALL_RIGHT | {"buyers": "late"}).score == 0.75
    assert SIGNS.mark({"buyers": "early", "power": "early", "stock": None}) == Mark(
        0.25, {"buyers": True, "power": False}
    )


def test_an_open_sort_takes_cards_from_elsewhere_and_is_not_marked() -> None:
    keep_or_drop = open_sort()
    assert {card["html"] for card in keep_or_drop.task()["cards"]} == {"Jam", "Chips"}
    assert keep_or_drop.kind.is_complete(keep_or_drop.config, {"jam": "keep", "chips": "keep"})
    assert keep_or_drop.mark({"jam": "keep"}) is None
    assert keep_or_drop.key() == {"right": {}, "explain": None, "model": None}


def test_a_sort_without_cards_is_never_complete() -> None:
    empty = played("sort", block([{"key": "keep", "html": "Keep", "cards": []}]))
    assert not empty.kind.is_complete(empty.config, {})


def test_the_class_sees_how_many_put_each_card_into_each_bin() -> None:
    tally = SIGNS.tally({"buyers": "early"}, {"buyers": "late", "power": "late"}, {"buyers": None}, {})
    assert tally["n"] == 2
    assert tally["placed"][BUYERS] == {EARLY: 1, LATE: 1}
    assert tally["placed"][POWER] == {EARLY: 0, LATE: 1}


def test_the_key_names_every_right_bin_of_a_card() -> None:
    key = SIGNS.key()
    assert key["right"][BUYERS] == [EARLY]
    assert key["right"][CARDS["Goods stay on the shelf"]] == [EARLY, LATE]
    assert key["explain"] == "<p>Early signs cost nothing to mend.</p>"


def test_moving_a_card_in_the_file_leaves_what_phones_get_unchanged() -> None:
    published = example("sort")
    published["items"][1]["cards"].append(published["items"][0]["cards"].pop(0))
    assert played("sort", published, VEIL).task() == SIGNS.task()


# Orders

SIX = [{"key": f"card-{n}", "html": str(n)} for n in range(6)]
SIX_IN_TWO = block([{"key": "a", "html": "A", "cards": SIX[:3]}, {"key": "b", "html": "B", "cards": SIX[3:]}])


def test_sorting_cards_by_anything_received_beats_chance_nowhere() -> None:
    assert tell_nothing("sort", SIX_IN_TWO, "cards")


def test_cards_stand_in_the_same_order_wherever_they_are_sent() -> None:
    for seed in range(20):
        play = played("sort", SIX_IN_TWO, Veil(f"run {seed}"))
        order = [card["t"] for card in play.task()["cards"]]
        kept = {card["key"]: "a" for card in SIX}
        assert list(play.tally(kept)["placed"]) == order
        assert list(play.kind.own(play.config, play.veil, kept)) == order


def test_a_card_with_the_key_of_a_bin_does_not_look_like_it() -> None:
    items = [{"key": "cash", "html": "Cash book", "cards": [{"key": "cash", "html": "Money in the tin"}]}]
    task = played("sort", block(items)).task()
    assert task["bins"][0]["t"] != task["cards"][0]["t"]

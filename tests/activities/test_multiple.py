"""The rules of `multiple`."""

import pytest

from app.activities.contract import Mark, Veil
from tests.activities.examples import VEIL, block, example, played
from tests.activities.orders import tell_nothing

COSTS = played("multiple")
RENT, SUGAR, LOAN, COVERS = (VEIL.token(key) for key in ("rent", "sugar", "loan", "covers"))


def scored(scoring: str, chosen: list[str]) -> float:
    published = example("multiple")
    play = played("multiple", {**published, "options": {"scoring": scoring}})
    return float(play.mark({"": chosen}).score)


def test_the_answer_is_a_set_however_it_was_tapped() -> None:
    assert COSTS.accept([LOAN, RENT]) == COSTS.accept([RENT, LOAN]) == ["rent", "loan"]


def test_the_answer_comes_back_in_the_order_the_phone_shows() -> None:
    shown = [option["t"] for option in COSTS.task()["options"]]
    everything = {"": ["rent", "sugar", "loan", "covers"]}
    assert COSTS.kind.own(COSTS.config, VEIL, everything) == {"": shown}


def test_choosing_nothing_empties_the_answer() -> None:
    assert COSTS.accept([]) is None


@pytest.mark.parametrize("value", [RENT, {"text": RENT}, 3, True, [RENT] * 5])
def test_anything_but_a_short_list_is_refused(value: object) -> None:
    assert COSTS.refusal(value) == "not-choices"


def test_one_choice_twice_is_refused() -> None:
    assert COSTS.refusal([RENT, RENT]) == "chosen-twice"


def test_a_choice_that_is_not_there_is_refused() -> None:
    assert COSTS.refusal([RENT, "rent"]) == "no-such-option"


def test_scoring_all_is_all_or_nothing() -> None:
    assert scored("all", ["rent", "loan"]) == 1
    assert scored("all", ["rent"]) == 0
    assert scored("all", ["rent", "sugar", "loan"]) == 0


def test_scoring_partial_gives_each_right_choice_its_part_and_takes_one_for_each_wrong() -> None:
    assert scored("partial", ["rent", "loan"]) == 1
    assert scored("partial", ["rent"]) == 0.5
    assert scored("partial", ["rent", "loan", "sugar"]) == 0.5
    assert scored("partial", ["rent", "sugar"]) == 0
    assert scored("partial", ["sugar", "covers"]) == 0


def test_choosing_everything_earns_nothing() -> None:
    assert scored("partial", ["rent", "sugar", "loan", "covers"]) == 0


def test_only_the_whole_set_is_called_right() -> None:
    assert COSTS.mark({"": ["rent"]}) == Mark(0.5, {"": False})
    assert COSTS.mark({"": ["rent", "loan"]}) == Mark(1.0, {"": True})
    assert COSTS.mark({"": None}) == Mark(0.0)


def test_without_a_word_on_scoring_it_is_all_or_nothing() -> None:
    play = played("multiple", block([{"key": key, "html": key, "right": True} for key in ("a", "b")]))
    assert play.mark({"": ["a"]}) == Mark(0.0, {"": False})


def test_a_question_without_a_right_choice_is_not_marked() -> None:
    assert played("multiple", block([{"key": "a", "html": "A", "right": False}])).mark({"": ["a"]}) is None


def test_the_counts_add_up_to_more_than_people() -> None:
    tally = COSTS.tally({"": ["rent", "loan"]}, {"": ["rent"]}, {"": None})
    assert tally == {"n": 2, "counts": {RENT: 2, SUGAR: 0, LOAN: 1, COVERS: 0}}


def test_the_key_names_all_right_choices() -> None:
    key = COSTS.key()
    assert set(key.pop("right")) == {RENT, LOAN}
    assert key == {
        "feedback": {LOAN: "Yes: the bank asks for it in a bad month too."},
        "explain": None,
        "model": None,
    }


# Orders

SIX = [{"key": f"option-{n}", "html": str(n), "right": n == 0} for n in range(6)]


def test_options_stand_as_written_unless_the_author_asks_for_a_shuffle() -> None:
    for published in (block(SIX), block(SIX, shuffle=False)):
        assert [option["html"] for option in played("multiple", published).task()["options"]] == list("012345")


def test_sorting_shuffled_options_by_anything_received_beats_chance_nowhere() -> None:
    assert tell_nothing("multiple", block(SIX, shuffle=True), "options")


def test_shuffled_options_stand_in_the_same_order_wherever_they_are_sent() -> None:
    for seed in range(20):
        play = played("multiple", block(SIX, shuffle=True), Veil(f"run {seed}"))
        order = [option["t"] for option in play.task()["options"]]
        assert list(play.tally()["counts"]) == order
        kept = {"": [item["key"] for item in SIX]}
        assert play.kind.own(play.config, play.veil, kept) == {"": order}

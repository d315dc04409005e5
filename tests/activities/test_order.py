"""The rules of `order`."""

from itertools import permutations

import pytest

from app.activities.contract import Mark, Veil
from tests.activities.examples import Played, block, example, played
from tests.activities.orders import tell_nothing

EVENING = played("order")
STEPS = ("shut", "count", "write", "compare", "search", "sign")
TOKENS = [EVENING.veil.token(key) for key in STEPS]


def steps(count: int, veil: Veil = EVENING.veil) -> Played:
    """An order of that many steps, called as they are written: "0", "1", …"""
    return played("order", block([{"key": f"step-{n}", "html": str(n)} for n in range(count)]), veil)


def shown(play: Played) -> list[str]:
    return [step["html"] for step in play.task()["steps"]]


def test_a_phone_gets_every_step_once() -> None:
    assert EVENING.task().keys() == {"prompt", "steps"}
    assert sorted(step["t"] for step in EVENING.task()["steps"]) == sorted(TOKENS)


@pytest.mark.parametrize("count", [2, 3, 4])
def test_the_order_shown_first_is_never_the_right_one(count: int) -> None:
    right = [str(n) for n in range(count)]
    seen = [shown(steps(count, Veil(f"run {n}"))) for n in range(300)]
    assert right not in seen
    assert all(sorted(order) == right for order in seen)


def test_every_other_order_is_shown_some_time() -> None:
    seen = {tuple(shown(steps(3, Veil(f"run {n}")))) for n in range(300)}
    assert seen == set(permutations("012")) - {("0", "1", "2")}


def test_one_step_alone_stands_where_it_stands_and_is_not_marked() -> None:
    assert shown(steps(1)) == ["0"]
    assert steps(1).mark({"": ["step-0"]}) is None


def test_the_order_of_steps_and_their_tokens_tells_nothing() -> None:
    six = block([{"key": f"step-{n}", "html": str(n)} for n in range(6)])
    assert tell_nothing("order", six, "steps")


def test_an_answer_is_kept_as_keys_in_the_order_given() -> None:
    assert EVENING.accept(TOKENS[::-1]) == list(STEPS[::-1])
    assert EVENING.accept(None) is None


def test_an_answer_holds_every_step_once() -> None:
    assert EVENING.refusal(TOKENS[:-1]) == "not-all-steps"
    assert EVENING.refusal([*TOKENS, TOKENS[0]]) == "not-all-steps"
    assert EVENING.refusal([*TOKENS[:-1], TOKENS[0]]) == "step-twice"
    assert EVENING.refusal([*TOKENS[:-1], "sign"]) == "no-such-option"
    assert EVENING.refusal(TOKENS[0]) == "not-all-steps"
    assert EVENING.refusal(TOKENS, cell="shut") == "no-such-field"


@pytest.mark.parametrize(
    ("order", "score"),
    [
        ("0 1 2 3 4", 1.0),
        ("1 2 3 4 0", 0.75),  # 1-2, 2-3, 3-4 stand together
        ("3 4 0 1 2", 0.75),  # two blocks changed places
        ("0 1 2 4 3", 0.5),  # 0-1, 1-2
        ("1 0 3 2 4", 0.0),  # every pair is torn
        ("4 3 2 1 0", 0.0),  # neighbours, but the wrong way round
    ],
)
def test_each_pair_that_follows_one_another_as_it_should_earns_its_share(order: str, score: float) -> None:
    answer = {"": [f"step-{n}" for n in order.split()]}
    assert steps(5).mark(answer) == Mark(score, {"": score == 1.0})


def test_only_the_right_order_scores_all() -> None:
    four = steps(4)
    scores = [four.mark({"": [f"step-{n}" for n in order]}).score for order in permutations(range(4))]
    assert scores[0] == 1.0
    assert max(scores[1:]) < 1.0


def test_no_answer_scores_nothing() -> None:
    assert EVENING.mark({}) == EVENING.mark({"": None}) == Mark(0.0)


def test_the_class_sees_how_many_put_each_step_in_each_place() -> None:
    right, nearly = list(STEPS), ["count", "shut", *STEPS[2:]]
    tally = EVENING.tally({"": right}, {"": right}, {"": nearly}, {"": None}, {})
    assert (tally["n"], tally["right"]) == (3, 2)
    assert tally["places"][TOKENS[0]] == [2, 1, 0, 0, 0, 0]
    assert tally["places"][TOKENS[5]] == [0, 0, 0, 0, 0, 3]


def test_how_many_have_the_whole_order_is_a_secret_of_the_tally() -> None:
    assert EVENING.kind.tally_secrets == ("right",)


def test_places_stand_in_the_order_phones_see() -> None:
    for seed in range(20):
        play = played("order", example("order"), Veil(f"run {seed}"))
        assert list(play.tally({"": list(STEPS)})["places"]) == [step["t"] for step in play.task()["steps"]]


def test_the_key_is_the_right_order() -> None:
    assert EVENING.key() == {
        "right": TOKENS,
        "explain": "<p>Whoever counts after comparing finds what is expected, not what is there.</p>",
        "model": None,
    }

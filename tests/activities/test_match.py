"""The rules of `match`."""

from app.activities.contract import Mark, Veil
from tests.activities.examples import block, example, played
from tests.activities.orders import RUNS, tell_nothing

BOOKS = played("match")
LEFT = {half["html"]: half["t"] for half in BOOKS.task()["left"]}
RIGHT = {half["html"]: half["t"] for half in BOOKS.task()["right"]}
CASH, CREDIT, STOCK = (LEFT[words] for words in ("Cash book", "Credit book", "Stock book"))
MONEY, SPARE = RIGHT["Money in and out each day"], RIGHT["Names of the owner's relatives"]
ALL_RIGHT = {"cash": "cash", "credit": "credit", "stock": "stock"}

SIX = block([{"key": f"pair-{n}", "left": str(n), "right": str(n)} for n in range(6)])


def test_left_halves_stand_as_written_and_right_ones_hold_what_belongs_to_nothing() -> None:
    assert list(LEFT) == ["Cash book", "Credit book", "Stock book"]
    assert len(RIGHT) == 4


def test_a_pair_is_kept_under_the_keys_of_its_halves() -> None:
    assert BOOKS.answer({CASH: MONEY, CREDIT: SPARE}) == {"cash": "cash", "credit": "spare"}
    assert BOOKS.answer({CASH: None}) == {"cash": None}


def test_only_halves_of_this_run_are_known_each_on_its_side() -> None:
    assert BOOKS.refusal(MONEY, cell="cash") == "no-such-option"
    assert BOOKS.refusal(MONEY, cell=MONEY) == "no-such-option"
    assert BOOKS.refusal("cash", cell=CASH) == "no-such-option"
    assert BOOKS.refusal(CASH, cell=CASH) == "no-such-option"
    assert BOOKS.refusal([MONEY], cell=CASH) == "no-such-option"


def test_what_has_no_left_half_cannot_be_asked_for() -> None:
    assert BOOKS.kind.progress(BOOKS.config, {"spare": "cash"}) == (0, 3)
    assert BOOKS.refusal(MONEY, cell=SPARE) == "no-such-option"


def test_it_is_complete_when_every_left_half_has_a_partner() -> None:
    two = {"cash": "cash", "credit": "spare", "stock": None}
    assert BOOKS.kind.progress(BOOKS.config, two) == (2, 3)
    assert not BOOKS.kind.is_complete(BOOKS.config, two)
    assert BOOKS.kind.is_complete(BOOKS.config, two | {"stock": "credit"})


def test_the_score_is_the_share_of_left_halves_with_their_own_partner() -> None:
    assert BOOKS.mark(ALL_RIGHT) == Mark(1.0, {"cash": True, "credit": True, "stock": True})
    assert BOOKS.mark({"cash": "cash", "credit": "stock", "stock": None}) == Mark(
        1 / 3, {"cash": True, "credit": False}
    )
    assert BOOKS.mark({}) == Mark(0.0)


def test_nothing_is_gained_by_using_one_partner_for_all() -> None:
    assert BOOKS.mark(dict.fromkeys(ALL_RIGHT, "cash")) == Mark(1 / 3, {"cash": True, "credit": False, "stock": False})


def test_the_class_sees_how_many_gave_each_left_half_each_partner() -> None:
    tally = BOOKS.tally(ALL_RIGHT, {"cash": "spare"}, {"cash": None}, {})
    assert tally["n"] == 2
    assert tally["paired"][CASH] == {**dict.fromkeys(RIGHT.values(), 0), MONEY: 1, SPARE: 1}
    assert list(tally["paired"]) == list(LEFT.values())
    assert list(tally["paired"][STOCK]) == list(RIGHT.values())


def test_the_key_names_the_partner_of_each_left_half() -> None:
    key = BOOKS.key()
    assert key["right"].keys() == set(LEFT.values())
    assert key["right"][CASH] == MONEY
    assert SPARE not in key["right"].values()
    assert key["explain"].startswith("<p>Three books, three questions")


# Secrecy: other partners under the same keys are the same to a phone but for their words (`test_secrecy.py`)


def test_the_order_and_the_tokens_of_right_halves_tell_nothing() -> None:
    assert tell_nothing("match", SIX, "right")


def test_the_two_halves_of_a_pair_stand_at_one_height_and_under_like_tokens_by_chance_only() -> None:
    same_height = same_rank = 0  # of the first pair, whose left half always stands at the top
    for run in range(RUNS):
        task = played("match", SIX, Veil(f"run {run}")).task()
        lefts, rights = task["left"], {half["html"]: half["t"] for half in task["right"]}
        same_height += next(iter(rights)) == "0"
        ranked = sorted(half["t"] for half in lefts), sorted(rights.values())
        same_rank += ranked[0].index(lefts[0]["t"]) == ranked[1].index(rights["0"])
        assert not {half["t"] for half in lefts} & set(rights.values())
    for found in (same_height, same_rank):
        assert abs(found / RUNS - 1 / 6) < 0.04  # four and a half standard deviations


def test_the_words_on_the_left_do_not_depend_on_their_partners() -> None:
    published = example("match")
    first, second, *_ = published["items"]
    first["right"], second["right"] = second["right"], first["right"]
    other = played("match", published).task()
    assert other["left"] == BOOKS.task()["left"]
    assert [half["t"] for half in other["right"]] == [half["t"] for half in BOOKS.task()["right"]]

"""The rules of `single`."""

from app.activities.contract import Mark, Veil
from tests.activities.examples import VEIL, block, played
from tests.activities.orders import tell_nothing

CASH_BOOK = played("single")
CREDIT, FLOW, STOCK = (VEIL.token(key) for key in ("credit", "flow", "stock"))


def test_a_phone_gets_tokens_in_written_order_and_the_number_of_hints() -> None:
    assert CASH_BOOK.task() == {
        "prompt": "<p>What does a cash book show?</p>",
        "options": [
            {"t": CREDIT, "html": "What customers owe the business"},
            {"t": FLOW, "html": "Money that came in and money that went out"},
            {"t": STOCK, "html": "What lies on the shelf"},
        ],
        "hints": 1,
    }


def test_the_key_is_kept_and_the_token_comes_back() -> None:
    assert CASH_BOOK.answer({"": FLOW}) == {"": "flow"}
    assert CASH_BOOK.kind.own(CASH_BOOK.config, VEIL, {"": "flow"}) == {"": FLOW}


def test_a_key_sent_in_place_of_a_token_is_refused() -> None:
    assert CASH_BOOK.refusal("flow") == "no-such-option"


def test_a_list_of_choices_is_refused() -> None:
    assert CASH_BOOK.refusal([FLOW]) == "no-such-option"


def test_a_question_has_no_second_cell() -> None:
    assert CASH_BOOK.refusal(FLOW, cell="flow") == "no-such-field"


def test_the_right_choice_scores_one_and_anything_else_nothing() -> None:
    assert CASH_BOOK.mark({"": "flow"}) == Mark(1.0, {"": True})
    assert CASH_BOOK.mark({"": "credit"}) == Mark(0.0, {"": False})
    assert CASH_BOOK.mark({}) == Mark(0.0)


def test_a_question_without_a_right_choice_is_not_marked() -> None:
    nobody_knows = played("single", block([{"key": "a", "html": "A", "right": False}]))
    assert nobody_knows.mark({"": "a"}) is None


def test_the_class_sees_how_often_each_choice_was_taken() -> None:
    tally = CASH_BOOK.tally({"": "flow"}, {"": "flow"}, {"": "credit"}, {"": None}, {})
    assert tally == {"n": 3, "counts": {CREDIT: 1, FLOW: 2, STOCK: 0}}


def test_the_key_says_what_is_right_and_why() -> None:
    assert CASH_BOOK.key() == {
        "right": [FLOW],
        "feedback": {
            CREDIT: "That is the credit (udhaar) book. Look again at page 2.",
            FLOW: "Yes. Every day, in the order it happened.",
        },
        "explain": "<p>Credit and stock have books of their own.</p>",
        "model": None,
    }


# Orders

SIX = [{"key": f"option-{n}", "html": str(n), "right": n == 0} for n in range(6)]


def test_options_stand_as_written_unless_the_author_asks_for_a_shuffle() -> None:
    for published in (block(SIX), block(SIX, shuffle=False)):
        assert [option["html"] for option in played("single", published).task()["options"]] == list("012345")


def test_sorting_shuffled_options_by_anything_received_beats_chance_nowhere() -> None:
    assert tell_nothing("single", block(SIX, shuffle=True), "options")


def test_shuffled_options_stand_in_the_same_order_wherever_they_are_sent() -> None:
    for seed in range(20):
        play = played("single", block(SIX, shuffle=True), Veil(f"run {seed}"))
        order = [option["t"] for option in play.task()["options"]]
        assert list(play.tally()["counts"]) == order

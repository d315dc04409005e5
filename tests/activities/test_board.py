"""The rules of `board`."""

from itertools import pairwise
from typing import Any

import pytest

from app.activities.board.rules import card_token
from tests.activities.examples import VEIL, Played, block, example, played

LEAKS = played("board")


def card(text: str, column: str = "home") -> dict[str, Any]:
    return {"column": column, "note": {"text": text}}


def wall(answers: dict[str, dict[str, Any]], play: Played = LEAKS) -> list[dict[str, Any]]:
    cards: list[dict[str, Any]] = play.kind.tally(play.config, VEIL, answers)["cards"]
    return cards


def test_a_phone_gets_the_columns_and_how_much_it_has() -> None:
    task = LEAKS.task()
    assert (task["notes"], task["votes"]) == (3, 2)
    assert task["columns"] == [{"key": "home", "html": "At home"}, {"key": "shop", "html": "In the shop"}]


def test_without_a_word_there_are_three_cards_and_no_votes() -> None:
    task = played("board", block(example("board")["items"])).task()
    assert (task["notes"], task["votes"]) == (3, 0)


def test_a_card_holds_words_in_a_column() -> None:
    assert LEAKS.accept(card("Tea on credit"), "card-1") == card("Tea on credit")


@pytest.mark.parametrize("cell", ["card-0", "card-4", "card-01", "card-", "card", "", "vote-3"])
def test_nobody_has_more_cards_or_votes_than_the_board_allows(cell: str) -> None:
    assert LEAKS.refusal(card("One more"), cell) == "no-such-field"


def test_a_card_without_words_is_taken_off_the_wall() -> None:
    assert LEAKS.accept(card("  "), "card-1") is None
    assert wall({"p1": {"card-1": None}}) == []


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("Tea on credit", "not-a-card"),
        ({"text": "Tea on credit"}, "not-a-card"),
        ({"column": "home", "note": {"text": "Tea"}, "votes": 99}, "not-a-card"),
        (card("Tea", "garden"), "no-such-option"),
        ({"column": ["home"], "note": {"text": "Tea"}}, "no-such-option"),
        ({"column": "home", "note": "Tea"}, "not-text"),
        (card("x" * 301), "too-long"),
    ],
)
def test_anything_else_is_no_card(value: Any, code: str) -> None:
    assert LEAKS.refusal(value, "card-1") == code


def test_a_vote_is_the_token_of_a_card() -> None:
    token = card_token(VEIL, "p1", "card-1")
    assert LEAKS.accept(token, "vote-1") == token
    for nonsense in ("card-1", token.upper(), token[:6], [token], 1):
        assert LEAKS.refusal(nonsense, "vote-1") == "no-such-card"


def test_votes_are_counted_where_they_lie_and_may_be_heaped() -> None:
    token = card_token(VEIL, "p1", "card-1")
    answers: dict[str, dict[str, Any]] = {
        "p1": {"card-1": card("Tea on credit"), "card-2": card("Phone", "shop")},
        "p2": {"vote-1": token, "vote-2": token},
        "p3": {"vote-1": token, "vote-2": None},
    }
    shown = {card["text"]: card for card in wall(answers)}
    assert shown["Tea on credit"] == {"t": token, "column": "home", "text": "Tea on credit", "votes": 3}
    assert shown["Phone"]["votes"] == 0


def test_a_vote_for_a_card_that_is_gone_counts_nowhere() -> None:
    gone = card_token(VEIL, "p1", "card-1")
    answers: dict[str, dict[str, Any]] = {
        "p1": {"card-1": None, "card-2": card("Phone")},
        "p2": {"vote-1": gone, "vote-2": "0" * 12},
    }
    assert [card["votes"] for card in wall(answers)] == [0]


def test_a_card_keeps_its_token_when_it_is_rewritten() -> None:
    before, after = (wall({"p1": {"card-1": card(text)}})[0]["t"] for text in ("Tea", "Tea on credit"))
    assert before == after


def test_the_wall_does_not_show_whose_cards_belong_together() -> None:
    answers = {f"p{n}": {f"card-{k}": card(f"{n}") for k in (1, 2, 3)} for n in range(30)}
    texts = [card["text"] for card in wall(answers)]
    beside = sum(first == second for first, second in pairwise(texts))
    assert len(texts) == 90
    assert beside < 10  # by chance two in 89 neighbours; written together there would be 60


def test_the_order_of_the_wall_does_not_depend_on_who_came_first() -> None:
    answers = {f"p{n}": {"card-1": card(f"{n}")} for n in range(10)}
    assert wall(answers) == wall(dict(reversed(answers.items())))


def test_one_card_is_enough_to_have_answered() -> None:
    assert LEAKS.kind.is_complete(LEAKS.config, {"card-2": card("Tea")})
    assert LEAKS.kind.progress(LEAKS.config, {"card-2": card("Tea"), "vote-1": "0" * 12}) == (1, 3)


def test_a_board_without_columns_is_one_wall() -> None:
    play = played("board", block())
    assert play.task()["columns"] == [{"key": "wall", "html": ""}]
    assert play.accept(card("Tea on credit", "wall"), "card-1") == card("Tea on credit", "wall")

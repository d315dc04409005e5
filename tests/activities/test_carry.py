"""What kinds bring along for a later activity, and how it becomes options and cards there."""

from typing import Any

from app.activities.board.rules import card_token
from app.activities.contract import Card, Carry
from app.activities.registry import KINDS
from tests.activities.examples import VEIL, block, played

OPTIONS = [{"key": "tea", "html": "Tea"}, {"key": "milk", "html": "Milk"}, {"key": "fuel", "html": "Fuel"}]


def of(folder: str, published: Any, answers: dict[str, dict[str, Any]]) -> list[Card]:
    play = played(folder, published)
    return play.kind.cards(play.config, VEIL, answers)


def test_who_gives_and_who_takes_in_which_shape() -> None:
    assert {name: kind.gives for name, kind in KINDS.items() if kind.gives} == {
        "poll": {Carry.CARDS},
        "board": {Carry.CARDS},
        "worksheet": {Carry.CARDS, Carry.FIELDS, Carry.SHEETS},
        "plan": {Carry.FIELDS},
    }
    assert {name: kind.takes for name, kind in KINDS.items() if kind.takes} == {
        "poll": Carry.CARDS,
        "sort": Carry.CARDS,
        "worksheet": Carry.FIELDS,
        "plan": Carry.FIELDS,
        "gallery": Carry.SHEETS,
    }


def test_nothing_private_is_carried_anywhere() -> None:
    assert [name for name, kind in KINDS.items() if kind.private and kind.gives] == []


def test_a_board_gives_its_cards_those_with_most_dots_first() -> None:
    said = {"said": "1:a:0"}  # words stand in the record by name
    first, second = card_token(VEIL, "p1", "card-1"), card_token(VEIL, "p2", "card-2")
    answers: dict[str, dict[str, Any]] = {
        "p1": {"card-1": {"column": "home", "note": said}, "card-2": None, "vote-1": second},
        "p2": {"card-2": {"column": "shop", "note": said}, "vote-1": second, "vote-2": first},
    }
    assert of("board", None, answers) == [Card(said, "p2", "card-2", 2), Card(said, "p1", "card-1", 1)]


def test_a_poll_gives_its_words_or_the_options_that_somebody_took() -> None:
    word = {"text": "Tea"}
    assert of("poll", block(answer="word"), {"p1": {"": word}, "p2": {"": None}}) == [Card(word, "p1", "")]
    many: dict[str, dict[str, Any]] = {"p1": {"": ["tea", "fuel"]}, "p2": {"": ["fuel"]}}
    taken = [Card(cell="fuel", votes=2, html="Fuel"), Card(cell="tea", votes=1, html="Tea")]
    assert of("poll", block(OPTIONS, answer="many"), many) == taken
    numbers = {"p1": {"": {"tea": 1, "milk": 0, "fuel": 2}}}
    assert of("poll", block(OPTIONS, answer="number"), numbers) == taken


def test_a_sheet_gives_its_words_field_after_field() -> None:
    answers: dict[str, dict[str, Any]] = {
        "g1": {"leak": {"text": "Tea"}, "advice": {"text": "A book"}, "income": 1450},
        "g2": {"leak": {"text": "Milk"}, "advice": None},
    }
    assert of("worksheet", None, answers) == [
        Card({"text": "Tea"}, "g1", "leak"),
        Card({"text": "Milk"}, "g2", "leak"),
        Card({"text": "A book"}, "g1", "advice"),
    ]


def test_carried_cards_are_options_of_a_poll_behind_the_written_ones() -> None:
    play = played("poll", {**block(OPTIONS[:1]), "cards": [{"key": "c1", "html": "Milk"}]})
    assert play.task()["options"] == [{"key": "tea", "html": "Tea"}, {"key": "c1", "html": "Milk"}]
    assert play.tally({"": play.accept("c1")})["counts"] == {"tea": 0, "c1": 1}

"""The rules of `gallery`."""

from typing import Any

import pytest

from tests.activities.examples import VEIL, Played, example, played

FIELDS = [{"key": "leak", "html": "The leak", "field": "text", "args": []}]


def hung(*groups: str, **options: Any) -> Played:
    """A gallery with a sheet of each of these groups."""
    sheets = [{"key": group, "cells": {"leak": {"text": f"of {group}"}}, "by": group} for group in groups]
    return played("gallery", {**example("gallery"), "fields": FIELDS, "sheets": sheets, "options": options})


WALL = hung("g1", "g2", "g3", votes=2, comments=2)
G1, G2, G3 = (VEIL.token(group) for group in ("g1", "g2", "g3"))


def comment(words: str, sheet: str = G1) -> dict[str, Any]:
    return {"sheet": sheet, "note": {"text": words}}


def test_a_phone_gets_the_fields_once_and_every_sheet_under_a_token() -> None:
    task = WALL.task()
    assert (task["votes"], task["comments"], task["fields"]) == (2, 2, FIELDS)
    assert sorted(task["sheets"], key=lambda sheet: sheet["by"]) == [
        {"t": token, "cells": {"leak": {"text": f"of {group}"}}, "by": group}
        for token, group in ((G1, "g1"), (G2, "g2"), (G3, "g3"))
    ]


def test_a_sheet_without_a_name_carries_none() -> None:
    (sheet,) = played("gallery", {**example("gallery"), "sheets": [{"key": "g1", "cells": {}}]}).task()["sheets"]
    assert sheet == {"t": G1, "cells": {}}


def test_sheets_hang_in_an_order_of_the_run() -> None:
    groups = [f"g{n}" for n in range(1, 9)]
    orders = {
        tuple(sheet["by"] for sheet in hung(*groups).kind.task(hung(*groups).config, veil)["sheets"])
        for veil in veils()
    }
    assert len(orders) > 15
    assert all(sorted(order) == groups for order in orders)


def veils() -> list[Any]:
    return [type(VEIL)(f"run {n}") for n in range(20)]


def test_without_a_word_each_has_one_star_and_one_comment() -> None:
    task = hung("g1").task()
    assert (task["votes"], task["comments"]) == (1, 1)


@pytest.mark.parametrize("cell", ["vote-0", "vote-3", "comment-3", "vote", "", "card-1"])
def test_nobody_has_more_than_the_author_allows(cell: str) -> None:
    assert WALL.refusal(G1, cell) == "no-such-field"


def test_a_star_is_the_token_of_a_sheet() -> None:
    assert WALL.accept(G2, "vote-1") == G2
    for nonsense in ("g2", G2.upper(), G2 * 2, [G2], 1, {"text": G2}):
        assert WALL.refusal(nonsense, "vote-1") == "no-such-sheet"


def test_a_comment_is_words_about_a_sheet_and_without_words_is_taken_back() -> None:
    assert WALL.accept(comment("Who pays?"), "comment-1") == comment("Who pays?")
    assert WALL.accept(comment("  "), "comment-1") is None


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("Who pays?", "not-a-comment"),
        ({"text": "Who pays?"}, "not-a-comment"),
        (comment("Who?") | {"stars": 5}, "not-a-comment"),
        (comment("Who?", "g1"), "no-such-sheet"),
        ({"sheet": G1, "note": "Who?"}, "not-text"),
        (comment("x" * 301), "too-long"),
    ],
)
def test_anything_else_is_no_comment(value: Any, code: str) -> None:
    assert WALL.refusal(value, "comment-1") == code


def test_stars_and_comments_are_counted_for_each_sheet_without_whose_they_are() -> None:
    counted = WALL.tally(
        {"vote-1": G2, "vote-2": G3, "comment-1": comment("Who pays?", G2)},
        {"vote-1": G2, "comment-1": comment("Then what?", G2), "comment-2": None},
        {},
    )
    assert counted == {
        "n": 2,
        "sheets": {
            G1: {"stars": 0, "comments": []},
            G2: {"stars": 2, "comments": ["Then what?", "Who pays?"]},
            G3: {"stars": 1, "comments": []},
        },
    }


def test_two_stars_of_one_person_on_one_sheet_count_as_one() -> None:
    assert WALL.tally({"vote-1": G2, "vote-2": G2})["sheets"][G2]["stars"] == 1


def test_what_is_said_of_a_sheet_that_was_taken_down_counts_nowhere() -> None:
    left = hung("g1", "g3", votes=2, comments=2)
    counted = left.tally({"vote-1": G2, "comment-1": comment("Who pays?", G2)})
    assert counted["sheets"] == {G1: {"stars": 0, "comments": []}, G3: {"stars": 0, "comments": []}}


def test_the_order_of_comments_does_not_tell_who_came_first() -> None:
    first, second = {"comment-1": comment("B")}, {"comment-1": comment("A")}
    assert WALL.tally(first, second) == WALL.tally(second, first)


@pytest.mark.parametrize("value", [G2, comment("Who pays?", G2)])
def test_a_cell_says_which_sheet_it_speaks_of(value: Any) -> None:
    cell = "vote-1" if value == G2 else "comment-1"
    assert WALL.kind.about(WALL.config, VEIL, cell, value) == "g2"
    assert hung("g1").kind.about(WALL.config, VEIL, cell, value) == "g2"
    assert WALL.kind.about(hung("g1").config, VEIL, cell, value) is None


def test_one_star_is_enough_to_have_taken_part() -> None:
    assert WALL.kind.is_complete(WALL.config, {"vote-1": G2})
    assert WALL.kind.progress(WALL.config, {"vote-1": G2, "comment-1": None}) == (1, 4)

"""The rules of `text`."""

from app.activities.contract import Mark
from tests.activities.examples import block, played

WORD = played("text")
RIGHT, WRONG = Mark(1.0, {"": True}), Mark(0.0, {"": False})


def said(words: str) -> Mark:
    mark = WORD.mark({"": {"text": words}})
    assert isinstance(mark, Mark)
    return mark


def test_a_phone_gets_the_question_and_nothing_else() -> None:
    assert WORD.task() == {"prompt": "<p>Which book shows who owes the business money?</p>"}


def test_words_are_kept_as_they_were_written() -> None:
    assert WORD.accept({"text": " The Credit  Book! "}) == {"text": " The Credit  Book! "}
    assert WORD.accept({"text": "അവന\u0d4d\u200d"}) == {"text": "അവന\u0d4d\u200d"}


def test_a_sentence_is_as_long_as_an_answer_may_be() -> None:
    assert WORD.accept({"text": "x" * 200}) == {"text": "x" * 200}
    assert WORD.refusal({"text": "x" * 201}) == "too-long"


def test_only_words_are_taken_and_only_in_the_one_cell() -> None:
    assert WORD.refusal("credit book") == "not-text"
    assert WORD.refusal({"text": "credit book"}, cell="credit") == "no-such-field"


def test_every_accepted_word_is_right_in_any_language_and_spelling() -> None:
    assert said("credit book") == said("Udhaar Book.") == said("  കടപ്പുസ്തകം\u200c ") == RIGHT


def test_a_slip_and_what_nobody_foresaw_are_wrong() -> None:
    assert said("cash book") == said("പണപ്പുസ്തകം") == said("the tin") == said("?") == WRONG


def test_no_answer_scores_nothing() -> None:
    assert WORD.mark({}) == WORD.mark({"": None}) == Mark(0.0)


def test_the_first_answer_that_accepts_the_words_decides() -> None:
    right = {"key": "right", "accepted": ["profit"], "right": True}
    slip = {"key": "slip", "accepted": ["Profit", "gain"], "right": False}
    assert played("text", block([right, slip])).mark({"": {"text": "profit"}}) == RIGHT
    assert played("text", block([slip, right])).mark({"": {"text": "profit"}}) == WRONG


def test_the_class_sees_the_words_most_frequent_first_spelled_as_most_did() -> None:
    given = [{"": {"text": words}} for words in ("Cash book", "cash book ", "cash book", "credit book", "the tin")]
    assert WORD.tally(*given, {"": None}, {}) == {
        "n": 5,
        "right": 1,
        "words": [["cash book", 3], ["credit book", 1], ["the tin", 1]],
    }


def test_the_tally_shows_twelve_words_and_counts_all() -> None:
    tally = WORD.tally(*[{"": {"text": f"word {n:02}"}} for n in range(20)])
    assert tally["n"] == 20
    assert tally["words"] == [[f"word {n:02}", 1] for n in range(12)]


def test_how_many_are_right_is_a_secret_of_the_tally() -> None:
    assert WORD.kind.tally_secrets == ("right",)


def test_the_key_holds_every_accepted_word_and_the_feedback_of_the_slip() -> None:
    right, slip = WORD.key()["answers"]
    assert right["accepted"] == ["credit book", "udhaar book", "കടപ്പുസ്തകം"]
    assert slip == {
        "accepted": ["cash book", "പണപ്പുസ്തകം"],
        "right": False,
        "feedback": "The cash book shows money that has already moved.",
    }

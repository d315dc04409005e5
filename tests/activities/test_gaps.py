"""The rules of `gaps`."""

from app.activities.contract import Mark, Veil
from tests.activities.examples import VEIL, Played, block, example, played

PROFIT = played("gaps")
LEFT, TAKEN = (gap["t"] for gap in PROFIT.task()["gaps"])
WORDS = {choice["text"]: choice["t"] for choice in PROFIT.task()["gaps"][1]["choices"]}
RIGHT = {"left": {"text": "profit"}, "taken": "choice-1"}


def choosing(*choices: str, veil: Veil = VEIL) -> Played:
    """One gap called `a` to choose from; the first choice is right."""
    gap = {"key": "a", "accepted": [choices[0]], "choices": list(choices)}
    return played("gaps", {**block([gap]), "prompt": '<p>It is <span data-gap="a"></span>.</p>'}, veil)


def test_a_phone_gets_tokens_in_place_of_keys_in_the_text_too() -> None:
    task = PROFIT.task()
    assert task["prompt"] == (
        f'<p>Sales less all costs is the <span data-gap="{LEFT}"></span>.\n'
        f'Money the owner takes home is <span data-gap="{TAKEN}"></span>.</p>'
    )
    assert task["gaps"][0] == {"t": LEFT}
    assert set(WORDS) == {"drawings", "wages", "profit"}


def test_gaps_stand_in_the_order_of_the_text_and_choices_do_not() -> None:
    orders = {
        tuple(choice["text"] for choice in choosing("0", "1", "2", veil=Veil(f"run {n}")).task()["gaps"][0]["choices"])
        for n in range(100)
    }
    assert len(orders) == 6


def test_the_right_choice_stands_in_every_place_and_under_every_token_alike() -> None:
    runs = [choosing("0", "1", "2", "3", veil=Veil(f"run {n}")).task()["gaps"][0]["choices"] for n in range(2000)]
    for seen in (runs, [sorted(choices, key=lambda choice: choice["t"]) for choices in runs]):
        places = [[choice["text"] for choice in choices].index("0") for choices in seen]
        assert all(450 < places.count(place) < 550 for place in range(4))  # 500 expected, two and a half deviations


def test_words_are_kept_as_written_and_a_choice_as_its_place_in_the_file() -> None:
    kept = PROFIT.answer({LEFT: {"text": " Surplus "}, TAKEN: WORDS["wages"]})
    assert kept == {"left": {"text": " Surplus "}, "taken": "choice-2"}
    assert PROFIT.kind.own(PROFIT.config, PROFIT.veil, kept) == {LEFT: {"text": " Surplus "}, TAKEN: WORDS["wages"]}


def test_a_choice_is_kept_alike_in_every_language() -> None:
    in_english, in_malayalam = choosing("profit", "wages"), choosing("ലാഭം", "കൂലി")
    (first, second) = (game.task()["gaps"][0] for game in (in_english, in_malayalam))
    assert [choice["t"] for choice in first["choices"]] == [choice["t"] for choice in second["choices"]]
    for choice in first["choices"]:
        assert in_english.answer({first["t"]: choice["t"]}) == in_malayalam.answer({second["t"]: choice["t"]})


def test_a_gap_takes_words_or_one_of_its_own_choices() -> None:
    assert PROFIT.refusal(WORDS["wages"], cell=LEFT) == "not-text"
    assert PROFIT.refusal({"text": "wages"}, cell=TAKEN) == "no-such-option"
    assert PROFIT.refusal("choice-2", cell=TAKEN) == "no-such-option"
    assert PROFIT.refusal({"text": "profit"}, cell="left") == "no-such-option"
    assert PROFIT.refusal({"text": "x" * 101}, cell=LEFT) == "too-long"


def test_choices_of_two_gaps_do_not_look_alike() -> None:
    gaps = [{"key": key, "accepted": ["yes"], "choices": ["yes", "no"]} for key in ("a", "b")]
    prompt = '<p><span data-gap="a"></span> <span data-gap="b"></span></p>'
    first, second = played("gaps", {**block(gaps), "prompt": prompt}).task()["gaps"]
    assert not {choice["t"] for choice in first["choices"]} & {choice["t"] for choice in second["choices"]}


def test_it_is_complete_when_every_gap_is_filled() -> None:
    one = {"left": {"text": "profit"}, "taken": None}
    assert PROFIT.kind.progress(PROFIT.config, one) == (1, 2)
    assert not PROFIT.kind.is_complete(PROFIT.config, one)
    assert PROFIT.kind.is_complete(PROFIT.config, RIGHT)


def test_each_gap_earns_its_share() -> None:
    assert PROFIT.mark(RIGHT) == Mark(1.0, {"left": True, "taken": True})
    assert PROFIT.mark({"left": {"text": "SURPLUS."}, "taken": "choice-3"}) == Mark(0.5, {"left": True, "taken": False})
    assert PROFIT.mark({"left": {"text": "sales"}}) == Mark(0.0, {"left": False})
    assert PROFIT.mark({}) == Mark(0.0)


def test_the_class_sees_for_each_gap_what_was_written_or_chosen() -> None:
    tally = PROFIT.tally(RIGHT, {"left": {"text": "Profit"}}, {"left": {"text": "sales"}, "taken": "choice-2"}, {})
    counts = {WORDS["drawings"]: 1, WORDS["wages"]: 1, WORDS["profit"]: 0}
    assert tally == {
        "n": 3,
        "right": {LEFT: 2, TAKEN: 1},
        "gaps": {LEFT: {"n": 3, "words": [["Profit", 2], ["sales", 1]]}, TAKEN: {"n": 2, "counts": counts}},
    }


def test_how_many_filled_a_gap_right_is_a_secret_of_the_tally() -> None:
    assert PROFIT.kind.tally_secrets == ("right",)


def test_counts_stand_in_the_order_phones_see() -> None:
    assert list(PROFIT.tally(RIGHT)["gaps"][TAKEN]["counts"]) == list(WORDS.values())


def test_the_key_names_the_words_and_the_token_of_the_right_choice() -> None:
    assert PROFIT.key() == {
        "right": {LEFT: ["profit", "surplus"], TAKEN: ["drawings"]},
        "choices": {TAKEN: [WORDS["drawings"]]},
        "explain": "<p>Drawings are no cost: they are paid out of the profit.</p>",
        "model": None,
    }


def test_moving_the_star_in_the_file_leaves_what_phones_get_unchanged() -> None:
    published = example("gaps")
    published["items"][1]["accepted"] = ["wages"]
    assert played("gaps", published).task() == PROFIT.task()

"""A fence that is wrong is told at its place; nothing inside it can become text for trainees by mistake."""

import pytest

from tests.curriculum.samples import FRONT, a_day, a_poll, said, says

SLASHES = {3: "///", 4: "////", 5: "/////"}


def test_a_sound_day_has_no_faults() -> None:
    assert said(a_poll()) == []


def test_a_closing_fence_of_another_length_is_an_error() -> None:
    says(
        a_day("""
        ## Tea

        ///// breakout | tea-stall
            time: 5m

        //// briefing | tea-card

        Read the case.

        ////

        ‸///
        """),
        "error: closing fence has 3 slashes but 'breakout' (line 22) opened with 5",
    )


def test_a_fence_that_is_never_closed_is_told_where_it_opens() -> None:
    says(
        a_day("## Tins\n\n//// ‸briefing | tins\n    time: 5m\n\nRead."),
        "error: 'briefing' is never closed: add a line with 4 slashes",
    )


def test_a_missing_end_of_a_note_is_told_at_the_note() -> None:
    says(
        a_day("""
        ## Tins

        //// briefing | tins
            time: 5m

        Read.

        /// ‸facilitator

        Secret.

        ////
        """),
        "error: 'facilitator' is never closed: add a line with 3 slashes",
    )


def test_an_activity_inside_an_activity_means_that_the_first_is_not_closed() -> None:
    says(
        a_day("""
        ## Tins

        //// ‸briefing | one
            time: 5m

        Read.

        ## More

        //// briefing | two

        Read.

        ////
        """),
        "error: 'briefing' is never closed: add a line with 4 slashes",
    )


def test_a_stray_closing_fence_is_an_error() -> None:
    says(a_poll("Words.\n\n‸////\n\nMore."), "error: this closing fence closes nothing")


@pytest.mark.parametrize(
    ("before", "message"),
    [
        (" ‸/// explain", "a fence starts in column 1"),
        ("> ‸/// explain", "a fence starts in column 1"),
        ("- ‸/// explain", "a fence starts in column 1"),
        ("1. ‸//// poll | x", "a fence starts in column 1"),
        ("‸// facilitator", "a note has 3 slashes, an activity 4, a group of activities 5"),
        ("‸/ facilitator", "a note has 3 slashes, an activity 4, a group of activities 5"),
        ("‸//", "a note has 3 slashes, an activity 4, a group of activities 5"),
    ],
)
def test_what_looks_a_little_like_a_fence_is_an_error(before: str, message: str) -> None:
    says(a_poll(before), f"error: {message}")


def test_a_slash_in_the_middle_of_words_is_no_fence() -> None:
    assert said(a_poll("Tea / coffee // milk /// sugar.")) == []


@pytest.mark.parametrize("count", [6, 7])
def test_a_fence_has_three_to_five_slashes(count: int) -> None:
    says(
        a_poll(f"‸{'/' * count} poll | x\n\nWords.\n\n{'/' * count}"),
        "error: a fence has 3 slashes (note), 4 (activity) or 5 (group of activities)",
    )


def test_a_blank_line_stands_on_both_sides_of_a_fence() -> None:
    says(
        FRONT + "## Tea\n‸//// briefing | tea\n    time: 5m\n‸Read.\n‸////\n‸More words.\n",
        "error: put a blank line before this fence",
        "error: put a blank line between the fence and this line",
        "error: put a blank line before this fence",
        "error: put a blank line between the fence and this line",
    )


def test_a_space_follows_the_slashes() -> None:
    says(a_poll("///‸note\n\nWords.\n\n///"), "error: put a space between the slashes and 'note'")


def test_a_bar_stands_between_name_and_id() -> None:
    says(
        a_day("## Tea\n\n//// ‸briefing tea\n    time: 5m\n\nRead.\n\n////"),
        "error: write '//// briefing | tea'",
    )


# --- options ---


def test_options_with_two_spaces_are_an_error() -> None:
    says(a_day("## Tea\n\n//// briefing | tea\n‸  time: 5m\n\nRead.\n\n////"), "error: indent options by 4 spaces")


def test_options_without_spaces_are_an_error() -> None:
    says(a_day("## Tea\n\n//// briefing | tea\n‸time: 5m\n\nRead.\n\n////"), "error: indent options by 4 spaces")


def test_options_after_a_blank_line_are_an_error() -> None:
    says(
        a_day("## Tea\n\n//// briefing | tea\n\n    ‸time: 5m\n\nRead.\n\n////"),
        "error: options stand right under the fence: take out the blank line",
    )


def test_options_in_a_second_block_are_an_error() -> None:
    says(
        a_day("## Tea\n\n//// briefing | tea\n    time: 5m\n\n    ‸by: group\n\nRead.\n\n////"),
        "error: options stand right under the fence: take out the blank line",
    )


# --- code ---


def test_a_fence_in_a_code_block_is_code() -> None:
    assert said(a_poll("```markdown\n//// single | only-an-example\n    tiem: 3\n\n/// explain\n```")) == []


def test_a_code_block_is_closed() -> None:
    says(FRONT + "‸```\ncode\n", "error: this code block is never closed")


@pytest.mark.parametrize("line", ["  ‸```", "> ‸```", "- ‸~~~", "‸``` two words"])
def test_a_code_block_starts_in_column_one(line: str) -> None:
    says(a_poll(line), "error: a code block starts in column 1: ``` and at most one word")


def test_a_code_block_ends_as_it_begins() -> None:
    says(a_poll("```\ncode\n‸````\n```"), "error: close the code block with exactly ```")


# --- the file ---


def test_a_module_begins_with_front_matter() -> None:
    assert said("Words.\n") == [
        ":1:1: error: a module begins with front matter: a line '---', then id, title …, then a line '---'"
    ]


def test_front_matter_is_closed() -> None:
    assert said("---\nid: day-2\n")[0] == ":1:1: error: the front matter is never closed: add a line '---'"


def test_windows_lines_and_a_byte_order_mark_are_read_as_well() -> None:
    assert said("\ufeff" + a_poll().replace("\n", "\r\n")) == []


def test_an_invisible_character_is_told() -> None:
    says(a_poll("Wor‸\x02ds."), "error: there is an invisible control character here; take it out")

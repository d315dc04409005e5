"""What is wrong inside the texts, to the column: HTML, indents, headings, facts, links, pictures."""

import pytest

from tests.curriculum.samples import a_poll, said, says

NO_ADDRESS = "is no address to link to; use https, http, mailto or tel"
HTML = "error: raw HTML is not part of a course: write Markdown, or `code`"


# --- raw HTML ---


@pytest.mark.parametrize(
    "words",
    [
        "Some ‸<b>bold‸</b> words.",
        "‸<script>alert(1)‸</script>",
        "‸<!-- a comment -->",
        "‸<?php ?>",
        "if a‸<b then",
        "- an item with ‸<i>it‸</i>",
        "> ‸<br>",
        "‸<javascript://x>",
        "‸<mailto:a@example.org>",
    ],
)
def test_raw_html_is_an_error(words: str) -> None:
    says(a_poll(words), *[HTML] * words.count("‸"))


@pytest.mark.parametrize(
    "words",
    [
        "2 < 3 and 5 > 4",
        "`<b>`",
        "``<b> ` <i>``",
        "<https://example.org>",
        "<a@example.org>",
        "```\n<b>\n```",
        "a <- b",
    ],
)
def test_what_only_looks_like_html_is_none(words: str) -> None:
    assert said(a_poll(words)) == []


def test_html_between_the_backquotes_of_two_items_is_found() -> None:
    says(a_poll("- one ` two\n- ‸<b> three `"), HTML)


# --- layout ---


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("- one\n  ‸- two", "indent by 4 spaces"),
        ("- one\n\n   ‸more of one", "indent by 4 spaces"),
        ("- one\n\n  ‸> said", "indent by 4 spaces"),
        ("- one\n    - two\n      ‸- three", "indent by 4 spaces"),
        ("- one\n‸\t- two", "indent by 4 spaces, not by a tab"),
        ("Words.\n\n    ‸more words", "indented text turns into code: begin in column 1"),
        ("Words.\n\n  ‸more words", "begin in column 1"),
        ("Words:\n‸- one", "put a blank line before the list"),
        ("Words:\n‸1. one", "put a blank line before the list"),
        ("‸#heading", "put a space after the # of a heading"),
        ("‸##", "this heading has no words"),
        ("Heading\n‸-------", "write a heading with #; for a line across the page put a blank line before"),
        ("Heading\n‸===", "write a heading with #; for a line across the page put a blank line before"),
    ],
)
def test_layout_that_means_something_else_is_an_error(words: str, message: str) -> None:
    says(a_poll(words), f"error: {message}")


@pytest.mark.parametrize(
    "words",
    [
        "- one\n  goes on\n- two",
        "- one\n    - two\n        - three",
        "- one\n\n    more of one",
        "1. one\n2. two\n\nWords.\n\n- three",
        "In the year\n2019. Then",
        "Words.\n\n---\n\nMore.",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "Words over\n    two lines",
        "## Heading\n- one",
    ],
)
def test_layout_that_means_what_it_says_is_fine(words: str) -> None:
    assert said(a_poll(words)) == []


# --- facts ---


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Up to ‸{{ facts.mudar }}.", "there is no fact 'mudar'; did you mean 'mudra'?"),
        ("Up to ‸{{ mudra }}.", "a fact is written {{ facts.name }}"),
        ("Up to ‸{{ facts.mudra", "a fact is written {{ facts.name }}"),
        ("Up to ‸{{ facts.mudra | upper }}.", "a fact is written {{ facts.name }}"),
    ],
)
def test_a_fact_must_exist(words: str, message: str) -> None:
    says(a_poll(words), f"error: {message}")


def test_a_fact_in_code_is_code() -> None:
    assert said(a_poll("`{{ facts.anything }}`")) == []


def test_a_fact_past_its_day_is_a_warning() -> None:
    says(a_poll("It costs ‸{{ facts.old_fee }}."), "warning: fact 'old_fee' was to be looked up again by 2026-11-22")


def test_a_fact_nobody_has_verified_is_a_warning() -> None:
    says(
        a_poll("They give ‸{{ facts.rumour }}."),
        "warning: fact 'rumour' is not verified: do not teach it before somebody has looked it up",
    )


# --- links and pictures ---


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("‸[words]()", "this link has no address"),
        ("‸[](https://example.org)", "this link has no words"),
        (
            "‸[words](javascript:alert(1))",
            f"'javascript:alert(1)' {NO_ADDRESS}",
        ),
        ("‸[words](data:text/html,x)", f"'data:text/html,x' {NO_ADDRESS}"),
        ("‸[words](day-4.md)", "'day-4.md' leads nowhere; did you mean 'day-3.md'?"),
        ("‸[words](day-1.md#tins)", "'day-1.md#tins' leads nowhere; did you mean 'day-1.md'?"),
        ("‸[words](#tin)", "'#tin': there is no such id in this module; did you mean 'tins'?"),
        ("‸[words](/etc/passwd)", "'/etc/passwd' leads nowhere"),
        ("‸[words](media/../day-1.md)", "'media/../day-1.md' leads nowhere; did you mean 'day-1.md'?"),
        ("‸[words](media/tim.svg)", "there is no file 'media/tim.svg'; did you mean 'tin.svg'?"),
        ("‸[words][nowhere]", "there is no line '[nowhere]: address'"),
        (
            "[words]\n\n[words]: ‸javascript:x",
            f"'javascript:x' {NO_ADDRESS}",
        ),
        ("‸![](media/tin.svg)", "say in words what the picture shows: ![words](…)"),
        ("‸![a tin](media/tim.svg)", "there is no file 'media/tim.svg'; did you mean 'tin.svg'?"),
        ("‸![a tin]()", "this picture has no address"),
        (
            "‸![a tin](https://example.org/tin.png)",
            "'https://example.org/tin.png': pictures come from the course's own folder, "
            "for example media/five-areas.svg",
        ),
        ("‸[x]: https://example.org", "'x' cannot be a link label: it would turn every [x] into a link"),
        ("†[a]: https://example.org\n‸[a]: https://example.com", "link label 'a' is already used at line †"),
    ],
)
def test_a_link_or_picture_leads_somewhere(words: str, message: str) -> None:
    says(a_poll(words), f"error: {message}")


@pytest.mark.parametrize(
    "words",
    [
        "[words](https://example.org/a_(b)?c=d)",
        '[words](https://example.org "a title")',
        "[words](mailto:a@example.org) [call](tel:181)",
        "[yesterday](day-1.md) [its tins](day-1.md#our-tins) [here](#tins)",
        "![a tin](media/tin.svg) and ![a shop](media/photos/shop.jpg)",
        "[![a tin](media/tin.svg)](https://example.org)",
        "[the book][book] and [book]\n\n[book]: https://example.org/book",
        "[not a link] [x] [ ]",
        "`[words](nowhere)`",
    ],
)
def test_good_links_and_pictures_are_fine(words: str) -> None:
    assert said(a_poll(words)) == []


def test_a_broken_picture_inside_a_link_is_found() -> None:
    says(
        a_poll("[‸![a tin](media/tim.svg)](https://example.org)"),
        "error: there is no file 'media/tim.svg'; did you mean 'tin.svg'?",
    )


def test_links_are_checked_in_items_and_notes_too() -> None:
    says(a_poll().replace("In a tin", "In a ‸[tin]()"), "error: this link has no address")
    says(a_poll().replace("- Keep a cash book.", "- Keep ‸[it]()"), "error: this link has no address")

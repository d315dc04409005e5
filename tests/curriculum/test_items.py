"""The items of every kind: keys, right answers, numbers, pairs, cards, fields, gaps, roles; and lists that go wrong."""

import pytest

from tests.curriculum.samples import a_day, checked, expected, said, says

KEY_RULE = "use a-z, 0-9 and single hyphens, begin with a letter, at most 40"


def an_activity(kind: str, items: str, options: str = "    time: 5m", prompt: str = "What is right?") -> str:
    return a_day(f"## X\n\n//// {kind} | some-id\n{options}\n\n{prompt}\n\n{items}\n\n////")


SINGLE = """\
- [ ] credit) What customers owe

    > That is the credit book.

- [x] flow) Money that came in

    > Yes.
"""


# --- keys ---


def test_a_sound_question_has_no_faults() -> None:
    assert said(an_activity("single", SINGLE)) == []


def test_an_item_needs_a_key_and_one_is_proposed() -> None:
    says(
        an_activity("poll", "- tin) In a tin\n- ‸In a purse of my own"),
        'error: this item has no key; write for example "in-a-purse) In a purse of my own"',
    )


def test_an_item_in_another_script_needs_a_key_as_well() -> None:
    says(
        an_activity("poll", "- tin) In a tin\n- ‸പേഴ്സിൽ"),
        'error: this item has no key; write for example "some-key) പേഴ്സിൽ"',
    )


@pytest.mark.parametrize("key", ["Tin", "2nd", "a_b", "a--b", "a" * 41])
def test_a_key_has_one_form(key: str) -> None:
    says(an_activity("poll", f"- tin) In a tin\n- ‸{key}) In a purse"), f"error: key '{key}': {KEY_RULE}")


def test_a_key_is_used_once() -> None:
    text = an_activity("single", SINGLE.replace("credit)", "†credit)").replace("flow)", "‸credit)"))
    says(text, "error: key 'credit' is already used at line †")


def test_a_key_has_words_after_it() -> None:
    says(an_activity("poll", "- tin) In a tin\n- ‸purse)"), "error: there are no words after key 'purse'")


def test_an_item_may_carry_its_old_key() -> None:
    assert said(an_activity("poll", "- tin) box) In a tin\n- purse) In a purse")) == []


# --- single, multiple, numeric, text ---


@pytest.mark.parametrize(
    ("right", "kind", "message"),
    [
        ("  ", "single", "'single' needs exactly one [x]; it has 0"),
        ("xx", "single", "'single' needs exactly one [x]; it has 2; use 'multiple'"),
        ("  ", "multiple", "'multiple' has no [x]: no answer would be right"),
    ],
)
def test_a_question_has_the_right_number_of_right_answers(right: str, kind: str, message: str) -> None:
    items = f"- [{right[0]}] one) One\n\n    > No.\n\n- [{right[1]}] two) Two\n\n    > No."
    says(an_activity(kind, items).replace(f"//// {kind}", f"//// ‸{kind}"), f"error: {message}")


def test_an_answer_starts_with_a_box() -> None:
    says(an_activity("single", SINGLE + "\n- ‸third) Third"), "error: each answer of 'single' starts with [ ] or [x]")


def test_a_poll_has_no_right_answers() -> None:
    says(
        an_activity("poll", "- tin) In a tin\n- ‸[x] purse) In a purse"),
        "error: 'poll' has no right answers: take out the [x]",
    )


def test_a_choice_has_two_options() -> None:
    says(
        an_activity("single", "- [x] one) One").replace("//// single", "//// ‸single"),
        "error: 'single' needs at least two options",
    )


@pytest.mark.parametrize("words", ["about 250", "25 0", "2,50", "250 ± many", "300 .. 200", "250 ± -1", "₹"])
def test_a_numeric_answer_is_a_number(words: str) -> None:
    says(
        an_activity("numeric", f"- [x] right) ‸{words}"),
        f"error: '{words}' is not a number; write 250, 250 ± 5 or 250 ± 2%",
    )


@pytest.mark.parametrize(
    "words", ["250", "250 ± 5", "250 ± 2%", "200 .. 300", "1,00,000", "100,000", "−3.5", "250 +- 1"]
)
def test_numbers_are_written_as_people_write_them(words: str) -> None:
    assert said(an_activity("numeric", f"- [x] right) {words}")) == []


def test_words_are_accepted_by_one_answer_only() -> None:
    answers = "- [x] †credit) Credit book | udhaar\n\n- [ ] cash) ‸cash book | credit  book.\n\n    > No."
    says(an_activity("text", answers), "error: 'credit book.' is already an answer at line †")


def test_a_text_has_a_right_answer() -> None:
    says(
        an_activity("text", "- [ ] cash) cash book\n\n    > No.").replace("//// text", "//// ‸text"),
        "error: 'text' has no [x]: no answer would be right",
    )


def test_accepted_words_are_not_empty() -> None:
    says(an_activity("text", "- [x] right) ‸profit | | surplus"), "error: there is an empty answer between two |")


# --- feedback ---


def test_feedback_at_two_spaces_is_an_error() -> None:
    says(an_activity("single", SINGLE.replace("    > That", "  ‸> That")), "error: indent by 4 spaces")


def test_feedback_in_column_one_would_be_read_by_everybody() -> None:
    says(
        an_activity("single", SINGLE.replace("    > That", "‸> That")),
        "error: indent by 4 spaces: feedback belongs under its answer",
    )


def test_feedback_after_the_last_answer_in_column_one_is_an_error_too() -> None:
    says(
        an_activity("single", SINGLE.replace("    > Yes", "‸> Yes")),
        "error: indent by 4 spaces: feedback belongs under its answer",
    )


def test_a_blank_line_stands_before_feedback() -> None:
    says(
        an_activity("single", SINGLE.replace("owe\n\n    > That", "owe\n    ‸> That")),
        "error: put a blank line before the feedback",
    )


def test_under_an_answer_stands_only_feedback() -> None:
    says(
        an_activity("single", SINGLE.replace("    > That", "    ‸That")),
        "error: under an answer stands only its feedback: 4 spaces, then '> ' and the words",
    )


def test_a_poll_takes_no_feedback() -> None:
    says(
        an_activity("poll", "- tin) In a tin\n\n    ‸> Why?\n\n- purse) In a purse"), "error: 'poll' takes no feedback"
    )


# --- lists ---


def test_items_are_needed() -> None:
    says(an_activity("poll", "").replace("//// poll", "//// ‸poll"), "error: 'poll' has no items")


def test_a_word_poll_needs_no_items() -> None:
    assert said(an_activity("poll", "", "    time: 5m\n    answer: word")) == []


def test_a_list_in_the_middle_of_the_prompt_is_not_the_items() -> None:
    says(
        an_activity("poll", "- red\n- blue\n\nWhich one?").replace("//// poll", "//// ‸poll"),
        "error: 'poll' has no items",
    )


def test_a_prompt_may_hold_a_list_of_its_own() -> None:
    assert (
        said(an_activity("poll", "- One thing\n- Another\n\nWhich one?\n\n- tin) In a tin\n- purse) In a purse")) == []
    )


def test_two_lists_without_a_sentence_between_run_into_one() -> None:
    says(
        an_activity("poll", "- One thing\n- Another\n\n‸- tin) In a tin\n- purse) In a purse"),
        "error: two lists run into one here: put a sentence between them",
    )


def test_words_between_the_items_cut_the_list() -> None:
    says(
        an_activity("poll", "- tin) In a tin\n\n‸Or else:\n\n- purse) In a purse"),
        "error: this cuts the list of items: put it above the list, or indent it by 4 spaces",
    )


def test_words_after_the_items_are_an_error() -> None:
    says(
        an_activity("poll", "- tin) In a tin\n- purse) In a purse\n\n‸Choose one."),
        "error: this cuts the list of items: put it above the list, or indent it by 4 spaces",
    )


def test_a_list_has_a_blank_line_before_it() -> None:
    text = an_activity("poll", "Which?\n‸- tin) In a tin\n- purse) In a purse").replace("//// poll", "//// ‸poll")
    says(text, "error: 'poll' has no items", "error: put a blank line before the list")


def test_an_item_may_run_over_several_lines() -> None:
    assert said(an_activity("poll", "- tin) In a tin\n  that has a lid\n- purse) In a purse\nof my own")) == []


# --- order, match, sort ---


def test_an_order_is_numbered() -> None:
    assert said(an_activity("order", "1. need) Work out the need\n2. visit) Visit the bank\n3. sign) Sign")) == []
    says(
        an_activity("order", "‸- need) Work out the need\n- visit) Visit the bank"),
        "error: 'order' needs numbered items: '1. key) …'",
    )
    says(an_activity("poll", "‸1. tin) In a tin\n2. purse) In a purse"), "error: 'poll' needs items: '- key) …'")


def test_a_pair_has_an_arrow() -> None:
    items = "- cash) Cash book -> Money in and out\n- spare) -> Names of relatives\n- credit) "
    assert said(an_activity("match", items + "Credit book -> Who owes")) == []
    says(
        an_activity("match", items + "‸Credit book: who owes"),
        "error: a pair is written  key) left -> right  and a distractor  key) -> right",
    )


def test_an_order_has_steps() -> None:
    says(
        an_activity("order", "1. need) Work out the need").replace("//// order", "//// ‸order"),
        "error: 'order' needs at least two steps",
    )
    says(
        an_activity("order", "1. †need) Work out the need\n2. ‸need) Visit the bank\n3. sign) Sign"),
        "error: key 'need' is already used at line †",
    )


def test_the_number_of_a_step_is_not_its_key() -> None:
    rule = "use a-z, 0-9 and single hyphens, begin with a letter, at most 40"
    says(
        an_activity("order", "1. ‸1) Work out the need\n2. ‸2) Visit the bank"),
        f"error: key '1': {rule}",
        f"error: key '2': {rule}",
    )


def test_each_half_of_a_pair_stands_once() -> None:
    pairs, taken = "- †cash) Cash book -> Money\n- credit) {}", "stands in the pair of line † already: use 'sort'"
    says(an_activity("match", pairs.format("‸Cash book -> Who owes")), f"error: 'Cash book' {taken}")
    says(an_activity("match", pairs.format("‸-> Money")), f"error: 'Money' {taken}")


def test_a_pair_has_a_key_of_its_own() -> None:
    pairs = "- †cash) Cash book -> Money\n- ‸cash) Credit book -> Who owes"
    says(an_activity("match", pairs), "error: key 'cash' is already used at line †")


def test_a_match_has_a_pair() -> None:
    says(
        an_activity("match", "- spare) -> Names of relatives").replace("//// match", "//// ‸match"),
        "error: 'match' needs at least one pair",
    )


SORT = "- †early) Early sign\n    - buyers) Regular buyers order less\n- late) Late sign\n    - power) Electricity cut"


def test_a_card_may_stand_under_two_bins() -> None:
    assert said(an_activity("sort", SORT + "\n    - buyers) Regular buyers order less")) == []


def test_a_card_has_the_same_words_under_both_bins() -> None:
    says(
        an_activity("sort", SORT.replace("†", "").replace("buyers", "†buyers") + "\n    - ‸buyers) Buyers order less"),
        "error: card 'buyers' has other words than at line †",
    )


def test_a_card_stands_once_under_a_bin() -> None:
    text = an_activity("sort", SORT.replace("†", "").replace("power", "†power") + "\n    - ‸power) Electricity cut")
    says(text, "error: key 'power' is already used at line †")


def test_a_card_and_a_bin_have_different_keys() -> None:
    says(an_activity("sort", SORT + "\n    - ‸early) Early morning"), "error: key 'early' is already used at line †")


def test_a_card_at_two_spaces_would_become_a_bin() -> None:
    text = an_activity("sort", SORT.replace("†", "").replace("    - buyers", "  ‸- buyers"))
    assert expected(text, "error: indent by 4 spaces")[0] in said(text)


def test_a_sort_has_cards() -> None:
    says(
        an_activity("sort", "- early) Early\n- late) Late").replace("//// sort", "//// ‸sort"),
        "error: 'sort' has no cards: write them under the bins",
    )


# --- fields ---


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("‸The leak", "a field ends with its kind: `text`, `long 4`, `number`, `choice`, `date` …"),
        ("The leak `‸txet`", "unknown field kind 'txet'; did you mean 'text'?"),
        ("The leak `‸text 3`", "`text` takes nothing, not '3'"),
        ("The leak `‸long many`", "`long` takes a number of lines up to 20, not 'many'"),
        ("The leak `number` = ‸much", "'much' is not a number; write 250, 250 ± 5 or 250 ± 2%"),
        ("The leak `text` = ‸5", "only `number` and `money` can be checked, not `text`"),
        ("‸`text`", "this field has no label"),
    ],
)
def test_a_field_has_a_label_and_a_kind(field: str, message: str) -> None:
    says(an_activity("worksheet", f"- leak) {field}"), f"error: {message}")


def test_a_choice_field_has_choices() -> None:
    assert said(an_activity("worksheet", "- risk) How risky? `choice`\n    - low) Low\n    - high) High")) == []
    says(
        an_activity("worksheet", "- ‸risk) How risky? `choice`"),
        "error: this `choice` needs its choices: nested '- key) words'",
    )


def test_a_table_has_columns() -> None:
    table = "- sales) Sales `table`\n    - day) Day `date`\n    - amount) Amount `{}`"
    assert said(an_activity("worksheet", table.format("money"))) == []
    others = "text, long, number, money, date, yesno"
    for kind in ("table", "choice", "photo", "voice"):
        says(
            an_activity("worksheet", table.format(f"‸{kind}")),
            f"error: unknown field kind '{kind}' (there is: {others})",
        )


def test_a_column_of_a_table_is_not_checked() -> None:
    says(
        an_activity("worksheet", "- sales) Sales `table`\n    - amount) Amount `money` = ‸100"),
        "error: a column is not checked: ask for the sum in a field below the table",
    )


def test_a_table_without_columns_is_told() -> None:
    says(
        an_activity("worksheet", "- ‸sales) Sales `table`"),
        "error: this `table` needs its columns: nested '- key) label `kind`'",
    )


def test_a_text_field_has_nothing_below() -> None:
    says(
        an_activity("worksheet", "- leak) The leak `text`\n    ‸- low) Low"),
        "error: '`text`' takes no text below an item",
    )


# --- gaps ---


@pytest.mark.parametrize(
    ("prompt", "message"),
    [
        ("Sales less `‸Left = profit`.", "key 'Left': use a-z, 0-9 and single hyphens, begin with a letter"),
        ("†`a = one` and `‸a = two`", "key 'a' is already used at line †"),
        ("`‸a = one |`", "gap 'a' has an empty answer"),
        ("`‸a = one / two`", "gap 'a' needs exactly one *right* word among its choices"),
        ("`‸a = *one* / *two*`", "gap 'a' needs exactly one *right* word among its choices"),
        ("`‸a = *one* / `", "gap 'a' needs exactly one *right* word among its choices"),
        ("`‸a = *one*`", "gap 'a' has only one choice; write others after a /, or leave out the *"),
        ("`‸a = *one* / two / one`", "gap 'a' has one choice twice"),
        ("`a = one` and ‸`two`", "a gap is written `key = words`"),
        ("`a = one` and ‸`=two`", "a gap is written `key = words`"),
        ("`a = one` and ‸``b = two``", "a gap is written `key = words`"),
    ],
)
def test_a_gap_has_a_key_and_answers(prompt: str, message: str) -> None:
    says(a_day(f"## X\n\n//// gaps | some-id\n    time: 5m\n\n{prompt}\n\n////"), f"error: {message}")


def test_gaps_have_a_gap() -> None:
    says(
        a_day("## X\n\n//// ‸gaps | some-id\n    time: 5m\n\nNothing is missing.\n\n////"),
        "error: 'gaps' has no gap: write `key = word` into the text",
    )


# --- roles ---


PLAY = """\
## At the bank

///// roleplay | at-the-bank
    time: 5m

Play it.

- leader) The leader

    You have not slept. Do not say so.

- banker) The banker

//// reflection | after

- felt) How did it feel? `text`

////

/////
"""


def test_a_role_play_has_roles_with_private_cards() -> None:
    assert said(a_day(PLAY)) == []


def test_a_private_card_that_is_not_set_apart_would_be_read_by_everybody() -> None:
    says(
        a_day(PLAY.replace("leader\n\n    You", "leader\n    ‸You")), "error: put a blank line before the private card"
    )


def test_a_renamed_item_says_what_it_was() -> None:
    found = checked(
        a_day(
            "## Tins\n\n//// poll | tins\n    time: 5m\n\nWhere?\n\n- box) was tin) In a box\n- bag) In a bag\n\n////"
        )
    )
    assert found.module is not None
    assert [(item.key, item.was, item.words) for item in found.module.activities[0].items] == [  # type: ignore[union-attr]
        ("box", "tin", "In a box"),
        ("bag", None, "In a bag"),
    ]

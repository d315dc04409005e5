"""Rules across a module: report-backs, renaming; and what the checker advises."""

from tests.curriculum.samples import a_day, a_poll, said, says

SHEET = """
## Tea

///// breakout | tea
    time: 5m
    {}

//// worksheet | tea-sheet

- leak) The leak `text`

////

/////
"""


# --- report-back, was ---


def test_report_back_names_fields_of_the_group() -> None:
    assert said(a_day(SHEET.format("report-back: [leak]"))) == []
    says(
        a_day(SHEET.format("report-back: ‸[lake]")),
        "error: report-back 'lake': 'tea' has no such field; did you mean 'leak'?",
    )


def test_an_old_name_is_no_longer_used() -> None:
    text = a_poll() + "\n## Card\n\n//// briefing | card\n    was: ‸{}\n\nRead.\n\n////\n"
    says(text.format("tins").replace("//// poll", "//// †poll"), "error: was 'tins': it is still used at line †")


def test_an_old_name_belongs_to_one_new_one() -> None:
    text = (
        a_poll().replace("    time: 5m", "    was: †box")
        + "\n## C\n\n//// briefing | card\n    was: ‸box\n\nRead.\n\n////\n"
    )
    says(text, "error: was 'box': line † says so too")


# --- advice ---


def test_minutes_over_and_under_are_a_warning() -> None:
    at_top = ":1:1: warning: the activities take 5m: "
    assert said(a_poll().replace("duration: 5m", "duration: 1h 30m")) == [
        at_top + "1h 25m under the duration of 1h 30m"
    ]
    assert said(a_poll().replace("duration: 5m", "duration: 4m 30s")) == [at_top + "30s over the duration of 4m 30s"]


def test_an_activity_without_time_is_a_warning() -> None:
    text = a_poll() + "\n## Card\n\n//// ‸briefing | card\n\nRead.\n\n////\n"
    says(text, "warning: 'card' has no time")


def test_what_is_inside_a_group_fits_into_its_time() -> None:
    text = a_day(SHEET.format("by: group")).replace("| tea-sheet", "| tea-sheet\n    time: 6m")
    says(text.replace("///// breakout", "///// ‸breakout"), "warning: what 'tea' holds takes 6m, more than its 5m")


AN_ORDER = "## Evening\n\n//// ‸order | evening\n    time: 5m\n\nWhat is first?\n\n{}\n\n////"


def test_an_order_of_two_gives_itself_away() -> None:
    says(
        a_day(AN_ORDER.format("1. count) Count the money\n2. write) Write it down")),
        "warning: 'evening' has two steps: the order shown gives it away; write three",
    )


def test_the_keys_of_an_order_name_its_steps() -> None:
    steps = "1. {}) Count the money\n2. {}) Write it down\n3. {}) Sign"
    text = a_day(AN_ORDER.replace("‸", "").format(steps))
    says(text.format("‸a", "b", "c"), "warning: keys a … c only count: name what each step is")
    says(text.format("‸step-1", "step-2", "step-3"), "warning: keys step-1 … step-3 only count: name what each step is")
    assert said(text.format("count", "form-16", "sign")) == []


def test_steps_add_up_to_the_time() -> None:
    steps = "/// ‸steps\n\n1. (2m) Read.\n2. (2m) Talk.\n\n///\n\n/////"
    text = a_day(SHEET.format("by: group").replace("\n/////\n", f"\n{steps}\n"))
    says(text, "warning: the steps take 4m, 'tea' has 5m")


def test_a_day_has_objectives_and_keypoints() -> None:
    text = a_poll().replace("/// objectives\n\n- Keep a cash book.\n\n///\n\n", "")
    assert said(text) == [":1:1: warning: this day has no objectives: add '/// objectives'"]
    text = a_poll().replace("/// keypoints\n\n- Write it down.\n\n///\n\n", "")
    assert said(text) == [":1:1: warning: this day has no keypoints: add '/// keypoints'"]


def test_an_activity_has_a_heading_before_it() -> None:
    text = a_poll().replace("## Tins\n", "").replace("//// poll", "//// ‸poll")
    says(text, "warning: no heading before 'tins': it is the title on every screen")


def test_a_break_needs_no_heading() -> None:
    assert said(a_day("//// break | tea\n    time: 5m\n\nTea.\n\n////")) == []


def a_quiz(*questions: str) -> str:
    singles = "\n\n".join(
        f"//// {'‸' if at == 0 else ''}single | question-{at}\n\nWhich?\n\n{question}\n\n////"
        for at, question in enumerate(questions)
    )
    return a_day(f"## Quiz\n\n///// quiz | quiz\n    time: 5m\n\n{singles}\n\n/////")


def a_question(right: int, *words: str) -> str:
    boxes = ["x" if at == right else " " for at in range(len(words))]
    return "\n\n".join(
        f"- [{box}] key-{at}) {word}\n\n    > Because." for at, (box, word) in enumerate(zip(boxes, words, strict=True))
    )


def test_the_right_option_does_not_always_stand_in_one_place() -> None:
    same = a_question(1, "long words", "short", "long words")
    says(a_quiz(same, same, same), "warning: the right option always stands at place 2: change the order")
    assert said(a_quiz(same, same).replace("‸", "")) == []
    assert said(a_quiz(same, same, a_question(0, "short", "long words")).replace("‸", "")) == []


def test_the_right_option_is_not_always_the_longest() -> None:
    first, second = a_question(0, "long words", "short"), a_question(1, "short", "long words")
    says(
        a_quiz(first, second, first),
        "warning: the right option is always the longest: shorten it, or lengthen another",
    )


def test_a_wrong_option_without_feedback_is_a_warning() -> None:
    question = a_question(0, "right", "wrong").replace("\n\n    > Because.", "").replace("key-1)", "‸key-1)")
    says(a_quiz(question).replace("‸single", "single"), "warning: wrong option 'key-1' has no feedback")


def test_a_question_without_words_is_a_warning() -> None:
    text = a_quiz(a_question(0, "right", "wrong")).replace("Which?\n\n", "")
    says(text, "warning: 'question-0' asks nothing: there are no words before its answers")


def test_there_is_no_advice_while_there_are_errors() -> None:
    text = a_poll("‸<b>").replace("duration: 5m", "duration: 3h")
    says(text, "error: raw HTML is not part of a course: write Markdown, or `code`")

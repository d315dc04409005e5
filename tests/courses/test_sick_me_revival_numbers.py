"""Every number of Sick ME Revival, Day 1, worked out again and looked up in the words trainees and trainers read.

Each test computes a number from the facts of the case and then asserts the very words around it. The last tests turn it
round: a number in the day that no formula here gives is a mistake, in the day or here.
"""

import re
from pathlib import Path

COURSES = Path(__file__).parents[2] / "courses"
DAY = (COURSES / "sick_me_revival" / "day-1.md").read_text(encoding="utf-8")
FACTS = (COURSES / "facts.yml").read_text(encoding="utf-8")
WORDS = " ".join(DAY.split())  # a sentence may run over the end of a line

# The case of Thanima Foods (invented).
PACKS_BEFORE, PACKS_NOW = 2_000, 900
CAPITAL, LOSSES = 100_000, 62_000
SHOP_OWES, OLD_STOCK = 24_000, 8_000
MONTHS_UNPAID = 5
PACK_GRAMS = 200

# How banks count: RBI/2021-2022/125 (late loans) and RBI/2012-13/273 (the two old tests).
DAYS_A_MONTH = 30
SMA_STEP = 30
BAD_LOAN_AFTER = 3 * SMA_STEP
TEST_A_MONTHS = 3
TEST_B_SHARE_PERCENT = 50

# The quiz.
QUIZ_DAYS_LATE = 45


def indian(number: int) -> str:
    """1,00,000: the last three digits, then pairs."""
    head, tail = str(number)[:-3], str(number)[-3:]
    pairs = re.sub(r"(?<=\d)(?=(\d\d)+$)", ",", head)
    return f"{pairs},{tail}" if head else tail


def rupees(number: int) -> str:
    return f"₹{indian(number)}"


def says(words: str) -> bool:
    return " ".join(words.split()) in WORDS


def minutes(duration: str) -> float:
    found = re.fullmatch(r"(?:(\d+)h)? ?(?:(\d+)m)? ?(?:(\d+)s)?", duration.strip())
    assert found, duration
    hours, whole, seconds = (int(part or 0) for part in found.groups())
    return hours * 60 + whole + seconds / 60


def fences() -> list[tuple[int, int, str, str]]:
    """(depth in the tree, line, name, text up to the closing fence), in the order they open."""
    found: list[tuple[int, int, str, str]] = []
    open_now: list[tuple[int, int, str]] = []
    lines = DAY.split("\n")
    for at, line in enumerate(lines):
        opened = re.fullmatch(r"(/{3,5}) ([a-z]+)(?: \| ([a-z-]+))?", line)
        if opened:
            open_now.append((len(opened[1]), at, opened[3] or opened[2]))
        elif re.fullmatch(r"/{3,5}", line):
            length, start, name = open_now.pop()
            assert length == len(line), f"line {at + 1} closes {name} with {len(line)} slashes"
            found.append((len(open_now), start, name, "\n".join(lines[start : at + 1])))
    assert not open_now
    return sorted(found, key=lambda fence: fence[1])


def block(name: str) -> str:
    (text,) = [text for _, _, found, text in fences() if found == name]
    return text


def time_of(text: str) -> float:
    found = re.search(r"^    time: (.+)$", text, re.MULTILINE)
    assert found, text[:60]
    return minutes(found[1])


def top_level_activities() -> list[str]:
    return [text for depth, _, _, text in fences() if depth == 0 and text.startswith("////")]


def cards(name: str) -> dict[str, list[str]]:
    """Bin -> keys of the cards that are right in it."""
    bins: dict[str, list[str]] = {}
    for line in block(name).split("\n"):
        if found := re.match(r"- ([a-z-]+)\) ", line):
            bins[found[1]] = []
        elif found := re.match(r"    - ([a-z-]+)\) ", line):
            bins[list(bins)[-1]].append(found[1])
    return bins


def test_the_day_lasts_three_hours() -> None:
    assert [time_of(text) for text in top_level_activities()] == [15, 15, 15, 45, 15, 45, 15, 15]
    assert sum(time_of(text) for text in top_level_activities()) == minutes("3h") == 180
    assert "duration: 3h\n" in DAY


def test_each_activity_has_a_title_of_its_own() -> None:
    assert re.findall(r"^## (.+)$", DAY, re.MULTILINE) == [
        "How are our units?",
        "Our group and its rules",
        "A unit I know",
        "Symptom sort",
        "Tea",
        "Thanima Foods, part 1: is it sick?",
        "Quiz, Day 1",
        "My unit for this week",
    ]


def test_the_steps_of_each_group_fill_its_time() -> None:
    for name in ("our-group", "symptom-sort", "thanima-part-one"):
        group = block(name)
        steps = [int(step) for step in re.findall(r"^\d\. \((\d+)m\) ", group, re.MULTILINE)]
        assert sum(steps) == time_of(group), name


def test_the_parts_of_a_group_fit_into_it() -> None:
    for group, parts in {
        "our-group": ["our-group-sheet"],
        "symptom-sort": ["which-area", "early-or-late", "early-signs-sheet"],
        "thanima-part-one": ["thanima-sheet"],
        "quiz-day-one": ["early-sign", "sales-by-half", "money-lost", "first-promise", "days-late-class"],
    }.items():
        assert sum(time_of(block(part)) for part in parts) <= time_of(block(group)), group


def test_groups_come_back_before_the_reports() -> None:
    """The script says in words when the groups are back: all steps but the last."""
    words = {38: "thirty-eight", 35: "thirty-five"}
    for name, together in (("symptom-sort", 7), ("thanima-part-one", 10)):
        back = int(time_of(block(name))) - together
        assert f"({together}m) Back together" in block(name)
        assert f"{words[back]} minutes" in " ".join(block(name).split())
    assert says("Close the groups after 38 minutes and keep 7 for the reports.")


def test_the_poll_takes_fifteen_minutes() -> None:
    numbers, talk, five_words, phone_check = 4, 4, 3, 4
    assert numbers + talk + five_words + phone_check == time_of(block("our-units"))
    assert says(
        f"About {numbers} for the numbers, {talk} to look and talk, {five_words} for the five words,"
        f" {phone_check} for the phone check."
    )
    assert "    sum: 5\n" in block("our-units")


def test_all_twenty_signs_have_an_area_and_a_time() -> None:
    areas, times = cards("which-area"), cards("early-or-late")
    assert list(areas) == ["market", "production", "money", "people", "outside"]
    assert list(times) == ["early", "late"]
    signs = {card for bin in areas.values() for card in bin}
    assert signs == {card for bin in times.values() for card in bin}
    assert len(signs) == 20
    assert len(set(times["early"]) & set(times["late"])) == 3
    assert says("Three cards are right on both sides")


def test_a_card_reads_the_same_in_every_bin() -> None:
    texts: dict[str, set[str]] = {}
    for key, text in re.findall(
        r"^    - ([a-z-]+)\) (.+)$", block("which-area") + block("early-or-late"), re.MULTILINE
    ):
        texts.setdefault(key, set()).add(text)
    assert {key: len(found) for key, found in texts.items()} == dict.fromkeys(texts, 1)


def test_the_pace_of_the_sorts() -> None:
    assert 30 <= time_of(block("which-area")) * 60 / 20 <= 40
    assert says("About half a minute a card")
    assert 20 <= time_of(block("early-or-late")) * 60 / 20 <= 22
    assert says("Twenty seconds a card.")


def test_the_case_states_its_facts() -> None:
    assert says(f"packs of {PACK_GRAMS} g")
    assert says(f"{indian(PACKS_BEFORE)} packs a month")
    assert says(f"sell {PACKS_NOW} packs a month")
    assert says(f"the members put in {rupees(CAPITAL)} together")
    assert says(f"the losses add up to {rupees(LOSSES)}")
    assert says(f"A shop owes them {rupees(SHOP_OWES)}")
    assert says(f"chips worth {rupees(OLD_STOCK)} that are past their date")
    assert says("For five months no instalment")
    assert MONTHS_UNPAID == 5
    assert says(f"Sales are down from {indian(PACKS_BEFORE)} packs to {PACKS_NOW}.")


def test_test_a_is_not_yet_met() -> None:
    days_late = MONTHS_UNPAID * DAYS_A_MONTH
    bad_for = days_late - BAD_LOAN_AFTER
    needed = TEST_A_MONTHS * DAYS_A_MONTH
    assert (days_late, bad_for, needed) == (150, 60, 90)
    assert bad_for < needed
    assert says(f"About how many days is the loan late? `number` = {days_late} ± 5")
    assert says(f"A loan turns bad when it is more than {BAD_LOAN_AFTER} days late.")
    assert says(
        f"**Test a: not yet.** Five months are about {days_late} days. The loan turned bad after {BAD_LOAN_AFTER} days,"
        f" about {bad_for} days ago. Three months would be {needed} days. So {needed - bad_for} days are missing."
    )
    assert says(
        f"Test a: about {days_late} days late, a bad loan for about {bad_for} days, not yet {needed}: **no**."
        f" Test b: {LOSSES * 100 // CAPITAL}% lost, more than half: **yes**."
    )


def test_test_b_is_met() -> None:
    lost_percent = LOSSES * 100 / CAPITAL
    half, left = CAPITAL * TEST_B_SHARE_PERCENT // 100, CAPITAL - LOSSES
    assert (lost_percent, half, left) == (62, 50_000, 38_000)
    assert lost_percent >= TEST_B_SHARE_PERCENT
    assert says(f"How many percent of the members' money is lost? `number` = {lost_percent:.0f} ± 1")
    assert says(
        f"**Test b: yes.** {rupees(LOSSES)} ÷ {rupees(CAPITAL)} = {lost_percent:.0f}%. Half would be {rupees(half)}."
        f" Of the members' money {rupees(left)} is left."
    )


def test_the_quiz_on_the_money_lost() -> None:
    lost = LOSSES * 100 // CAPITAL
    question = " ".join(block("money-lost").split())
    assert f"put in {rupees(CAPITAL)}. All losses together are {rupees(LOSSES)}." in question
    for key, value in {
        "[x] lost": lost,
        "[ ] left": 100 - lost,
        "[ ] half": TEST_B_SHARE_PERCENT,
        "[ ] added": (CAPITAL + LOSSES) * 100 // CAPITAL,
        "[ ] rupees": LOSSES,
    }.items():
        assert f"- {key}) {value} ±" in question
    assert f"{rupees(LOSSES)} ÷ {rupees(CAPITAL)} = {lost}%. {rupees(CAPITAL - LOSSES)} is left." in question
    assert f"{100 - lost}% is what is *left*" in question
    assert f"50% would be {rupees(CAPITAL // 2)}" in question
    assert f"Of each ₹100 that the members put in, ₹{lost} are lost and ₹{100 - lost} are left" in question


def test_the_quiz_on_days_late() -> None:
    steps = [SMA_STEP, 2 * SMA_STEP, BAD_LOAN_AFTER]
    assert steps[0] < QUIZ_DAYS_LATE <= steps[1], "so SMA-1 is right"
    question = " ".join(block("days-late-class").split())
    assert f"A loan instalment is {QUIZ_DAYS_LATE} days late." in question
    assert f"[ ] sma-zero) SMA\u20110 > No longer. SMA\u20110 ends after {steps[0]} days." in question
    assert f"[x] sma-one) SMA\u20111 > Yes. {steps[0] + 1} to {steps[1]} days late is SMA\u20111." in question
    assert f"SMA\u20112 begins after {steps[1]} days. The unit has about {steps[1] - QUIZ_DAYS_LATE} days" in question
    assert f"begins after {steps[2]} days. There are still {steps[2] - QUIZ_DAYS_LATE} days to act." in question
    assert f"steps of {SMA_STEP} days" in question


def test_four_months_late_is_a_bad_loan_already() -> None:
    assert 4 * DAYS_A_MONTH > BAD_LOAN_AFTER
    assert says(
        "An instalment has not been paid for four months > That is late. By then the loan is already a bad loan."
    )


def test_the_facts_file_counts_as_the_day_does() -> None:
    one, two, bad = SMA_STEP, 2 * SMA_STEP, BAD_LOAN_AFTER
    assert (
        f"SMA\u20110 up to {one} days late, SMA\u20111 from {one + 1} to {two} days,"
        f" SMA\u20112 from {two + 1} to {bad} days, NPA (a bad loan) after more than {bad} days"
    ) in FACTS


def test_the_quiz_has_time_for_reasons() -> None:
    questions = [90, 90, 180, 90, 90]
    assert sum(questions) / 60 == 9
    assert time_of(block("quiz-day-one")) - sum(questions) / 60 == 6
    assert says("About nine minutes for the questions, six for the reasons.")


def test_the_right_option_is_neither_in_one_place_nor_the_longest() -> None:
    places, longest = [], []
    for name in ("early-sign", "sales-by-half", "first-promise", "days-late-class"):
        options = re.findall(r"^- \[([x ])\] [a-z-]+\) (.+)$", block(name), re.MULTILINE)
        right = [at for at, (mark, _) in enumerate(options) if mark == "x"]
        assert (len(right), len(options)) == (1, 4), name
        places += right
        longest.append(len(options[right[0]][1]) == max(len(text) for _, text in options))
    assert sorted(places) == [0, 1, 2, 3]
    assert not any(longest)


def test_each_option_of_the_quiz_has_its_reason() -> None:
    for name in ("early-sign", "sales-by-half", "money-lost", "first-promise", "days-late-class"):
        options = re.split(r"^- \[[x ]\] ", block(name).split("\n/// ")[0], flags=re.MULTILINE)[1:]
        assert all("\n\n    > " in option for option in options), name


def test_every_activity_tells_the_trainer_what_to_say_and_what_to_look_for() -> None:
    for depth, start, name, text in fences():
        if not text.startswith("////"):
            continue
        inside = [
            (deep, found)
            for deep, at, found, _ in fences()
            if start < at < start + text.count("\n") and deep == depth + 1
        ]
        assert {(depth + 1, "script"), (depth + 1, "facilitator")} <= set(inside), name


def test_no_number_stands_here_unchecked() -> None:
    """What is left when times, steps, ids and dates of letters are taken away was worked out above."""
    days_late = MONTHS_UNPAID * DAYS_A_MONTH
    checked = {
        indian(number)
        for number in (
            *(PACKS_BEFORE, PACKS_NOW, PACK_GRAMS, CAPITAL, LOSSES, SHOP_OWES, OLD_STOCK),
            *(CAPITAL // 2, CAPITAL - LOSSES, 100, 62, 38, 50, 162),
            *(days_late, days_late - BAD_LOAN_AFTER, BAD_LOAN_AFTER, QUIZ_DAYS_LATE, SMA_STEP, SMA_STEP + 1, 15),
        )
    } | {"62000"}
    text = re.sub(r"^---\n.*?\n---\n", "", DAY, flags=re.DOTALL)
    text = re.sub(
        r"^    (time|groups|sum|tries): .+$|\(\d+m\)|^\d\. |^## .+$|`long \d`|± [\d.]+", "", text, flags=re.MULTILINE
    )
    text = re.sub(r"1 November 2012|17 March 2016|SMA\u2011\d", "", text)
    text = (
        text.replace("older than 30 days", "")
        .replace("after 38 minutes and keep 7", "")
        .replace("questions 1, 3 and 4", "")
    )
    text = text.replace("About 4 for the numbers, 4 to look and talk, 3 for the five words, 4 for the", "")
    text = text.replace("read step 1 aloud", "")
    found = set(re.findall(r"\d[\d,.]*\d|\d", text))
    assert found - checked == set()
    assert checked - found == set()

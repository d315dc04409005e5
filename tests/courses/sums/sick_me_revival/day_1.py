"""Every number of Sick ME Revival, Day 1, worked out again: the case of Thanima Foods, two old tests of banks."""

from tests.courses.reading import indian, rupees

# Thanima Foods (invented).
packs_before, packs_now, grams = 2_000, 900, 200
put_in, losses = 100_000, 62_000
shop_owes, old_stock = 24_000, 8_000
months_unpaid = 5

# How banks count: RBI/2021-2022/125 (late loans) and RBI/2012-13/273 (the two old tests).
month, step = 30, 30
bad_after = 3 * step
test_a_days = 3 * month

days_late = months_unpaid * month
bad_for = days_late - bad_after
assert days_late > bad_after
assert bad_for < test_a_days, "test a is not met"

lost = losses * 100 // put_in
left, half = put_in - losses, put_in // 2
assert lost * put_in == losses * 100
assert losses >= half, "test b is met"

quiz_days_late = 45
assert step < quiz_days_late <= 2 * step, "SMA-1 is right"
assert 4 * month > bad_after, "four months late is a bad loan already"

# Minutes: the first poll; two groups and how long they report in the end; the quiz.
count, talk, words, phones = 4, 4, 3, 4
assert count + talk + words + phones == 15
sorting, reporting = 45, 7
case, new_points = 45, 10
spelled = {6: "six", 9: "nine", 35: "thirty-five", 38: "thirty-eight"}
questions = 4 * 1.5 + 3

TOLD = (
    f"About {count} for the numbers, {talk} to look and talk, {words} for the five words,"
    f" {phones} for the phone check.",
    "read step 1 aloud",
    "Stock is older than 30 days",
    "Thanima Foods, part 1: is it sick?",
    f"packs of {grams} g",
    f"{indian(packs_before)} packs a month",
    f"sell {packs_now} packs a month",
    f"the members put in {rupees(put_in)} together",
    f"the losses add up to {rupees(losses)}",
    f"A shop owes them {rupees(shop_owes)}",
    f"chips worth {rupees(old_stock)} that are past their date",
    f"A loan turns bad when it is more than {bad_after} days late.",
    f"count a month as {month} days",
    f"When did it pass {bad_after} days?",
    f"Sales are down from {indian(packs_before)} packs to {packs_now}.",
    f"{rupees(shop_owes)} lies in a shop",
    f"When will you pay the {rupees(shop_owes)}?",
    f"**{rupees(shop_owes)} in a shop**",
    "Reserve Bank of India of 1 November 2012",
    "Rules of 17 March 2016",
    f"put in {rupees(put_in)}. All losses together are {rupees(losses)}.",
    f"Divide only the losses by {rupees(put_in)}.",
    f"Divide them by {rupees(put_in)} and multiply by 100.",
    "Then multiply by 100.",
    "Percent means: of each 100.",
    f"A loan instalment is {quiz_days_late} days late.",
    f"counts in steps of {step} days",
    *(f"SMA\N{NON-BREAKING HYPHEN}{n}" for n in (0, 1, 2)),
    "Keep questions 1, 3 and 4.",
)

WORKED = (
    f"After {spelled[sorting - reporting]} minutes we meet here",
    f"After {spelled[case - new_points]} minutes we are back here.",
    f"About {spelled[int(questions)]} minutes for the questions, {spelled[int(15 - questions)]} for the reasons.",
    f"Close the groups after {sorting - reporting} minutes and keep {reporting} for the reports.",
    f"About how many days is the loan late? `number` = {days_late} ± 5",
    f"How many percent of the members' money is lost? `number` = {lost} ± 1",
    f"**Test a: not yet.** Five months are about {days_late} days. The loan turned bad after {bad_after} days,"
    f" about {bad_for} days ago. Three months would be {test_a_days} days."
    f" So {test_a_days - bad_for} days are missing.",
    f"**Test b: yes.** {rupees(losses)} ÷ {rupees(put_in)} = {lost}%. Half would be {rupees(half)}."
    f" Of the members' money {rupees(left)} is left.",
    f"Test a: about {days_late} days late, a bad loan for about {bad_for} days, not yet {test_a_days}: **no**."
    f" Test b: {lost}% lost, more than half: **yes**.",
    f"{days_late} days less {bad_after} are {bad_for}, and {bad_for} is less than {test_a_days}."
    f" Then {lost} of each 100.",
    # the quiz: the part lost, and the slips that lead elsewhere
    f"lost) {lost} ± 0.5 > Right. {rupees(losses)} ÷ {rupees(put_in)} = {lost}%. {rupees(left)} is left.",
    f"left) {100 - lost} ± 0.5 > {100 - lost}% is what is *left*.",
    f"half) {half * 100 // put_in} ± 0.5 > {half * 100 // put_in}% would be {rupees(half)}.",
    f"added) {(put_in + losses) * 100 // put_in} ± 0.5 > That is more than all the money they had.",
    f"rupees) {losses} ± 1 > These are the rupees.",
    f"Of each ₹100 that the members put in, {rupees(lost)} are lost and {rupees(100 - lost)} are left.",
    # the quiz: days late and their names
    f"ends after {step} days.",
    f"Yes. {step + 1} to {2 * step} days late is",
    f"begins after {2 * step} days. The unit has about {2 * step - quiz_days_late} days to act.",
    f"That begins after {bad_after} days. There are still {bad_after - quiz_days_late} days to act.",
)

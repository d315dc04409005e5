"""Every number of Sick ME Revival, Day 5, worked out again."""

from tests.courses.reading import COURSES, indian, rupees

# How a bank counts late days: RBI/2021-2022/125, `sma` in facts.yml.
STEP_DAYS = 30
LIMITS = [STEP_DAYS * step for step in (1, 2, 3)]
DAYS_LATE = 5 * 30  # five months without an instalment
assert LIMITS[2] < DAYS_LATE, "Thanima stands on the lowest step"

# --- three ways to repay ---

DEBT, MONTHLY = 74_000, 0.01  # 12% a year
WEAK_MONTH, MEMBERS, PAUSE_MONTHS = 6_000, 5, 3


def instalment(debt: float, months: int) -> float:
    """What is paid each month when interest runs on what is still owed (the annuity formula)."""
    return debt * MONTHLY * (1 + MONTHLY) ** months / ((1 + MONTHLY) ** months - 1)


def schedule_interest(debt: float, months: int) -> float:
    """The interest added up month by month, the bank's way; no formula."""
    paid, total = instalment(debt, months), 0.0
    for _ in range(months):
        interest = debt * MONTHLY
        total, debt = total + interest, debt + interest - paid
    assert abs(debt) < 0.01, "nothing is left at the end"
    return total


table = {months: round(instalment(1_000, months), 2) for months in (18, 36)}
pause = [DEBT * (1 + MONTHLY) ** month for month in range(PAUSE_MONTHS + 1)]
after_pause, pause_interest = pause[-1], pause[-1] - DEBT
a, b, c = instalment(DEBT, 18), instalment(DEBT, 36), instalment(after_pause, 36)
a_interest, b_interest = schedule_interest(DEBT, 18), schedule_interest(DEBT, 36)
c_interest = schedule_interest(after_pause, 36) + pause_interest
a_left, b_left, c_left = (WEAK_MONTH - each for each in (a, b, c))
assert 0.70 < a / WEAK_MONTH < 0.80, "three quarters of a weak month"

# With the rounded table, and in whole rupees, everybody lands within the tolerances of the sheet.
NEAR, INTEREST_NEAR = 2, 20  # rupees: a rounded table, once, and added up over all months
for thousands, months, exact, interest in (
    (DEBT / 1000, 18, a, a_interest),
    (DEBT / 1000, 36, b, b_interest),
    (after_pause / 1000, 36, c, c_interest),
):
    by_table = table[months] * thousands
    for paid in (by_table, round(by_table)):
        assert abs(paid - round(exact)) <= NEAR
        assert abs(paid * months - DEBT - round(interest)) <= INTEREST_NEAR
flat = DEBT * 0.12 * 1.5
simple_pause = DEBT + 3 * DEBT * MONTHLY
without_pause = c_interest - pause_interest

# --- the debt map ---

bank, overdue, banana, oil, member, rent, power = DEBT, 22_000, 21_000, 17_000, 10_000, 4_000, 1_150
cash, shop_this_month = 6_000, 12_000
soon = 6_000 + 24_000 + (30_000 - 8_000)  # Day 3: cash, the shop's debt, stock without the old chips
on_day_three = 38_000 + overdue
assert banana + oil == 38_000, "the traders of Day 3"
all_debts, hidden = bank + banana + oil + member + rent + power, member + rent + power
due_now = overdue + banana + oil + rent + power
found, found_before = soon / due_now * 100, soon / on_day_three * 100
to_hand_out = cash + shop_this_month
pay_banana, pay_oil, pay_rent = 1_500, 1_350, 1_000
old_debts = power + pay_banana + pay_oil + pay_rent
keep = to_hand_out - old_debts

# --- the bank's page, the quiz ---

owed, paused = 50_000, 2
first, second = owed * 1.01, owed * 1.01**paused
assert min(abs(second - slip) for slip in (owed + paused * 500, first, owed, 49_000)) > NEAR

TOLD = (
    "About 2 for the calls of yesterday, 2 for the poll, 6 to look and talk.",
    "About 4 for the card, 5 for the steps and Thanima, 4 for the three questions, 2 in reserve.",
    "Thanima owes the bank ₹74,000. The interest is 12% a year. That is 1% a month",
    "**Way A.** Pay it back in 18 months.",
    "**Way B.** Pay it back in 36 months.",
    "Then pay it back in 36 months. The clerk looks",
    "For each ₹1,000 of debt",
    "In a weak month Thanima has ₹6,000 left",
    "How many thousands are in ₹74,000?",
    "take away the ₹74,000 that",
    "adds 1% of what is owed",
    "take away ₹74,000 again",
    "Way A, 18 months",
    "Way B, 36 months",
    "Way C, a pause and then 36 months",
    "Interest on the whole debt for the whole time, 12% for a year and a half",
    "in the last month?",
    "still owe ₹74,000 in the last",
    "the bank: ₹74,000, and ₹22,000 of it",
    "the banana trader: ₹21,000",
    "the oil trader: ₹17,000",
    "a member: ₹10,000.",
    "the owner of the shed: ₹4,000",
    "electricity: ₹1,150.",
    "In hand they have ₹6,000. About ₹12,000 can come in this month",
    "A line may be 0.",
    "This month: what we have, if the ₹12,000 comes",
    "Due now: ₹22,000 of the bank",
    "If the ₹12,000 does not come",
    "**The member's ₹10,000.**",
    "for each ₹100 due now, how many",
    "**For each ₹100** due now",
    "900 packs a month now. A new price of ₹66 and a better pouch. Costs that rise with each pack: ₹51 instead of ₹54.",
    "then 36 months with",
    "three months and then 36 months. We offer",
    "whether we sell 900 packs at the new price",
    "Thanima owes ₹74,000 at 12% a year. It could repay in 18 months or in 36 months. What is true of the 36 months?",
    "A unit owes ₹50,000. The bank agrees to a pause of two months. Each month 1% interest",
    "You took the interest away.",
    "unchanged) 50000 ± 1",
    "smaller) 49000 ± 100",
    "How much is 1% of ₹50,000?",
    "takes 1% of the *new* debt",
    "where it is 5% a month?",
    "*trader, ₹3,000*",
)
WORKED = (
    f"Up to {LIMITS[0]} days late: SMA‑0. From {LIMITS[0] + 1} to {LIMITS[1]} days: SMA‑1."
    f" From {LIMITS[1] + 1} to {LIMITS[2]} days: SMA‑2. After more than {LIMITS[2]} days: NPA",
    "Each step has a name: SMA‑0, SMA‑1, SMA‑2.",
    f"Five months are about {DAYS_LATE} days. That is more than {LIMITS[2]}, so it is the lowest step",
    f"18 months: {rupees(table[18], 2)} every month",
    f"36 months: {rupees(table[36], 2)} every month",
    f"`money` = {a:.0f} ± {NEAR}",
    f"`money` = {a_interest:.0f} ± {INTEREST_NEAR}",
    f"`money` = {a_left:.0f} ± {NEAR}",
    f"`money` = {b:.0f} ± {NEAR}",
    f"`money` = {b_interest:.0f} ± {INTEREST_NEAR}",
    f"`money` = {b_left:.0f} ± {NEAR}",
    f"after the three months' pause `money` = {after_pause:.0f} ± {NEAR}",
    f"`money` = {c:.0f} ± {NEAR}",
    f"`money` = {c_interest:.0f} ± {INTEREST_NEAR}",
    f"`money` = {c_left:.0f} ± {NEAR}",
    f"After one month {rupees(DEBT)} becomes {rupees(pause[1])}.",
    f"Way A: {rupees(a)} a month, {rupees(a_interest)} interest. Way B: {rupees(b)} a month, {rupees(b_interest)}"
    f" interest. Way C: nothing for three months, then {rupees(c)} a month, {rupees(c_interest)} interest.",
    f"{DEBT // 1000} × {rupees(table[18], 2)} is about {rupees(a)} a month. Eighteen of them, less {rupees(DEBT)}: the"
    f" interest is {rupees(a_interest)}. In a weak month {rupees(WEAK_MONTH)} − {rupees(a)} = {rupees(a_left)} is left."
    f" That is {rupees(a_left / MEMBERS)} for each",
    f"{DEBT // 1000} × {rupees(table[36], 2)} is about {rupees(b)} a month. The interest is {rupees(b_interest)}. Left:"
    f" {rupees(b_left)}, or {rupees(b_left / MEMBERS)} each.",
    f"The debt grows: {', '.join(rupees(month) for month in pause)}. Then about {rupees(c)} a month. The interest is"
    f" {rupees(c_interest)}.",
    f"After it {rupees(c_left)} is left, or {rupees(c_left / MEMBERS)} each.",
    f"C costs {rupees(c_interest - a_interest)} more than A, and {rupees(c_interest - b_interest)} more than B.",
    f"We know that it costs {rupees(c_interest - b_interest)} more than B.",
    f"and {rupees(a_left / MEMBERS)} is no income for a member.",
    f"your sums may be up to ₹{INTEREST_NEAR} away",
    f"12% for a year and a half: {rupees(flat)}.",
    f"The pause with 1% of {rupees(DEBT)} three times: {rupees(simple_pause)}.",
    f'The interest of Way C without the pause: {rupees(without_pause)}. Ask: "And the {rupees(pause_interest)} of the',
    f"A: {rupees(a)}, {rupees(a_interest)}, {rupees(a_left)}. B: {rupees(b)}, {rupees(b_interest)}, {rupees(b_left)}."
    f" C: {rupees(after_pause)}, {rupees(c)}, {rupees(c_interest)}, {rupees(c_left)}.",
    f"what can turn into money soon: {rupees(soon)}.",
    f"The heap: all debts together `money` = {all_debts}",
    f"member, rent and electricity, which no paper of Day 3 showed `money` = {hidden}",
    f"both traders, rent, electricity) `money` = {due_now}",
    f"how many rupees can Thanima find? `number` = {found:.0f} ± 1",
    f"comes `money` = {to_hand_out}",
    f"For each ₹100: divide {rupees(soon)} by what is due now. Then multiply by 100.",
    f"**All debts:** {rupees(all_debts)}. **Hidden on Day 3:** {rupees(member)} + {rupees(rent)} + {rupees(power)} ="
    f" {rupees(hidden)}.",
    f"{rupees(overdue)} + {rupees(banana)} + {rupees(oil)} + {rupees(rent)} + {rupees(power)} = {rupees(due_now)}.",
    f"due now Thanima can find about {rupees(found)}. On Day 3 it was {rupees(found_before)}.",
    f"**This month:** {rupees(cash)} + {rupees(shop_this_month)} = {rupees(to_hand_out)}.",
    f"Electricity, all of it: {rupees(power)}.",
    f"for cash: {rupees(keep)} are kept for it.",
    f"**Why keep {rupees(keep)}, when so many wait?**",
    f"{rupees(pay_banana)} for bananas, {rupees(pay_oil)} for oil.",
    f"A part of the rent: {rupees(pay_rent)}, and",
    f"Together {rupees(old_debts)} go to old debts.",
    f"Payments that add up to more than {rupees(to_hand_out)}",
    f"We offer {rupees(c)} a month, from the first",
    f"We owe you {rupees(banana)}. Today we bring {rupees(pay_banana)}.",
    f"All debts {rupees(all_debts)}; hidden {rupees(hidden)}; due now {rupees(due_now)}; about {rupees(found)} for each"
    f" ₹100; to hand out {rupees(to_hand_out)}.",
    f"then 36 months with {rupees(c)} a month.",
    f"a pause of three months and then {rupees(c)} a month.",
    f"{rupees(b)} a month instead of {rupees(a)}, but {rupees(b_interest)} of interest instead of"
    f" {rupees(a_interest)}.",
    f"grown) {second:.0f} ± 1",
    f"{rupees(owed)} grows to {rupees(first)} and then to {rupees(second)}.",
    f"twice-the-same) {owed + paused * 500} ± 1",
    f"takes 1% of {rupees(first)}, not of {rupees(owed)}.",
    f"one-month) {first:.0f} ± 1",
    f"After one month {rupees(owed)} + {rupees(first - owed)} = {rupees(first)}."
    f" After two months {rupees(first)} + {rupees(second - first)} = {rupees(second)}.",
    f"between {rupees(owed + paused * 500)} and {rupees(second)} are small",
)

# The drawing says the same.
DRAWN = (COURSES / "sick_me_revival" / "media" / "three-ways-to-repay.svg").read_text(encoding="utf-8")
for amount in (a, a_interest, b, b_interest, c, c_interest):
    assert DRAWN.count(rupees(amount)) == 2, "once in the picture, once in its words"
assert indian(DEBT) in DRAWN

"""Every number of Sick ME Revival, Day 6, worked out again."""

from tests.courses.reading import rupees

# --- five members, two who work ---

SURPLUS, A_DAY = 6_000, 75
DAYS = [24, 24, 12, 0, 0]
equal = SURPLUS // len(DAYS)
for_days = [days * A_DAY for days in DAYS]
paid, rest = sum(for_days), SURPLUS - sum(for_days)
rest_each = rest // len(DAYS)
totals = [part + rest_each for part in for_days]
assert sum(totals) == SURPLUS
all_days = sum(DAYS)
whole_day = SURPLUS // all_days  # the third rule: everything for days
assert [days * whole_day for days in DAYS[:3]] == [2_400, 2_400, totals[2]]
among_three = for_days[2] + rest // 3

# --- risks ---

LOW, HIGH = 1, 5
fryer, money, knowing = 4 * 5, 4 * 4, 2 * 5
assert fryer > money > knowing

# --- two months' breath ---

FIXED, WEAR, DAYS_A_MONTH, MONTHS = 9_000, 1_500, 25, 12
fixed_cash = FIXED - WEAR
reserve = 2 * fixed_cash
working_days = DAYS_A_MONTH * MONTHS
a_day = reserve // working_days
assert a_day * working_days == reserve
little = 10 * working_days
little_lasts = little * 30 // fixed_cash

TOLD = (
    "About 2 for yesterday, 2 for the poll, 4 to look and talk.",
    "One month leaves ₹6,000 to share",
    "24 days each. One came for half of the days: 12.",
    "First ₹75 for each day that somebody worked.",
    "a member with 24 days gets `money`",
    "the member with 12 days gets `money`",
    "in all: a member with 24 days",
    "in all: the member with 12 days",
    "divide ₹6,000 by five",
    "Multiply each woman's days by ₹75. Take all of that from ₹6,000.",
    "is first paid ₹75 for a day worked",
    "to pay ₹75 for the days and forget",
    "How do we know that it was 24?",
    "There is ₹6,000, and there is a rule",
    "For each risk give two marks from 1 to 5.",
    "are marks from 1 to 5.",
    "how likely, 1 to 5?",
    "how much harm, 1 to 5?",
    "argue about 3 or 4",
    "costs less than ₹500?",
    "Thanima's fixed costs are ₹9,000 a month: the costs that come each month. ₹1,500 of it",
    "Tap *1 min* in the round of the fours",
    "It works on 25 days a month and gives itself 12 months.",
    "With only ₹10 on each working day, after 12 months",
    "are there in 12 months? Multiply 25 by 12.",
    "puts aside ₹10 every day can put aside ₹20 next year",
    "Many take ₹9,000.",
    "likely: mark 4. It does much harm: mark 5.",
    "likely 5 and harm 1, or likely 2 and harm 5?",
    "₹6,000 can be shared among five. Days worked: 24, 24, 12, 0 and 0. First ₹75 for each day",
    "does the member with 12 days get?",
    "Look at the one with 12 days: she gets the same with both rules.",
    "12 times ₹75",
    "what a member with 24 days gets",
)
WORKED = (
    f"each of the five gets `money` = {equal}",
    f"24 days gets `money` = {for_days[0]}",
    f"12 days gets `money` = {for_days[2]}",
    f"left to share equally `money` = {rest}",
    f"of that `money` = {rest_each}",
    f"24 days `money` = {totals[0]}",
    f"12 days `money` = {totals[2]}",
    f"did not come `money` = {totals[3]}",
    f"{rupees(SURPLUS)} ÷ {len(DAYS)} = {rupees(equal)} each",
    f"{rupees(for_days[0])} + {rupees(for_days[1])} + {rupees(for_days[2])} = {rupees(paid)}. Left: {rupees(rest)}, or"
    f" {rupees(rest_each)} each. In all {', '.join(rupees(total) for total in totals)}. Together that is"
    f" {rupees(sum(totals))} again.",
    f"Look at the third member: {rupees(totals[2])} with both rules.",
    f"{all_days} days share {rupees(SURPLUS)}: {rupees(whole_day)} a day. Then it is"
    f" {', '.join(rupees(days * whole_day) for days in DAYS[:3])}, and nothing for two.",
    f"Then {rupees(rest)} is left in the box.",
    f"The rule needs only three numbers: {rupees(totals[0])}, {rupees(totals[2])} and {rupees(totals[3])}.",
    f"Equal {rupees(equal)} each. New rule: {', '.join(rupees(total) for total in totals)}.",
    f"Likely: 4. Harm: 5. Score: 4 × 5 = {fryer}.",
    f"Likely 4, harm 5: score {fryer}.",
    f"Likely 4, harm 4: score {money}.",
    f"Likely 2, harm 5: score {knowing}.",
    f"paid in cash each month `money` = {fixed_cash}",
    f"the reserve for two months `money` = {reserve}",
    f"each working day `money` = {a_day}",
    f"there lies `money` = {little}",
    f"For Thanima: how many rupees a day? ({rupees(a_day)}.)",
    f"{rupees(FIXED)} − {rupees(WEAR)} = {rupees(fixed_cash)} a month. Two months: {rupees(reserve)}. {DAYS_A_MONTH} ×"
    f" {MONTHS} = {working_days} working days, and {rupees(reserve)} ÷ {working_days} = {rupees(a_day)} a day.",
    f"With ₹10 a day it is {rupees(little)} after a year. That is {little_lasts} days of fixed costs",
    f"product) {4 * 5} ",
    f"4 × 5 = {4 * 5}. We multiply",
    f"Right: 4 × 5 = {4 * 5}. The highest score of all is {HIGH * HIGH}.",
    f"sum) {4 + 5} ",
    f"difference) {5 - 4} ",
    f"side-by-side) {4}{5} ",
    f"The scores say {5 * LOW} and {2 * HIGH}.",
    f"both-parts) {totals[2]}",
    f"12 × ₹75 = {rupees(for_days[2])}, and {rupees(rest_each)} of the rest.",
    f"days-only) {for_days[2]}",
    f"rest-only) {rest}",
    f"full-days) {totals[0]}",
    f"rest-among-three) {among_three}",
    f"All days together are {all_days}. What is left of {rupees(SURPLUS)} when",
    f"Days: {all_days} × ₹75 = {rupees(paid)}. Rest: {rupees(rest)}, or {rupees(rest_each)} each. She gets"
    f" {rupees(for_days[2])} + {rupees(rest_each)} = {rupees(totals[2])}.",
)

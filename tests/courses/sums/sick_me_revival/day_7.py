"""Every number of Sick ME Revival, Day 7, worked out again."""

from tests.courses.reading import COURSES, indian, rupees

# --- will the cash last? ---

PRICE, VARIABLE, FIXED_CASH, WEAR = 66, 51, 7_500, 1_500
FIXED = FIXED_CASH + WEAR
AT_ONCE_PERCENT = 80
PACKS = [700, 850, 950, 1_100]
SHOP = [12_000, 8_000, 0, 0]
REPAIR = [3_000, 0, 0, 0]
OLD_DEBTS, OPENING, MEMBERS = 5_000, 6_000, 5
DEBT, PAUSE_MONTHS, MONTHS = 74_000, 3, 36
after_pause = DEBT * 1.01**PAUSE_MONTHS
instalment = round(after_pause * 0.01 * 1.01**MONTHS / (1.01**MONTHS - 1))  # Way C of Day 5
BANK = [0, 0, 0, instalment]

sales = [packs * PRICE for packs in PACKS]
at_once = [sold * AT_ONCE_PERCENT // 100 for sold in sales]
next_month = [sold - now for sold, now in zip(sales, at_once, strict=True)]
from_before = [0, *next_month[:3]]
material = [packs * VARIABLE for packs in PACKS]
came = [sum(parts) for parts in zip(at_once, from_before, SHOP, strict=True)]
went = [sum(parts) + FIXED_CASH + OLD_DEBTS for parts in zip(material, REPAIR, BANK, strict=True)]
box = [OPENING]
for money_in, money_out in zip(came, went, strict=True):
    box.append(box[-1] + money_in - money_out)
box = box[1:]
assert box == [3_760, 10_030, 10_460, 9_948], "as the course outlines have it"
lowest = box.index(min(box)) + 1

no_dues = box[0] - SHOP[0]
FEWER = 500
fewer = OPENING + FEWER * PRICE * AT_ONCE_PERCENT // 100 - FEWER * VARIABLE - FIXED_CASH - REPAIR[0] - OLD_DEBTS
cash_only = no_dues + next_month[0]
assert cash_only == OPENING + sales[0] - went[0]
brings_at_once = PRICE * AT_ONCE_PERCENT / 100
assert round((PACKS[0] - FEWER) * (brings_at_once - VARIABLE)) == no_dues - fewer

left = PRICE - VARIABLE
surplus = PACKS[3] * left - FIXED
earned = surplus + WEAR
cover = earned / instalment
for_members = earned - instalment - OLD_DEBTS
assert cover > 3, "three times and more"

# --- Thanima's page: now (Day 3) and in ninety days, which is month 3 ---

now = 900 * (60 - 54) - 10_000
ninety_surplus = PACKS[2] * left - FIXED
break_even = FIXED // left
assert break_even * left == FIXED

# --- the gaps of the quiz, and the slips behind the wrong choices ---

all_packs = PACKS[3] * left
each = surplus // MEMBERS

TOLD = (
    "About 2 for the visits, 2 for the poll, 3 to talk.",
    "A pack sells for ₹66. What rises with each pack costs ₹51",
    "(fixed costs) are ₹7,500 in cash.",
    "80% is paid at once. The other 20% comes",
    "₹12,000 in month 1 and ₹8,000 in month 2.",
    "In month 1 the fryer is repaired for ₹3,000.",
    "Each month ₹5,000 go to old debts",
    "They want to sell 700 packs in month 1, then 850, then 950, then 1,100.",
    "there are ₹6,000 in the box",
    "All together: month 1. Compare",
    "In which month is the box lowest: 1, 2, 3 or 4?",
    "gets a minus: -500.",
    *(f"Month {month}: money in `money`" for month in (1, 2, 3, 4)),
    *(f"Month {month}: money out `money`" for month in (1, 2, 3, 4)),
    *(f"Month {month}: in the box at the end `money`" for month in (1, 2, 3, 4)),
    "What if, month 1: the shop does not pay the ₹12,000. In the box at the end `money`",
    "What if, month 1: it does not pay, and they make and sell only 500 packs. In the box",
    "What if, month 1: it does not pay, and they sell all 700 packs for cash",
    "Quick groups, month 4: for each rupee that the bank gets",
    "**Money in, month 1.** 700 packs × ₹66 are the sales. Of that 80% comes at once.",
    "**Money out, month 1.** 700 packs × ₹51,",
    "**Month 2.** 80% of the sales of month 2, *and* 20% of the sales of month 1,",
    "bank, month 4.**",
    "take away the fixed costs of ₹9,000",
    "add ₹1,500 again",
    "**Month 1.** In",
    "**Month 2.** In",
    "**Month 3.** In",
    "**Month 4.** In",
    "breaks in month 1",
    "the 20% that would come later",
    "Month 1 all together",
    "The 20% of the month before forgotten",
    "Groups that differ by ₹12,000",
    "Begin with month 1, all",
    "In month 4 there is, three times and more.",
    "has each group month 1?",
    "Do not point at month 1.",
    "Months 1 and 2 only",
    "numbers now and in 90 days",
    "In 90 days: packs or pieces",
    "In 90 days: how many",
    "In 90 days: surplus",
    "In 90 days: what each member",
    "**For each member in 90 days:**",
    "packs of 200 g",
    "collect ₹12,000. By Saturday",
    "the new price of ₹66",
    "**In 90 days:**",
    "The member's ₹10,000 is written down",
    "About 12 to read and write, 6 to talk, 2 to show.",
    "₹300 a member a month",
    "at the end of month 1 there would be",
    "Each pack leaves ₹15, and the fixed costs are ₹9,000",
    "1 = not at all, 5 = completely",
    "## My 90 days",
    "in week 1:",
    "in week 2 `date`",
    "in week 4 `date`",
    "in week 6 `date`",
    "in week 8 `date`",
    "in week 12: what",
    "in weeks 1, 2, 4, 6, 8 and 12.",
    "fewer than 600 packs",
)
WORKED = (
    f"nothing for three months, then {rupees(instalment)} a month. They want",
    *(f"money in `money` = {amount}" for amount in came),
    *(f"money out `money` = {amount}" for amount in went),
    *(f"at the end `money` = {amount}" for amount in box),
    f"is the box lowest: 1, 2, 3 or 4? `number` = {lowest}",
    f"does not pay the ₹12,000. In the box at the end `money` = {no_dues}",
    f"In the box at the end `money` = {fewer}",
    f"In the box at the end `money` = {cash_only}",
    f"are earned? `number` = {cover:.2f} ± 0.02",
    f"Each pack leaves {rupees(left)}. Multiply it by {indian(PACKS[3])} and",
    f"{rupees(box[0])}, then {rupees(box[1])}, then {rupees(box[2])}, then {rupees(box[3])}.",
    f"minus {rupees(-no_dues)}, if",
    f"In: {rupees(at_once[0])} from sales and {rupees(SHOP[0])} from the shop, {rupees(came[0])}. Out:"
    f" {rupees(material[0])} for material, {rupees(FIXED_CASH)} fixed, {rupees(REPAIR[0])} repair, {rupees(OLD_DEBTS)}"
    f" old debts, {rupees(went[0])}. Box: {rupees(OPENING)} + {rupees(came[0])} − {rupees(went[0])} ="
    f" **{rupees(box[0])}**.",
    f"In: {rupees(at_once[1])} + {rupees(from_before[1])} + {rupees(SHOP[1])} = {rupees(came[1])}. Out:"
    f" {rupees(material[1])} + {rupees(FIXED_CASH)} + {rupees(OLD_DEBTS)} = {rupees(went[1])}. Box:"
    f" **{rupees(box[1])}**.",
    f"In: {rupees(at_once[2])} + {rupees(from_before[2])} = {rupees(came[2])}. Out: {rupees(material[2])} +"
    f" {rupees(FIXED_CASH)} + {rupees(OLD_DEBTS)} = {rupees(went[2])}. Box: **{rupees(box[2])}**.",
    f"In: {rupees(at_once[3])} + {rupees(from_before[3])} = {rupees(came[3])}. Out: {rupees(material[3])} +"
    f" {rupees(FIXED_CASH)} + {rupees(OLD_DEBTS)} + {rupees(instalment)} = {rupees(went[3])}. Box:"
    f" **{rupees(box[3])}**.",
    f"{rupees(box[0])} − {rupees(SHOP[0])} = **{rupees(no_dues)}**.",
    f"with {FEWER} packs it is **{rupees(fewer)}**. A pack costs {rupees(VARIABLE)} at once and brings"
    f" {rupees(brings_at_once, 2)} at once. So each pack that is not made takes"
    f" {rupees(brings_at_once - VARIABLE, 2)} out of the box.",
    f"{rupees(no_dues)} + {rupees(next_month[0])} = **{rupees(cash_only)}**.",
    f"A pack costs {rupees(VARIABLE)} on the day it is made. On that day it brings only {rupees(brings_at_once, 2)}:",
    f"and its {rupees(brings_at_once - VARIABLE, 2)} is missing too.",
    f"**For the bank in month {len(PACKS)}:** {indian(PACKS[3])} × {rupees(left)} − {rupees(FIXED)} + {rupees(WEAR)} ="
    f" {rupees(earned)}. {rupees(earned)} ÷ {rupees(instalment)} = **{cover:.2f}**. For each rupee the bank gets, there"
    f" are ₹{cover:.2f}.",
    f"Of these {rupees(earned)} the bank takes {rupees(instalment)} and the old debts {rupees(OLD_DEBTS)}."
    f" {rupees(for_members)} are left: {rupees(for_members / MEMBERS)} for each",
    f"The fixed costs with the wear, {rupees(FIXED)}.",
    f"{', '.join(rupees(month) for month in box)}. Without the {rupees(SHOP[0])}: {rupees(no_dues)}. With {FEWER}"
    f" packs: {rupees(fewer)}. For cash only: {rupees(cash_only)}. Cover: {cover:.2f}.",
    f"**Now:** 900 packs, a loss of {rupees(-now)},",
    f"{PACKS[2]} packs. {break_even} are needed to cover the costs. Surplus {rupees(ninety_surplus)}. After"
    f" {rupees(OLD_DEBTS)} for old debts",
    f"lowest in month {lowest}, with {rupees(min(box))}. If",
    f"then {rupees(instalment)}. Traders and rent: {rupees(OLD_DEBTS)} a month together.",
    f"there would be {rupees(no_dues)} in the box",
    f"Thanima sells {indian(PACKS[3])} packs a month.",
    f"`all-packs = *{rupees(all_packs)}* / {rupees(PACKS[3] // 10 * left)} / {rupees(PACKS[3] * PRICE)} /"
    f" {rupees(1_000 * left)}`",
    f"`surplus = *{rupees(surplus)}* / {rupees(all_packs + FIXED)} / {rupees(1_000 * left - FIXED)} /"
    f" {rupees(all_packs)}`",
    f"`each = *{rupees(each)}* / {rupees(all_packs // MEMBERS)} / {rupees(surplus)} / {rupees(each // MEMBERS)}`",
    f"{indian(PACKS[3])} × {rupees(left)} = {rupees(all_packs)}. {rupees(all_packs)} − {rupees(FIXED)} ="
    f" {rupees(surplus)}. {rupees(surplus)} ÷ {MEMBERS} = {rupees(each)}.",
    f"Who chose {rupees(PACKS[3] * PRICE)} took the whole price of {rupees(PRICE)} instead",
    f"Who chose {rupees(all_packs + FIXED)} added",
    f"And {rupees(all_packs // MEMBERS)} is {rupees(all_packs)} ÷ {MEMBERS}: the fixed",
)

# The drawing says the same.
DRAWN = (COURSES / "sick_me_revival" / "media" / "cash-four-months.svg").read_text(encoding="utf-8")
for amount in (*box, no_dues):
    assert DRAWN.count(rupees(amount)) == 2, "once in the picture, once in its words"

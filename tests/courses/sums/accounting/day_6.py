"""Every number of Accounting, Day 6, worked out again."""

from decimal import Decimal

from tests.courses.reading import COURSES, indian, rupees
from tests.courses.sums.accounting import day_5 as june

FACTS = (COURSES / "facts.yml").read_text(encoding="utf-8")


def instalment(loan: float, percent: float, months: int) -> float:
    """What is paid each month on a loan at a reducing yearly rate: loan · r · (1 + r)ⁿ ÷ ((1 + r)ⁿ − 1)."""
    rate = percent / 1_200
    return loan * rate * (1 + rate) ** months / ((1 + rate) ** months - 1)


# --- where did the cash go? ---

before, after = june.opening_cash + june.opening_bank, june.cash + june.bank
fall = before - after
assert (before, after, fall, june.net) == (20_000, 15_200, 4_800, 3_000)

# --- three rivers ---

work_in = june.sale_third + june.pta_paid + june.sale_eighteenth
work_out = (*(june.cloth, june.rent, june.electricity, june.kairali_paid, june.wages, june.transport, june.interest),)
work_less = sum(work_out) - work_in
assert work_less == 700  # said in words to all
others_out = june.principal + june.drawing
all_out = sum(work_out) + others_out
assert work_less + others_out == fall

# --- the bridge ---

shelf = june.materials - june.bought
added = (june.wear, june.phone, june.kairali, shelf)
plus = sum(added)
assert june.net + plus - june.pta == -work_less

# --- the days ---

lie, wait, given, a_day = 20, 15, 10, 900
away = lie + wait - given
tied = away * a_day
used_a_day = june.costs / 30
assert round(used_a_day, -2) == a_day
sooner = 5

# --- two loans ---

loan_a, rate_a, months_a, paid_a = 100_000, 10.5, 36, 3_250.24
assert round(instalment(loan_a, rate_a, months_a), 2) == paid_a
rows, owed = [], float(loan_a)
for _ in range(3):
    interest = owed * rate_a / 1_200
    principal = instalment(loan_a, rate_a, months_a) - interest
    owed -= principal
    rows.append((interest, principal, owed))
total_a = paid_a * months_a
cost_a = total_a - loan_a
assert abs(total_a - instalment(loan_a, rate_a, months_a) * months_a) < 2, "inside what the sheet allows"

loan_b, rate_b, months_b, reducing_b = 50_000, 12, 24, 2_353.67
assert round(instalment(loan_b, rate_b, months_b), 2) == reducing_b
years_b = months_b // 12
flat_interest = loan_b * rate_b // 100 * years_b
flat = (loan_b + flat_interest) / months_b
dearer = round(flat, 2) - reducing_b
dearer_all = dearer * months_b
low, high = 0.0, 60.0
for _ in range(100):
    middle = (low + high) / 2
    low, high = (middle, high) if instalment(loan_b, middle, months_b) < flat else (low, middle)
true_rate = low
rough = 1.8
assert f"{true_rate:.1f}" == f"{rate_b * rough:.1f}"

# --- doors ---

for_cloth, for_machine, shishu_to = 8_000, 45_000, 50_000
assert for_machine <= shishu_to
assert (
    f"Shishu up to {rupees(shishu_to)}; Kishor up to ₹5 lakh; Tarun up to ₹10 lakh; Tarun Plus up to ₹20 lakh" in FACTS
)
assert 50_000 < 300_000 <= 500_000, "₹3 lakh is Kishor"
assert 1_000_000 < 1_200_000 <= 2_000_000, "₹12 lakh is Tarun Plus"

# --- composition ---

sold, bought, composition, regular = 600_000, 360_000, 1, 5
assert "tax of 1% on goods, 5% for restaurants without alcohol" in FACTS
assert "0, 5, 18 and 40 per cent" in FACTS
assert "goods sold within the State: up to ₹40 lakh a year without registration; services: up to ₹20 lakh" in FACTS
assert "open up to ₹1.5 crore of sales a year" in FACTS
assert 44 > 40 > 25, "lakh: who has to register with goods"
assert 18 < 20, "lakh: services"
assert max(60, 50, 70) < 150, "lakh: who may choose composition"
short_tax = sold * composition // 100
bought_tax = bought * regular // 100
charged = sold * regular // 100
pay = charged - bought_tax
short_left = sold - bought - bought_tax - short_tax
regular_left = sold - bought
inside = Decimal(sold) / (1 + Decimal(regular) / 100)
shelf_left = inside - bought
assert sold - bought - bought_tax - short_tax == 216_000

# --- four weeks of July: in, out ---

JULY = (
    (3_500, june.cloth + june.rent + june.phone),
    (3_000, june.electricity + june.kairali),
    (3_200, june.wages + june.transport),
    (june.pta + 3_000, june.principal + june.interest),
)
weeks, standing = [], after
for number, (into, out) in enumerate(JULY, start=1):
    weeks.append(
        f"| {number} | {indian(standing)} | {indian(into)} | {indian(out)} | {indian(standing + into - out)} |"
    )
    standing += into - out
assert standing == 10_100

TOLD = (
    # 6.1, 6.2
    "On 1 June Ponnu's unit",
    "On 30 June it had",
    "Cash and bank on 30 June:",
    f"| Cash sale on the 3rd | {indian(june.sale_third)} |",
    f"| The PTA pays a part | {indian(june.pta_paid)} |",
    f"| Cash sale on the 18th | {indian(june.sale_eighteenth)} |",
    f"| Cloth | {indian(june.cloth)} |",
    f"| Rent | {indian(june.rent)} |",
    f"| Electricity | {indian(june.electricity)} |",
    f"| Kairali Traders, a part | {indian(june.kairali_paid)} |",
    f"| Wages | {indian(june.wages)} |",
    f"| Transport | {indian(june.transport)} |",
    f"| Loan: interest | {indian(june.interest)} |",
    f"| Loan: principal | {indian(june.principal)} |",
    f"| Drawing | {indian(june.drawing)} |",
    f"The {rupees(june.deposit)} of the 27th went from the tin into the bank.",
    f"that add the {rupees(june.deposit)} of the deposit",
    f"Phone bill, not paid yet: {rupees(june.phone)}",
    f"Phone bill, unpaid, {rupees(june.phone)}",
    f"stock lies {lie} days, buyers pay after {wait} days, suppliers wait {given} days.",
    f"about {rupees(a_day)} a day. How much money",
    # 6.3
    f"One says {rate_a}%, the other says {rate_b}%.",
    f"Loan {rupees(loan_a)}. Rate {rate_a}% a year, **reducing**. {months_a} months.",
    f"what is still owed × {rate_a}% ÷ 12.",
    f"Loan {rupees(loan_b)}. Rate {rate_b}% a year, **flat**. {months_b} months.",
    f"for {rupees(loan_b)} at {rate_b}% **reducing** over {months_b} months",
    f"All {months_a} instalments together",
    f"And how much more in {months_b} months together?",
    f"multiply a flat rate by {rough}.",
    # 6.4
    f"{rupees(for_cloth)} for cloth; the school pays in 20 days",
    f"{rupees(for_machine)} for the first machine",
    "₹3 lakh for a bigger shed",
    "₹12 lakh; a Tarun loan is already repaid",
    '"The school pays in 60 days, not in 20"',
    # 6.5
    f"Last year it sold for ₹44 lakh, so it had to register. In this quarter (three months) it sold for {rupees(sold)}."
    f" It bought for {rupees(bought)}, and paid {regular}% tax on top",
    f"For composition take {composition}% of the sales, for the regular way {regular}%.",
    f"Composition tax: {composition}% of the sales",
    f"{regular}% of what was bought",
    f"Regular: {regular}% tax on top of the sales",
    f"{regular}% of {indian(bought)}: divide by 100 and multiply by {regular}.",
    f"It is {composition}% of *all* sales.",
    "Pickles, ₹25 lakh a year",
    "a service, ₹18 lakh a year",
    "A restaurant without alcohol, ₹60 lakh a year",
    "Chips, ₹60 lakh a year",
    "Ice cream, ₹50 lakh a year",
    "A boutique, ₹70 lakh a year",
    # the quiz
    f"A loan of {rupees(loan_b)} at {rate_b}% **flat** for {months_b} months.",
    f"the instalment at {rate_b}% *reducing*",
    f"How much is {rate_b}% of {indian(loan_b)}?",
    f"on the whole {rupees(loan_b)} until the end",
    f"sells goods for {rupees(sold)} in a quarter. The rate is {composition}%.",
    f"That is {regular}%, the tax of the regular way.",
    f"A unit wants a MUDRA loan of {rupees(for_machine)}",
    f"and {rupees(for_machine)} is inside it",
    f"{rupees(for_machine)} is still below that",
    # 6.7
    "Week 1: cloth, rent and phone. Week 2: electricity and Kairali. Week 3: wages and transport."
    " Week 4: the instalment.",
    "Week 3 is the low one. Week 4 is saved by the PTA",
    "rings the school in week 2, not in week 4.",
)

WORKED = (
    # 6.1
    f"had {rupees(before)} in tin and bank. On 30 June it had {rupees(after)}. That is {rupees(fall)} less.",
    f"June brought a surplus of {rupees(june.net)}.",
    # 6.2: rivers
    f"June earned {rupees(june.net)}, and {rupees(fall)} of cash is gone",
    f"Wear of the machines: {rupees(june.wear)}",
    f"Material bought: {rupees(june.bought)}. Material used: {rupees(june.materials)}"
    f" - The PTA still owes us {rupees(june.pta)} - We still owe Kairali Traders {rupees(june.kairali)}",
    f"Work: came in `money` = {work_in}",
    f"Work: went out, interest too `money` = {sum(work_out)}",
    f'by how much is "out" larger than "in"? `money` = {work_less}',
    f"Machines: went out `money` = {0}",
    f"Loans and members: went out `money` = {others_out}",
    f"by how much did the cash fall? `money` = {fall}",
    f"{rupees(before)} less the fall `money` = {after}",
    f"| Work | {indian(work_in)} | {indian(sum(work_out))} | {indian(-work_less)} |",
    "| Machines | 0 | 0 | 0 |",
    f"| Loans and members | 0 | {indian(others_out)} | {indian(-others_out)} |",
    f"| **Together** | **{indian(work_in)}** | **{indian(all_out)}** | **{indian(-fall)}** |",
    f"{indian(before)} − {indian(fall)} = {rupees(after)}. The book",
    f"A fall of {indian(fall - june.interest)}: the interest was left out."
    f" A fall of {indian(fall - june.drawing)}: the drawing was left out."
    f" A fall of {indian(fall + june.deposit)}: the deposit was counted as going out.",
    f"Work {indian(-work_less)}, machines 0, loans and members {indian(-others_out)}: together **{indian(-fall)}**.",
    # the bridge
    f"Wear of the machines, {rupees(june.wear)}",
    f"Trims from Kairali, unpaid, {rupees(june.kairali)}",
    f"Cloth taken from the old stock, {rupees(shelf)}",
    f"What the PTA still owes, {rupees(june.pta)}",
    f"they used {rupees(june.materials)} and bought only {rupees(june.bought)}",
    f"The four cards that are added, together `money` = {plus}",
    f"The card that is taken off `money` = {june.pta}",
    f"{rupees(june.net)} + the four cards − the last card: how much below zero? `money` = {work_less}",
    f"{indian(june.net)} + {' + '.join(indian(one) for one in added)} − {indian(june.pta)}"
    f" = {rupees(june.net + plus - june.pta)}. The same as the first river.",
    f"{rupees(june.pta)} is still at the school. And {rupees(others_out)} went to the loan and to a house",
    # the days
    f"For how many days is our money away? `number` = {away}",
    f"How much money is always away? `money` = {tied}",
    f"{lie} + {wait} − {given} = {away} days. {away} × {rupees(a_day)} = {rupees(tied)}:",
    f"{sooner} × {rupees(a_day)} = {rupees(sooner * a_day)} less would be away",
    f"**{rupees(a_day)} a day** comes from yesterday: June used up {indian(june.costs)}. Divided by 30 days that is"
    f" {indian(used_a_day)}, about {a_day}.",
    f"An answer of {lie + wait + given} days: they added the suppliers' days.",
    # 6.3: paper A
    f"Instalment {rupees(paid_a, 2)} a month.",
    f"{indian(loan_a)} × {rate_a}% ÷ 12 `money` = {rows[0][0]:.0f} ± 0.5",
    f"Principal in the first instalment `money` = {rows[0][1]:.2f} ± 0.5",
    f"Still owed after one month `money` = {rows[0][2]:.2f} ± 1",
    f"Interest of the second month `money` = {rows[1][0]:.2f} ± 0.5",
    f"in whole rupees `money` = {total_a:.0f} ± 2",
    f"So all interest together `money` = {cost_a:.0f} ± 2",
    f"{indian(loan_a)} × {rate_a} ÷ 100 ÷ 12. That is the interest.",
    *(
        f"| {name} | {indian(paid, 2)} | {indian(less, 2)} | {indian(left, 2)} |"
        for name, (paid, less, left) in zip(("First", "Second", "Third"), rows, strict=True)
    ),
    f"{months_a} instalments are {rupees(total_a)}. So the loan costs {rupees(cost_a)}.",
    f"Interest of {indian(loan_a * rate_a / 100)}: a whole year.",
    f"the debt would be {indian(loan_a - paid_a, 2)}.",
    # paper B
    f"the instalment would be {rupees(reducing_b, 2)}.",
    f"All interest: {indian(loan_b)} × {rate_b}% × {years_b} years `money` = {flat_interest}",
    f"Instalment a month `money` = {flat:.2f} ± 0.5",
    f"How much more is that in a month than at {rate_b}% reducing? `money` = {dearer:.2f} ± 0.5",
    f"together? `money` = {dearer_all:.0f} ± {months_b * 0.5:.0f}",
    f"Divide by {months_b}.",
    f"({indian(loan_b)} + {indian(flat_interest)}) ÷ {months_b} = {rupees(flat, 2)}. That is {rupees(dearer, 2)} more"
    f" each month than {rupees(reducing_b, 2)}. In {months_b} months about {rupees(dearer_all)}.",
    f'"{rate_b}% flat" is about {true_rate:.1f}% reducing.',
    f"Interest of {indian(loan_b * rate_b / 100)}: one year only.",
    f"An instalment of {indian(loan_b / months_b, 2)}: no interest in it at all.",
    f"A: {indian(rows[0][0], 2)}, then {indian(rows[1][0], 2)}; in all {indian(total_a)}."
    f" B: {indian(flat, 2)} a month, about {true_rate:.1f}% in truth.",
    # 6.5
    f"Composition tax: {composition}% of the sales `money` = {short_tax}",
    f"How much is a half? `money` = {short_tax // 2}",
    f"{regular}% of what was bought `money` = {bought_tax}",
    f"− composition tax `money` = {short_left}",
    f"{regular}% tax on top of the sales `money` = {charged}",
    f"What goes to the tax office? `money` = {pay}",
    f"what do the buyers pay in all? `money` = {sold + charged}",
    f"The tax only passes through `money` = {regular_left}",
    f"{composition}% of {indian(sold)} = {rupees(short_tax)}, half of it {rupees(short_tax // 2)}.",
    f"{indian(sold)} − {indian(bought)} − {indian(bought_tax)} − {indian(short_tax)} = {rupees(short_left)} are left.",
    f"Charged {rupees(charged)}, tax credit {rupees(bought_tax)}, paid {rupees(pay)}."
    f" {indian(sold)} − {indian(bought)} = {rupees(regular_left)} are left. But the buyers"
    f" pay {rupees(sold + charged)}.",
    f"the tax is inside the {indian(sold)}: {indian(sold)} ÷ 1.05 = {rupees(inside)} are for us."
    f" Less {indian(bought)}, and {rupees(shelf_left)} are left. That is {rupees(short_left - shelf_left)} less than"
    " with composition.",
    f"Composition tax of {indian((sold - bought) * composition / 100)}: they took"
    f" {composition}% of sales less purchases.",
    f"Paid {indian(charged)} the regular way: they forgot the tax credit.",
    f"Composition {rupees(short_tax)}; regular {rupees(charged)} − {rupees(bought_tax)} = {rupees(pay)}.",
    # the quiz
    f"surplus of {rupees(june.net)}. Cash and bank fell by {rupees(fall)}.",
    f"Somebody took {rupees(fall)} out of the tin",
    f"The PTA still owes {rupees(june.pta)}, and {rupees(others_out)} went to loan and drawing",
    f"flat) {indian(flat, 2)} ± 1",
    f"{rate_b}% for two years is {indian(flat_interest)}. ({indian(loan_b)} + {indian(flat_interest)}) ÷ {months_b}"
    f" = {indian(flat, 2)}.",
    f"reducing) {indian(reducing_b, 2)} ± 1",
    f"no-interest) {indian(loan_b / months_b, 2)} ± 1",
    f"That is {indian(loan_b)} ÷ {months_b}. There is no interest in it.",
    f"one-year) {indian((loan_b + flat_interest / 2) / months_b, 2)} ± 1",
    f"You counted the interest of one year: {indian(flat_interest / 2)}.",
    f"ten-a-year) {indian((loan_b + loan_b * (rate_b - 2) // 100 * years_b) / months_b)} ± 1",
    f"That is {rate_b - 2}% for each of the two years. The paper says {rate_b}%.",
    f'"{rate_b}% flat" costs about as much as {true_rate:.1f}% reducing',
    f"one-percent) {indian(short_tax)} ± 1",
    f"{indian(sold)} ÷ 100 = {indian(short_tax)}.",
    f"half) {indian(short_tax // 2)} ± 1",
    f"five-percent) {indian(charged)} ± 1",
    f"after-credit) {indian(pay)} ± 1",
    f"ten-percent) {indian(sold // 10)} ± 1",
    "That is 10%. One per cent",
    # 6.7
    *weeks,
    f"which then pays its {rupees(june.pta)}.",
    f"week 4 closes with {rupees(standing - june.pta)}.",
)

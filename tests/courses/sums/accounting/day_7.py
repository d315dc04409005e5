"""Every number of Accounting, Day 7, worked out again."""

from tests.courses.reading import COURSES, indian, rupees
from tests.courses.sums.accounting.day_6 import instalment

FACTS = (COURSES / "facts.yml").read_text(encoding="utf-8")

# --- the report of the five bakers ---

oven, tables, first_costs, working = 200_000, 20_000, 10_000, 70_000
own_money, subsidy = 30_000, 50_000
cost = oven + tables + first_costs + working
own_percent = own_money * 100 // cost
loan = cost - own_money - subsidy
loan_without = cost - own_money
assert (cost, own_percent, loan, loan_without) == (300_000, 10, 220_000, 270_000)

# --- page three ---

bakers, sales, variable_percent, fixed, wear = 5, 1_020_000, 65, 200_000, 22_000
rate, months, monthly, monthly_without = 10.5, 60, 4_728.66, 5_803.35
assert wear == (oven + tables) // 10, "ten years"
assert round(instalment(loan, rate, months), 2) == monthly
assert round(instalment(loan_without, rate, months), 2) == monthly_without
owed, interest_exact = float(loan), 0.0
for _ in range(12):
    interest_exact += owed * rate / 1_200
    owed -= instalment(loan, rate, months) - owed * rate / 1_200
interest, principal = round(interest_exact), round(loan - owed)
assert (interest, principal) == (21_433, 35_311)

left_percent = 100 - variable_percent
left = left_percent / 100
variable = sales * variable_percent // 100
contribution = sales - variable
before = contribution - fixed - wear
after = before - interest
for_loan = after + wear + interest
assert for_loan == contribution - fixed == 157_000  # said in words to all
year = round(monthly * 12)
assert year == interest + principal
cover = for_loan / year
costs = fixed + wear + interest
break_even = costs / left
kept = for_loan - year
a_member = kept / 12 / bakers
year_without = round(monthly_without * 12)
cover_without = for_loan / year_without
a_member_without = (for_loan - year_without) / 12 / bakers

wanted = 3_000
for_members = wanted * 12 * bakers
in_cash = fixed + year + for_members
needed = in_cash / left
uncovered = principal - wear
assert costs + for_members + uncovered == in_cash

fewer = sales * 80 // 100
fewer_for_loan = fewer * left_percent // 100 - fixed
fewer_member = (fewer_for_loan - year) / 12 / bakers

assert "registration up to ₹1.5 crore of sales a year" in FACTS, "so a registration is enough for the five"
assert "goods sold within the State: up to ₹40 lakh" in FACTS, "so they need no GST registration"

TOLD = (
    "- nearly-all) On 6 or 7 - most) On 4 or 5 - some) On 2 or 3",
    f"**Oven and mixer:** {rupees(oven)}.",
    f"**Tables and racks:** {rupees(tables)}.",
    f"(papers, paint, trial baking): {rupees(first_costs)}.",
    f"(flour, and waiting for buyers): {rupees(working)}.",
    f"**Own money:** {rupees(own_money)}, in the passbook. **Subsidy:** they hope for {rupees(subsidy)}.",
    f"They hope to sell for {rupees(sales)} in the first year.",
    f"No GST yet: {rupees(sales)} is below the limit.",
    "We five decided on 20 November:",
    f"**Sales:** {rupees(sales)} in the year.",
    f"(flour, sugar, gas, packing): {variable_percent}% of sales.",
    f"(rent, power, phone, transport, helper): {rupees(fixed)}.",
    f"**Wear** of oven, mixer, tables and racks: {rupees(wear)}.",
    f"at {rate}% reducing, {months} months.",
    f"has {rupees(wanted)} a month `money`",
    f"5 × {rupees(wanted)} × 12 for the members",
    f"| Fixed cost in cash | {indian(fixed)} |",
    f"| Wear | {indian(wear)} |",
    f"| Sales | {indian(sales)} |",
    f"**For {rupees(wanted)} each.**",
    f"For {rupees(wanted)} each: sales",
    "About 120 in the first month",
    "## My 90 days",
    f"planned) {indian(sales)} ± 100",
    "1 = not yet, 5 = I could show it to others",
)

WORKED = (
    # the report
    f"cost of the whole project `money` = {cost}",
    f"Own money in percent of the cost `number` = {own_percent}",
    f"Loan, if the subsidy comes `money` = {loan}",
    f"Loan, if the subsidy does not come `money` = {loan_without}",
    f"{indian(oven)} + {indian(tables)} + {indian(first_costs)} + {indian(working)} = {rupees(cost)}.",
    f"Own {rupees(own_money)}, which is {own_percent}%. Loan {indian(cost)} − {indian(own_money)} − {indian(subsidy)}"
    f" = {rupees(loan)}. Without the subsidy {rupees(loan_without)}.",
    f"A loan of {indian(cost - subsidy)}: the own money was forgotten.",
    f"Cost {rupees(cost)}; own {own_percent}%; loan {rupees(loan)}, without the subsidy {rupees(loan_without)}.",
    # page three: what is given
    f"So {left_percent}% is contribution",
    f"**Loan:** {rupees(loan)} at {rate}% reducing",
    f"Instalment {rupees(monthly, 2)} a month. The bank's plan for the first year: interest {rupees(interest)},"
    f" principal {rupees(principal)}.",
    f"wear + interest) ÷ {left:.2f}.",
    f"the loan is {rupees(loan_without)} and the instalment {rupees(monthly_without, 2)}.",
    # the sheet
    f"Instalments of one year `money` = {year} ± 2",
    f"Contribution: {left_percent}% of the sales `money` = {contribution}",
    f"less fixed cost, less wear `money` = {before}",
    f"Surplus after interest `money` = {after}",
    f"surplus after interest + wear + interest `money` = {for_loan}",
    f"how many times does it cover the instalments? `number` = {cover:.2f} ± 0.04",
    f"Break-even sales `money` = {break_even:.0f} ± 100",
    f"(cash for the loan − instalments) ÷ 12 ÷ {bakers} `money` = {a_member:.0f} ± 3",
    f"debt cover without the subsidy `number` = {cover_without:.2f} ± 0.03",
    f"a month `money` = {needed:.0f} ± 200",
    f"{indian(sales)} × {left_percent} ÷ 100. From it",
    f"leaves {left_percent} paise. So divide by {left:.2f}.",
    # the model
    f"| Variable cost, {variable_percent}% | {indian(variable)} |",
    f"| **Contribution** | **{indian(contribution)}** |",
    f"| **Surplus before interest** | **{indian(before)}** |",
    f"| Interest | {indian(interest)} |",
    f"| **Surplus after interest** | **{indian(after)}** |",
    f"{indian(after)} + {indian(wear)} + {indian(interest)} = {rupees(for_loan)}. Instalments {indian(monthly, 2)} × 12"
    f" = {rupees(year)}. {indian(for_loan)} ÷ {indian(year)} = {cover:.2f}.",
    f"{indian(fixed)} + {indian(wear)} + {indian(interest)} = {indian(costs)}. Divided by {left:.2f}:"
    f" {rupees(break_even)} a year. They plan for {rupees(sales)}.",
    f"{indian(for_loan)} − {indian(year)} = {indian(kept)}. Divided by 12 and by {bakers}:"
    f" **{rupees(a_member)} a month.**",
    f"Instalments {indian(monthly_without, 2)} × 12 = {rupees(year_without)}. Cover {indian(for_loan)} ÷"
    f" {indian(year_without)} = {cover_without:.2f}. A member has {rupees(a_member_without)} a month.",
    f"{indian(fixed)} + {indian(year)} + {indian(for_members)} = {indian(in_cash)}. Divided by {left:.2f}: sales"
    f" of about {rupees(needed)} a year.",
    f"**The bank says:** cover {cover:.2f}, yes.",
    f"six mornings a week for {rupees(a_member)}?",
    f"buyers for {rupees(needed)} a year, about {rupees(needed / 12)} a month: {rupees(needed / 12 - sales / 12)} more"
    " than planned.",
    # for the trainer
    f"Contribution of {indian(variable)}: that is the variable cost. Cover of {after / year:.1f}: they took only the"
    f" surplus after interest. Sales of {indian(for_members / left)}: they divided only the members' share by"
    f" {left:.2f}.",
    f"the members' {rupees(for_members)}, the costs of the break-even, {indian(costs)}, and the principal that wear"
    f" does not cover: {indian(principal)} − {indian(wear)} = {indian(uncovered)}. Together {indian(in_cash)} again.",
    f"what if sales are 20% lower? {indian(fewer)} × {left:.2f} − {indian(fixed)} = {rupees(fewer_for_loan)} for the"
    f" loan: cover {fewer_for_loan / year:.2f}. The loan is still paid. A baker has {rupees(fewer_member)} a month.",
    f"Cover **{cover:.2f}**, but **{rupees(a_member)}** a month for each.",
    f"sales of about **{rupees(needed)}**.",
    f"**Cover without subsidy** is {cover_without:.2f}:",
    # the quiz
    f"Fixed cost, wear and interest are {rupees(costs)} in a year. Of each rupee of sales {left_percent} paise are left"
    f" ({left_percent}%).",
    f"divided) {indian(break_even)} ± 100",
    f"{indian(costs)} ÷ {left:.2f} = {indian(break_even)}.",
    f"multiplied) {indian(costs * left)} ± 100",
    f"You multiplied by {left:.2f}.",
    f"by-variable) {indian(costs / (1 - left))} ± 100",
    f"You divided by {1 - left:.2f}, the variable part. Divide by what is left: {left:.2f}.",
    f"not-divided) {indian(costs)} ± 100",
    f"Only {left_percent} paise of a rupee of sales pay for them.",
    f"pay for ₹{left_percent} of these costs? And for {rupees(costs)}?",
    f"₹100 of sales leave ₹{left_percent}. So for each ₹{left_percent} of costs you need ₹100 of sales."
    f" That is why we divide by {left:.2f}.",
    f"A project has a debt cover of {cover:.2f}. Each of the five members would have {rupees(a_member)} a month.",
)

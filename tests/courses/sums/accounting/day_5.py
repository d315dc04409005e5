"""Every number of Accounting, Day 5, worked out again."""

from tests.courses.reading import indian, rupees

# --- June of Ponnu Stitching Unit, as the cash book of Day 1 and the cards of Day 2 tell it ---

opening_cash, opening_bank, opening_stock, machines = 6_000, 14_000, 12_000, 60_000
opening_loan, capital, members = 40_000, 52_000, 4
assert opening_cash + opening_bank + opening_stock + machines == opening_loan + capital

sale_third, sale_credit, sale_eighteenth = 5_500, 18_000, 7_200
cloth, trims_on_credit = 8_000, 3_000
rent, electricity, transport, wages = 2_500, 900, 600, 9_000
pta_paid, kairali_paid, drawing, deposit = 10_000, 2_000, 1_000, 5_000
principal, interest = 3_100, 400

sales = sale_third + sale_credit + sale_eighteenth
bought = cloth + trims_on_credit
pta, kairali, loan = sale_credit - pta_paid, trims_on_credit - kairali_paid, opening_loan - principal
cash = opening_cash + sale_third - rent - kairali_paid + sale_eighteenth - transport - deposit - drawing
bank = opening_bank - cloth - electricity + pta_paid - wages - principal - interest + deposit

left_side = (
    ("Cash", cash),
    ("Bank", bank),
    ("PTA", pta),
    ("Stock on 1 June", opening_stock),
    ("Machines", machines),
    ("Purchases", bought),
    ("Wages", wages),
    ("Rent", rent),
    ("Electricity", electricity),
    ("Transport", transport),
    ("Interest", interest),
    ("Drawings", drawing),
)
right_side = (("Loan", loan), ("Kairali Traders", kairali), ("Members' capital", capital), ("Sales", sales))
trial = sum(amount for _, amount in left_side)
assert trial == sum(amount for _, amount in right_side)

# --- page one ---

closing_stock, phone, machine_years = 9_500, 300, 10
materials = opening_stock + bought - closing_stock
gross = sales - materials - wages
wear = machines // machine_years // 12
other = rent + electricity + transport + phone + interest + wear
net = gross - other
share = net // members
gross_percent, net_percent = gross / sales * 100, net / sales * 100
assert (materials, gross, other, net, share) == (13_500, 8_200, 5_200, 3_000, 750)
cash_sales = sale_third + pta_paid + sale_eighteenth

# --- page two ---

worn = machines - wear
has = cash + bank + pta + closing_stock + worn
owes = loan + kairali + phone
own = capital + net - drawing
assert has == owes + own
had = opening_cash + opening_bank + opening_stock + machines
more, less_owed = has - had, opening_loan - owes
assert more + less_owed == own - capital == net - drawing

# --- the spice unit's July ---

page_sales, page_materials, page_wages, grinder, page_rent, bills = 60_000, 20_000, 10_000, 24_000, 6_000, 2_400
loan_in, house, shed, grinder_years = 20_000, 2_000, 3_000, 10
stock_start, stock_bought, stock_left = 2_000, 18_000, 5_000
slips = 8_000
page_loss = page_materials + page_wages + grinder + page_rent + bills - page_sales
july_sales, july_wages = page_sales - loan_in, page_wages - house
july_materials = stock_start + stock_bought - stock_left
grinder_wear = grinder // grinder_years // 12
july = july_sales - july_materials - july_wages - grinder_wear - shed - bills
assert july_wages == slips
assert page_materials == stock_start + stock_bought
by_grinder, by_rent = grinder - grinder_wear, page_rent - shed
assert -page_loss - loan_in + house + stock_left + by_grinder + by_rent == july
assert max(loan_in, house, stock_left, by_grinder, by_rent) == by_grinder

# --- the stones: one for about ₹1,000 ---

costs = sales - net
stones_in, stones_out, stones_left, stones_school = (round(n / 1_000) for n in (sales, costs, net, pta))
assert stones_in - stones_out == stones_left

TOLD = (
    # 5.2
    "On 30 June their books stand like this",
    f"Cloth and trims for {rupees(closing_stock)} are left",
    "On 30 June the members count the stock.",
    f"June's phone bill has come: {rupees(phone)}.",
    f"The machines cost {rupees(machines)}. They last ten years",
    f"The PTA bought for {rupees(sale_credit)} in June. It has paid only {rupees(pta_paid)}.",
    'called "still there on 30 June"',
    f"Cash sale on the 3rd, {rupees(sale_third)}",
    f"Uniforms for the PTA on credit, {rupees(sale_credit)}",
    f"Cash sale on the 18th, {rupees(sale_eighteenth)}",
    f"Wages of the members, {rupees(wages)}",
    f"Rent of the shed, {rupees(rent)}",
    f"Electricity, {rupees(electricity)}",
    f"Transport, {rupees(transport)}",
    f"Interest inside the loan instalment, {rupees(interest)}",
    f"June's phone bill, not paid yet, {rupees(phone)}",
    f"The PTA pays a part of its bill, {rupees(pta_paid)}",
    f"Principal inside the loan instalment, {rupees(principal)}",
    f"A member takes money for her house, {rupees(drawing)}",
    f"Cash is put into the bank, {rupees(deposit)}",
    f"Kairali Traders gets a part of its money, {rupees(kairali_paid)}",
    f"**The PTA's {rupees(pta_paid)}.** The uniforms were sold on the 7th. The whole {rupees(sale_credit)}",
    f"**Principal {rupees(principal)}.**",
    f"**Drawing {rupees(drawing)}.**",
    f"**Deposit {rupees(deposit)}.**",
    f"**Kairali's {rupees(kairali_paid)}.**",
    f"Wages `money` = {wages}",
    f"| Wages | {indian(wages)} |",
    f"| Rent | {indian(rent)} |",
    f"| Electricity | {indian(electricity)} |",
    f"| Transport | {indian(transport)} |",
    f"| Phone, not paid yet | {indian(phone)} |",
    f"| Interest | {indian(interest)} |",
    f"The principal of {rupees(principal)}:",
    f"The drawing of {rupees(drawing)}:",
    f"The phone bill of {rupees(phone)}.",
    # 5.3
    "On 1 June the photo looked like this.",
    "Two columns of the same height, 1 June.",
    f"machines {rupees(machines)}, bank {rupees(opening_bank)}, stock {rupees(opening_stock)},"
    f" cash {rupees(opening_cash)},",
    f"loan {rupees(opening_loan)}, which is owed, and the members' own {rupees(capital)},",
    "Now take the photo of **30 June**.",
    "what has become more since 1 June",
    "Fill in the photo of 30 June. Then compare it with 1 June.",
    "### Page two: 30 June",
    f"Owes: phone bill `money` = {phone}",
    "changed most since 1 June?",
    "Write 1 June and 30 June side by side",
    "| Has | 1 June | 30 June |",
    "| Owes and own | 1 June | 30 June |",
    "Put 1 June and 30 June side by side",
    "take the photo of 30 June. Same roles.",
    # 5.4
    f"| Sales | {indian(page_sales)} |",
    f"| Materials | {indian(page_materials)} |",
    f"| Wages | {indian(page_wages)} |",
    f"| Grinder | {indian(grinder)} |",
    f"| Rent | {indian(page_rent)} |",
    f"| Electricity and other bills | {indian(bills)} |",
    f'The passbook shows {rupees(loan_in)} more on the 5th: "loan".',
    f"Stock on 1 July: {rupees(stock_start)}. Bought in July: {rupees(stock_bought)}."
    f" Counted on 31 July: {rupees(stock_left)}.",
    f'Wage slips: {rupees(slips)}. And a slip: "{rupees(house)} for my house"',
    f"The bill of the new grinder: {rupees(grinder)}.",
    f'"{rupees(page_rent)}, July and August". The shed costs {rupees(shed)} a month.',
    f"Electricity and other bills: {rupees(bills)}. That line is right.",
    f"and the {rupees(bills)} of other bills",
    f"| Rent of July | {indian(shed)} |",
    f"Rent of July `money` = {shed}",
    f"sales {rupees(loan_in)} too high",
    f"cost {rupees(house)} too high",
    f"materials {rupees(stock_left)} too high",
    "Match it with its place on 31 July.",
    "the photo of 31 July.",
    # 5.5
    "One stone is about ₹1,000.",
    "One stone is ₹1,000, and the rounding does not matter",
    # the quiz
    f"stock for {rupees(opening_stock)} on the first day. It buys for {rupees(bought)} in the month."
    f" On the last day it counts {rupees(closing_stock)}.",
    f"bought-only) {indian(bought)} ± 1",
    f"the members' own money is {rupees(capital)}. The month brings a surplus of {rupees(net)}."
    f" One member takes {rupees(drawing)} for her house.",
    f"Begin with {rupees(capital)}. Who gets the surplus? Who has the {rupees(drawing)} now?",
    f"A machine costs {rupees(machines)}. It lasts ten years",
    f"A loan of {rupees(loan_in)} was written as sales.",
    "a small page: sales 100, costs 80.",
)

WORKED = (
    # 5.2: the trial balance
    *(f"| {name} | {indian(amount)} | |" for name, amount in left_side),
    *(f"| {name} | | {indian(amount)} |" for name, amount in right_side),
    f"| **Together** | **{indian(trial)}** | **{indian(trial)}** |",
    f"The {rupees(pta)} are still to come.",
    f"still owes its {rupees(pta)}. Capital",
    # page one
    f"Sales of June, all three together `money` = {sales}",
    f"Materials used `money` = {materials}",
    f"Gross surplus: sales − materials − wages `money` = {gross}",
    f"Wear of the machines for one month `money` = {wear}",
    f"interest and wear together `money` = {other}",
    f"Net surplus `money` = {net}",
    f"gross surplus in percent of sales `number` = {gross_percent:.1f} ± 0.5",
    f"net surplus in percent of sales `number` = {net_percent:.1f} ± 0.3",
    f"for each of the four members `money` = {share}",
    f"| Sales: {indian(sale_third)} + {indian(sale_credit)} + {indian(sale_eighteenth)} | {indian(sales)} |",
    f"| Materials: {indian(opening_stock)} + {indian(bought)} − {indian(closing_stock)} | {indian(materials)} |",
    f"| **Gross surplus**: {indian(sales)} − {indian(materials)} − {indian(wages)} | **{indian(gross)}** |",
    f"| Wear: {indian(machines)} ÷ {machine_years} ÷ 12 | {indian(wear)} |",
    f"| Other costs together | {indian(other)} |",
    f"| **Net surplus**: {indian(gross)} − {indian(other)} | **{indian(net)}** |",
    f"{indian(gross)} ÷ {indian(sales)} = {gross_percent:.1f}%."
    f" And {indian(net)} ÷ {indian(sales)} = {net_percent:.1f}%.",
    f"{indian(net)} ÷ {members} = {rupees(share)}, besides her wages",
    f"And {rupees(pta)} of the PTA's uniforms",
    f"Sales of {indian(cash_sales)}: they counted the cash that came.",
    f"Materials of {indian(bought)}: only what was bought.",
    f"Materials of {indian(opening_stock + bought)}: they forgot what is left.",
    f"Wear of {indian(machines // machine_years)}: a whole year.",
    f"Net surplus of {indian(net - principal)}: they took the principal as a cost.",
    f"Net surplus of {indian(net - drawing)}: they took the drawing as a cost.",
    f"Net surplus of {indian(net + phone + wear)}: they left out phone and wear.",
    f"{indian(sales)} − {indian(materials)} − {indian(wages)} = {indian(gross)}."
    f" Less {indian(other)} = **{rupees(net)}**.",
    # 5.3: page two
    f"together {rupees(had)}. Right",
    f"together {rupees(had)}.](media",
    f"Has: cash `money` = {cash}",
    f"Has: bank `money` = {bank}",
    f"Has: the PTA owes us `money` = {pta}",
    f"Has: stock, as counted `money` = {closing_stock}",
    f"Has: machines, less wear `money` = {worn}",
    f"Has, together `money` = {has}",
    f"Owes: loan `money` = {loan}",
    f"Owes: Kairali Traders `money` = {kairali}",
    f"Own: members' capital + surplus − drawing `money` = {own}",
    f"Owes and own, together `money` = {owes + own}",
    f"Difference between the two sides `money` = {has - owes - own}",
    f"The surplus is {rupees(net)}. Where is it",
    f"| Cash | {indian(opening_cash)} | {indian(cash)} |",
    f"| Bank | {indian(opening_bank)} | {indian(bank)} |",
    f"| PTA owes us | 0 | {indian(pta)} |",
    f"| Stock | {indian(opening_stock)} | {indian(closing_stock)} |",
    f"| Machines | {indian(machines)} | {indian(worn)} |",
    f"| **Together** | **{indian(had)}** | **{indian(has)}** |",
    f"| Loan | {indian(opening_loan)} | {indian(loan)} |",
    f"| Kairali Traders | 0 | {indian(kairali)} |",
    f"| Phone bill | 0 | {indian(phone)} |",
    f"| Own | {indian(capital)} | {indian(own)} |",
    f"**Own.** {indian(capital)} + {indian(net)} − {indian(drawing)} = {rupees(own)}.",
    f"from nothing to {rupees(pta)}. The bank fell by {rupees(opening_bank - bank)}.",
    f"The unit has {rupees(more)} more than on 1 June. And it owes {rupees(less_owed)} less:"
    f" {rupees(opening_loan)} before, {rupees(owes)} now. So {rupees(own - capital)} more is their own."
    f" That is the surplus of {rupees(net)} less the drawing of {rupees(drawing)}.",
    f"lies at the school: {rupees(pta)}.",
    f"{indian(machines - worn)}: machines without wear. {phone}: the phone bill is missing."
    f" {indian(drawing)}: the drawing, or Kairali, is missing."
    f" {indian(opening_stock - closing_stock)}: the old stock instead of the new."
    f' {indian(net)}: the surplus is not yet in "own".',
    f"Has {indian(has)} = owes {indian(owes)} + own {indian(own)}.",
    f'writes "profit {indian(net)}" as something',
    f"Many think that {rupees(own)} of own money",
    # 5.4: the spice unit
    f"| **Loss** | **{indian(page_loss)}** |",
    f"Bills for spices sold: {rupees(july_sales)} in all.",
    f"- sales) Sales `money` = {july_sales}",
    f"- materials) Materials used `money` = {july_materials}",
    f"- wages) Wages `money` = {july_wages}",
    f"Wear of the grinder for one month `money` = {grinder_wear}",
    f"Result of July: surplus `money` = {july}",
    f"| Sales | {indian(july_sales)} |",
    f"| Materials: {indian(stock_start)} + {indian(stock_bought)} − {indian(stock_left)} | {indian(july_materials)} |",
    f"| Wages | {indian(july_wages)} |",
    f"| Wear of the grinder: {indian(grinder)} ÷ {grinder_years} ÷ 12 | {indian(grinder_wear)} |",
    f"| **Surplus** | **{indian(july)}** |",
    f"cost {rupees(by_grinder)} too high",
    f"cost {rupees(by_rent)} too high",
    f"{indian(-page_loss)} − {indian(loan_in)} + {indian(house)} + {indian(stock_left)} + {indian(by_grinder)}"
    f" + {indian(by_rent)} = {rupees(july)}.",
    f"A result of {indian(july + loan_in)}: the loan is still in the sales."
    f" A result of {indian(july - by_rent)}: the rent of two months."
    f" A result of {indian(july - stock_left)}: the stock left is still missing."
    f" A surplus of {indian(july - house)}: the drawing is still in the wages.",
    f"{indian(july_sales)} − {indian(july_materials)} − {indian(july_wages)} − {indian(grinder_wear)}"
    f" − {indian(shed)} − {indian(bills)} = **{rupees(july)}**.",
    # 5.5: stones
    f"Lay out {stones_in} stones: June earned about {rupees(stones_in * 1_000)}. Move {stones_out} away: used up, for"
    f" cloth, wages, rent and the rest. {stones_left} are left. Then say why the {stones_left} are not all in the tin.",
    f"the school still owes us {stones_school} stones",
    f"Sales of {indian(sales)} are about {stones_in} stones. Costs of {indian(costs)} are about {stones_out}."
    f" Left: {stones_left}.",
    # the quiz
    f"used) {indian(materials)} ± 1",
    f"{indian(opening_stock)} + {indian(bought)} − {indian(closing_stock)} = {indian(materials)}.",
    f"added-all) {indian(opening_stock + bought + closing_stock)} ± 1",
    f"not-counted) {indian(opening_stock + bought)} ± 1",
    f"turned-round) {indian(bought + closing_stock - opening_stock)} ± 1",
    f"{indian(bought)} + {indian(closing_stock)} − {indian(opening_stock)}. The stock at the start",
    f"`own = {indian(capital + net + drawing)} / {indian(capital - net + drawing)} / *{indian(own)}*"
    f" / {indian(capital + net)}`",
    f"{indian(capital)} + {indian(net)} − {indian(drawing)} = {rupees(own)}."
    f" With {indian(capital + net)} you forgot the drawing. With {indian(capital + net + drawing)} you added it."
    f" With {indian(capital - net + drawing)} you took the surplus off.",
    f"month) {indian(wear)} ± 1",
    f"{indian(machines)} ÷ {machine_years} = {indian(machines // machine_years)} a year."
    f" {indian(machines // machine_years)} ÷ 12 = {wear} a month.",
    f"year) {indian(machines // machine_years)} ± 1",
    f"one-year-life) {indian(machines // 12)} ± 1",
    f"by-hundred) {indian(machines // 100)} ± 1",
    f"You divided by 100. Ten years have {machine_years * 12} months.",
    f"Ten years are {machine_years * 12} months. {indian(machines)} ÷ {machine_years * 12} = {rupees(wear)}.",
    f"It is {rupees(loan_in)} too high",
    f"and the surplus falls by {rupees(loan_in)}.",
    f"It is {rupees(loan_in)} too low",
)

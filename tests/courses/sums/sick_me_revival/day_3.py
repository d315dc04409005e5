"""Every number of Sick ME Revival, Day 3, worked out again: what a pack leaves, four levers, four questions."""

from math import ceil, floor

from tests.courses.reading import indian, rupees

# --- Thanima Foods, a pack and a month (invented) ---
grams, price, members = 200, 60, 5
then_costs = {"Bananas": 21, "Oil": 7, "Pouch": 5, "Salt and turmeric": 1, "Gas": 6, "Way to the shops": 5}
now_costs = {"Bananas": 26, "Oil": 11, "Pouch": 4, "Salt and turmeric": 1, "Gas": 7, "Way to the shops": 5}
rent, helper, power, phone = 4_000, 3_000, 1_150, 350
machines, months_left = 90_000, 60
then_packs, now_packs, last_month = 2_000, 900, 825  # 825: Day 2

then_cost, now_cost = sum(then_costs.values()), sum(now_costs.values())
wear = machines // months_left
assert wear * months_left == machines
month = rent + helper + power + phone + wear

then_left, now_left = price - then_cost, price - now_cost
then_even, now_even = ceil(month / then_left), ceil(month / now_left)
assert now_even > 2 * then_even, "the guess: it more than doubles"
assert round(now_even / then_even, 1) == 2.5

then_surplus = then_packs * then_left - month
now_missing = month - now_packs * now_left
short = now_even - 1

oil_dearer = now_costs["Oil"] - then_costs["Oil"]
oil_cost = then_cost + oil_dearer
oil_left = price - oil_cost

# --- the levers ---
dearer, saved, less_rent = 6, 3, 1_000
loan, percent_a_year, wish = 74_000, 12, 3_000
new_price, new_cost, new_month = price + dearer, now_cost - saved, month - less_rent
interest = loan * percent_a_year // 100 // 12


def surplus(packs: int, pack_price: int = price, cost: int = now_cost, fixed: int = month) -> int:
    return packs * (pack_price - cost) - fixed


by_price, by_waste, by_rent = (
    surplus(now_packs, pack_price=new_price),
    surplus(now_packs, cost=new_cost),
    surplus(now_packs, fixed=new_month),
)
all_left = new_price - new_cost
all_even = ceil(new_month / all_left)
all_surplus = now_packs * all_left - new_month
fewer = now_packs * 9 // 10
fewer_surplus = fewer * all_left - new_month
needed = new_month + interest + members * wish
living = ceil(needed / all_left)
living_left = living * all_left - new_month - interest
assert by_waste < by_price < fewer_surplus < all_surplus, "together they do more than each alone"
assert by_rent < by_price
assert by_price + by_waste + by_rent + 2 * now_missing == all_surplus, "today's gap is in each of the three"

# --- what there is and what is owed ---
cash, shop, stock, old = 6_000, 24_000, 30_000, 8_000
traders, late, later = 38_000, 22_000, 52_000
put_in, lost = 100_000, 62_000
has, owed, own = cash + shop + stock + machines, traders + late + later, put_in - lost
assert has == owed + own
assert late + later == loan
assert own == traders, "the same number twice, by chance"
due, find = traders + late, cash + shop + stock


def of_hundred(part: int, whole: int) -> int:
    return round(part * 100 / whole)


find_all, find_after, find_quick = of_hundred(find, due), of_hundred(find - old, due), of_hundred(cash + shop, due)
bank, bank_after = of_hundred(loan, own), of_hundred(loan, own - old)
lost_all, lost_after = of_hundred(lost, put_in), of_hundred(lost + old, put_in)
sales, costs = now_packs * price, now_packs * now_cost
shop_days, stock_days = shop * 30 / sales, stock * 30 / costs

# --- Kiran Tailors (invented) ---
blouse, thread, wage, kiran_month, blouses, partners = 250, 70, 100, 4_800, 70, 2
kiran_left = blouse - thread - wage
kiran_even = ceil(kiran_month / kiran_left)
kiran_surplus = blouses * kiran_left - kiran_month

# --- minutes ---
spelled = {5: "five", 10: "ten", 30: "thirty", 31: "thirty-one", 34: "thirty-four"}
questions = 3 + 1.5 + 1 + 3 + 1.5

TOLD = (
    f"A unit sells chips at {rupees(price)} a pack.",
    f"Each month the unit also pays {rupees(month)} for rent",
    "About 2 to read and guess, 3 for the talk, 1 to spare.",
    "1 = not sure at all, 5 = very sure",
    "2 to answer, 2 to look.",
    f"packs of {grams} g. A pack sells for **{rupees(price)}**",
    *(f"| {name} | {rupees(cost)} | {rupees(now_costs[name])} |" for name, cost in then_costs.items()),
    f"| Rent of the shed | {rupees(rent)} |",
    f"| A helper, paid by the month | {rupees(helper)} |",
    f"| Electricity | {rupees(power)} |",
    f"| Phone and small things | {rupees(phone)} |",
    f"Then they sold **{indian(then_packs)}** packs a month. Now they sell **{now_packs}**.",
    f"They are worth {rupees(machines)} and will work for {months_left} more months.",
    "₹100 to a tailor for each blouse",
    f"The {now_packs} are the members' own figure.",
    f"We go on with {now_packs}.",
    f"A lever too: {rupees(helper)} a month.",
    f"Each of the five wants to take home **{rupees(wish)} a month**.",
    f"**{rupees(wish)} is invented,**",
    f"each of the five takes home {rupees(wish)}.",
    f"and sells {now_packs}. What can it change?",
    f"A living: how many packs for five times {rupees(wish)} and the interest?",
    f"First pull one lever at a time, with {now_packs} packs.",
    f"five times {rupees(wish)}",
    f"| Cash and bank | {rupees(cash)} |",
    f"| The shop owes | {rupees(shop)} |",
    f"| Stock of packs | {rupees(stock)} |",
    f"| Machines | {rupees(machines)} |",
    f"| Traders, to be paid now | {rupees(traders)} |",
    f"| Bank, late instalments, now | {rupees(late)} |",
    f"| Bank, the rest of the loan, later | {rupees(later)} |",
    f"put in {rupees(put_in)}, lost {rupees(lost)}",
    f"packs worth **{rupees(old)}** are past their date",
    f"The old packs of {rupees(old)} have been thrown away.",
    f"throwing away the old packs of {rupees(old)}?",
    "For each ₹100",
    "Of each ₹100",
    "for each ₹100",
    "of each ₹100",
    f"in a month of 30 days {now_packs} packs are sold at {rupees(price)}.",
    f"How many such days are in {rupees(shop)}?",
    "When you need ₹100 on Monday",
    f"They sell a blouse for {rupees(blouse)}. In each blouse there are {rupees(thread)} for thread and lining and"
    f" {rupees(wage)} for the tailor. The costs of the month are {rupees(kiran_month)}."
    f" They sew {blouses} blouses a month",
    "Keep questions 1, 2 and 4.",
)

WORKED = (
    f"After {spelled[40 - 6]} minutes we meet here.",
    f"After {spelled[40 - 9]} minutes we meet here.",
    f"After {spelled[35 - 5]} minutes we meet here.",
    f"About {spelled[int(questions)]} minutes for the questions, {spelled[int(15 - questions)]} for the reasons.",
    # the guess
    f"It used to cost {rupees(then_cost)} to make a pack. Bananas, oil and gas got dearer:"
    f" now it costs {rupees(now_cost)}.",
    f"costs {rupees(now_cost - then_cost)} more to make",
    # the tables
    f"| **Together** | **{rupees(then_cost)}** | **{rupees(now_cost)}** |",
    f"{rupees(machines)} ÷ {months_left} = {rupees(wear)}. Nobody pays it today.",
    f"| Wear of the machines | {rupees(wear)} |",
    f"| **Together** | **{rupees(month)}** |",
    f"each sold for {rupees(price)}. Then: {rupees(then_cost)} of it are costs of the pack,"
    f" {rupees(then_left)} are left. Now: {rupees(now_cost)} are costs of the pack",
    f"The bucket holds the costs of the month, {rupees(month)}.",
    # then and now: the sheet
    f"in the picture: {rupees(price)} − {rupees(then_cost)} = {rupees(then_left)}.",
    f"filled the bucket of {rupees(month)}? `number` = {then_even}",
    f"Quick groups, then: the packs that fill the bucket, times {rupees(price)} `money` = {then_even * price} ± 50",
    f"Then, with {indian(then_packs)} packs: the surplus of the month `money` = {then_surplus}",
    f"Then: how much of it for each of the five members? `money` = {then_surplus // members}",
    f"Now: what does a pack leave? `money` = {now_left}",
    f"Now: how many packs fill the bucket? `number` = {now_even}",
    f"Quick groups, now: the packs that fill the bucket, times {rupees(price)} `money` = {now_even * price} ± 50",
    f"Now, with {now_packs} packs: how much is missing in the bucket? `money` = {now_missing}",
    # then and now: hints and model
    f"each pack throws {rupees(then_left)} into the bucket."
    f" How often does {rupees(then_left)} go into {rupees(month)}?",
    f"{rupees(price)} − {rupees(now_cost)} is left.",
    f"What all {now_packs} packs leave is less than {rupees(month)}",
    f"{rupees(price)} − {rupees(then_cost)} = {rupees(then_left)}."
    f" - {rupees(month)} ÷ {rupees(then_left)} = {indian(month / then_left, 2)}, so {then_even} packs fill the bucket.",
    f"{indian(then_packs)} packs leave {indian(then_packs)} × {rupees(then_left)} = {rupees(then_packs * then_left)}."
    f" {rupees(then_packs * then_left)} − {rupees(month)} = {rupees(then_surplus)} surplus.",
    f"For each of the five: {rupees(then_surplus)} ÷ {members} = {rupees(then_surplus // members)}.",
    f"{rupees(price)} − {rupees(now_cost)} = {rupees(now_left)}."
    f" - {rupees(month)} ÷ {rupees(now_left)} = {indian(month / now_left, 2)}, so {indian(now_even)} packs fill"
    " the bucket.",
    f"{now_packs} packs leave {now_packs} × {rupees(now_left)} = {rupees(now_packs * now_left)}."
    f" {rupees(month)} − {rupees(now_packs * now_left)} = {rupees(now_missing)} are missing, each month.",
    f"With {indian(short)} packs the bucket holds {indian(short)} × {rupees(now_left)} = {rupees(short * now_left)}:"
    f" {rupees(month - short * now_left)} are missing.",
    f"Each pack used to leave you {rupees(then_left)}. Today it leaves {rupees(now_left)}."
    f" Then {then_even} packs paid the costs of the month. Today you need {indian(now_even)},"
    f" and you sell {now_packs}. So you put in {rupees(now_missing)} every month",
    f"the packs sold in a month, from 0 to {indian(then_packs)}.",
    f"A level line: costs of the month, {rupees(month)}. A steep line, then, {rupees(then_left)} a pack,"
    f" crosses it at {then_even} packs and ends far above at {indian(then_packs)} packs: surplus."
    f" A flat line, now, {rupees(now_left)} a pack, crosses it only at {indian(now_even)} packs. At {now_packs} packs",
    f"full at about {then_even} × {rupees(price)} = {rupees(then_even * price)}."
    f" Now it takes about {indian(now_even)} × {rupees(price)} = {rupees(now_even * price)}.",
    f"dearer, by {rupees(oil_dearer)}: {rupees(price)} − {rupees(oil_cost)} = {rupees(oil_left)} are left."
    f" {rupees(month)} ÷ {rupees(oil_left)} = {indian(month / oil_left, 2)}, so {ceil(month / oil_left)} packs.",
    # then and now: slips and answers
    f'**{ceil(month / price)} packs:** they divided by the price. Ask: "Does the whole {rupees(price)} go',
    f"**{indian(floor(month / now_left))} packs:** rounded down.",
    f"**{rupees(then_packs * then_left)} surplus:** they forgot the costs of the month.",
    f"**{rupees(now_packs * now_left)} instead of {rupees(now_missing)}:**",
    f"100 packs of {rupees(now_left)} are {rupees(100 * now_left)}, 1,000 packs {rupees(1_000 * now_left)},"
    f" and so on up to {rupees(month)}.",
    f"from {then_even} packs to {indian(now_even)}. That is two and a half times as many",
    f"Then: {rupees(then_left)}, {then_even} packs, {rupees(then_surplus)}, {rupees(then_surplus // members)} each."
    f" Now: {rupees(now_left)}, {indian(now_even)} packs, {rupees(now_missing)} missing.",
    f"But last month only {last_month} packs could be sold!",
    f"With {last_month} packs {rupees(month - last_month * now_left)} would be missing.",
    f'"Now: what does a pack leave?" after thirty, work it out with all: {rupees(price)} less {rupees(now_cost)}.'
    " Then give three minutes more (tap *1 min* three times)",
    f"By {rupees(then_costs['Pouch'] - now_costs['Pouch'])}. And what did this rupee cost them?",
    # the levers: case and sheet
    f"each pack of Thanima leaves {rupees(now_left)}, and {now_packs} packs leave {rupees(now_missing)} too little.",
    f"{rupees(dearer)} more: {rupees(new_price)} a pack",
    f"{rupees(saved)} less cost: {rupees(new_cost)} a pack",
    f"{rupees(less_rent)} less: the costs of the month fall to {rupees(new_month)}",
    f"{percent_a_year}% a year on {rupees(loan)}, that is {rupees(interest)} a month.",
    f"Price alone, {now_packs} packs: the surplus of the month `money` = {by_price}",
    f"Waste and buying alone, {now_packs} packs: how much is still missing? `money` = {-by_waste}",
    f"Rent alone, {now_packs} packs: how much is still missing? `money` = {-by_rent}",
    f"Only sell more: how many packs fill the bucket? `number` = {now_even}",
    f"All three: what does a pack leave? `money` = {all_left}",
    f"All three: how many packs fill the bucket? `number` = {all_even}",
    f"All three, {now_packs} packs: the surplus of the month `money` = {all_surplus}",
    f"All three, {now_packs} packs: how much of it for each member? `money` = {all_surplus // members}",
    f"All three, only {fewer} packs: the surplus of the month `money` = {fewer_surplus}",
    f"and the interest? `number` = {living}",
    f"a pack sells for {rupees(new_price)} and costs {rupees(new_cost)}. The bucket holds {rupees(new_month)}.",
    # the levers: model
    f"{rupees(new_price)} − {rupees(now_cost)} = {rupees(new_price - now_cost)}."
    f" {now_packs} × {rupees(new_price - now_cost)} = {rupees(by_price + month)}."
    f" Less {rupees(month)}: {rupees(by_price)} surplus."
    f" With {now_packs} packs it is the only lever that fills the bucket.",
    f"{rupees(price)} − {rupees(new_cost)} = {rupees(price - new_cost)}."
    f" {now_packs} × {rupees(price - new_cost)} = {rupees(by_waste + month)}. {rupees(-by_waste)} are still missing.",
    f"{now_packs} × {rupees(now_left)} = {rupees(by_rent + new_month)}. The bucket holds {rupees(new_month)}."
    f" {rupees(-by_rent)} are still missing.",
    f"**Only sell more.** {indian(now_even)} packs, nearly twice as many",
    f"{rupees(new_price)} − {rupees(new_cost)} = {rupees(all_left)}."
    f" {rupees(new_month)} ÷ {rupees(all_left)} = {all_even} packs."
    f" {now_packs} × {rupees(all_left)} = {rupees(all_surplus + new_month)}."
    f" Less {rupees(new_month)}: {rupees(all_surplus)} surplus, {rupees(all_surplus // members)} for each member.",
    f"{fewer} × {rupees(all_left)} = {rupees(fewer * all_left)}. Less {rupees(new_month)}: {rupees(fewer_surplus)}.",
    f"{rupees(new_month)} + {rupees(interest)} + {members} × {rupees(wish)} = {rupees(needed)}."
    f" ÷ {rupees(all_left)} = {indian(needed / all_left, 2)}, so {indian(living)} packs."
    f" The test: {indian(living)} × {rupees(all_left)} = {rupees(living * all_left)}."
    f" Less {rupees(new_month)} and {rupees(interest)}: {rupees(living_left)},"
    f" for each {rupees(living_left // members)}.",
    f"Shops take fewer packs at {rupees(new_price)}.",
    # the levers: what the trainer looks for
    f"({rupees(by_price)}, {rupees(by_waste)}, {rupees(by_rent)})",
    f"the missing {rupees(now_missing)} of today is in each of the three",
    f"{indian(living - 1)} means rounded down:"
    f" {rupees(all_left)} × {indian(living - 1)} = {rupees((living - 1) * all_left)},"
    f" and {rupees(needed - (living - 1) * all_left)} are missing.",
    f"Thanima needs {indian(now_even)} packs",
    f"a surplus of {rupees(all_surplus)}. That is {rupees(all_surplus // members)} for each woman.",
    f"When {indian(living)} packs go out",
    f"{rupees(by_price)}; {rupees(by_waste)}; {rupees(by_rent)}; {indian(now_even)}; all: {rupees(all_left)},"
    f" {all_even} packs, {rupees(all_surplus)}, {rupees(all_surplus // members)} each; {fewer} packs"
    f" {rupees(fewer_surplus)}; living {indian(living)}.",
    f"leave out the line with {fewer} packs. Do the living with all, in the big room: {rupees(new_month)}"
    f" and {rupees(interest)} and five times {rupees(wish)}. What does a pack leave? {rupees(all_left)}. Divide.",
    f'If half have no number under "All three, {now_packs} packs',
    f"At {rupees(all_surplus // members)} before the interest the members leave again.",
    f"**Running late.** Leave out the line with {fewer} packs.",
    f"With one pack in ten less it is still {rupees(fewer_surplus)}.",
    # the four questions: lists and sheet
    f"| **Together** | **{rupees(has)}** |",
    f"| **Owed together** | **{rupees(owed)}** |",
    f"lost {rupees(lost)} | {rupees(own)} |",
    "writes, for example, 1.2.",
    f"We can find ₹300. We must pay ₹400. 300 ÷ 400 × 100 = {of_hundred(300, 400)}. So we find ₹{of_hundred(300, 400)}"
    " for each ₹100.",
    f"What must be paid now, traders and late instalments? `money` = {due}",
    f"What can we find: cash, shop debts and all stock? `money` = {find}",
    f"First question: how many rupees for each ₹100? `number` = {find_all}",
    f"find-after) First question, without the old packs: how many rupees for each ₹100? `number` = {find_after} ± 1",
    f"Second question, no stock at all: how many rupees for each ₹100? `number` = {find_quick}",
    f"how many rupees do we owe the bank for each ₹100 of our own? `number` = {bank} ± 1",
    f"bank-after) Third question, without the old packs: how many rupees? `number` = {bank_after} ± 1",
    f"how many rupees are lost of each ₹100 put in? `number` = {lost_all}",
    f"lost-after) Fourth question, without the old packs: how many rupees? `number` = {lost_after}",
    f"*Without the old packs* means: packs worth {rupees(old)} have been thrown away.",
    f"the shop owes the sales of how many days? `number` = {round(shop_days)} ± 1",
    f"First question: {rupees(find)} to find, {rupees(due)} to pay. After throwing away, {rupees(old)} less",
    # the four questions: model
    f"{rupees(cash)} + {rupees(shop)} + {rupees(stock)} = {rupees(find)} to find."
    f" {rupees(traders)} + {rupees(late)} = {rupees(due)} to pay. {rupees(find_all)} for each ₹100"
    f" (a bank writes {indian(find / due, 1)}). Without the old packs: {rupees(find - old)} ÷ {rupees(due)}"
    f" = {indian((find - old) / due, 2)}, so {rupees(find_after)}.",
    f"{rupees(cash)} + {rupees(shop)} = {rupees(cash + shop)}. ÷ {rupees(due)} = {indian((cash + shop) / due, 1)}:"
    f" {rupees(find_quick)} for each ₹100.",
    f"{rupees(late)} + {rupees(later)} = {rupees(loan)} owed to the bank. Own: {rupees(own)}."
    f" {rupees(loan)} ÷ {rupees(own)} = {indian(loan / own, 2)}: {rupees(bank)}. After throwing away, the own is"
    f" {rupees(own)} − {rupees(old)} = {rupees(own - old)}. {rupees(loan)} ÷ {rupees(own - old)}"
    f" = {indian(loan / (own - old), 2)}: {rupees(bank_after)}.",
    f"{rupees(lost)} ÷ {rupees(put_in)}: {rupees(lost_all)}. After throwing away: {rupees(lost + old)},"
    f" so {rupees(lost_after)}.",
    f"{now_packs} × {rupees(price)} = {rupees(sales)} of sales a month. {rupees(shop)} ÷ {rupees(sales)} × 30"
    f" = {indian(shop_days, 1)} days of sales lie in the shop. The stock is worth {rupees(stock)},"
    f" a month of packs costs {now_packs} × {rupees(now_cost)} = {rupees(costs)}:"
    f" {rupees(stock)} ÷ {rupees(costs)} × 30 = {indian(stock_days, 1)} days of work lie on the shelf.",
    f"they can find only {rupees(find_quick)} for each ₹100.",
    # the four questions: slips, gaps and answers
    f"**{rupees(own)} stands in the lists twice:**",
    f"**{rupees(of_hundred(cash + shop - old, due))} instead of {rupees(find_quick)}**",
    f"**{rupees(of_hundred(own, loan))} in the third question:** they divided the wrong way round.",
    f"**{rupees(of_hundred(late, own))} in the third question:** they took only the late part.",
    f"`find = {find_all} / *{find_after}* / {of_hundred(find + old, due)}`",
    f"`quick = *{find_quick}* / {find_after} / {of_hundred(old, due)}`",
    f"`bank = {bank} / *{bank_after}* / {lost_after}`",
    f"`lost = {lost_all} / {100 - lost_all} / *{lost_after}*`",
    f"{rupees(find_after)}, {rupees(find_quick)}, {rupees(bank_after)}, {rupees(lost_after)}. Four short sentences",
    f"{rupees(find_all)}, then {rupees(find_after)}; {rupees(find_quick)}; {rupees(bank)}, then {rupees(bank_after)};"
    f" {lost_all}, then {lost_after}; days: shop {indian(shop_days, 1)}, stock {indian(stock_days, 1)}.",
    # the quiz
    f"Price {rupees(price)}, costs of a pack {rupees(now_cost)}, costs of the month {rupees(month)}.",
    f"right) {now_even} > Right. {rupees(price)} − {rupees(now_cost)} = {rupees(now_left)}."
    f" {rupees(month)} ÷ {rupees(now_left)} = {indian(month / now_left, 2)}, "
    f"so the next whole pack: {indian(now_even)}.",
    f"rounded-down) {short} > Nearly. With {indian(short)} packs {rupees(month - short * now_left)} are missing.",
    f"by-price) {floor(month / price)} .. {ceil(month / price)} > You divided by the price."
    f" Only what is *left* goes into the bucket: {rupees(now_left)}.",
    f"by-cost) {floor(month / now_cost)} .. {ceil(month / now_cost)} > You divided by the costs of a pack.",
    f"as-then) {floor(month / then_left)} .. {then_even} > That was *then*, when a pack left {rupees(then_left)}."
    f" Now it leaves {rupees(now_left)}.",
    f"How often does this go into {rupees(month)}?",
    f"What does a pack leave? {rupees(price)} − {rupees(now_cost)} = {rupees(now_left)}. How often does that go into"
    f" {rupees(month)}? {indian(month / now_left, 2)} times, so {indian(now_even)} packs.",
    f"Whoever has {ceil(month / price)} has divided by the price.",
    f"{now_packs} packs, each leaves {rupees(all_left)}. Costs of the month {rupees(new_month)}.",
    f"right) {all_surplus} > Right. {now_packs} × {rupees(all_left)} = {rupees(now_packs * all_left)}."
    f" Less {rupees(new_month)}.",
    f"no-rent) {now_packs * all_left} > That is in the bucket.",
    f"old-costs) {now_packs * all_left - month} > You took {rupees(month)}."
    f" With the lower rent it is {rupees(new_month)}.",
    f"the-costs) {new_month} > These are the costs of the month.",
    f"as-a-loss) -{all_surplus} > The sum is right, the sign is not.",
    f"{now_packs} × {rupees(all_left)} = {rupees(now_packs * all_left)}."
    f" Less {rupees(new_month)}: {rupees(all_surplus)}."
    f" Then divide by five: {rupees(all_surplus // members)} for each member",
    # Kiran Tailors
    f"{rupees(thread)} + {rupees(wage)} = {rupees(thread + wage)}."
    f" {rupees(blouse)} − {rupees(thread + wage)} = {rupees(kiran_left)} are left."
    f" {rupees(kiran_month)} ÷ {rupees(kiran_left)} = {kiran_even} blouses fill the bucket."
    f" {blouses} blouses leave {blouses} × {rupees(kiran_left)} = {rupees(blouses * kiran_left)}."
    f" Less {rupees(kiran_month)}: {rupees(kiran_surplus)} surplus."
    f" For two partners {rupees(kiran_surplus // partners)} each.",
    f"{rupees(kiran_left)}, {kiran_even} blouses, {rupees(kiran_surplus)}.",
)

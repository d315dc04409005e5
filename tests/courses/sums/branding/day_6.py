"""Every number of Branding, Day 6, worked out again."""

from decimal import ROUND_CEILING, Decimal

from tests.courses.reading import indian, rupees
from tests.courses.sums.branding.minutes import spelled, steps, until_back

# --- Malar's pack, from Day 4 ---
price, variable = 42, 24
contribution = price - variable
assert contribution == 18
to_shop = Decimal("33.60")
left_at_shop = to_shop - variable

# --- orders ---
packs = 3
order = packs * price
order_cost = packs * variable
order_contribution = packs * contribution
assert order_contribution == order - order_cost

# --- the steps of the first month ---
saw, asked, ordered, again, spent, slow_ordered = 250, 30, 18, 6, 540, 9


def percent(part: int, whole: int) -> Decimal:
    return Decimal(100 * part) / whole


asked_share, ordered_share, again_share = percent(asked, saw), percent(ordered, asked), percent(again, ordered)
cost_order = spent // ordered
left_order = order_contribution - cost_order
slow_cost = spent // slow_ordered
slow_left = order_contribution - slow_cost
assert (slow_left < 0 < left_order, spent % ordered, spent % slow_ordered) == (True, 0, 0)

# --- Market A (invented) ---
fee_percent = 15
three_delivery = 60
ten, ten_price, ten_higher, ten_delivery, box = 10, 420, 449, 80, 25
assert ten_price == ten * price


def fee(amount: int) -> Decimal:
    return Decimal(amount) * fee_percent / 100


def two(amount: Decimal | int) -> str:
    """₹18.90 with paise, ₹63 without."""
    return rupees(amount, places=0 if amount == int(amount) else 2)


three_result = order - fee(order) - three_delivery - order_cost
three_costs = fee(order) + three_delivery + order_cost
ten_result = ten_price - fee(ten_price) - ten_delivery - box - ten * variable
higher_result = ten_higher - fee(ten_higher) - ten_delivery - box - ten * variable
assert three_result == order - three_costs < 0

# --- the fair ---
stall, open_hours = 2_000, 8
stall_packs = int((Decimal(stall) / contribution).to_integral_value(ROUND_CEILING))
sold_down = stall // contribution

# --- the quiz: Ponnu's bags, new numbers for the same ways ---
quiz_asked, quiz_ordered = 60, 27
quiz_share = percent(quiz_ordered, quiz_asked)
bag, bag_cost, quiz_stall = 95, 60, 1_500
bag_left = bag - bag_cost
bags_price, bags_cost = 2 * bag, 2 * bag_cost
bags_result = bags_price - fee(bags_price) - three_delivery - bags_cost
bags_down = quiz_stall // bag_left
stall_bags = bags_down + 1
assert bags_result < 0 < quiz_stall - bags_down * bag_left
assert (quiz_stall % bag_cost, quiz_asked % 3, quiz_ordered % 3) == (0, 0, 0)

# --- the five messages ---
officer_packs, school_packs, school_days = 50, 100, 30

# --- minutes of the trainer's notes, and what the script says in words ---
assert sum((3, 3, 4)) == 10
assert sum((8, 4, 3)) == 15

TOLD = (
    f"{saw} people saw the status. {asked} of them asked something. {ordered} of these ordered,"
    f" {packs} packs each. That is {rupees(order)} an order.",
    f"Later, {again} of the {ordered} ordered a second time.",
    f"On posts and calls Malar spent {rupees(spent)}.",
    f"Then only {slow_ordered} order.",
    f"{saw} saw it. {asked} asked. {ordered} ordered. {again} came again.",
    f"that {saw} is far too many or too few",
    "how many of 100 go on?",
    "how many of 100 who saw it have asked?",
    f"{asked} of {saw} asked. How many percent?",
    f"{ordered} of the {asked} ordered. How many percent?",
    f"{again} of the {ordered} came again. How many percent?",
    "multiply by 100",
    "Of 100 who saw it",
    f"{rupees(spent)} was spent for {ordered} orders. How much for one order?",
    f"Malar has spent {rupees(spent)} all the same.",
    f"{rupees(spent)} for {slow_ordered} orders. How much for one order?",
    f"Contribution of one order of {packs} packs `money`",
    f"three packs, {rupees(contribution)} each",
    f"And the {again} who came again?",
    f"bring back more than {again} of {ordered}",
    f"What does it cost to be seen by {saw} more",
    f"three packs of Malar at {rupees(price)}.",
    f"{packs} × 100 g",
    "; 100 g,",
    "Sambar powder 100 g",
    "gift box of four ₹199",
    f"It keeps {fee_percent}% of the price",
    f"Each pack costs Malar {rupees(variable)}",
    f"delivery {rupees(three_delivery)}.",
    f"price {rupees(ten_price)}, delivery {rupees(ten_delivery)}, a box {rupees(box)}.",
    f"The same gift for {rupees(ten_higher)}",
    f"the stall costs {rupees(stall)}. Each pack leaves {rupees(contribution)}.",
    f"{rupees(price)} a pack, carried on foot. {rupees(contribution)} is left.",
    f"it pays {rupees(to_shop, places=2)} a pack (Day 4). After {rupees(variable)},",
    f"Gift of ten at {rupees(ten_price)}: commission",
    f"Gift of ten at {rupees(ten_price)}: what is left?",
    f"Gift of ten at {rupees(ten_higher)}: commission",
    f"Gift of ten at {rupees(ten_higher)}: what is left?",
    f"Drop the gift at {rupees(ten_higher)}.",
    f"and {rupees(variable)} for each pack",
    f"{fee_percent}% of {rupees(order)}. Ten percent",
    f"It leaves {rupees(contribution)} a pack",
    f"Army camp here. {officer_packs} packs, today",
    f"{officer_packs} packs please",
    f"Pay only {rupees(stall)} today and be listed",
    f"The market that wants {rupees(stall)} ->",
    f"a written quotation for {school_packs} packs, with your address, by Friday."
    f" We pay {school_days} days after the bill",
    f"Are {school_days} days too long?",
    "About 3 to count, 3 to look, 4 to talk.",
    "8 to write, 4 for two messages, 3 to close.",
    "Keep questions 1, 3 and 5.",
    "in step 6",
)
WORKED = (
    f"In the end you try it: one writes as a buyer. After {until_back(6, 'set-up-shop')} minutes we are back.",
    f"First the numbers, then the choice. After {until_back(6, 'count-the-steps')} minutes we meet here.",
    f"Not seven. Two. After {until_back(6, 'does-online-pay')} minutes we are back.",
    f"match each with what we do. After {until_back(6, 'real-or-cheat')} minutes we are back.",
    f"no rule after {until_back(6, 'real-or-cheat')} minutes?",
    f"put steps in order after {spelled(sum(steps(6, 'set-up-shop')[:2]) + 2)} minutes?",
    f"a pack sold direct leaves {rupees(contribution)} when its own costs are paid"
    f" ({rupees(price)} − {rupees(variable)})",
    f"How many rupees do we write? `money` = {order}",
    f"{packs} × 100 g, {rupees(order)}; green veg mark",
    f"label to the front; 100 g, {rupees(price)}; green",
    f"Sambar powder 100 g {rupees(price)}; three packs {rupees(order)};",
    f"{packs} × {rupees(price)} = {rupees(order)}.",
    # the steps
    f"`number` = {asked_share} ± 0.1",
    f"`number` = {ordered_share} ± 0.1",
    f"`number` = {indian(again_share, places=1)} ± 0.4",
    f"How much for one order? `money` = {cost_order}",
    f"{packs} packs `money` = {order_contribution}",
    f"What is left of one order, before delivery? `money` = {left_order}",
    f"How much for one order? `money` = {slow_cost}",
    f"how much does Malar lose on each order? (No minus sign) `money` = {-slow_left}",
    f"{asked} ÷ {saw} = {asked_share}%. Of 100 who saw it, {asked_share} wrote.",
    f"{ordered} ÷ {asked} = {ordered_share}%.",
    f"{again} ÷ {ordered} = {indian(again_share, places=1)}%, one of three.",
    f"{rupees(spent)} ÷ {ordered} = {rupees(cost_order)}.",
    f"{packs} × {rupees(contribution)} = {rupees(order_contribution)}.",
    f"{rupees(order_contribution)} − {rupees(cost_order)} = {rupees(left_order)}, before delivery."
    f" For {ordered} orders that is {rupees(ordered * left_order)}.",
    f"{rupees(spent)} ÷ {slow_ordered} = {rupees(slow_cost)} an order."
    f" {rupees(order_contribution)} − {rupees(slow_cost)} = {rupees(slow_left)}.",
    f"Malar loses {rupees(-slow_ordered * slow_left)}. With quick answers it had {rupees(ordered * left_order)}.",
    f"{again} × {rupees(order_contribution)} = {rupees(again * order_contribution)} more",
    f"{saw} ÷ {asked} = {indian(Decimal(saw) / asked, places=1)}.",
    f"Third line:** some divide by {saw} or by {asked}.",
    f"written here without a minus: {-slow_left}.",
    f"{asked_share}%; {ordered_share}%; {indian(again_share, places=1)}%; {rupees(cost_order)};"
    f" {rupees(order_contribution)}; {rupees(left_order)}; {rupees(slow_cost)}; a loss of {rupees(-slow_left)}.",
    # Market A
    f"price {rupees(order)}, delivery",
    f"{rupees(left_at_shop, places=2)} is left.",
    f"commission of Market A `money` = {fee(order):.2f}",
    f"how many rupees are left, or lost? `money` = {-three_result:.2f}",
    f"commission `money` = {fee(ten_price):.0f}",
    f"what is left? `money` = {ten_result:.0f}",
    f"commission `money` = {fee(ten_higher):.2f}",
    f"what is left? `money` = {higher_result:.2f}",
    f"how many packs pay for the stall? `number` = {stall_packs}",
    f"Ten percent is {two(Decimal(order) / 10)}, five percent",
    f"{fee_percent}% of {rupees(order)} is {two(fee(order))}. The costs are {two(fee(order))}"
    f" + {rupees(three_delivery)} + {packs} × {rupees(variable)} = {two(three_costs)}. The buyer pays {rupees(order)}."
    f" So {two(-three_result)} are missing,",
    f"- **Gift of ten at {rupees(ten_price)}:** {fee_percent}% is {two(fee(ten_price))}. {rupees(ten_price)}"
    f" − {two(fee(ten_price))} − {rupees(ten_delivery)} − {rupees(box)} − {ten} × {rupees(variable)}"
    f" = {two(ten_result)}.",
    f"- **Gift of ten at {rupees(ten_higher)}:** {fee_percent}% is {two(fee(ten_higher))}. {rupees(ten_higher)}"
    f" − {two(fee(ten_higher))} − {rupees(ten_delivery)} − {rupees(box)} − {ten} × {rupees(variable)}"
    f" = {two(higher_result)}.",
    f"The price rose by {rupees(ten_higher - ten_price)}, and {two(higher_result - ten_result)} of it",
    f"{rupees(stall)} ÷ {rupees(contribution)} = {indian(Decimal(stall) / contribution, places=1)}."
    f" So {stall_packs} packs pay for the stall.",
    f"one shop, {two(left_at_shop)} a pack",
    f"shop by the bus stop, {two(left_at_shop)}, the second keeper",
    f"Then something is left: {two(order - fee(order) - order_cost)}.",
    f"Then {two(order - fee(order) - three_delivery)} is left.",
    f"a group that writes {sold_down} sells {sold_down} packs,"
    f" and {rupees(stall - sold_down * contribution)} are still missing.",
    f"{two(fee(order))} and a loss of {two(-three_result)}; {two(fee(ten_price))} and {two(ten_result)};"
    f" {two(fee(ten_higher))} and {two(higher_result)}; {stall_packs} packs.",
    # cheats
    f"The {rupees(officer_packs * price)} come at once.",
    f"{officer_packs} × {rupees(price)} = {rupees(officer_packs * price)} would have left",
    f"we have spent {school_packs} × {rupees(variable)} = {rupees(school_packs * variable)}.",
    # the quiz
    f"{quiz_asked} women asked about Ponnu's bags, and {quiz_ordered} of them ordered.",
    f"- [x] share) {quiz_share} ± 0.5",
    f"{quiz_ordered} ÷ {quiz_asked} = {Decimal(quiz_ordered) / quiz_asked:.2f}, that is {quiz_share}%.",
    f"- [ ] not-ordered) {100 - quiz_share} ± 0.5",
    f"That is the share that did *not* order: {quiz_asked - quiz_ordered} of {quiz_asked}.",
    f"- [ ] count) {quiz_ordered} ± 0.5",
    f"> {quiz_ordered} is how many ordered.",
    f"- [ ] difference) {quiz_asked - quiz_ordered} ± 0.5",
    f"> {quiz_asked - quiz_ordered} is how many asked and did not order.",
    f"- [ ] turned) {indian(percent(quiz_asked, quiz_ordered), places=1)} ± 0.5",
    f"You divided {quiz_asked} by {quiz_ordered}.",
    f"Of {spelled(quiz_asked // 3)} women who ask, {spelled(quiz_ordered // 3)} buy.",
    f"Of {spelled(quiz_asked // 3)} who ask, {spelled(quiz_ordered // 3)} buy: nearly half.",
    f"Ponnu sells two bags online for {rupees(bags_price)}. The commission is {fee_percent}%,"
    f" Ponnu pays the delivery of {rupees(three_delivery)}, and the bags cost {rupees(bags_cost)}.",
    f"- [ ] left) {two(-bags_result)} are left",
    f"- [x] loss) Ponnu loses {two(-bags_result)}",
    f"{rupees(bags_price)} − {two(fee(bags_price))} − {rupees(three_delivery)} − {rupees(bags_cost)}"
    f" = {two(bags_result)}.",
    f"- [ ] no-fees) {rupees(bags_price - bags_cost)} are left",
    f"{rupees(bags_price)} − {rupees(bags_cost)} = {rupees(bags_price - bags_cost)}: that would be",
    f"The costs together are {two(bags_price - bags_result)}, more",
    f"First the commission: {fee_percent}% of {rupees(bags_price)}.",
    f"If many chose {rupees(bags_price - bags_cost)}, ask",
    f"A stall at the fair costs {rupees(quiz_stall)}. A bag sells for {rupees(bag)} and costs {rupees(bag_cost)}",
    f"- [x] packs) {stall_bags}",
    f"Each bag leaves {rupees(bag_left)}. {rupees(quiz_stall)} ÷ {rupees(bag_left)}"
    f" = {indian(Decimal(quiz_stall) / bag_left, places=1)}. A part of a bag",
    f"- [ ] rounded-down) {bags_down} .. {indian(Decimal(quiz_stall) / bag_left, places=1)}",
    f"{bags_down} bags bring {rupees(bags_down * bag_left)}. {rupees(quiz_stall - bags_down * bag_left)} are missing.",
    f"- [ ] by-price) {quiz_stall // bag} .. {quiz_stall // bag + 1}",
    f"You divided by the price, {rupees(bag)}. But {rupees(bag_cost)} of it",
    f"- [ ] by-cost) {quiz_stall // bag_cost}",
    f"You divided by {rupees(bag_cost)}, the cost of a bag.",
    f"At eight hours it is more than {stall_bags // open_hours} an hour.",
)

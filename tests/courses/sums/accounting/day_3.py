"""Every number of Accounting, Day 3, worked out again."""

from fractions import Fraction

from tests.courses.reading import rupees

# --- one card, two methods: white cloth, August ---

old_metres, old_rate, new_metres, new_rate = 100, 75, 60, 83
a_day, cutting_days = 6, 15
used = a_day * cutting_days
metres = old_metres + new_metres
left = metres - used
old_value, new_value = old_metres * old_rate, new_metres * new_rate
value = old_value + new_value
average = value // metres
assert average * metres == value
average_used, average_left = used * average, left * average
old_left = old_metres - used
assert old_left > 0, "with FIFO all of it comes from the old bundle"
fifo_used, fifo_left = used * old_rate, old_left * old_rate + new_metres * new_rate
assert average_used + average_left == fifo_used + fifo_left == value
gain = average_used - fifo_used
assert gain == fifo_left - average_left > 0
middle = (old_rate + new_rate) // 2
fallen = 70
assert (value - new_value + new_metres * fallen) / metres < old_rate, "with a falling price the average uses less value"
assert Fraction(old_metres, new_metres) == Fraction(10, 6), "ten matches and six"

# --- when to order ---

waiting, safety, flood_waiting = 5, 3, 10
level = a_day * (waiting + safety)
order = a_day * cutting_days
on_arrival = level - a_day * waiting
assert on_arrival == a_day * safety
flood_level = a_day * (flood_waiting + safety)

# --- the gap ---

card, count, waste_percent = left, 64, 5
gap = card - count
gap_percent, gap_value = 100 * gap / card, gap * average
allowed = Fraction(waste_percent * used, 100)
unexplained = gap - allowed
unexplained_value = int(unexplained * average)
assert unexplained_value == unexplained * average
assert (gap, allowed, unexplained) == (6, 4.5, 1.5)  # said in words to all

# --- which supplier ---

a_price, delivery, b_price, credit_days, damaged, interest_percent = 78, 300, 80, 20, 2, 18
a_cloth = used * a_price
a_total = a_cloth + delivery
a_metre = a_total / used
b_total = used * b_price
good_of_hundred = 100 - damaged
b_good = used * good_of_hundred / 100
b_metre = b_total / b_good
credit = b_total * interest_percent / 100 * credit_days / 365
b_with_credit = (b_total - credit) / b_good
assert b_with_credit < a_metre < b_metre
assert (b_good, f"{b_with_credit:.2f}") == (88.2, "80.83")  # said in words to all
b_more_damage = (b_total - credit) / (used * (100 - damaged - 1) / 100)
assert b_more_damage > a_metre
equal_at = 100 - 100 * (b_total - credit) / a_metre / used
# in whole paise, from the prices as they are shown
with_credit_paise = round(100 * (round(a_metre, 2) - round(b_with_credit, 2)))
without_paise = round(100 * (round(b_metre, 2) - round(a_metre, 2)))
assert (without_paise, with_credit_paise) == (30, 50)

# --- the hint of the last activity ---

rice, to_shop, rice_safety = 2, 1, 3

TOLD = (
    "1 = never, 5 = always",
    # one card
    f"1 August: there {old_metres} metres. 3 August: in {new_metres} metres, there",
    f"4 August: out {a_day} metres, there",
    f"On 1 August {old_metres} metres are there. They were bought at {rupees(old_rate)} a metre.",
    f"On 3 August {new_metres} metres come. They cost {rupees(new_rate)} a metre",
    f"From 4 August on, {a_day} metres a day are cut, on {cutting_days} days.",
    f"an old one, {old_metres} metres at {old_rate}, and a new one, {new_metres} metres at {new_rate}.",
    f"middle between {old_rate} and {new_rate}, but",
    f"FIFO with {new_rate}: ask",
    f"And if the price had fallen to {rupees(fallen)}?",
    f"old bundle is worth {old_metres} × {rupees(old_rate)}, the new one {new_metres} × {rupees(new_rate)}.",
    f"and all {new_metres} of the new",
    # when to order
    f"Ponnu uses {a_day} metres of white cloth a day. From the order to the delivery it takes {waiting} days."
    f" For bad luck the unit wants cloth for {safety} more days",
    f"Each order is for {cutting_days} days of work.",
    f"a delivery takes {flood_waiting} days instead of {waiting}.",
    f"{a_day} metres a day × ({waiting} + {safety}) days.",
    f"used {a_day} metres a day for {waiting} days",
    # the gap
    f"the count says {count}",
    f"There are {count}.",
    f"{waste_percent} metres for every 100 metres cut",
    f"{waste_percent} metres for each 100.",
    # the suppliers
    f"{rupees(a_price)} a metre. Delivery costs {rupees(delivery)} an order.",
    f"{rupees(b_price)} a metre. Delivery is free. To be paid after {credit_days} days. Of 100 metres usually"
    f" {damaged} are damaged.",
    f"it would pay {interest_percent}% interest a year: {rupees(interest_percent)} for {rupees(100)}."
    f" So {credit_days} days without paying",
    f"are {credit_days} days of credit worth",
    f"{damaged + 1} damaged metres in 100",
    # the quiz
    f"{old_metres} metres at {rupees(old_rate)} and {new_metres} metres at {rupees(new_rate)} lie",
    f"A unit uses {a_day} metres a day. Delivery takes {waiting} days, safety is {safety} days.",
    f"lasts for {safety} days. The delivery takes {waiting}.",
    f"Change the card to {count} and",
    f"[ ] new-price) {new_rate} >",
    f"[ ] old-price) {old_rate} >",
    f"middle between {old_rate} and {new_rate}. But",
    "Keep questions 1, 2 and 4.",
    f"uses {rice} kg of rice a day. To the shop it takes {to_shop} day, safety {rice_safety} days.",
)

WORKED = (
    f"3 August: in {new_metres} metres, there {metres} metres, initials R. 4 August: out {a_day} metres, there"
    f" {metres - a_day} metres",
    f"That makes {used} metres.",
    f"Metres left `number` = {left}",
    f"together are worth `money` = {value}",
    f"one metre `money` = {average}",
    f"Average: the {used} metres used `money` = {average_used}",
    f"Average: what is left `money` = {average_left}",
    f"FIFO: the {used} metres used `money` = {fifo_used}",
    f"FIFO: what is left `money` = {fifo_left}",
    f"do the two differ? `money` = {gain}",
    f"There are {metres} metres.",
    f"the {used} metres used all come from the old bundle. So {old_left} metres of the old one",
    f"{old_metres} × {rupees(old_rate)} = {rupees(old_value)}, and {new_metres} × {rupees(new_rate)} ="
    f" {rupees(new_value)}. Together {rupees(value)} for {metres} metres.",
    f"{rupees(value)} ÷ {metres} = {rupees(average)}. Used {used} × {rupees(average)} = {rupees(average_used)}."
    f" Left {left} × {rupees(average)} = {rupees(average_left)}.",
    f"used {used} × {rupees(old_rate)} = {rupees(fifo_used)}. Left {old_left} × {rupees(old_rate)} + {new_metres} ×"
    f" {rupees(new_rate)} = {rupees(old_left * old_rate)} + {rupees(new_value)} = {rupees(fifo_left)}.",
    f"together make {rupees(value)} both times",
    f"FIFO, by {rupees(gain)}, because",
    f"{rupees(middle)} as the average",
    # when to order
    f"in metres `number` = {level}",
    f"order each time? `number` = {order}",
    f"still there then? `number` = {on_arrival}",
    f"must it order? `number` = {flood_level}",
    f"{a_day} × ({waiting} + {safety}) = {level} metres. **Order:** {a_day} × {cutting_days} = {order} metres.",
    f"{level} − {a_day} × {waiting} = {on_arrival} metres. That is the safety: {safety} days.",
    f"{a_day} × ({flood_waiting} + {safety}) = {flood_level} metres.",
    f"The {flood_level} metres are more",
    # the gap
    f"card says {card}, the count",
    f"there are {card} metres. Two",
    f"The card says {card} metres, the count says {count}. On average a metre is worth {rupees(average)}.",
    f"finished pieces: {used} metres so far",
    f"are missing? `number` = {gap}",
    f"the card's {card} metres `number` = {gap_percent:.1f} ± 0.1",
    f"What are these metres worth? `money` = {gap_value}",
    f"normal waste? `number` = {float(allowed)}",
    f"left without an explanation? `number` = {float(unexplained)}",
    f"those metres worth? `money` = {unexplained_value}",
    f"For {used} metres it is a little less",
    f"Multiply by {rupees(average)}.",
    f"{card} − {count} = {gap} metres. {gap} ÷ {card} = {gap_percent:.1f}%. {gap} × {rupees(average)} ="
    f" {rupees(gap_value)}.",
    f"{waste_percent}% of {used} metres = {float(allowed)} metres. **Unexplained:** {gap} − {float(allowed)} ="
    f" {float(unexplained)} metres, that is {float(unexplained)} × {rupees(average)} = {rupees(unexplained_value)}.",
    f"is about {rupees(unexplained_value)}, not about {rupees(gap_value)}",
    f'"Counted {count}, corrected by {gap}"',
    # the suppliers
    f"Ponnu needs {used} metres of white cloth",
    f"delivery together `money` = {a_total}",
    f"A: so one metre costs `money` = {a_metre:.2f} ± 0.01",
    f"B: {used} metres cost `money` = {b_total}",
    f"how many of the {used} metres are good? `number` = {b_good}",
    f"one *good* metre costs `money` = {b_metre:.2f} ± 0.01",
    f"credit worth? `money` = {credit:.0f} ± 0.5",
    f"if we use the credit `money` = {b_with_credit:.2f} ± 0.01",
    f"A: {used} × {rupees(a_price)}, and the delivery. Divide by {used} metres. B: {used} × {rupees(b_price)}.",
    f"of 100 there are {good_of_hundred} good ones. {used} × {good_of_hundred} ÷ 100.",
    f"{rupees(b_total)} × {interest_percent} ÷ 100 is the interest of a year. For {credit_days} days: divide by 365,"
    f" multiply by {credit_days}.",
    f"{used} × {rupees(a_price)} = {rupees(a_cloth)}. With {rupees(delivery)} delivery {rupees(a_total)}."
    f" {rupees(a_total)} ÷ {used} = **{rupees(a_metre, 2)}** a metre.",
    f"{used} × {rupees(b_price)} = {rupees(b_total)}. Good: {used} × {good_of_hundred} ÷ 100 = {b_good} metres."
    f" {rupees(b_total)} ÷ {b_good} = **{rupees(b_metre, 2)}** a good metre.",
    f"{rupees(b_total)} × {interest_percent} ÷ 100 × {credit_days} ÷ 365 = {rupees(credit)}."
    f" ({rupees(b_total)} − {rupees(credit)}) ÷ {b_good} = **{rupees(b_with_credit, 2)}** a good metre.",
    f"B is dearer by {rupees(b_price - a_price)}. Without the credit B is dearer by about {without_paise} paise."
    f" With the credit B is cheaper by about {with_credit_paise} paise.",
    f"of B costs {rupees(b_more_damage, 2)}, also with the credit",
    f"Who has {rupees(int(a_metre * 10) / 10, 1)} is right",
    f"At about {equal_at:.1f} in 100.",
    # the quiz
    f"[x] right) {average} > Right: {rupees(value)} ÷ {metres} metres = {rupees(average)}.",
    f"[ ] middle) {middle} >",
    f"[ ] value) {value} >",
    f"[ ] no-safety) {a_day * waiting} metres",
    f"[x] level) {level} metres > Yes. {a_day} × ({waiting} + {safety}) = {level}.",
    f"[ ] only-safety) {a_day * safety} metres",
    f"[ ] order-size) {order} metres",
    f"{rupees(fifo_left)} against {rupees(average_left)}",
    f"{rupees(fifo_left)} is left instead of {rupees(average_left)}. So {rupees(gain)} less was used, and the profit is"
    f" {rupees(gain)} higher.",
    f"The card says {card} metres, the count says",
    f"{rice} × ({to_shop} + {rice_safety}) = {rice * (to_shop + rice_safety)} kg",
    # the answers in one line
    f"{left} metres are left. Average {rupees(average)}: used {rupees(average_used)}, left"
    f" {rupees(average_left)}. FIFO: used {rupees(fifo_used)}, left {rupees(fifo_left)}.",
    f"Level {level} metres, order {order}, on arrival {on_arrival}, in a flood week {flood_level}.",
    f"{gap} metres are missing. {float(allowed)} are normal waste. {float(unexplained)} have no explanation:"
    f" {rupees(unexplained_value)}.",
    f"A good metre costs {rupees(a_metre, 2)} from A and {rupees(b_metre, 2)} from B. With the credit B costs"
    f" {rupees(b_with_credit, 2)}.",
)

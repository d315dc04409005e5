"""Every number of the ten questions of Accounting, worked out again."""

from tests.courses.reading import indian, rupees
from tests.courses.sums.accounting.day_6 import instalment

# --- Day 2: cards ---

uniforms, hostel_paid = 12_500, 7_800
hostel_owes = uniforms - hostel_paid

owed, paid, interest = 60_000, 4_200, 600
principal = paid - interest

# --- Day 3: stock ---

metres, rate, more_metres, new_rate = 80, 60, 40, 72
value = metres * rate + more_metres * new_rate
all_metres = metres + more_metres
average = value // all_metres
assert average * all_metres == value
assert metres == 2 * more_metres, "twice as much of the cheaper cloth"

a_day, delivery, safety = 5, 6, 4
order_at = a_day * (delivery + safety)

# --- Day 4: price ---

cost, margin = 68, 15
cost_share = (100 - margin) / 100
price = cost / cost_share
mark_up = cost * (100 + margin) / 100

# --- Day 5: materials ---

start, bought, left = 8_000, 15_500, 6_200
used = start + bought - left

# --- Day 6: a flat loan ---

loan, percent, months = 30_000, 10, 12
flat_interest = loan * percent // 100
flat = (loan + flat_interest) // months

TOLD = (
    f"for {rupees(uniforms)}, on credit. It has paid {rupees(hostel_paid)}.",
    f"paid) {rupees(hostel_paid)}, and the hostel owes it",
    f"owes the bank {rupees(owed)}. It pays an instalment of {rupees(paid)}. Of this, {rupees(interest)} are interest.",
    f"{metres} m of cloth at {rupees(rate)} a metre. The unit buys {more_metres} m more at {rupees(new_rate)}.",
    f"old) {rate} ± 0.1",
    f"new) {new_rate} ± 0.1",
    f"uses {a_day} kg of flour a day. A delivery takes {delivery} days. The unit wants {safety} days of safety.",
    f"A day uses {a_day} kg",
    f"The full cost of a bag is {rupees(cost)}. The unit wants a margin of {margin}% **of the price**.",
    f"You added {rupees(margin)}. It is {margin}%, not {rupees(margin)}.",
    f"You took {margin}% off the cost.",
    "A hotel asks for 100 bags",
    f"begins the month with stock for {rupees(start)}. It buys for {rupees(bought)}. At the end it counts stock for"
    f" {rupees(left)}.",
    f"bought-only) {indian(bought)} ± 1",
    f"A loan of {rupees(loan)} at {percent}% **flat**, to be paid back in {months} months.",
    f"the instalment at {percent}% *reducing*",
)

WORKED = (
    f"we-owe) {rupees(hostel_owes)}, and we owe it",
    f"they-owe) {rupees(hostel_owes)}, and the hostel owes it",
    f"{indian(uniforms)} − {indian(hostel_paid)} = {indian(hostel_owes)}, and it is ours",
    f"added) {rupees(uniforms + hostel_paid)}, and the hostel owes it",
    f"owes the rest: {indian(uniforms)} − {indian(hostel_paid)} = {rupees(hostel_owes)}.",
    f"less-principal) {indian(owed - principal)} ± 1",
    f"{indian(paid)} − {indian(interest)} = {indian(principal)} is principal. {indian(owed)} − {indian(principal)}"
    f" = {indian(owed - principal)}.",
    f"less-all) {indian(owed - paid)} ± 1",
    f"less-interest) {indian(owed - interest)} ± 1",
    f"more) {indian(owed + paid)} ± 1",
    f"Only the principal, here {rupees(principal)}, makes the debt smaller.",
    f"weighed) {average} ± 0.1",
    f"{indian(metres * rate)} + {indian(more_metres * new_rate)} = {indian(value)}."
    f" {indian(value)} ÷ {all_metres} m = {rupees(average)}.",
    f"middle) {(rate + new_rate) // 2} ± 0.1",
    f"Who wrote {(rate + new_rate) // 2} took the middle",
    f"{rupees(value)} ÷ {all_metres}.",
    f"both) {order_at} ± 0.5",
    f"{a_day} × ({delivery} + {safety}) = {order_at} kg.",
    f"no-safety) {a_day * delivery} ± 0.5",
    f"only-safety) {a_day * safety} ± 0.5",
    f"sum) {a_day + delivery + safety} ± 0.5",
    f"{a_day} × {delivery + safety} = {order_at} kg.",
    f"of-price) {price:.0f} ± 0.1",
    f"The cost is {100 - margin}% of the price: {cost} ÷ {cost_share} = {price:.0f}."
    f" And {margin}% of {price:.0f} is {price * margin / 100:.0f}.",
    f"of-cost) {mark_up:.2f} ± 0.1",
    f"That is {margin}% on the cost, a mark-up: {cost} × 1.{margin}. Of this price it is only about"
    f" {(mark_up - cost) / mark_up * 100:.0f}%.",
    f"rupees) {cost + margin} ± 0.1",
    f"taken-off) {cost * cost_share:.2f} ± 0.1",
    f"{cost} ÷ {cost_share} = ₹{price:.0f}.",
    f"Whoever wrote {mark_up:.2f} knows the mark-up",
    f"used) {indian(used)} ± 1",
    f"{indian(start)} + {indian(bought)} − {indian(left)} = {indian(used)}.",
    f"added-all) {indian(start + bought + left)} ± 1",
    f"not-counted) {indian(start + bought)} ± 1",
    f"turned-round) {indian(bought + left - start)} ± 1",
    f"flat) {indian(flat)} ± 1",
    f"{indian(loan)} + {indian(flat_interest)} interest = {indian(loan + flat_interest)}. Divided by {months}:"
    f" {indian(flat)}.",
    f"no-interest) {indian(loan / months)} ± 1",
    f"reducing) {indian(instalment(loan, percent, months), 2)} ± 2",
    f"two-years) {indian((loan + 2 * flat_interest) / months)} ± 1",
    f"{indian(flat_interest)} for one year, added to the loan",
)

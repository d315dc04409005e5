"""Every number of Accounting, Day 4, worked out again."""

from fractions import Fraction
from math import ceil

from tests.courses.reading import indian, rupees

# --- one bag of Ponnu Stitching Unit ---

cloth_metre, handles, wage = 80, 6, 18
fixed, bags, price, few = 6_000, 400, 95, 250
percent = 20
cloth = cloth_metre // 2
direct = cloth + handles + wage
share, share_few = fixed // bags, fixed // few
assert share * bags == fixed == share_few * few
full, full_few = direct + share, direct + share_few
markup_price = full * (100 + percent) / 100
margin_price = full * 100 / (100 - percent)
assert round(margin_price - markup_price, 2) == 3.95, "nearly four rupees between them"
contribution = price - direct
break_even_exact = fixed / contribution
break_even = ceil(break_even_exact)
surplus = bags * contribution - fixed
assert surplus == bags * (price - full)
assert fixed - (break_even - 1) * contribution == 17, "a few rupees are missing"
no_wage = cloth + handles

# --- the school's offer ---

order, offer, minutes, members = 150, 75, 25, 4
offer_brings = offer - direct
extra = order * offer_brings
without = few * contribution - fixed
with_order = without + extra
hours = order * minutes / 60
assert full_few - offer == 13, "thirteen rupees, says the member"

# --- a living ---

wish, dearer = 4_000, 105
target = fixed + members * wish
living = ceil(target / contribution)
living_hours = living * minutes / 60
dearer_contribution = dearer - direct
living_dearer = ceil(target / dearer_contribution)
assert (full, offer_brings, living) == (79, 11, 710)  # said in words to all

# --- the quiz ---

fifth = margin_price * percent / 100
principal = 3_100
assert Fraction(margin_price) - Fraction(fifth) == full

TOLD = (
    f"cloth bag is sold at {rupees(price)}",
    f"sells a cloth bag at {rupees(price)}",
    "Up to ₹50",
    "₹51 to ₹60",
    "₹61 to ₹70",
    "₹71 to ₹80",
    "₹81 to ₹90",
    "More than ₹90",
    f"half a metre, at {rupees(cloth_metre)} a metre - Handles and thread: {rupees(handles)}"
    f" - Piece wage: {rupees(wage)} for each bag",
    f"Indirect costs: {rupees(fixed)} a month",
    f"sells {bags} bags a month, at {rupees(price)} each",
    "on a cost of 100 a surplus of 20 is put",
    "of a price of 100 a surplus of 20 is kept",
    f"**Mark-up of {percent}%:** on each {rupees(100)} of *cost* we put {rupees(percent)}.",
    f"**Margin of {percent}%:** of each {rupees(100)} of *price* {rupees(percent)} are ours.",
    f"at {bags} bags `money`",
    f"Price with {percent}% mark-up",
    f"Price with {percent}% margin",
    f"one bag at {rupees(price)} `money`",
    f"a month with {bags} bags?",
    f"if only {few} are made",
    f"Share: {rupees(fixed)} divided",
    f"Contribution: {rupees(price)} less what rises with each bag. Break-even: {rupees(fixed)} divided",
    f"With {few} bags the direct",
    # the school
    f'sells only {few} bags at {rupees(price)}. Then a school asks for {order} bags: "But we pay {rupees(offer)}, not',
    f"{rupees(fixed)} a month that stay. One bag takes {minutes} minutes.",
    f"At {rupees(offer)}, what",
    f"What do all {order} bags bring?",
    f"what the {order} bags bring",
    f"{order} × {minutes} minutes, divided by 60",
    f"paid already by the {few} bags",
    f"hear of {rupees(offer)}, and",
    f"there are {rupees(wage)} for the members",
    f"wages for {order} bags",
    # a living
    f"each wants {rupees(wish)} a month",
    f"Costs that stay: {rupees(fixed)} a month. One bag takes {minutes} minutes.",
    f"How many bags at {rupees(price)}? Whole",
    f"How many bags at {rupees(dearer)}? Whole",
    f"Today they sell {bags}. Where",
    f"four times {rupees(wish)}",
    f"Today there are {bags}. Ideas",
    f"has forgotten the {rupees(fixed)}.",
    f"the price of {rupees(dearer)}.",
    # the quiz
    f"a margin of {percent}% of the price",
    f"A bag sells at {rupees(price)}.",
    f"{rupees(fixed)} a month stay. How many whole",
    f"[ ] made) {bags} >",
    f"pays back {rupees(principal)} principal",
    f"Think of the school, of {rupees(offer)},",
    "Keep questions 1, 2 and 5.",
)

WORKED = (
    f"so the price is {100 + percent}.",
    f"so the cost may be {100 - percent}.",
    f"Price = cost × {(100 + percent) / 100:.2f}.",
    f"Price = cost ÷ {(100 - percent) / 100:.2f}.",
    # the sheet of one bag
    f"Cloth in one bag `money` = {cloth}",
    f"Direct cost of one bag `money` = {direct}",
    f"at {bags} bags `money` = {share}",
    f"Full cost of one bag `money` = {full}",
    f"mark-up `money` = {markup_price:.2f} ± 0.05",
    f"margin `money` = {margin_price:.2f} ± 0.05",
    f"at {rupees(price)} `money` = {contribution}",
    f"to break even? Whole bags `number` = {break_even}",
    f"with {bags} bags? `money` = {surplus}",
    f"if only {few} are made `money` = {full_few}",
    f"stays {rupees(direct)} a bag. Only the share changes: {rupees(fixed)} ÷ {few}.",
    f"**Direct:** {rupees(cloth)} + {rupees(handles)} + {rupees(wage)} = {rupees(direct)}."
    f" **Share:** {rupees(fixed)} ÷ {bags} = {rupees(share)}."
    f" **Full cost:** {rupees(direct)} + {rupees(share)} = **{rupees(full)}**.",
    f"**{percent}% mark-up:** {rupees(full)} × {(100 + percent) / 100:.2f} = {rupees(markup_price, 2)}."
    f" **{percent}% margin:** {rupees(full)} ÷ {(100 - percent) / 100:.2f} = {rupees(margin_price, 2)}.",
    f"**Contribution at {rupees(price)}:** {rupees(price)} − {rupees(direct)} = **{rupees(contribution)}**."
    f" **Break-even:** {rupees(fixed)} ÷ {rupees(contribution)} = {break_even_exact:.1f}, so **{break_even} bags**.",
    f"**{bags} bags:** {bags} × {rupees(contribution)} = {rupees(bags * contribution)}. Less {rupees(fixed)}:"
    f" **{rupees(surplus)}** are left. Check: {rupees(price)} − {rupees(full)} = {rupees(price - full)}, and"
    f" {bags} × {rupees(price - full)} = {rupees(surplus)}.",
    f"**Only {few} bags:** {rupees(fixed)} ÷ {few} = {rupees(share_few)}. {rupees(direct)} + {rupees(share_few)} ="
    f" **{rupees(full_few)}**.",
    f"left out: {rupees(no_wage)} direct",
    f"divided by the price: {indian(fixed)} ÷ {price}.",
    f"surplus of one bag: {indian(fixed)} ÷ {price - full}.",
    f"**{break_even_exact:.1f} bags:** with {break_even - 1} bags a little is missing. So {break_even}.",
    f"With {percent}% margin many write {rupees(markup_price, 2)}.** Let them check: what is {percent}% of"
    f" {rupees(markup_price, 2)}? It is {rupees(markup_price * percent / 100, 2)}."
    f" And {rupees(markup_price, 2)} − {rupees(full)} is only {rupees(markup_price - full, 2)}.",
    f'"The bag costs {rupees(full)}" is true at {bags} bags only',
    # the school
    f"At {few} bags the full cost of one is {rupees(full_few)}",
    f"direct cost {rupees(direct)} a bag, {rupees(fixed)} a month",
    f"of this order bring? `money` = {offer_brings}",
    f"all {order} bags bring? `money` = {extra}",
    f"without the order `money` = {without}",
    f"with the order `money` = {with_order}",
    f"is the order? `number` = {hours}",
    f"do we never sell? `money` = {direct}",
    f"{few} × {rupees(contribution)}, less {rupees(fixed)}.",
    f"{rupees(offer)} − {rupees(direct)} = {rupees(offer_brings)}. **All:** {order} × {rupees(offer_brings)} ="
    f" {rupees(extra)}.",
    f"{few} × {rupees(contribution)} − {rupees(fixed)} = {rupees(without)}."
    f" **With:** {rupees(without)} + {rupees(extra)} = **{rupees(with_order)}**.",
    f"{rupees(offer)} is less than {rupees(full_few)}",
    f"{order} × {minutes} ÷ 60 = {hours} hours, about {hours / members:.0f} hours a member",
    f"**Never below {rupees(direct)}:**",
    f"**{rupees(full_few - offer)} loss a bag**",
    f"In the {rupees(direct)} there are",
    f"So {rupees(extra)} comes on top",
    # a living
    f"Contribution of one bag: {rupees(contribution)}.",
    f"bring in a month? `money` = {target}",
    f"at {rupees(price)}? Whole bags `number` = {living}",
    f"all together? `number` = {living_hours:.1f} ± 0.5",
    f"the four members `number` = {living_hours / members:.0f} ± 0.2",
    f"at {rupees(dearer)}? Whole bags `number` = {living_dearer}",
    f"At {rupees(dearer)} one bag brings {rupees(dearer - price)} more",
    f"{rupees(fixed)} + {members} × {rupees(wish)} = {rupees(target)}. **Bags at {rupees(price)}:** {rupees(target)} ÷"
    f" {rupees(contribution)} = {target / contribution:.1f}, so **{living}**.",
    f"{living} × {minutes} ÷ 60 = {living_hours:.1f} hours, about {living_hours / members:.0f} hours a member",
    f"**At {rupees(dearer)}:** contribution {rupees(dearer)} − {rupees(direct)} = {rupees(dearer_contribution)}."
    f" {rupees(target)} ÷ {rupees(dearer_contribution)} = {target / dearer_contribution:.1f}, so"
    f" **{living_dearer} bags**. Ten rupees more, and {living - living_dearer} bags fewer",
    f"A group with {ceil((target - fixed) / contribution)} bags** has forgotten",
    f"A group with {break_even} has forgotten the members",
    # the quiz, each wrong number from its slip
    f"The full cost is {rupees(full)}.",
    f"[ ] markup) {rupees(markup_price, 2)} > That is a mark-up: {percent}% on the *cost*. Of this price"
    f" {rupees(markup_price - full, 2)} are yours, and that is less than {percent}% of it.",
    f"[ ] today) {rupees(price, 2)} > That is the price of today. Of it {rupees(price - full)} are left,"
    f" and that is not {percent}%.",
    f"[x] margin) {rupees(margin_price, 2)} > Yes. {rupees(full)} ÷ {(100 - percent) / 100:.2f}."
    f" Of {rupees(margin_price, 2)} one fifth is {rupees(fifth, 2)}, and {rupees(full)} is left",
    f"[ ] rupees) {rupees(full + percent, 2)} > You have added twenty rupees.",
    f"If {percent} of 100 are ours, how much of each {rupees(100)} of price",
    f"{rupees(direct)} rise with each bag",
    f"[x] right) {break_even} > Right: {rupees(fixed)} ÷ {rupees(contribution)} = {break_even_exact:.1f}."
    f" Half a bag cannot be sold, so {break_even}.",
    f"[ ] rounded-down) {break_even - 1} > Nearly. With {break_even - 1} bags",
    f"[ ] by-price) {fixed // price} .. {ceil(fixed / price)} >",
    f"of each {rupees(price)} only {rupees(contribution)} are there",
    f"[ ] by-cost) {fixed // direct} .. {ceil(fixed / direct)} >",
    f"what it *brings*: {rupees(price)} − {rupees(direct)}.",
    f"[ ] by-surplus) {fixed // (price - full)} > You divided by {rupees(price)} − {rupees(full)}."
    f" In the {rupees(full)} the rent",
    f"{rupees(price)} − {rupees(direct)} = {rupees(contribution)}. Divide {rupees(fixed)} by it",
    f"At {bags} bags each carries {rupees(share)} of what stays, at {few} bags {rupees(share_few)}.",
    f"{rupees(direct)} and {rupees(full_few)}.",
    # the answers in one line
    f"Direct {rupees(direct)}, full cost **{rupees(full)}** at {bags} bags, contribution"
    f" {rupees(contribution)}, break-even **{break_even} bags**.",
    f"{rupees(offer_brings)} a bag, {rupees(extra)} in all. Without the order {rupees(without)}, with it"
    f" **{rupees(with_order)}**.",
    f"{rupees(target)} ÷ {rupees(contribution)} is **{living} bags**, about {living_hours / members:.0f} hours"
    f" for each member.",
)

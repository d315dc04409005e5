"""Every number of Branding, Day 4, worked out again: from cost to MRP, three offers, three stories, "too dear"."""

from decimal import ROUND_CEILING, Decimal

from tests.courses.reading import indian, rupees

# One pack of Malar's sambar powder (invented).
spices, pouch, label, power, work = 13, 2, 1, 2, 6
rent, packs_made = 2_400, 600
ours_percent, shop_percent, tax_percent = 20, 20, 5
grams = 100

variable = spices + pouch + label + power + work
share = rent // packs_made
full = variable + share
ours = Decimal(full * ours_percent) / 100
ex_unit = full + ours
rest = Decimal(100 - shop_percent) / 100
mrp = ex_unit / rest
shop = mrp - ex_unit
assert (variable, share, full) == (24, 4, 28)
assert (ours, ex_unit, mrp) == (Decimal("5.6"), Decimal("33.6"), Decimal(42))
assert shop == mrp * shop_percent / 100
at_door = mrp - full
of_cost, of_price = at_door / full * 100, at_door / mrp * 100
with_tax = mrp * (100 + tax_percent) / 100

# The slip: the shop's part added to our price.
added = ex_unit * (100 + shop_percent) / 100
added_shop = added - ex_unit
added_percent = added_shop / added * 100

# Three offers for the 300 packs sold at the door and at the fair.
now = 300
left = mrp - variable
all_left = now * left


def packs(contribution: Decimal) -> int:
    """So many are needed for the same contribution; half a pack cannot be sold."""
    return int((all_left / contribution).to_integral_value(ROUND_CEILING))


ten_price = mrp * 90 / 100
ten_left = ten_price - variable
ten_eaten = mrp - ten_price
four_paid = 4 * mrp
four_price = four_paid / 5
four_left = four_price - variable
four_eaten = mrp - four_price
gift = 3
gift_left = left - gift
rival = 38
rival_left = rival - variable
assert (packs(ten_left), packs(four_left), packs(gift_left)) == (392, 563, 360)
assert Decimal("0.2") < ten_eaten / left < Decimal("0.25"), "nearly a quarter"
assert Decimal("0.45") < four_eaten / left < Decimal("0.5"), "nearly half"
assert 1.8 < packs(four_left) / now < 2, "nearly double"
assert round((packs(ten_left) / now - 1) * 10) == 3, "about 30 per cent more"
assert rival > full, "the lowest price pays the rent too"
guess = now * 110 // 100

# Three stories.
zip_more, weekly_price, gift_price, box, pouches = 2, 48, 199, 30, 4
weekly_cost = variable + zip_more
weekly_left = weekly_price - weekly_cost
gift_cost = pouches * weekly_cost + box
box_left = gift_price - gift_cost
box_each = Decimal(box_left) / pouches
assert box_each < left < weekly_left

# The quiz: Ponnu's bags, new numbers for the same ways.
shop_pays = 64
bag_mrp = shop_pays / rest
bag_added = Decimal(shop_pays * (100 + shop_percent)) / 100
bag_added_percent = (bag_added - shop_pays) / bag_added * 100
bag, bag_variable, bag_full = 95, 60, 76
bag_left, bag_door = bag - bag_variable, bag - bag_full
bag_ten = Decimal(bag) * 90 / 100
bag_ten_left = bag_ten - bag_variable
bag_of_cost, bag_of_price = Decimal(bag_door) / bag_full * 100, Decimal(bag_door) / bag * 100
assert (bag_mrp, bag_of_cost, bag_of_price) == (80, 25, 20)

# The play.
small_grams, small = 50, 22

# Minutes: the scale; the groups and how long they report; the play; the quiz; the plan.
answer, talk, doubt = 2, 5, 3
assert answer + talk + doubt == 10
fill, ask, discount, close = 6, 4, 2, 3
assert fill + ask + discount + close == 15
spelled = {4: "four", 11: "eleven", 16: "sixteen", 24: "twenty-four", 27: "twenty-seven", 30: "thirty"}
questions = (180 + 180 + 90 + 120 + 90) // 60

TOLD = (
    f"a pouch of {grams} g sambar powder",
    "The middle, 2, means: fair. 1 = cheap, 3 = too dear",
    "thirty-eight) ₹38",
    "forty-two) ₹42",
    "forty-five) ₹45",
    "fifty) ₹50",
    "Who said cheap for ₹38",
    f"**Minutes.** {answer} to answer, {talk} to look and talk, {doubt} for the doubt.",
    "people who find ₹38 *cheap*",
    "what *you* chose for ₹50",
    f"one pack of {grams} g: - spices {rupees(spices, 2)} - pouch {rupees(pouch, 2)} - label {rupees(label, 2)}"
    f" - electricity {rupees(power, 2)} - the members' own work {rupees(work, 2)}",
    f"rent, phone and licence: {rupees(rent)} a month",
    f"They make {packs_made} packs a month.",
    f"they want {ours_percent}% *of the cost*",
    f"It wants to keep {shop_percent}% *of the MRP*.",
    f"the question of the shop's {shop_percent}%",
    f"Our margin: {ours_percent}% of the cost",
    f"With a tax of {tax_percent}%",
    f"{rupees(rent)} for {packs_made} packs. How much for one?",
    f"The shop keeps {shop_percent} of each ₹100 of the MRP.",
    f"{shop_percent} percent *of what*?",
    f"The shop wants {shop_percent} of each 100 rupees",
    f"sells {now} packs a month",
    "A small sachet of 10 g as a gift with each pack. It costs the unit ₹3.",
    f"Contribution of all {now} packs now",
    f"Ten per cent off: how many packs instead of {now}?",
    f"to have the same left as with {now} now?",
    "Who will cook 30 per cent more sambar next month?",
    "Who will buy 30 per cent more sambar powder?",
    '"Four and one free is 25 per cent"',
    f"Thin pouch, {rupees(mrp)}.",
    f"Zip pouch, {rupees(weekly_price)}.",
    f"The zip pouch costs {rupees(zip_more)} more than the thin one.",
    f"printed box, {rupees(gift_price)}. The box costs {rupees(box)}.",
    f"the buyer of {rupees(weekly_price)} feels cheated by the pouch at {rupees(mrp)}",
    f"The zip pouch adds {rupees(zip_more)} to the cost",
    "How many of us would pay ₹50? So what would you say to ₹48?",
    f"pouch A for {rupees(rival)}",
    f"The price is {rupees(mrp)}. The members have agreed on a lowest price of {rupees(rival)}",
    f"small packs of {small_grams} g for {rupees(small)}",
    f"with that one there, for {rupees(rival)}",
    f"take the small pack for {rupees(small)}",
    f"It keeps {shop_percent}% of the MRP. What is the MRP",
    "Of each ₹100 the buyer pays, how much does Ponnu get?",
    f"A bag sells for {rupees(bag)}. Its variable cost is {rupees(bag_variable)}. Ponnu gives 10% off.",
    "ten) 10%, like most of the offers at Onam",
    "For you I make it ₹36.",
    f"Now she knows that {rupees(mrp)} was not meant.",
    '"I work with 20 per cent"',
    "Keep questions 1, 2 and 5.",
    "gets dearer by 10%",
    f"**Minutes.** {fill} to fill in, {ask} for the missing numbers, {discount} for the discount, {close} to close.",
)

WORKED = (
    f"After {spelled[40 - 10]} minutes we are back, and two groups climb aloud.",
    f"After {spelled[35 - 8]} minutes we are back.",
    f"After {spelled[30 - 6]} minutes we meet here.",
    f"After {spelled[20 - 4]} minutes we are back.",
    f"About {spelled[questions]} minutes for the questions, {spelled[15 - questions]} for the reasons.",
    # the ladder
    f"Variable cost of a pack `money` = {variable}",
    f"Its share of the fixed cost `money` = {share}",
    f"Full cost `money` = {full}",
    f"of the cost `money` = {ours:f} ± 0.01",
    f"Price to the shop (ex-unit) `money` = {ex_unit:f} ± 0.01",
    f"MRP `money` = {mrp:.0f} ± 0.01",
    f"How much does the shop keep? `money` = {shop:.1f} ± 0.01",
    f"Unit sale price, rupees per g `number` = {mrp / grams:.2f} ± 0.001",
    f"left above the full cost? `money` = {at_door:.0f} ± 0.01",
    f"percent of the *cost* is that? `number` = {of_cost:.0f} ± 0.5",
    f"percent of the *price* is that? `number` = {of_price:.1f} ± 0.4",
    f"what would the MRP be? `money` = {with_tax:.1f} ± 0.05",
    f"{ours_percent}% of the cost: {full} × {indian(Decimal(ours_percent) / 100, 2)}.",
    f"our {rupees(ex_unit, 2)} is what remains: {100 - shop_percent} of each ₹100."
    f" Divide {indian(ex_unit, 2)} by {indian(rest, 2)}.",
    f"{spices} + {pouch} + {label} + {power} + {work} = {rupees(variable)}."
    f" Rent and phone: {indian(rent)} ÷ {packs_made} = {rupees(share)}. Full cost: {rupees(full)}.",
    f"{ours_percent}% of {full} = {rupees(ours, 2)}."
    f" The shop pays us {full} + {indian(ours, 2)} = **{rupees(ex_unit, 2)}**.",
    f"It keeps {shop_percent}% of the MRP, so {indian(ex_unit, 2)} is {100 - shop_percent}%:"
    f" {indian(ex_unit, 2)} ÷ {indian(rest, 2)} = **{rupees(mrp, 2)}**. The shop keeps {rupees(shop, 2)}."
    f" Print: {rupees(mrp / grams, 2)} per g.",
    f"{mrp:.0f} − {full} = {rupees(at_door)}. Of the cost: {at_door:.0f} ÷ {full} = {of_cost:.0f}%."
    f" Of the price: {at_door:.0f} ÷ {mrp:.0f} = {of_price:.1f}%. It is the same {rupees(at_door)}.",
    f"**With a tax of {tax_percent}%:** {mrp:.0f} × {indian(Decimal(105) / 100, 2)} = {rupees(with_tax, 2)}.",
    f"{indian(ex_unit, 2)} × {indian(Decimal(120) / 100, 2)} = {rupees(added, 2)}."
    f" Then the shop keeps {rupees(added_shop, 2)}, and that is only {added_percent:.1f}% of {rupees(added, 2)}.",
    f"{indian(added, 2)} means that they added {shop_percent}% to our price.",
    f"leaves out the members' work has {rupees(variable - work)} instead of {rupees(variable)}",
    f"A group at {rupees(ex_unit, 2)} that stops",
    f"Some add {shop_percent} percent to {indian(ex_unit, 2)} and come to {indian(added, 2)}."
    f" What does the shop keep then? (Wait.) {indian(added_shop, 2)}. Is that {shop_percent} percent",
    f"The same {at_door:.0f} rupees are {of_cost:.0f} percent of the cost and {of_price:.0f} percent of the price.",
    f"{variable}, {share}, {full}, {indian(ours, 2)}, {indian(ex_unit, 2)}, {mrp:.0f}, {indian(shop, 2)},"
    f" {mrp / grams:.2f}, {at_door:.0f}, {of_cost:.0f}%, {of_price:.1f}%, {indian(with_tax, 2)}.",
    f"What does the shop do for its {rupees(shop, 2)}?",
    f"Give the full cost of {rupees(full)} and begin",
    # three offers
    f"for {rupees(mrp)} each. The variable cost of a pack is {rupees(variable)}. What a pack leaves",
    f"At {rupees(mrp)} it is {mrp:.0f} − {variable} = {rupees(left)}.",
    f"where {rupees(mrp)} go. Above, full price: {variable} go out for materials and work, {left:.0f} stay."
    f" Below, with a discount: the same {variable} go out",
    f"packs now `money` = {all_left:.0f}",
    f"new price `money` = {ten_price:.1f} ± 0.01",
    f"contribution of a pack `money` = {ten_left:.1f} ± 0.01",
    f"packs needed `number` = {packs(ten_left)} ± 1",
    f"each of the five packs? `money` = {four_price:.1f} ± 0.01",
    f"contribution of a pack `money` = {four_left:.1f} ± 0.01",
    f"packs needed `number` = {packs(four_left)} ± 1",
    f"Free sachet: contribution of a pack `money` = {gift_left:.0f} ± 0.01",
    f"packs needed `number` = {packs(gift_left)} ± 1",
    f"Our lowest price at the door, for {grams} g",
    f"The variable cost stays {rupees(variable)}",
    f"divide the {rupees(all_left)} by the new contribution",
    f"she pays 4 × {mrp:.0f} = {rupees(four_paid)} and takes five packs home",
    f"{now} × {left:.0f} = {rupees(all_left)}.",
    f"{mrp:.0f} × {indian(Decimal(90) / 100, 2)} = {rupees(ten_price, 2)}."
    f" Left: {indian(ten_price, 2)} − {variable} = {rupees(ten_left, 2)}."
    f" Packs: {indian(all_left)} ÷ {indian(ten_left, 2)} = {indian(all_left / ten_left, 1)},"
    f" so **{packs(ten_left)}**. That is {packs(ten_left) - now} more."
    f" Ten per cent of the price has eaten {rupees(ten_eaten, 2)} of the {rupees(left)}",
    f"{four_paid:.0f} ÷ 5 = {rupees(four_price, 2)}, that is {(1 - four_price / mrp) * 100:.0f}% off."
    f" Left: {rupees(four_left, 2)}."
    f" Packs: {indian(all_left)} ÷ {indian(four_left, 2)} = {indian(all_left / four_left, 1)},"
    f" so **{packs(four_left)}**. Nearly double. It has eaten {rupees(four_eaten, 2)} of the {rupees(left)}",
    f"Left: {left:.0f} − {gift} = {rupees(gift_left)}."
    f" Packs: {indian(all_left)} ÷ {gift_left:.0f} = **{packs(gift_left)}**.",
    f"Below {rupees(variable)} each pack loses money at once. Below {rupees(full)} the rent is not paid."
    f" One group chose **{rupees(rival)}**: then {rupees(rival_left)} are left,"
    f" {packs(Decimal(rival_left))} packs are needed",
    f"if they lie above {rupees(full)} and have a reason",
    f"never comes out of the {variable}. It comes out of the {left:.0f}.",
    f"Guesses are usually {guess}: ten per cent off",
    f"A group below {rupees(full)} did not think of the rent.",
    f"(Wait.) {packs(ten_left)}. Look at the picture",
    f"{indian(all_left)}. Ten off: {indian(ten_price, 2)}, {indian(ten_left, 2)}, {packs(ten_left)}."
    f" Four and one: {indian(four_price, 2)}, {indian(four_left, 2)}, {packs(four_left)}."
    f" Sachet: {gift_left:.0f}, {packs(gift_left)}.",
    # three stories
    f"in the thin pouch is {rupees(variable)}",
    f"Everyday: contribution of a pack `money` = {left:.0f}",
    f"Fresh every week: variable cost of a pack `money` = {weekly_cost}",
    f"contribution of a pack `money` = {weekly_left}",
    f"Gift: variable cost of a box `money` = {gift_cost}",
    f"contribution of a box `money` = {box_left}",
    f"each of the four pouches `money` = {box_each} ± 0.01",
    f"{variable} + {zip_more}.",
    f"{pouches} × {weekly_cost} + {box}.",
    f"Everyday: {mrp:.0f} − {variable} = {rupees(left)}."
    f" Fresh every week: cost {variable} + {zip_more} = {weekly_cost},"
    f" left {weekly_price} − {weekly_cost} = {rupees(weekly_left)}."
    f" Gift: cost {pouches} × {weekly_cost} + {box} = {gift_cost},"
    f" left {gift_price} − {gift_cost} = {rupees(box_left)} a box."
    f" For each of the four pouches {box_left} ÷ {pouches} = {rupees(box_each, 2)}",
    f"because {rupees(box_left)} is the largest number",
    f"{left:.0f}; {weekly_cost} and {weekly_left}; {gift_cost}, {box_left} and {box_each}.",
    # the play
    f"2 × {rupees(small)} = {rupees(2 * small)} for {2 * small_grams} g",
    # the quiz: the MRP, and the slips that lead elsewhere
    f"A shop pays Ponnu {rupees(shop_pays)} for a small bag. It keeps",
    f"right) {bag_mrp:.0f} ± 0.05 > Right. {shop_pays} is {100 - shop_percent}% of the MRP:"
    f" {shop_pays} ÷ {indian(rest, 2)} = {rupees(bag_mrp)}. The shop keeps {rupees(bag_mrp - shop_pays)}.",
    f"added) {bag_added:.2f} ± 0.02 > You added {shop_percent}% to *Ponnu's* price."
    f" Then the shop keeps {rupees(bag_added - shop_pays, 2)}, and that is only {bag_added_percent:.1f}%",
    f"taken-off) {shop_pays * rest:.2f} ± 0.02 > You took {shop_percent}% away.",
    f"twenty-rupees) {shop_pays + shop_percent} ± 0.02 > You added {rupees(shop_percent)}."
    f" It is {shop_percent} *percent*.",
    f"twice) {bag_mrp * (100 + shop_percent) / 100:.0f} ± 0.02 > You came to the MRP,"
    f" and then you added {shop_percent}% once more.",
    f"Ponnu gets {100 - shop_percent} of each 100. Divide {shop_pays} by {indian(rest, 2)}.",
    f"what we get is the rest: {100 - shop_percent}%",
    f"Let somebody with {indian(bag_added, 2)} say",
    # the quiz: what a discount leaves
    f"right) {bag_ten_left:.1f} ± 0.02 > Right. {bag} × {indian(Decimal(90) / 100, 2)} = {indian(bag_ten, 2)}."
    f" Then {indian(bag_ten, 2)} − {bag_variable} = {rupees(bag_ten_left, 2)}.",
    f"no-discount) {bag_left} ± 0.02 >",
    f"of-the-left) {Decimal(bag_left) * 90 / 100:.1f} ± 0.02 > You took 10% of the {rupees(bag_left)}."
    " But the buyer gets 10% of the *price*.",
    f"only-price) {bag_ten:.1f} ± 0.02 >",
    f"ten-rupees) {bag_left - 10} ± 0.02 > You took off ₹10. It is 10 *percent* of the price.",
    f"The discount of {rupees(bag - bag_ten, 2)} comes out of the {rupees(bag_left)} alone."
    f" The cost of {rupees(bag_variable)}",
    f"{indian(Decimal(bag_left) * 90 / 100, 2)} is the interesting answer.",
    # the quiz: four and one
    f"quarter) {100 // 4}%, because one of four is free",
    f"fifth) {100 // 5}% >",
    f"forty) {2 * 100 // 5}% >",
    # the quiz: percent of what
    f"A bag costs Ponnu {rupees(bag_full)} in all, with its share of the rent. It sells for {rupees(bag)}."
    f" So {rupees(bag_door)} are left.",
    f"`on-cost = *{bag_of_cost:.0f}%* / {bag_of_price:.0f}% / {bag_door}%`",
    f"`on-price = {100 - bag_of_price:.0f}% / *{bag_of_price:.0f}%* / {bag_of_cost:.0f}%`",
    f"Of the cost: {bag_door} ÷ {bag_full}. Of the price: {bag_door} ÷ {bag}.",
    f"{bag_door} ÷ {bag_full} = {bag_of_cost:.0f}%. {bag_door} ÷ {bag} = {bag_of_price:.0f}%."
    f" The rupees are the same. The other wrong numbers: {bag_door}% takes rupees for percent."
    f" {100 - bag_of_price:.0f}% is {bag_full} ÷ {bag}",
    f"Two gaps, the same {bag_door} rupees.",
)

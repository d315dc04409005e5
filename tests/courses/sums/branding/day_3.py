"""Every number of Branding, Day 3, worked out again: two labels, four packs, the price of one gram."""

from datetime import date, timedelta
from decimal import Decimal

from app.live.patterns import parts
from tests.courses.reading import COURSES, indian, rupees
from tests.courses.sums.branding.minutes import spelled, steps, until_back

DAY = (COURSES / "branding" / "day-3.md").read_text(encoding="utf-8")


def items(activity: str) -> list[str]:
    """The lines of the first list of an activity."""
    return [line for line in DAY.split(f"| {activity}\n")[1].split("\n///")[0].split("\n") if line.startswith("- ")]


# The label of the morning: twelve places to tap; the flower and the words "Sambar Powder" are in order.
places, in_order = len(items("find-the-fault")), 2
assert (places, places - in_order) == (12, 10)

# Malar's sambar powder and rasam powder, grams in 100 g (invented).
price, pack_grams = 42, 100
sambar = {"coriander": 38, "toor dal": 22, "red chilli": 18, "fenugreek": 10, "turmeric": 7, "asafoetida": 5}
rasam = {"coriander": 35, "black pepper": 25, "cumin": 20, "red chilli": 12, "turmeric": 8}
for recipe in (sambar, rasam):
    assert sum(recipe.values()) == pack_grams
    assert list(recipe.values()) == sorted(recipe.values(), reverse=True), "the heaviest first"
per_gram = Decimal(price) / pack_grams
milled, life_months = date(2026, 11, 16), 2
use_by = date(2027, 1, 16) - timedelta(days=1)
assert milled.weekday() == 0, "they mill on Mondays"
assert (use_by.year * 12 + use_by.month) - (milled.year * 12 + milled.month) == life_months
printed = f"{milled:%d} NOV {milled.year}"

# A pack of chips in the quiz; Ponnu's pack of three bags.
chips, chips_grams = 60, 200
chips_per_gram = Decimal(chips) / chips_grams
band, bags, wide, high = 270, 3, 35, 40
bag = band // bags

# Four packs: price and months they keep; leaks of the thin one.
thin, zipped, paper, jar = Decimal(2), Decimal(4), Decimal(5), Decimal(14)
keeps = {"thin": life_months, "zip": 6, "paper": 3, "jar": 9}
hundred, leaks, full_cost = 100, 6, 28
lost = leaks * full_cost
lost_each = Decimal(lost) / hundred
thin_real = thin + lost_each
weeks, days = 7, 7 * 7
left = 2 * 30 - days
assert zipped == 2 * thin, "the leader: double"
assert zipped < paper, "paper is dearer"
assert keeps["paper"] * 2 == keeps["zip"], "and keeps for half as long"
assert all(abs(left - (months - days)) <= 2 for months in (59, 60, 61, 62)), (
    "two calendar months are within the tolerance"
)

# Malar's label today: where fifteen points belong.
cards = {
    bin.split(") ")[0][2:]: bin.count("\n    - ")
    for bin in DAY.split("| malar-today\n")[1].split("\n\n- right)")[1].split("\n\n///")[0].split("\n- ")
}
right_ones, *others = cards.values()
assert (right_ones, *others) == (2, 7, 5, 1)

# Minutes: the label; the cards; the groups and how long they report; the quiz; the plan.
tap, talk, own = 5, 4, 3
assert tap + talk + own == 12
place, see = 6, 4
assert place + see == 10
read, test, close = 6, 3, 1
assert read + test + close == 10
sheet, walk, together = steps(3, "label-clinic")
mend, lines, morning = 2, 5, 4
assert (sheet + walk + together, mend + lines + morning) == (40, together)
visits = [one for one in parts("gallery", (sheet * 60, walk * 60, together * 60), groups=5) if one.kind == "visit"]
assert [one.seconds // 60 for one in visits] == [2, 2, 2]
look, shown, write, aloud = 5, 6, 11, 6
assert look + shown + write + aloud == 28
questions = (90 + 180 + 120 + 90 + 120) // 60
seconds_a_point, seconds_a_card = place * 60 // sum(cards.values()), 10 * 60 // 12
assert (seconds_a_point, seconds_a_card) == (24, 50)

TOLD = (
    f"Sambar Powder, 100% pure, cures sugar, weight about {pack_grams} gm, MRP {rupees(price)} + tax",
    '- pure) The words "100% pure"',
    f'The words "MRP {rupees(price)} + tax"',
    f"**Minutes.** {tap} to tap, {talk} to look and talk, {own} with the own packs.",
    f"**Minutes.** {read} to read both cards, {test} for the quick test, {close} to close.",
    "Taste of home, 100% pure. Back:",
    f"weight {pack_grams} gm; MRP {rupees(price)}; best before {life_months} months;",
    f"In {pack_grams} g there are: " + ", ".join(f"{name} {grams} g" for name, grams in sambar.items()),
    f"This is really in {pack_grams} g: " + ", ".join(f"{name} {grams} g" for name, grams in sambar.items()),
    f"**Minutes.** {place} to sort, {see} to look and talk.",
    f"Price {band}/-.",
    f"Each bag is {wide} cm wide and {high} cm high",
    f'"Best before {life_months} months" counts from no date',
    f"'Best before {life_months} months': from when?",
    f"was milled and packed on {milled.day} November {milled.year}."
    f" Its batch number is {milled:%d}\N{NON-BREAKING HYPHEN}{milled:%m}.",
    f"They were sewn in November {milled.year}.",
    f"Malar, {pack_grams} g for {rupees(price)}: price of one gram",
    f"three bags for {rupees(band)}: price of one bag",
    f"Net quantity: {pack_grams} g",
    f"veg mark, {pack_grams} g, and large",
    '"100% pure" is gone',
    "'100% pure', 'cures sugar'",
    "*100% pure:*",
    f"Malar fills {pack_grams} g of powder into each pack.",
    f"**Thin pouch:** {rupees(thin, 2)}. Keeps the powder for {keeps['thin']} months.",
    f"**Zip pouch, laminated:** {rupees(zipped, 2)}. Keeps it for {keeps['zip']} months.",
    f"**Paper with a liner inside:** {rupees(paper, 2)}. Keeps it for {keeps['paper']} months.",
    f"**Glass jar:** {rupees(jar, 2)}. Keeps it for {keeps['jar']} months.",
    f"Of {hundred} thin pouches {leaks} leak. A pack that leaks is lost."
    f" It has cost the unit {rupees(full_cost)}: powder, pouch and work.",
    f"A pack is sold {weeks} weeks after packing, on average.",
    f"what do {leaks} leaking packs cost?",
    f"{hundred} thin pouches: how many rupees",
    f"Share this loss among all {hundred}.",
    f"loses powder and work too, {rupees(full_cost)} and not {rupees(thin, 2)}.",
    f"{leaks} packs at {rupees(full_cost)} each. Then share it among all {hundred} packs.",
    "Order 100, fill them",
    f"What do {leaks} leaking packs cost",
    f"Many take {leaks}% of {rupees(thin, 2)}, the price of the pouch.",
    f"Of {hundred} thin pouches {leaks} leak. You have a pencil.",
    "natural) 100% natural",
    "*100%*: the food authority",
    "But everybody prints 100% pure.",
    f"A pack of chips holds {chips_grams} g. Its MRP is {rupees(chips)}.",
    f"is the price of {pack_grams} g. The pack weighs less",
    f"In {pack_grams} g there are: " + ", ".join(f"{name} {rasam[name]} g" for name in sorted(rasam)),
    f"net) Net quantity {pack_grams} g",
    "hundred) 100% natural",
    'not to use "100%"',
    "Keep questions 1, 2 and 5.",
    f"**Minutes.** {look} to look, {shown} with six packs before all, {write} to write,"
    f" {aloud} to read aloud and close.",
    'Cures, doctors and "100%" never.',
)

WORKED = (
    "ten of the twelve are faults",
    "The label of this morning has ten faults.",
    f"{spelled(right_ones).capitalize()} are right, {spelled(others[0])} are wrong or half,"
    f" {spelled(others[1])} are missing, {spelled(others[2])} is not needed.",
    "until all ten are named",
    f"You have {spelled(sheet)} minutes.",
    f"You see about {spelled(len(visits))} labels, {spelled(visits[0].seconds // 60)} minutes each.",
    f"The visits share their {spelled(walk)} minutes.",
    f"**All together.** {mend} to read and mend, {lines} for the lines, {morning} for the label of this morning.",
    f"Write: MRP {rupees(price, 2)} (incl. of all taxes).",
    f"After {until_back(3, 'which-pack')} minutes we meet here",
    f"After {until_back(3, 'true-claims')} minutes we are back.",
    f"Half the groups still sort after {spelled(sum(steps(3, 'true-claims')[:4]))} minutes?",
    f"About {spelled(questions)} minutes for the questions, {spelled(15 - questions)} for the reasons.",
    "About fifty seconds a card.",
    # the lines of the labels
    f"price of one gram, in rupees `number` = {per_gram} ± 0.001 - one-bag",
    f"price of one bag `money` = {bag}",
    f"For Malar: {price} ÷ {pack_grams}. The bags are sold by number: {band} ÷ {bags}.",
    f"{price} ÷ {pack_grams} = {rupees(per_gram, 2)} per g. {band} ÷ {bags} = {rupees(bag)} a bag.",
    f"MRP {rupees(price, 2)} (incl. of all taxes); {rupees(per_gram, 2)} per g",
    f"Batch {milled:%d}\N{NON-BREAKING HYPHEN}{milled:%m}. Milled and packed on {printed}."
    f" Use by {use_by:%d} JAN {use_by.year}",
    f"**Milled on {printed}.** This date is Malar's proof.",
    f"Net quantity: {bags} pieces. Each {wide} cm × {high} cm",
    f"MRP {rupees(band, 2)} (incl. of all taxes). Made in NOV {milled.year}",
    f"If you like, print: {rupees(bag, 2)} a bag",
    f"{rupees(per_gram, 2)} per g, {rupees(bag)} a bag.",
    # the real cost of a pack
    f"lost by leaks? `money` = {lost}",
    f"How much is it for each? `money` = {lost_each} ± 0.01",
    f"really cost? `money` = {thin_real} ± 0.01",
    f"does a zip pouch cost? `money` = {zipped - thin_real} ± 0.01",
    f"is it still good? `number` = {left} ± 2",
    f"two months are about 60 days. {weeks} weeks are {days} days.",
    f"{leaks} × {rupees(full_cost)} = {rupees(lost)} for {hundred} packs. That is {rupees(lost_each, 2)} for each pack."
    f" So a thin pouch really costs {indian(thin, 2)} + {lost_each} = **{rupees(thin_real, 2)}**."
    f" The zip pouch costs {rupees(zipped, 2)}: only {rupees(zipped - thin_real, 2)} more, not double.",
    f"Two months are about 60 days. {weeks} weeks are {days} days. On average {left} days are left",
    f"The jar would cost {rupees(jar - zipped)} more than the zip.",
    f'"{left} days are left" sounds enough.',
    f"{lost}, {lost_each}, {thin_real}, {zipped - thin_real}, about {left} days.",
    f"Say {rupees(lost_each, 2)} yourself",
    # the quiz: the price of one gram, and the slips that lead elsewhere
    f"right) {chips_per_gram} ± 0.001 > Right. {chips} ÷ {chips_grams} = {indian(chips_per_gram, 2)}."
    f" Print: {rupees(chips_per_gram, 2)} per g.",
    f"ten-times) {chips_per_gram * 10:.0f} ± 0.01 > Check it:"
    f" {chips_grams} g at {rupees(chips_per_gram * 10)} a gram would be {rupees(chips_per_gram * 10 * chips_grams)}.",
    f"turned-round) {indian(Decimal(chips_grams) / chips, 2)} ± 0.01 > You divided {chips_grams} by {chips}.",
    f"hundred-grams) {chips_per_gram * 100:.0f} ± 0.1 > {rupees(chips_per_gram * 100)} is the price of 100 g.",
    f"kilo) {chips_per_gram * 1000:.0f} ± 1 > {rupees(chips_per_gram * 1000)} is the price of a kilo.",
    f"multiplied) {chips * chips_grams} ± 1 > You multiplied.",
    f"{chips} ÷ {chips_grams}.",
    f"{chips_grams} grams, each {rupees(chips_per_gram, 2)}: is that {rupees(chips)}?",
    # the quiz: the order of the label
    " ".join(f"{n}. {name.split()[-1]}) {name.capitalize()}" for n, name in enumerate(rasam, start=1)),
    "The heaviest comes first: " + ", ".join(f"{grams} g" for grams in rasam.values()),
    f"milled-on) Milled on {printed}",
)

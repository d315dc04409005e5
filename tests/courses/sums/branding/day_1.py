"""Every number of Branding, Day 1, worked out again: forty buyers of Malar, and four packs of different weights."""

from decimal import Decimal

from tests.courses.reading import indian, rupees

# Forty buyers of Malar's sambar powder were asked (invented).
asked, name, taste, label, would_pay = 40, 14, 22, 9, 12
price, grams, higher, lower = 42, 100, 45, 38


def percent(part: int) -> str:
    share = Decimal(part * 100) / asked
    return indian(share) if share == share.to_integral() else indian(share, 1)


shares = {part: percent(part) for part in (name, taste, label, would_pay)}
assert list(shares.values()) == ["35", "55", "22.5", "30"]
assert taste * 2 > asked, "more than half buy for the taste"
no_name, no_label = asked - name, asked - label
assert 3 <= name * 10 / asked <= 4, "of ten buyers three or four know the name"
assert 3 * 4 < name < 4 * 4, "a little more than three times 4"
ten_percent = asked // 10

# Four packs: maker -> (price, grams, days since packing or milling).
packs = {"A": (38, 100, 90), "B": (95, 250, 60), "C": (60, 150, 45), "Malar": (price, grams, 6)}
fair = {maker: Decimal(cost * 100) / weight for maker, (cost, weight, _) in packs.items()}
assert max(fair, key=lambda maker: fair[maker]) == "Malar", "Malar is the dearest"
assert fair["A"] == fair["B"] < fair["C"]
assert min(packs, key=lambda maker: packs[maker][2]) == "Malar", "and the freshest"
least, most = fair["Malar"] - fair["C"], fair["Malar"] - fair["A"]
times_b, times_c = Decimal(250) / 100, Decimal(150) / 100
one_gram = Decimal(95) / 250

# Minutes: the poll; the groups and how long they report in the end; the quiz.
count, talk, word, phones = 4, 4, 4, 3
assert count + talk + word + phones == 15
spelled = {3: "three", 12: "twelve", 19: "nineteen", 21: "twenty-one", 24: "twenty-four", 33: "thirty-three"}
case, buyer, comparison, line = 30 - 6, 40 - 7, 25 - 6, 25 - 4
questions = 2 * Decimal("1.5") + 3 * 3

TOLD = (
    f"About {count} for the numbers, {talk} to look and talk, {word} for the word *brand*,"
    f" {phones} for the phone check.",
    f"packs of {grams} g for {rupees(price)}.",
    f"asked {asked} buyers of their powder",
    f"- {name} knew the name Malar.",
    f"- {taste} said: I buy it for the taste.",
    f"- {label} could say what is on the label.",
    f"- {would_pay} would pay {rupees(higher)} for it.",
    f"Let us sell for {rupees(lower)}.",
    f"four rows of {asked} little boxes show what stays in her mind. Buys for the taste: {taste} boxes are dark."
    f" Knows the name: {name}. Would pay {rupees(higher)}: {would_pay}. Can describe the label: {label}.",
    "how many of each 100 buyers?",
    f"Buyers who would pay {rupees(higher)}, in percent",
    f"divide the part by all {asked}, then multiply by 100",
    f"nobody was asked whether {rupees(price)} is too much",
    f"{taste} people know the taste. What would it cost to tell these {taste} the name?",
    "A share above 100 means",
    f"They have asked {asked} buyers.",
    "Imagine 10 buyers in a row. Of 10, about how many",
    "She is 34 and a nurse",
    "a hostel mess with 80 students",
    *(f"{rupees(cost)} for {weight} g" for cost, weight, _ in packs.values()),
    *(f"Packed {packs[maker][2]} days ago." for maker in "ABC"),
    f"Milled {packs['Malar'][2]} days ago. But no date is printed",
    "the same small scoop of 100 g",
    "We take 100 g for all.",
    "works out the price for 100 g",
    *(f"{maker}, price for 100 g" for maker in packs),
    "How many times does 100 g go into 250 g? Into 150 g?",
    "price ÷ grams × 100.",
    "**For 100 g.**",
    "Malar costs ₹42. Is that dear?",
    "what do 100 grams cost?",
    f"Let us go down to {rupees(lower)}.",
    "100% pure",
    'A cure or "100%"** in a line',
    "Rival B sells 250 g for ₹95. How many rupees do 100 g of it cost?",
    "100 g is less than the pack",
    "Is 100 g more or less than half",
    f"Of {asked} buyers, {name} knew the name Malar.",
    "Percent means: of each 100.",
    "Keep questions 1, 2 and 4.",
)

WORKED = (
    f"After {spelled[case]} minutes we are back here.",
    f"After {spelled[buyer]} minutes we meet here",
    f"After {spelled[comparison]} minutes we are back here.",
    f"After {spelled[line]} minutes each group says its line",
    f"About {spelled[int(questions)]} minutes for the questions, {spelled[15 - int(questions)]} for the reasons.",
    # Malar in the minds of buyers
    f"Buyers who know the name, in percent `number` = {shares[name]} ± 0.5",
    f"Buyers who buy for the taste, in percent `number` = {shares[taste]} ± 0.5",
    f"Buyers who can describe the label, in percent `number` = {shares[label]} ± 0.5",
    f"in percent `number` = {shares[would_pay]} ± 0.5",
    f"{ten_percent} buyers of {asked} are {ten_percent * 100 // asked} of 100."
    f" How many times does {ten_percent} go into your number?",
    f"The name: {name} ÷ {asked} = {name / asked}. Now multiply by 100.",
    f"Name: {name} ÷ {asked} = {shares[name]}%. Taste: {taste} ÷ {asked} = {shares[taste]}%."
    f" Label: {label} ÷ {asked} = {shares[label]}%."
    f" Would pay {rupees(higher)}: {would_pay} ÷ {asked} = {shares[would_pay]}%.",
    f"{no_name} of {asked} buyers use the powder and do not know its name. {no_label} cannot say what is on the label.",
    f"{would_pay} buyers would pay {rupees(higher - price)} *more*."
    f" At {rupees(lower)} the unit gets {rupees(price - lower)} less for each pack",
    f"{shares[name]}%, {shares[taste]}%, {shares[label]}%, {shares[would_pay]}%. Strength: taste.",
    # the same weight for all
    f"A, price for 100 g `money` = {fair['A']} - price-b",
    f"B, price for 100 g `money` = {fair['B']} ± 0.05",
    f"C, price for 100 g `money` = {fair['C']} ± 0.05",
    f"Malar, price for 100 g `money` = {fair['Malar']} - more-least",
    f"How much dearer is Malar than C? `money` = {least} ± 0.05",
    f"How much dearer is Malar than A and B? `money` = {most} ± 0.05",
    f"250 g is {times_b} times 100 g. So divide the price by {times_b}. For 150 g divide by {times_c}.",
    "For B: 95 ÷ 250 × 100.",
    f"A {rupees(fair['A'])}. B: 95 ÷ {times_b} = {rupees(fair['B'])}. C: 60 ÷ {times_c} = {rupees(fair['C'])}."
    f" Malar {rupees(fair['Malar'])}. So Malar is the dearest, by {rupees(least)} to {rupees(most)}.",
    f"Milled {packs['Malar'][2]} days ago; the next one was packed {packs['C'][2]} days ago.",
    f"{fair['A']}, {fair['B']}, {fair['C']}, {fair['Malar']}. Dearer by {least} and by {most}.",
    f'95 ÷ 250 = {one_gram} is the price of *one gram*. Ask: "And what do 100 grams cost?"',
    # the quiz: the price of 100 g, and the slips that lead elsewhere
    f"right) {fair['B']} ± 0.05 > Right. 95 ÷ {times_b} = {rupees(fair['B'])}.",
    f"whole-pack) 95 ± 0.05 > ₹95 is the price of the whole pack. It holds {times_b} times as much.",
    f"one-gram) {one_gram} ± 0.005 > This is the price of one gram. We want the price of 100 grams.",
    f"ten-grams) {one_gram * 10:.1f} ± 0.05 > This is the price of 10 grams. We want the price of 100 grams.",
    f"quarter) {Decimal(95) / 4} ± 0.05 > You divided by 4. But 100 g goes into 250 g only {times_b} times.",
    f"multiplied) {95 * times_b} ± 0.05 > You multiplied.",
    f"Divide 95 by {times_b}.",
    f"price ÷ grams × 100. Here 95 ÷ 250 × 100 = {fair['B']}.",
    f'One divides by {times_b}, another says "two hundred grams are {2 * fair["B"]}, so half of it".',
    # the quiz: the share of the name
    f"right) {shares[name]} ± 0.5 > Right. {name} ÷ {asked} = {name / asked},"
    f" and {name / asked} × 100 = {shares[name]}%.",
    f"people) {name} ± 0.4 > {name} is the number of people. Of each 100 it would be more.",
    f"do-not-know) {percent(no_name)} ± 0.5 > {percent(no_name)}% do *not* know the name.",
    f"turned-round) {round(asked * 100 / name)} ± 1 > You divided {asked} by {name}."
    f" Begin with the part. A share of all is never above 100%.",
    f"not-multiplied) {name / asked} ± 0.005 > That is the share of one. Percent means: of each hundred.",
    f"all-asked) {asked} ± 0.4 > {asked} is how many were asked.",
    f"{ten_percent} of {asked} are {percent(ten_percent)}%. {name} is a little more than three times {ten_percent}.",
    f"If 100 buyers had been asked, about {shares[name]} would have known the name.",
)

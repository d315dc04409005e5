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

# The quiz: new numbers for the same ways.
box, box_grams, quiz_asked, quiz_name = 140, 350, 50, 22
times_box = Decimal(box_grams) / 100
box_fair = box / times_box
quiz_share = quiz_name * 100 // quiz_asked
assert (box_fair, quiz_share * quiz_asked) == (40, quiz_name * 100)
assert 4 < quiz_name * 10 / quiz_asked < 5, "a little more than four times, a little less than half"

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
    "How many rupees do 100 g of it cost?",
    "Is 100 g more or less than half",
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
    f"A box holds {box_grams} g of tea. It costs {rupees(box)}.",
    f"right) {box_fair:.0f} ± 0.05 > Right. {box} ÷ {times_box} = {rupees(box_fair)}.",
    f"whole-pack) {box} ± 0.05 > {rupees(box)} is the price of the whole box. It holds {times_box} times as much.",
    f"one-gram) {box_fair / 100:.1f} ± 0.005 > This is the price of one gram. We want the price of 100 grams.",
    f"ten-grams) {box_fair / 10:.0f} ± 0.05 > This is the price of 10 grams. We want the price of 100 grams.",
    f"quarter) {box // 4} ± 0.05 > You divided by 4. But 100 g goes into {box_grams} g only {times_box} times.",
    f"multiplied) {box * times_box:.0f} ± 0.05 > You multiplied. 100 g is less than the box",
    "Is 100 g more or less than half of the box?",
    f"Divide {box} by {times_box}.",
    f"price ÷ grams × 100. Here {box} ÷ {box_grams} × 100 = {box_fair:.0f}.",
    f'One divides by {times_box}, another says "fifty grams are {box_fair / 2:.0f}, so twice that".',
    # the quiz: the share of the name
    f"Of {quiz_asked} buyers, {quiz_name} knew the name Ponnu.",
    f"right) {quiz_share} ± 0.5 > Right. {quiz_name} ÷ {quiz_asked} = {quiz_name / quiz_asked},"
    f" and {quiz_name / quiz_asked} × 100 = {quiz_share}%.",
    f"people) {quiz_name} ± 0.4 > {quiz_name} is the number of people. Of each 100 it would be more.",
    f"do-not-know) {100 - quiz_share} ± 0.5",
    f"turned-round) {round(quiz_asked * 100 / quiz_name)} ± 1 > You divided {quiz_asked} by {quiz_name}."
    f" Begin with the part. A share of all is never above 100%.",
    f"not-multiplied) {quiz_name / quiz_asked} ± 0.005 > That is the share of one. Percent means: of each hundred.",
    f"all-asked) {quiz_asked} ± 0.4 > {quiz_asked} is how many were asked.",
    f"{quiz_asked // 10} of {quiz_asked} are 10%. {quiz_name} is a little more than four times {quiz_asked // 10}.",
    f"If 100 buyers had been asked, about {quiz_share} would have known the name.",
)

"""Every number of Sick ME Revival, Day 2, worked out again: a month of Thanima Foods out of a bag of scraps."""

from tests.courses.reading import indian, rupees

# The bag (invented).
grams, price = 200, 60
phone = 31_200
shop_packs, shop_paid = 260, 9_600
oil, bananas, power, rent, pouches_cost = 9_900, 23_500, 1_150, 4_000, 3_600
pouches_bought, pouches_left = 1_000, 100
made, broken, free = 900, 45, 30
shop_owes_in_all = 24_000  # Day 1
lent = 10_000

used = pouches_bought - pouches_left
assert used == made, "the pouches prove the diary"
lost = broken + free
could_sell = made - lost

shop_took = shop_packs * price
shop_owes = shop_took - shop_paid
assert shop_owes < shop_owes_in_all, "last month's part of it"

came_in = phone + shop_paid
went_out = oil + bananas + power + rent + pouches_cost
more_out = went_out - came_in

by_phone = phone // price
assert by_phone * price == phone
explained = by_phone + shop_packs
unexplained = could_sell - explained
at_the_door = unexplained * price
assert unexplained == broken, "the same number by chance"

# Minutes: both groups of forty report for six; the quiz.
spelled = {6: "six", 9: "nine", 34: "thirty-four"}
back = 40 - 6
questions = 4 * 1.5 + 3

TOLD = (
    "About 2 to choose, 4 to look and talk.",
    "1 to write, 3 to read and to listen.",
    "3 alone, 3 for the reasons.",
    f"We made {made} packs last month.",
    f"packs of {grams} g, {rupees(price)} a pack",
    f"| {rupees(phone)} came in |",
    f"took {shop_packs} packs at {rupees(price)}, paid {rupees(shop_paid)}",
    f"Oil, a bill | {rupees(oil)} |",
    f"about {rupees(bananas)}",
    f"Electricity, a bill | {rupees(power)} |",
    f"Shed, a rent slip | {rupees(rent)} |",
    f"{indian(pouches_bought)} pouches, {rupees(pouches_cost)}",
    f"{made} packs made, {broken} broken, {free} given free",
    f"{pouches_left} empty pouches",
    f"The leader's diary: {made} made, {broken} broken, {free} given free",
    f"The bill for {indian(pouches_bought)} pouches",
    "If she had made only 800 packs",
    f"what {shop_packs} packs are worth at {rupees(price)}",
    f"**The {rupees(shop_owes_in_all)} of Day 1**",
    f"you lent the unit {rupees(lent)} of your own",
    f"In the first visit: {rupees(lent)} lent to the unit",
    f"We made {made} packs.",
    f"{indian(pouches_bought)} pouches were bought, and {pouches_left} are left",
    f"They always make {made}",
    f"A shop took {shop_packs} packs at {rupees(price)} each. It paid {rupees(shop_paid)}.",
    "Keep questions 1, 3 and 5.",
)

WORKED = (
    f"After {spelled[back]} minutes we meet here.",
    f"After {spelled[back]} minutes we are back.",
    f"About {spelled[int(questions)]} minutes for the questions, {spelled[int(15 - questions)]} for the reasons.",
    f"**{made} packs** need {used} pouches.",
    # the sheet
    f"Packs made `number` = {made}",
    f"Pouches used: bought, less left in the store `number` = {used}",
    f"Packs broken or given free `number` = {lost}",
    f"Packs that could be sold at the most `number` = {could_sell}",
    f"What the shop took last month is worth `money` = {shop_took}",
    f"Of this, the shop still owes `money` = {shop_owes}",
    f"Money we have seen coming in: phone and shop `money` = {came_in}",
    f"Money we know went out: bills, rent and bananas `money` = {went_out}",
    f"By how much did more go out than come in? `money` = {more_out}",
    # its model
    f"{made} made. {indian(pouches_bought)} − {pouches_left} = {used} pouches used, so the diary fits.",
    f"{broken} + {free} = {lost} broken or free. {made} − {lost} = {could_sell} could be sold at the most.",
    f"{shop_packs} × {rupees(price)} = {rupees(shop_took)}. It paid {rupees(shop_paid)}."
    f" {rupees(shop_took)} − {rupees(shop_paid)} = {rupees(shop_owes)} are still open",
    f"{rupees(phone)} + {rupees(shop_paid)} = {rupees(came_in)} seen.",
    f"{rupees(oil)} + {rupees(bananas)} + {rupees(power)} + {rupees(rent)} + {rupees(pouches_cost)}"
    f" = {rupees(went_out)} known.",
    f"{rupees(went_out)} − {rupees(came_in)} = {rupees(more_out)} more went out than we have seen coming in.",
    f"{rupees(phone)} ÷ {rupees(price)} = {by_phone}. {by_phone} + {shop_packs} = {explained} packs."
    f" {could_sell} − {explained} = {unexplained} packs that no scrap explains.",
    f"Then {rupees(at_the_door)} more came in, and the month looks different:"
    f" {rupees(came_in + at_the_door - went_out)} more in than out.",
    # what the trainer looks for
    f"{rupees(went_out - bananas)} means: somebody left out the bananas",
    f"{rupees(phone + shop_took)} means: they took what the shop took, not what it paid.",
    f"(Wait: {rupees(more_out)}.)",
    f"The line with {rupees(more_out)} is the one that all need.",
    f"{could_sell} packs, shop owes {rupees(shop_owes)}, in {rupees(came_in)}, out {rupees(went_out)},"
    f" more out {rupees(more_out)}.",
    f"**Twice {broken}.** {broken} packs are broken. For quick groups {unexplained} packs are unexplained.",
    f"The {rupees(shop_owes)} are last month's part of it.",
    # the quiz
    f"Yes. {indian(pouches_bought)} − {pouches_left} = {used}.",
    f"{indian(pouches_bought)} pouches bought, {pouches_left} left: {used} were used.",
    f"right) {shop_owes} > Right. {shop_packs} × {rupees(price)} = {rupees(shop_took)}."
    f" {rupees(shop_took)} − {rupees(shop_paid)} = {rupees(shop_owes)}.",
    f"all-of-it) {shop_took} > That is what the packs are worth.",
    f"what-it-paid) {shop_paid} > That is what it *paid*.",
    f"fewer-packs) {250 * price - shop_paid} > You reckoned with 250 packs. There are {shop_packs}.",
    f"added) {shop_took + shop_paid} > You added the payment.",
    f"What it took: {shop_packs} × {rupees(price)} = {rupees(shop_took)}. What it paid: {rupees(shop_paid)}."
    f" The rest is open: {rupees(shop_owes)}.",
    f"200 packs are {rupees(200 * price)}, {shop_packs - 200} packs are {rupees((shop_packs - 200) * price)}."
    f" Together {rupees(shop_took)}.",
)

"""Every number of Branding, Day 7, worked out again."""

from decimal import ROUND_CEILING, Decimal

from tests.courses.reading import indian, rupees
from tests.courses.sums.branding.minutes import spelled, steps, until_back

# --- Malar's pack, from Day 4 ---
price, variable = 42, 24
contribution = price - variable
unit_price = Decimal(price) / 100  # a pack holds 100 g

# --- the list of the six women ---
label_pieces, label_each = 2_000, Decimal("1.75")
pouch_pieces, pouch_more = 1_000, 2
labels, pouches = int(label_pieces * label_each), pouch_pieces * pouch_more
logo, trademark, kit, banner, fair, posts = 3_000, 4_500, 700, 1_300, 2_000, 3_000
total = logo + labels + pouches + trademark + kit + banner + fair + posts
assert (labels, pouches, total) == (3_500, 2_000, 20_000)
small, months = 8_000, 12


def packs_for(money: int) -> int:
    return int((Decimal(money) / contribution).to_integral_value(ROUND_CEILING))


packs, packs_small = packs_for(total), packs_for(small)
down = total // contribution
short = total - down * contribution
assert (down + 1, 0 < short < contribution) == (packs, True)
a_month = Decimal(packs) / months

# --- the quiz: Ponnu's bags, new numbers for the same ways ---
bag, bag_cost, quiz_budget = 95, 60, 9_000
bag_left = bag - bag_cost
bags_down = quiz_budget // bag_left
bags = bags_down + 1
assert (quiz_budget % bag_left > 0, quiz_budget % bag_cost) == (True, 0)
quiz_labels, quiz_label = 1_500, Decimal("2.40")
quiz_cost = int(quiz_labels * quiz_label)
assert quiz_labels * 2 < quiz_cost < 4_000, "fifteen hundred times two, a little more"

# --- what stays for the small budget ---
stays = labels + kit + fair
other_stays = labels + trademark
assert stays < other_stays == small

# --- the plan ---
sheet_folds, boxes = 4, 12
assert 2**sheet_folds - boxes == 4  # "sixteen fields, four remain"
posts_a_month = 12

# --- minutes ---
assert sum((3, 3, 4)) == 10
starts = [3, 3 + 4 + 2, 3 + 4 + 2 + 4 + 2]  # of the three plays
for groups, minutes_each in ((5, 4), (6, 3), (7, 2.5)):
    assert groups * minutes_each <= 20

TOLD = (
    f"- a logo by a designer: {rupees(logo)}",
    f"- new labels: {indian(label_pieces)} pieces at {rupees(label_each, places=2)}",
    f"- a better pouch: {rupees(pouch_more)} more each, for {indian(pouch_pieces)} pouches",
    f"- the trademark: {rupees(trademark)} put aside",
    f"- a photo kit (cloth, card, a stand for the phone): {rupees(kit)}",
    f"- a QR stand and a banner: {rupees(banner)}",
    f"- one fair: {rupees(fair)}",
    f"- posts: {rupees(posts)}",
    f'We have {rupees(small)}."',
    f"with {rupees(small)}, which two things",
    f"And for {rupees(small)}: how many",
    f"For {rupees(small)}: what stays?",
    f"the sum is at most {rupees(small)}.",
    f"New labels: {indian(label_pieces)} pieces at {rupees(label_each, places=2)}",
    f"Better pouch: {indian(pouch_pieces)} at {rupees(pouch_more)} more",
    f"divide the packs of the year by {months}.",
    f"If the better pouch costs {rupees(pouch_more)} more",
    f"because the {rupees(pouch_more)} stand in the",
    f"print {indian(label_pieces)} pieces tomorrow",
    f"all {indian(label_pieces)} labels",
    '"100% pure"',
    "For '100%' the food office",
    f"MRP {rupees(price)}",
    f"**Posts:** {posts_a_month} a month",
    f"- **Budget:** {rupees(small)} for the year",
    "on the 5th.",
    "by the 20th.",
    "from the 1st.",
    "by the 10th.",
    "Days 30, 60, 90.",
    "- date-thirty) After 30 days",
    "- date-sixty) After 60 days",
    "- date-ninety) After 90 days",
    "- thirty-date) After 30 days",
    "- sixty-date) After 60 days",
    "- ninety-date) After 90 days",
    "## 90 days",
    "Broadcast after 20 minutes",
    'After 35: "Read it aloud now."',
    "About 3 to write, 3 to read, 4 to talk.",
    f"Ponnu's budget for a year is {rupees(quiz_budget)}. A bag sells for {rupees(bag)} and costs {rupees(bag_cost)}",
    f"You divided by the price, {rupees(bag)}. But {rupees(bag_cost)} of it",
    f"You divided by {rupees(bag_cost)}, the cost of a bag.",
    f"{indian(quiz_labels)} labels cost {rupees(quiz_label, places=2)} each.",
    f"First {indian(quiz_labels)} times two rupees. Then {indian(quiz_labels)} times 40 paise.",
    f"more or less than {rupees(4_000)}?",
    "Keep questions 1, 2 and 4.",
)
WORKED = (
    f"What stays, what goes? After {until_back(7, 'year-budget')} minutes we are back here.",
    f"After {spelled(sum(steps(7, 'one-page-plan')))} minutes the group work ends",
    f"a half-empty page after {spelled(sum(steps(7, 'one-page-plan')[:4]))} minutes?",
    f"After {until_back(7, 'coach')} minutes we are back.",
    f"## {rupees(total)} for a year",
    f"Each pack sold direct leaves {rupees(contribution)}.",
    f"`money` = {labels}",
    f"`money` = {pouches}",
    f"The whole list `money` = {total}",
    f"to pay for it? `number` = {packs}",
    f"about? `number` = {a_month:.0f} ± 1",
    f"how many more packs in the year? `number` = {packs_small}",
    f"Labels {indian(label_pieces)} × {rupees(label_each, places=2)} = {rupees(labels)}.",
    f"Pouch {indian(pouch_pieces)} × {rupees(pouch_more)} = {rupees(pouches)}.",
    " + ".join(map(rupees, (logo, labels, pouches, trademark, kit, banner, fair, posts))) + f" = {rupees(total)}.",
    f"{rupees(total)} ÷ {rupees(contribution)} = {indian(Decimal(total) / contribution, places=1)},"
    f" so {indian(packs)} packs more in the year, about {a_month:.0f} a month.",
    f"{rupees(small)} ÷ {rupees(contribution)} = {indian(Decimal(small) / contribution, places=1)},"
    f" so {packs_small} packs in the year, about {Decimal(packs_small) / months:.0f} a month.",
    f"**One choice for {rupees(small)}.** Stays: labels {rupees(labels)} (the corrections of Day 3 cannot wait),"
    f" photo kit {rupees(kit)}, one fair {rupees(fair)}. That is {rupees(stays)}."
    f" The other {rupees(small - stays)} are kept",
    f"Stays: labels {rupees(labels)} and the trademark {rupees(trademark)}, together {rupees(other_stays)}.",
    f"{indian(down)} packs bring {rupees(down * contribution)}. {rupees(short)} are missing, so {indian(packs)}.",
    f"is the contribution still {rupees(contribution)}?",
    f"{rupees(labels)}; {rupees(pouches)}; {rupees(total)}; {indian(packs)} packs;"
    f" about {a_month:.0f} a month; {packs_small} packs.",
    f"{rupees(unit_price, places=2)} a gram",
    f"{rupees(small)} ÷ {rupees(contribution)}, so {packs_small} packs more.",
    f"Say to all after {starts[0]}, {starts[1]} and {starts[2]} minutes",
    # the quiz
    f"- [x] packs) {bags}",
    f"Each bag leaves {rupees(bag_left)}. {rupees(quiz_budget)} ÷ {rupees(bag_left)}"
    f" = {indian(Decimal(quiz_budget) / bag_left, places=1)}. The part of a bag",
    f"- [ ] rounded-down) {bags_down} .. {bags_down}.5",
    f"{bags_down} bags bring {rupees(bags_down * bag_left)}. {rupees(quiz_budget - bags_down * bag_left)} are missing.",
    f"- [ ] by-price) {quiz_budget // bag} .. {quiz_budget // bag + 1}",
    f"- [ ] by-cost) {quiz_budget // bag_cost}",
    f"- [ ] month) {bags // months} .. {bags // months + 1}",
    f"- [x] labels) {quiz_cost}",
    f"{indian(quiz_labels)} × {rupees(quiz_label, places=2)} = {rupees(quiz_cost)}.",
    f"- [ ] ten-times) {quiz_cost * 10}",
    f"at {rupees(3)} each they would cost {rupees(3 * quiz_labels)}.",
    f"- [ ] one-thousand) {1_000 * quiz_label:.0f}",
    f"That is the price of {indian(1_000)} labels.",
    f"- [ ] without-paise) {quiz_labels * 2}",
    f"You left out the {quiz_label % 1 * 100:.0f} paise of each label.",
)

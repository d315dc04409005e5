"""Every number of the ten questions of Sick ME Revival, worked out again."""

from tests.courses.reading import rupees

bought, left_over = 400, 100
filled = bought - left_over

packs, price, paid = 180, 50, 6_500
taken = packs * price

sells, costs, fixed = 40, 28, 6_000
leaves = sells - costs
covered = fixed // leaves
assert covered * leaves == fixed
assert 214 <= fixed / costs <= 215
assert 88 <= fixed / (sells + costs) <= 89

material, before, after = 50, 10, 6
saved = material * (before - after) / 100

debt, monthly = 40_000, 0.01


def instalment(months: int) -> float:
    """What is paid each month when interest runs on what is still owed (the annuity formula)."""
    return debt * monthly * (1 + monthly) ** months / ((1 + monthly) ** months - 1)


one_year, two_years = instalment(12), instalment(24)
interest_one, interest_two = one_year * 12 - debt, two_years * 24 - debt

shared, days, a_day = 5_000, [20, 20, 10, 0], 80
for_days = sum(days) * a_day
rest = shared - for_days
hers = days[2] * a_day
quarter = rest // len(days)
assert 1133 <= hers + rest / 3 <= 1134

TOLD = (
    'says: "Last month we filled 300 jars."',
    "They fill 300 jars every month",
    "A canteen took 180 packs at ₹50 each. It has paid ₹6,500.",
    "A pack sells for ₹40. The costs that rise with each pack are ₹28. The fixed costs are ₹6,000 a month.",
    "one month 60 blouses, the next month 90.",
    "With 90 blouses it is paid 90 times.",
    "The material of a pack costs ₹50. So far 10% of it is wasted. After a week of weighing it is only 6%.",
    "Will you take 100 packs again",
    "A unit owes ₹40,000 at 12% interest a year. It can repay in 12 months or in 24 months.",
    "What is true of the 24 months?",
    "The interest is 12% both times",
    "12% is for one year.",
    "An instalment is 20 days late.",
    "Four members share ₹5,000. They worked 20, 20, 10 and 0 days. They have agreed: first ₹80 for each day,",
    "the member with 10 days get?",
)
WORKED = (
    f"{bought} empty jars were bought, and {bought - filled} of them are left",
    f"still-owed) {taken - paid}",
    f"{packs} × {rupees(price)} = {rupees(taken)}. {rupees(taken)} − {rupees(paid)} = {rupees(taken - paid)}.",
    f"all-of-it) {taken}",
    f"paid) {paid}",
    f"added) {taken + paid}",
    f"covered) {covered}",
    f"Each pack leaves {rupees(sells)} − {rupees(costs)} = {rupees(leaves)}. And {rupees(fixed)} ÷ {rupees(leaves)} ="
    f" {covered}.",
    f"by-price) {fixed // sells}",
    f"of each {rupees(sells)} only {rupees(leaves)} is left",
    f"by-cost) {fixed // costs} .. {fixed // costs + 1}",
    f"by what a pack leaves: {rupees(leaves)}.",
    f"by-both) {fixed // (sells + costs)} .. {fixed // (sells + costs) + 1}",
    f"from the price: {rupees(leaves)} is left.",
    f"saved) {saved:.0f}",
    f"{before}% − {after}% = {before - after}%, and {before - after}% of {rupees(material)} is {rupees(saved)}.",
    f"percent) {before - after}",
    f"Take {before - after}% of {rupees(material)}.",
    f"old-waste) {material * before // 100}",
    f"{rupees(material * before // 100)} is the old waste, {before}% of {rupees(material)}.",
    f"new-waste) {material * after // 100}",
    f"{rupees(material * after // 100)} is what is still wasted, {after}% of {rupees(material)}.",
    f"{rupees(two_years)} a month instead of {rupees(one_year)}. But the interest is {rupees(interest_two)} instead of"
    f" {rupees(interest_one)}.",
    f"days-and-rest) {hers + quarter}",
    f"{days[2]} × {rupees(a_day)} = {rupees(hers)}. The rest is {rupees(shared)} − {rupees(for_days)} = {rupees(rest)},"
    f" and a quarter of it is {rupees(quarter)}.",
    f"days-only) {hers}",
    f"Her quarter of the rest is missing: {rupees(quarter)}.",
    f"equal-parts) {shared // len(days)}",
    "among-three) 1133 .. 1134",
    f"whole-rest) {hers + rest}",
)

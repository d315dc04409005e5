"""Every number of the test before and after Branding, worked out again."""

from decimal import Decimal

from tests.courses.reading import indian, rupees

# --- unit sale price ---
price, grams = 168, 400
a_gram = Decimal(price) / grams
assert a_gram * grams == price

# --- the shop and its tax ---
mrp_shown, wanted = 60, 63
too_much = wanted - mrp_shown

# --- from the unit to the MRP ---
to_shop, shop_percent = 48, 20
mrp = Decimal(to_shop) * 100 / (100 - shop_percent)
added = Decimal(to_shop) * (100 + shop_percent) / 100
taken = Decimal(to_shop) * (100 - shop_percent) / 100
assert mrp * shop_percent / 100 == mrp - to_shop

# --- buy three, get one free ---
paid, free = 3, 1
discount = Decimal(100 * free) / (paid + free)
slip = Decimal(100 * free) / paid

# --- the parcel ---
order, fee_percent, delivery, goods = 200, 15, 50, 110
fee = order * fee_percent // 100
left = order - fee - delivery - goods

TOLD = (
    f"A pack holds {grams} g and costs {rupees(price)}.",
    f'"MRP {rupees(mrp_shown)}". At the counter the shop wants {rupees(wanted)}',
    f"All taxes are in the {rupees(mrp_shown)} already",
    f"A unit gets {rupees(to_shop)} for a jar from the shop. The shop keeps {shop_percent}% of the MRP.",
    f"You added {shop_percent}% of {rupees(to_shop)}.",
    f"You took {shop_percent}% away from {rupees(to_shop)}.",
    f"You added {shop_percent} rupees. It is {shop_percent} percent of the MRP.",
    "- [ ] ten) 10%, as offers",
    "much more than 10%",
    "₹45 for one.",
    "₹45 for 90 g.",
    "A caller orders 20 packs.",
    f"An online order of {rupees(order)}. The market keeps {fee_percent}%. We pay {rupees(delivery)} for the delivery."
    f" The goods cost us {rupees(goods)}.",
    f"the delivery of {rupees(delivery)}.",
    f"You took away {rupees(fee_percent)}. It is {fee_percent} percent of",
)
WORKED = (
    f"- [x] a-gram) {a_gram} ± 0.004",
    f"{rupees(price)} ÷ {grams} = {rupees(a_gram, places=2)} per gram.",
    f"- [ ] turned) {indian(Decimal(grams) / price, places=2)} ± 0.01",
    f"Begin with the price: {price} ÷ {grams}.",
    f"- [ ] hundred) {a_gram * 100:.0f} ± 0.4",
    f"{rupees(a_gram * 100)} is the price of 100 g.",
    f"- [ ] point) {a_gram * 10:.2f} ± 0.04",
    f"Check: {grams} × {rupees(a_gram, places=2)} = {rupees(price)}.",
    f"Shop and buyer share the tax, {rupees(Decimal(too_much) / 2, places=2)} each",
    f"Nothing of the {rupees(too_much)} may be added.",
    f"The buyer pays {rupees(mrp_shown)} at most",
    f"- [x] mrp) {mrp:.0f}",
    f"{rupees(to_shop)} is {100 - shop_percent}% of the MRP: {to_shop} ÷ {Decimal(100 - shop_percent) / 100:.2f}"
    f" = {rupees(mrp)}. The shop keeps {rupees(mrp - to_shop)}.",
    f"- [ ] added) {added:.2f} ± 0.1",
    f"Of {rupees(added, places=2)} the shop would keep {rupees(added - to_shop, places=2)},"
    f" and that is only {indian((added - to_shop) * 100 / added, places=1)}%.",
    f"- [ ] taken) {taken:.2f} ± 0.1",
    f"- [ ] plus) {to_shop + shop_percent}",
    f"- [ ] third) {indian(slip, places=1)}%",
    f"One of three would be {indian(slip, places=1)}%.",
    f"- [x] quarter) {discount:.0f}%",
    f"One of four is {discount:.0f}%.",
    f"- [ ] three-quarters) {100 - discount:.0f}%",
    f"{100 - discount:.0f}% is what she still pays.",
    f"- [x] left) {left}",
    f"{fee_percent}% of {rupees(order)} is {rupees(fee)}."
    f" {rupees(order)} − {rupees(fee)} − {rupees(delivery)} − {rupees(goods)} = {rupees(left)}.",
    f"- [ ] no-delivery) {left + delivery}",
    f"- [ ] no-fee) {left + fee}",
    f"share of the market: {fee_percent}% of {rupees(order)} is {rupees(fee)}.",
    f"- [ ] goods-only) {order - goods}",
    f"{rupees(order - goods)} would be left at our own door.",
    f"- [ ] fifteen-rupees) {order - fee_percent - delivery - goods}",
    f"percent of {rupees(order)}, and that is {rupees(fee)}.",
)

"""Every number of Sick ME Revival, Day 4, worked out again: twelve shops, bin and scales, one fryer, an offer."""

from tests.courses.reading import indian, rupees

packs, grams = 900, 200

# --- twelve answers of lost shops (invented) ---
soft, late, crisper, no_snacks, owes = 4, 3, 2, 1, 2
shops = soft + late + crisper + no_snacks + owes
assert shops == 12
thicker = 5 - 4  # rupees, Day 3: a pouch then, and the thin one now
pouches = packs * thicker
both = soft + crisper
assert both * 2 == shops, "half of all"


def percent(part: float, whole: float) -> int:
    return round(part * 100 / whole)


# --- the bin: paise, so that no sum is rounded on the way ---
bananas, oil, pouch, salt = 26, 11, 4, 1  # Day 3
material, waste_now, waste_low = bananas + oil + pouch + salt, 8, 5
assert material == 42
bin_now, bin_low = material * waste_now, material * waste_low
saved = bin_now - bin_low
saved_month = packs * saved // 100
assert saved * packs == saved_month * 100


def money(paise: float) -> str:
    return rupees(paise / 100, places=2)


def plain(paise: float) -> str:
    return indian(paise / 100, places=2)


# --- the scales ---
kilo_raw, raw, good, bad = 45, 100, 30, 28
spent = raw * kilo_raw
kilo_good, kilo_bad = spent / good, spent / bad
dearer = kilo_bad - kilo_good
packs_a_kilo = 1_000 // grams
pack_dearer = dearer / packs_a_kilo

# --- four products, one fryer: packs a month, what a pack leaves, packs that the fryer makes in an hour ---
price, cost = 66, 51
products = {
    "Banana chips": (packs, price - cost, 50),
    "Jackfruit chips": (120, 22, 33),
    "Mixture": (300, 4, 25),
    "Murukku": (200, 9, 20),
}
in_all = {name: number * left for name, (number, left, _) in products.items()}
packs_an_hour = {name: fast for name, (_, _, fast) in products.items()}
an_hour = {name: left * packs_an_hour[name] for name, (_, left, _) in products.items()}
assert max(an_hour, key=lambda name: an_hour[name]) == "Banana chips"
mixture_hours = products["Mixture"][0] // packs_an_hour["Mixture"]
chips_instead = mixture_hours * packs_an_hour["Banana chips"]
half_hour = an_hour["Banana chips"] // 2
assert mixture_hours * packs_an_hour["Mixture"] == products["Mixture"][0]
rise = 6  # of the mixture

# --- the offer ---
first_order, least = 60, 5
three_for_two = 2 * price
ten_for_nine = 9 * price / 10

# --- the quiz, the minutes ---
debt = 6_000
spelled = {6: "six", 9: "nine", 11: "Eleven", 17: "seventeen", 27: "twenty-seven", 34: "thirty-four"}
questions = 3 + 4 * 1.5

TOLD = (
    "About 2 for the bucket at home, 2 to choose, 5 to talk, 1 to close.",
    "4 to write, 2 for the dots, 2 for the best idea.",
    "5 to read and write, 4 to listen.",
    "Will you take 50 packs?",
    "Will you take 50 packs again",
    f"lies material for **{rupees(material)}**",
    f"Of each ₹100 of material {rupees(waste_now)} land in the bin",
    f"the waste is **{waste_now}%**",
    f"brought it down to **{waste_low}%**. It sells as Thanima does, {packs} packs a month.",
    f"raw bananas for **{rupees(kilo_raw)} a kilo**. From {raw} kg of raw bananas it gets **{good} kg** of chips.",
    f"it gets only **{bad} kg**",
    "divided by raw weight, times 100",
    f"the material in one pack, {rupees(material)}.",
    f"{waste_now} of each 100, falls into a bin",
    f"{raw} kg of bananas.",
    f"{good} kg of chips.](",
    "divided by twelve, times 100",
    f"Waste in one pack today, {waste_now}% of {rupees(material)}",
    f"Waste at {waste_low}%",
    f"Saved in a month, {packs} packs",
    f"Yield when {raw} kg give {good} kg",
    f"when {raw} kg give only {bad} kg",
    f"{waste_now}% of {rupees(material)}: {rupees(material)} times {waste_now}, divided by 100.",
    f"carried by {good} kg of chips. Or by {bad} kg.",
    f"{grams} g are a fifth of a kilo.",
    "divided by 100.",
    f"{rupees(kilo_raw)} is what the unit nearby pays.",
    f"Thanima's bananas for one pack cost {rupees(bananas)} on Day 3.",
    f"{waste_now} of each 100. If you had bought for ₹100, you would throw away {rupees(waste_now)}.",
    *(f"| {name} | {number} | {rupees(left)} | {fast} |" for name, (number, left, fast) in products.items()),
    f"sells for {rupees(price)} and costs {rupees(cost)}",
    f"banana chips of {grams} g costs the unit {rupees(cost)}, with the thick pouch. Its price is {rupees(price)}.",
    f"all gifts counted in, less {rupees(cost)}.",
    f"Price less {rupees(cost)} `money`",
    f"then take off {rupees(cost)}.",
    f"Banana chips, {grams} g, thick pouch. {rupees(first_order)} a pack for the first order",
    f"Not below {rupees(least)}.",
    f"Waste falls from {waste_now}% to {waste_low}%. The material in a pack costs {rupees(material)}.",
    f"{raw} kg of raw bananas give {bad} kg of chips.",
    "A yield over 100%",
    f"A shop owes {rupees(debt)}",
    f"the {rupees(debt)} are lost",
    "Keep questions 1, 3 and 5.",
    f"price less {rupees(cost)}. If it is below zero",
    "The next ten leave ₹9 each.",
)

WORKED = (
    f"After {spelled[40 - 6]} minutes we are back.",
    f"After {spelled[22 - 5]} minutes we are back.",
    f"After {spelled[35 - 8]} minutes we are back.",
    f"{spelled[20 - 9]} minutes.",
    f"About {spelled[int(questions)]} minutes for the questions, {spelled[int(15 - questions)]} for the reasons.",
    # the call
    f"a thicker pouch is **{rupees(thicker)}** dearer a pack",
    f"say outright: soft packs? `number` = {soft}",
    f"How many percent is that? `number` = {percent(soft, shops)} ± 1",
    f"How many percent say: you come late? `number` = {percent(late, shops)}",
    f"Soft packs and a crisper rival together: how many of the twelve? `number` = {both}",
    f"soft {soft}, late {late}, crisper rival {crisper}, no snacks {no_snacks}, owes {owes}. **Why",
    f"A thicker pouch for {packs} packs costs how much more a month? `money` = {pouches}",
    f"Soft: {soft} of {shops} = {percent(soft, shops)}%. Late: {late} of {shops} = {percent(late, shops)}%."
    f" Soft and the crisper rival together: {both} of {shops}, that is half of all.",
    f"{packs} × {rupees(thicker)} = {rupees(pouches)} a month.",
    f"**{percent(both, shops)}% in the second field?**",
    f"Soft {soft} ({percent(soft, shops)}%), late {late} ({percent(late, shops)}%), same price but crisper {crisper},"
    f" no snacks {no_snacks}, owes {owes}. Soft and crisper together {both}. Pouch {rupees(pouches)} a month.",
    f"The cheaper pouch saved {rupees(thicker)} a pack",
    f"Where do the {rupees(pouches)} come from?",
    # bin and scales: the sheet
    f"Waste in one pack today, {waste_now}% of {rupees(material)} `money` = {plain(bin_now)} ± 0.01",
    f"Waste at {waste_low}% `money` = {plain(bin_low)} ± 0.01",
    f"Saved on each pack `money` = {plain(saved)} ± 0.01",
    f"Saved in a month, {packs} packs `money` = {saved_month} ± 5",
    f"in percent `number` = {percent(good, raw)}",
    f"What does a kilo of chips cost then, only bananas? `money` = {kilo_good:.0f}",
    f"only {bad} kg? `money` = {kilo_bad:.2f} ± 0.5",
    f"By how much is a pack of {grams} g dearer then? `money` = {pack_dearer:.2f} ± 0.1",
    f"{raw} kg of bananas at {rupees(kilo_raw)} cost {rupees(spent)}.",
    f"then divide by {packs_a_kilo}.",
    f"{rupees(spent)} for {good} kg, then for {bad} kg.",
    # bin and scales: model, slips, answers
    f"{waste_now}% of {rupees(material)} = {money(bin_now)}. {waste_low}% = {money(bin_low)}."
    f" {money(bin_now)} − {money(bin_low)} = {money(saved)} saved on each pack."
    f" {packs} × {money(saved)} = {rupees(saved_month)} a month. The thicker pouch costs {rupees(pouches)}."
    f" It is paid, and {rupees(saved_month - pouches)} are left.",
    f"{good} ÷ {raw} = {percent(good, raw)}%. {raw} × {rupees(kilo_raw)} = {rupees(spent)}."
    f" {rupees(spent)} ÷ {good} = {rupees(kilo_good, 2)} a kilo. {rupees(spent)} ÷ {bad} = {rupees(kilo_bad, 2)}."
    f" The difference is {rupees(dearer, 2)} a kilo, ÷ {packs_a_kilo} = {rupees(pack_dearer, 2)} a pack.",
    f"**{rupees(waste_now - waste_low, 2)} saved:** they took {waste_now} less {waste_low} as rupees."
    f' Ask: "{waste_now - waste_low} of each 100. And of {material}?"',
    f"**{rupees(dearer, 2)} instead of {rupees(pack_dearer, 2)}:**",
    f"**Yield {raw - good}:** that is what was lost.",
    f"**{rupees(spent / raw)} a kilo:** divided by {raw}.",
    f"What is saved on one pack? ({money(saved)}.) And in a month? ({rupees(saved_month)}.)"
    f" What did the good pouch cost? ({rupees(pouches)}.)",
    f"{money(bin_now)}; {money(bin_low)}; {money(saved)}; {rupees(saved_month)}; {percent(good, raw)}%;"
    f" {rupees(kilo_good)}; {rupees(kilo_bad, 2)}; {rupees(pack_dearer, 2)}.",
    # four products
    f"so it leaves {rupees(price - cost)}.",
    f"in one hour the fryer makes {packs_an_hour['Banana chips']} packs of banana chips,"
    f" or {packs_an_hour['Mixture']} packs of mixture.",
    *(f"{name}: all packs leave `money` = {total}" for name, total in in_all.items()),
    f"Banana chips: an hour of the fryer leaves `money` = {an_hour['Banana chips']:.0f} ± 1",
    *(f"{name}: an hour leaves `money` = {an_hour[name]:.0f} ± 1" for name in list(products)[1:]),
    f"With banana chips {packs_an_hour['Banana chips']} × {rupees(price - cost)}.",
    " ".join(f"{number} × {rupees(left)} = {rupees(number * left)}." for number, left, _ in products.values()),
    " ".join(f"{fast} × {rupees(left)} = {rupees(fast * left)}." for _, left, fast in products.values()),
    f"Banana chips {rupees(an_hour['Banana chips'])}, jackfruit chips {rupees(an_hour['Jackfruit chips'])},"
    f" murukku {rupees(an_hour['Murukku'])}, mixture {rupees(an_hour['Mixture'])}.",
    f"It takes {products['Mixture'][0]} ÷ {packs_an_hour['Mixture']} = {mixture_hours} hours."
    f" In {mixture_hours} hours the fryer makes"
    f" {chips_instead} packs of banana chips, which leave {rupees(chips_instead * (price - cost))} instead of"
    f" {rupees(in_all['Mixture'])}, if there are buyers for them. To leave half as much as banana chips in an hour,"
    f" {rupees(half_hour)}, a pack of mixture would have to leave {rupees(half_hour // packs_an_hour['Mixture'])}.",
    f"{rupees(an_hour['Murukku'])} an hour, and three more hours",
    f"**{rupees(price - cost)} an hour:** that is what one pack leaves.",
    f"becomes {rupees(rise)} dearer? ({rupees(4 + rise)} a pack,"
    f" {rupees((4 + rise) * packs_an_hour['Mixture'])} an hour.)",
    "; ".join(f"{rupees(in_all[name])} and {rupees(an_hour[name])}" for name in products),
    f"**The highest amount a pack ({rupees(products['Jackfruit chips'][1])}) is not the best hour.**",
    # the offer
    f"three packs for 2 × {rupees(price)} = {rupees(three_for_two)}. That is {rupees(three_for_two / 3)} a pack,"
    f" {rupees(cost - three_for_two / 3)} *less* than it costs.",
    f"{rupees(first_order)} − {rupees(cost)} = {rupees(first_order - cost)} are left.",
    f"9 × {rupees(price)} ÷ 10 = {rupees(ten_for_nine, 2)}. {rupees(ten_for_nine, 2)} − {rupees(cost)}"
    f" = {rupees(ten_for_nine - cost, 2)} are left.",
    # the quiz
    f"right) {plain(saved)} ± 0.01 > Right. {waste_now} − {waste_low} = {waste_now - waste_low} of each 100."
    f" {waste_now - waste_low}% of {rupees(material)} = {money(saved)}.",
    f"as-rupees) {waste_now - waste_low} ± 0.01 > {waste_now - waste_low} is the difference in *percent*."
    f" Take {waste_now - waste_low}% of {rupees(material)}.",
    f"new-waste) {plain(bin_low)} ± 0.01 > {money(bin_low)} is what *still* lands in the bin.",
    f"old-waste) {plain(bin_now)} ± 0.01 > {money(bin_now)} landed in the bin before.",
    f"one-percent) {plain(material)} ± 0.01 > That is 1%. It was {waste_now - waste_low}.",
    f"And how much is this of {rupees(material)}?",
    f"{waste_now}% − {waste_low}% = {waste_now - waste_low}%. And {waste_now - waste_low}% of {rupees(material)} is"
    f" {rupees(material)} × {waste_now - waste_low} ÷ 100 = {money(saved)}.",
    f"{money(bin_now)} less {money(bin_low)}, or {waste_now - waste_low}% at once.",
    f"right) {percent(bad, raw)} ± 0.5 > Right. Finished divided by raw: {bad} ÷ {raw} = {percent(bad, raw)}%.",
    f"{bad} kg of chips out of {raw} kg of bananas: {bad} ÷ {raw} = {percent(bad, raw)}%.",
    f"lost-part) {raw - bad} ± 0.5 > {raw - bad} is what was lost",
    f"upside-down) {raw / bad:.2f} ± 0.1 > You divided raw by finished.",
    f"added) {raw + bad} ± 0.5 >",
)

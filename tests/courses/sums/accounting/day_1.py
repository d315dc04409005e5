"""Every number of Accounting, Day 1, worked out again."""

from tests.courses.reading import indian, rupees

# --- two purses ---

drawing = 1_000
bill, rooms = 1_200, 3
share = bill // rooms
assert share * rooms == bill

# --- the tea stall ---

morning, sold, dues = 800, 1_450, 600
raw, auto_stall, own_tea = 700, 120, 60
counted = 1_920
came_in, went_out = sold + dues, raw + auto_stall + own_tea
expected = morning + came_in - went_out
short = expected - counted
assert (expected, short) == (1_970, 50)

# --- June of Ponnu Stitching Unit: (day, into the tin, into the bank) ---

opening_cash, opening_bank = 6_000, 14_000
cloth, bags_first, trims, uniforms, rent, power = 8_000, 5_500, 3_000, 18_000, 2_500, 900
pta, kairali, bags_second, wages, auto, deposit = 10_000, 2_000, 7_200, 9_000, 600, 5_000
principal, interest = 3_100, 400
instalment = principal + interest
JUNE = (
    (2, 0, -cloth),
    (3, bags_first, 0),
    (10, -rent, 0),
    (12, 0, -power),
    (14, 0, pta),
    (15, -kairali, 0),
    (18, bags_second, 0),
    (20, 0, -wages),
    (22, -auto, 0),
    (25, 0, -instalment),
    (27, -deposit, deposit),
    (28, -drawing, 0),
)
BALANCE: dict[int, tuple[int, int]] = {1: (opening_cash, opening_bank)}
cash, bank = opening_cash, opening_bank
for day, into_tin, into_bank in JUNE:
    cash, bank = cash + into_tin, bank + into_bank
    BALANCE[day] = (cash, bank)
    assert min(cash, bank) >= 0, "nobody pays with money that is not there"
assert BALANCE[28] == (7_600, 7_600)

cash_in = sum(tin for _, tin, _ in JUNE if tin > 0)
cash_out = -sum(tin for _, tin, _ in JUNE if tin < 0)
bank_in = sum(banked for _, _, banked in JUNE if banked > 0)
bank_out = -sum(banked for _, _, banked in JUNE if banked < 0)
assert opening_cash + cash_in - cash_out == cash
assert opening_bank + bank_in - bank_out == bank

# the lines of the sheet: day, what it says; it asks for the balance that the line has changed
SHEET = (
    (10, "rent: cash in the tin"),
    (12, "electricity: in the bank"),
    (14, "from the PTA: in the bank"),
    (15, "Kairali Traders: cash in the tin"),
    (18, "bags sold: cash in the tin"),
    (20, "wages: in the bank"),
    (22, "auto: cash in the tin"),
    (25, "loan instalment: in the bank"),
    (27, "put into the bank: cash in the tin"),
    (27, "the same line: in the bank"),
    (28, "taken for the house: cash in the tin"),
)
BANKED = [what.endswith("bank") for _, what in SHEET]
assert [(day, banked) for (day, _), banked in zip(SHEET, BANKED, strict=True)] == [
    (day, banked) for day, *moved in JUNE[2:] for banked in (False, True) if moved[banked]
], "each line asks for the balances it changes, and for no other; 2 and 3 June stand in the picture"

TOLD = (
    # two purses
    f"takes {rupees(drawing)} for her house",
    f"takes {rupees(drawing)} from the tin",
    f"For the {rupees(drawing)}: look",
    f"**The {rupees(drawing)}.**",
    f"the line about the {rupees(drawing)}",
    f"its rule, and the {rupees(drawing)}.",
    f"Look at the line with the {rupees(drawing)}.",
    f"The bill is {rupees(bill)}",
    # the tea stall
    f"In the morning {rupees(morning)} lay in the tin",
    f"sold tea and snacks for {rupees(sold)}",
    f"paid old dues of {rupees(dues)}",
    f"They paid {rupees(raw)} for milk",
    f"They paid {rupees(auto_stall)} for an auto",
    f"They took {rupees(own_tea)} for their own tea",
    f"There are {rupees(counted)} in it",
    f"Morning {rupees(morning)}, and",
    f"The morning's {rupees(morning)} was counted",
    f"The tea stall once more. Morning {rupees(morning)}. Sold {rupees(sold)}, old dues paid {rupees(dues)}."
    f" Paid {rupees(raw)}, {rupees(auto_stall)} and {rupees(own_tea)}.",
    f"What was counted? `money` = {counted}",
    # June
    f"On 1 June there are {rupees(opening_cash)} in the tin and {rupees(opening_bank)} in the bank.",
    "First line: 1 June, opening.",
    f"- 2 June: cloth for {rupees(cloth)}, paid",
    f"- 3 June: bags sold for {rupees(bags_first)} in cash",
    f"- 5 June: trims (zips, buttons, thread) for {rupees(trims)} from",
    f"- 7 June: uniforms for {rupees(uniforms)} to",
    f"- 10 June: rent of the shed, {rupees(rent)} in cash",
    f"- 12 June: electricity, {rupees(power)} by UPI",
    f"- 14 June: the PTA pays {rupees(pta)} into",
    f"- 15 June: Kairali Traders get {rupees(kairali)} in cash",
    f"- 18 June: bags sold for {rupees(bags_second)} in cash",
    f"- 20 June: wages of {rupees(wages)} from",
    f"- 22 June: auto, {rupees(auto)} in cash",
    f"- 27 June: {rupees(deposit)} from the tin",
    f"- 28 June: a member takes {rupees(drawing)} in cash",
    f"of the loan itself and {rupees(interest)} interest",
    "3 June: bags sold for cash",
    "18 June: bags sold for cash",
    "10 June: rent",
    "15 June: Kairali Traders are paid",
    "22 June: auto",
    "27 June: from the tin into the bank",
    "28 June: a member takes cash for her house",
    "14 June: the PTA pays",
    "2 June: cloth",
    "12 June: electricity by UPI",
    "20 June: wages",
    "25 June: loan instalment",
    "5 June: trims on credit",
    "7 June: uniforms on credit",
    "On 5 and 7 June goods move",
    "comes on 14 June: then",
    "On 27 June the money goes",
    "Why are 5 June and 7 June not in",
    "The lines up to 22 June are enough.",
    "Stop all of them at 22 June.",
    "balances of 3 June: cash",
    "27 June is the day with two columns",
    "**5 and 7 June:**",
    f"The PTA's {rupees(pta)} is put into the tin. The {rupees(uniforms)} of 7 June is added",
    "The deposit of 27 June is written once.",
    f"On 7 June the unit sold uniforms for {rupees(uniforms)} on credit",
    "[ ] sale-day) On 7 June, because",
    f"The PTA paid {rupees(pta)} on 14 June, and that stands there on 14 June",
    f"Then {rupees(pta)} would be in the bank",
    f"On 27 June {rupees(deposit)} goes from the tin",
    f"This {rupees(drawing)} is for nothing",
    # the trainer
    "Keep questions 2, 3 and 5.",
    "(Each half a minute.)",
)

WORKED = (
    f"{rupees(bill)} ÷ {rooms} = {rupees(share)}",
    # the tea stall
    f"came in during the day? `money` = {came_in}",
    f"went out during the day? `money` = {went_out}",
    f"should be in the tin? `money` = {expected}",
    f"How much is short? `money` = {short}",
    f"and {rupees(came_in)} came in: that makes {rupees(morning + came_in)}",
    f"Came in: {rupees(sold)} + {rupees(dues)} = {rupees(came_in)}.",
    f"Went out: {rupees(raw)} + {rupees(auto_stall)} + {rupees(own_tea)} = {rupees(went_out)}.",
    f"{rupees(morning)} + {rupees(came_in)} − {rupees(went_out)} = **{rupees(expected)}**. Counted:"
    f" **{rupees(counted)}**. Short: **{rupees(short)}**",
    f'"Should be {rupees(expected)}. Counted {rupees(counted)}. Short {rupees(short)}, reason not known."',
    f"Tomorrow begins with {rupees(counted)}",
    f"Nobody adds {rupees(short)} from",
    f"A group with {rupees(came_in - went_out)} forgot the money of the morning.",
    f"A group with {rupees(expected - dues)} left out",
    # June
    f"Below it the balance: cash {indian(BALANCE[1][0])}, bank {indian(BALANCE[1][1])}."
    f" Second line: 2 June, cloth, paper number 1, bank out {indian(cloth)}."
    f" Balance: cash {indian(BALANCE[2][0])}, bank {indian(BALANCE[2][1])}."
    f" Third line: 3 June, bags, paper number 2, cash in {indian(bags_first)}."
    f" Balance: cash {indian(BALANCE[3][0])}, bank {indian(BALANCE[3][1])}.",
    f"25 June: loan instalment of {rupees(instalment)} from the bank: {rupees(principal)} of the loan itself",
    *(
        f"{day} June, {what} `money` = {BALANCE[day][banked]}"
        for (day, what), banked in zip(SHEET, BANKED, strict=True)
    ),
    *(f"- {day} June: {rupees(BALANCE[day][0])} and {rupees(BALANCE[day][1])}" for day, _, _ in JUNE),
    f"cash {rupees(BALANCE[3][0])}, bank {rupees(BALANCE[3][1])}. On most days",
    f"10 June: {rupees(BALANCE[3][0])} − {rupees(rent)} = {rupees(BALANCE[10][0])} in the tin",
    f"{rupees(BALANCE[25][0])} − {rupees(deposit)} in the tin,",
    f"{rupees(BALANCE[25][1])} + {rupees(deposit)} in the bank",
    f"Cash: {rupees(opening_cash)} + {rupees(cash_in)} in − {rupees(cash_out)} out = {rupees(cash)}.",
    f"Bank: {rupees(opening_bank)} + {rupees(bank_in)} in − {rupees(bank_out)} out = {rupees(bank)}.",
    f"Both balances on the last day are {rupees(cash)}",
    f"The instalment** is one line of {rupees(instalment)} here",
    # the quiz, each wrong number from its slip
    f"[x] right) {expected} > Right: {rupees(morning)} + {rupees(sold)} + {rupees(dues)} ="
    f" {rupees(morning + came_in)}. Less {rupees(went_out)} makes {rupees(expected)}.",
    f"[ ] counted) {counted} >",
    f"[ ] unpaid) {morning + came_in} >",
    f"[ ] no-auto) {expected + auto_stall} > Look at the auto: its {rupees(auto_stall)} also went out.",
    f"[ ] no-morning) {expected - morning} > The tin did not begin empty. Add the {rupees(morning)} of the morning.",
    f"[ ] no-dues) {expected - dues} > The old dues of {rupees(dues)} came in today.",
    f"In the evening {rupees(short)} is missing",
    f"Put in {rupees(short)} of our own",
    f"sales of the day {rupees(short)} smaller",
    # the answers in one line
    f"{rupees(morning)} + {rupees(came_in)} − {rupees(went_out)} = **{rupees(expected)}**. Counted"
    f" {rupees(counted)}, so {rupees(short)} short.",
    f"On 28 June {rupees(BALANCE[28][0])} in the tin and {rupees(BALANCE[28][1])} in the bank.",
)

"""Every number of Accounting, Day 2, worked out again."""

from datetime import date, timedelta

from tests.courses.reading import indian, rupees

# --- the cards of June; what Day 1 has told ---

uniforms, pta_paid = 18_000, 10_000
pta_owes = uniforms - pta_paid
trims, kairali_paid = 3_000, 2_000
kairali_is_owed = trims - kairali_paid
loan, instalment, interest = 40_000, 3_500, 400
principal = instalment - interest
loan_left = loan - principal
assert (pta_owes, kairali_is_owed) == (8_000, 1_000)  # said in words to all
capital, drawing = 52_000, 1_000
anitha_bought, anitha_paid = 600, 400

# --- what is owed to Malar Spices on 30 June, and how old it is ---

OWED = (8_000, 2_400, 1_500, 900)
DAYS = (23, 40, 75, 130)
LOST_OF_HUNDRED = (1, 5, 20, 60)
BAND_ENDS = (30, 60, 90)
owed = sum(OWED)
SHARES = tuple(100 * amount / owed for amount in OWED)
LOSSES = tuple(amount * lost // 100 for amount, lost in zip(OWED, LOST_OF_HUNDRED, strict=True))
loss = sum(LOSSES)
assert DAYS[0] <= BAND_ENDS[0] < DAYS[1] <= BAND_ENDS[1] < DAYS[2] <= BAND_ENDS[2] < DAYS[3]
bill_of_grocer = date(2026, 6, 30) - timedelta(days=DAYS[2])
assert (bill_of_grocer.day, bill_of_grocer.month) == (16, 4)
bill_of_caterer = date(2026, 6, 30) - timedelta(days=DAYS[3])
assert (bill_of_caterer.day, bill_of_caterer.month) == (20, 2)
assert OWED[3] == min(OWED)  # "owes least
assert LOSSES[3] > loss / 2  # and costs more than half of the loss"
assert (owed - loss, loss) == (11_760, 1_040)  # said in words


# --- book and passbook, July ---

start, put_in, wages_july, cheque = 10_400, 3_000, 4_000, 1_800
charge, from_buyer = 118, 500
after_cash = start + put_in
after_wages = after_cash - wages_july
book = after_wages - cheque
after_charge = after_wages - charge
passbook = after_charge + from_buyer
corrected = book - charge + from_buyer
assert passbook == book + cheque - charge + from_buyer
assert corrected == passbook - cheque == 7_982

# --- the trial balance of June ---

cash, bank, stock, machines, rent, power, wages, transport = 7_600, 7_600, 12_000, 60_000, 2_500, 900, 9_000, 600
purchases = 8_000 + trims
sales = 5_500 + uniforms + 7_200
LEFT = (cash, bank, pta_owes, stock, machines, purchases, rent, power, wages, transport, interest, drawing)
RIGHT = (loan_left, kairali_is_owed, capital, sales)
true_total = sum(LEFT)
assert true_total == sum(RIGHT)
turned = 5_200
assert sorted(str(turned)) == sorted(str(rent))
wrong_total = true_total + turned - rent
difference = wrong_total - true_total
assert difference % 9 == 0
assert difference == 2_700  # said in words to all

TOLD = (
    "receipt number 3, rent. Then a line in the cash book: date, number 3, amount",
    "The same number 3 goes",
    f"On 7 June it gets uniforms for {rupees(uniforms)} on credit. On 14 June it pays {rupees(pta_paid)}.",
    f"On 5 June they give us trims for {rupees(trims)} on credit. On 15 June we pay them {rupees(kairali_paid)}.",
    f"On 1 June we owe the **bank** {rupees(loan)}. On 25 June we pay an instalment of {rupees(instalment)}. Of this"
    f" {rupees(interest)} is interest, the price",
    f"put in {rupees(capital)}: this is called *capital*. On 28 June one of them takes {rupees(drawing)} for",
    f"bags for {rupees(anitha_bought)} on credit. She receives: {rupees(anitha_bought)} left."
    f" Later she pays {rupees(anitha_paid)}. She gives: {rupees(anitha_paid)} right.",
    f"{rupees(anitha_paid)} also stands left on the card of the tin",
    f"Left side of its card `money` = {uniforms} - right) Right side `money` = {pta_paid}",
    f"Left side of their card `money` = {kairali_paid} - right) Right side `money` = {trims}",
    f"Right side `money` = {loan}",
    f"Why do not all {rupees(instalment)} stand",
    f"does the {rupees(interest)} of interest stand, and why",
    f"The interest of {rupees(interest)} is a cost",
    f"**Interest {rupees(interest)}** is the price",
    f"Capital: right side `money` = {capital}",
    f"Drawings: left side `money` = {drawing}",
    f"Who gave it the {rupees(capital)}? Who received the {rupees(drawing)}?",
    f"Capital {rupees(capital)} on the right",
    f"Drawings {rupees(drawing)} on the left",
    f"{rupees(instalment)} on the card of the loan",
    # Malar Spices
    f"A canteen: {rupees(OWED[0])}, for {DAYS[0]} days",
    f"bus stand: {rupees(OWED[1])}, for {DAYS[1]} days",
    f"A grocer: {rupees(OWED[2])}, for {DAYS[2]} days",
    f"A caterer: {rupees(OWED[3])}, for {DAYS[3]} days",
    f"of {rupees(100)} it loses {rupees(LOST_OF_HUNDRED[0])} - {BAND_ENDS[0] + 1} to {BAND_ENDS[1]} days:"
    f" {rupees(LOST_OF_HUNDRED[1])} - {BAND_ENDS[1] + 1} to {BAND_ENDS[2]} days: {rupees(LOST_OF_HUNDRED[2])}"
    f" - over {BAND_ENDS[2]} days: {rupees(LOST_OF_HUNDRED[3])}",
    f"up to {BAND_ENDS[0]} days: of",
    f"of each {rupees(100)} it is {rupees(LOST_OF_HUNDRED[0])}",
    "then multiply by 100",
    f"{rupees(OWED[1])} at {LOST_OF_HUNDRED[1]} in a hundred, {rupees(OWED[2])} at {LOST_OF_HUNDRED[2]},"
    f" {rupees(OWED[3])} at {LOST_OF_HUNDRED[3]}",
    f"of her {rupees(OWED[3])} less will come",
    f"before the {BAND_ENDS[0]}th day",
    f"until the {rupees(OWED[2])} is paid",
    # book and passbook
    "It is 31 July.",
    f"taken {rupees(charge)} and received {rupees(from_buyer)}",
    f"The {rupees(from_buyer)} also goes",
    f"why {rupees(charge)}: it is an example",
    "Balance of 25 July",
    "Cash put in on 26 July",
    "Wages of 28 July",
    "Cheque to Kairali of 29 July",
    "The bank's charge of 30 July",
    "A buyer's UPI of 30 July",
    f"The {rupees(cheque)} in the passbook belongs",
    f"holds the {rupees(cheque)} of the cheque",
    f"has its {rupees(cheque)} until it arrives",
    # the list
    f"| Stock on 1 June | {indian(stock)} | | | Machines | {indian(machines)} | |",
    "The difference divided by 9",
    "Can the difference be divided by 9",
    "This can be divided by 9. Where",
    "a difference that 9 divides",
    "does not divide by 9",
    "**Why 9?**",
    "can always be divided by 9",
    "as 27 and 72",
    "like 27 and 72",
    "On 10 June",
    # the quiz
    f"uniforms for {rupees(uniforms)} and paid {rupees(pta_paid)}",
    f"A cheque of {rupees(cheque)} is still on its way. The bank has taken {rupees(charge)} and received"
    f" {rupees(from_buyer)} for us",
    f"Take the {rupees(charge)} away",
    f"A buyer has owed {rupees(OWED[3])} for {DAYS[3]} days",
    f"The loan is {rupees(loan)}. An instalment of {rupees(instalment)} is paid; {rupees(interest)} of it is interest.",
    "Keep questions 1, 2 and 5.",
)

WORKED = (
    f"{rupees(principal)} is *principal*: the loan itself",
    f"- balance) Balance `money` = {pta_owes}",
    f"- balance) Balance `money` = {kairali_is_owed}",
    f"Left side of the loan's card `money` = {principal}",
    f"Balance: what do we owe now? `money` = {loan_left}",
    f"Left {rupees(uniforms)}: it received uniforms. Right {rupees(pta_paid)}: it gave money."
    f" {rupees(uniforms)} − {rupees(pta_paid)} = {rupees(pta_owes)} on the left.",
    f"Right {rupees(trims)}: they gave trims. Left {rupees(kairali_paid)}: they received money."
    f" {rupees(trims)} − {rupees(kairali_paid)} = {rupees(kairali_is_owed)} on the right.",
    f"Right {rupees(loan)}: the bank gave it. Left {rupees(principal)}: only the principal makes the loan smaller."
    f" {rupees(loan)} − {rupees(principal)} = {rupees(loan_left)} on the right.",
    f"{rupees(anitha_bought)} − {rupees(anitha_paid)} = {rupees(anitha_bought - anitha_paid)}.",
    f"Anitha owes us {rupees(anitha_bought - anitha_paid)}",
    f"PTA: balance `money` = {pta_owes}",
    f"Kairali Traders: balance `money` = {kairali_is_owed}",
    f"Loan: what do we owe now? `money` = {loan_left}",
    f"Left {rupees(uniforms)} (it received uniforms), right {rupees(pta_paid)} (it gave money)."
    f" Balance {rupees(pta_owes)} on the left",
    f"Right {rupees(trims)} (they gave trims), left {rupees(kairali_paid)} (they received money)."
    f" Balance {rupees(kairali_is_owed)} on the right",
    f"Right {rupees(loan)}, left {rupees(principal)}. Balance {rupees(loan_left)} on the right",
    # Malar Spices
    f"All four together owe `money` = {owed}",
    f"does the canteen owe? `number` = {SHARES[0]:.1f} ± 0.5",
    f"the shop, in percent `number` = {SHARES[1]:.2f} ± 0.5",
    f"the grocer, in percent `number` = {SHARES[2]:.1f} ± 0.5",
    f"the caterer, in percent `number` = {SHARES[3]:.0f} ± 0.5",
    f"will probably be lost? `money` = {loss}",
    f"can they count on? `money` = {owed - loss}",
    f"In {rupees(OWED[0])} there are {OWED[0] // 100} hundreds. So {rupees(LOSSES[0])}.",
    f"{' + '.join(map(rupees, OWED))} = {rupees(owed)}.",
    f"canteen {SHARES[0]:.1f}%, shop {SHARES[1]:.2f}%, grocer {SHARES[2]:.1f}%, caterer {SHARES[3]:.1f}%.",
    f"{' + '.join(map(rupees, LOSSES))} = **{rupees(loss)}**.",
    f"{rupees(owed)} − {rupees(loss)} = {rupees(owed - loss)}. But it",
    f"Your bill of {bill_of_caterer.day} February for {rupees(OWED[3])} is still open",
    # book and passbook
    f"says: {rupees(book)} in the bank. The leader has her passbook printed. It says {rupees(passbook)}.",
    f"25 July, balance {indian(start)}. 26 July, cash put in, in {indian(put_in)}, balance {indian(after_cash)}."
    f" 28 July, wages, out {indian(wages_july)}, balance {indian(after_wages)}."
    f" 29 July, cheque to Kairali, out {indian(cheque)}, balance {indian(book)}.",
    f"25 July, balance {indian(start)}. 26 July, cash, in {indian(put_in)}, balance {indian(after_cash)}."
    f" 28 July, transfer, out {indian(wages_july)}, balance {indian(after_wages)}."
    f" 30 July, charge, out {indian(charge)}, balance {indian(after_charge)}."
    f" 30 July, UPI from a buyer, in {indian(from_buyer)}, balance {indian(passbook)}.",
    f"in our cash book `money` = {book}",
    f"passbook must say `money` = {passbook}",
    f"It now says `money` = {corrected}",
    f"{indian(passbook)} less the cheque that is still on its way `money` = {passbook - cheque}",
    f"Begin with our {rupees(book)}",
    f"{rupees(book)} + {rupees(cheque)} − {rupees(charge)} + {rupees(from_buyer)}. For",
    f"{rupees(book)} + {rupees(cheque)} (cheque not yet brought) − {rupees(charge)} (charge) + {rupees(from_buyer)}"
    f" (buyer) = **{rupees(passbook)}**",
    f"out {rupees(charge)} and in {rupees(from_buyer)}. {rupees(book)} − {rupees(charge)} + {rupees(from_buyer)} ="
    f" **{rupees(corrected)}**",
    f"{rupees(passbook)} − {rupees(cheque)} = **{rupees(corrected)}**",
    f"can the unit spend?** {rupees(corrected)}",
    f"They get {rupees(book - cheque - charge + from_buyer)}. Ask",
    f"Whoever says {rupees(passbook)} will see",
    # the list
    f"| Cash | {indian(cash)} | | | Bank | {indian(bank)} | | | PTA | {indian(pta_owes)} | |",
    f"| Purchases | {indian(purchases)} | | | Wages | {indian(wages)} | | | Rent | {indian(turned)} | |"
    f" | Electricity | {indian(power)} | | | Transport | {indian(transport)} | | | Interest | {indian(interest)} | |"
    f" | Drawings | {indian(drawing)} | |",
    f"| Loan | | {indian(loan_left)} | | Kairali Traders | | {indian(kairali_is_owed)} |"
    f" | Members' capital | | {indian(capital)} | | Sales | | {indian(sales)} |",
    f"Total of the left side `money` = {wrong_total}",
    f"Total of the right side `money` = {true_total}",
    f"Difference `money` = {difference}",
    f"divided by 9 `number` = {difference // 9}",
    f"number should stand there? `money` = {rent}",
    f"both totals are `money` = {true_total}",
    f"Left: {rupees(wrong_total)}. Right: {rupees(true_total)}. Difference: {rupees(difference)}."
    f" {rupees(difference)} ÷ 9 = {rupees(difference // 9)}, with nothing left over",
    f"Rent stands as {indian(turned)}. On 10 June {rupees(rent)} was paid."
    f" {indian(turned)} − {indian(rent)} = {indian(difference)}.",
    f"both totals are {rupees(true_total)}",
    f"72 − 27 = {72 - 27}, {72 - 27} ÷ 9 = {(72 - 27) // 9}.",
    # the quiz
    f"[ ] we-owe) {rupees(pta_owes)}, and we",
    f"[ ] added) {rupees(uniforms + pta_paid)}, and",
    f"[x] owes-us) {rupees(pta_owes)}, and the PTA owes it to us > Yes."
    f" {rupees(uniforms)} − {rupees(pta_paid)} = {rupees(pta_owes)}",
    f"[ ] paid) {rupees(pta_paid)}, because",
    f"Our book says {rupees(book)} in the bank",
    f"[x] right) {passbook} > Right: {rupees(book)} + {rupees(cheque)} − {rupees(charge)} + {rupees(from_buyer)} ="
    f" {rupees(passbook)}.",
    f"[ ] own-book) {corrected} >",
    f"[ ] cheque-away) {book - cheque - charge + from_buyer} >",
    f"[ ] all-turned) {book - cheque + charge - from_buyer} >",
    f"[ ] charge-added) {book + cheque + charge + from_buyer} >",
    f"the two sides differ by {rupees(difference)}",
    f"[ ] all-off) {rupees(loan - instalment)} >",
    f"[ ] interest-off) {rupees(loan - interest)} >",
    f"[ ] interest-on) {rupees(loan + interest)} >",
    f"[x] principal-off) {rupees(loan_left)} > Yes. {rupees(instalment)} − {rupees(interest)} = {rupees(principal)}"
    f" principal. {rupees(loan)} − {rupees(principal)} = {rupees(loan_left)}.",
    # the reminders
    f"bill of {bill_of_grocer.day} April for {rupees(OWED[2])} is",
    f"the {rupees(OWED[2])} of {bill_of_grocer.day} April. We need",
    f"The {rupees(OWED[2])} of {bill_of_grocer.day} April has been open",
    # the answers in one line
    f"The PTA owes us {rupees(pta_owes)}. We owe Kairali {rupees(kairali_is_owed)} and the bank {rupees(loan_left)}.",
    f"{' + '.join(map(rupees, LOSSES))} = **{rupees(loss)}** lost, so {rupees(owed - loss)} to count on.",
    f"{rupees(book)} + {rupees(cheque)} − {rupees(charge)} + {rupees(from_buyer)} = **{rupees(passbook)}**. Our"
    f" book, corrected: **{rupees(corrected)}**.",
    f"{rupees(wrong_total)} − {rupees(true_total)} = {rupees(difference)}. The wrong line is **rent**:"
    f" {rupees(rent)}, not {rupees(turned)}.",
)

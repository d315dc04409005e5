"""Every number of Branding, Day 2, worked out again: points of a name, a minute of story, a sign of two centimetres."""

# A name wins a point for each test it passes; in the model each of the three fails one.
tests = ("easy to say", "easy to hear", "one spelling", "no bad meaning", "no plain description", "nothing found")
failed = {"Koottu": {"one spelling"}, "Thooval": {"easy to say"}, "Bagora": {"easy to hear"}}
points = {name: len(tests) - len(fails) for name, fails in failed.items()}
assert len(tests) == 6, "of six points the most"
assert set(points.values()) == {5}

# The trouble of Malar (invented).
damp_kilos = 30

stamp_cm = 2

# Minutes: eight names; the groups and how long they report in the end; the card; the quiz; the wall.
hear, wait, write, look = 1, 2, 2, 5
assert hear + wait + write + look == 10
opened = 1 + 2 + 2 + 5, 1 + 2 + 2 + 5 + 14
spelled = {
    6: "six",
    7: "seven",
    8: "eight",
    9: "nine",
    10: "ten",
    24: "twenty-four",
    29: "twenty-nine",
    32: "thirty-two",
}
names, story = 40 - 8, 35 - 6
read, question, close = 4, 5, 1
assert read + question + close == 10
questions = (4 * 90 + 120) // 60
wall, stars, confusions = 9, 3, 6
assert wall + stars + confusions == 18

TOLD = (
    f"**Minutes.** {hear} to read, {wait} for something else, {write} to write, {look} to look and talk.",
    f"In the first monsoon {damp_kilos} kg of powder got damp.",
    "May we print your first name on 500 labels?",
    f"clear on a stamp of {stamp_cm} cm",
    "a mother of 31 who shops",
    f"**Minutes.** {read} to read, {question} for the question, {close} to close.",
    "Keep questions 1, 2 and 5.",
    f"**Minutes.** {wall} on the wall, {stars} for the stars, {confusions} for the confusions.",
)

WORKED = (
    f"After {spelled[opened[0]]} minutes look at the board: ten names should stand."
    f" After {spelled[opened[1]]} minutes the search begins.",
    f"After {spelled[names]} minutes we meet here.",
    f"After {spelled[story]} minutes we are back.",
    f"Remind everybody {spelled[4 + 2]} minutes before the end.",
    f"About {spelled[questions]} minutes for the questions, {spelled[15 - questions]} for the reasons.",
    f"You have {spelled[wall]} minutes.",
    f"**After {spelled[wall]} minutes.**",
    f"nothing was found for bags. **{points['Koottu']} points.**",
    f"people stumble over it. **{points['Thooval']} points**, if the search finds nothing.",
    f"no point for the ear. **{points['Bagora']} points.**",
    f"In our first monsoon {damp_kilos} kilos got damp.",
    f"Smallest size, in centimetres `number` = {stamp_cm}",
    f"**Smallest size:** {stamp_cm} cm.",
)

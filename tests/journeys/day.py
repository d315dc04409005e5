"""Day 1 of the course as people do it, chapter by chapter; each chapter notes what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.journeys.conftest import Crowd
from tests.journeys.people import PATIENCE, PHONE, Trainee, Trainer, all_see, write_at_once
from tests.journeys.town import TITLE, TRAINEES, Town

UNITS = {
    "run well": 1,
    "run with difficulty": 2,
    "have stopped, but still have the machines": 1,
    "are closed for good": 1,
}
IN_MALAYALAM = "യൂണിറ്റ് പറയുന്നത് ഇവിടെ തന്നെ."
COMPOSED = ("ക", "കു", "കുടും", "കുടുംബ", "കുടുംബശ്രീ\u200cയിൽ")
WORD = "Write down what you have. രണ്ട് മിനിറ്റ്."
AREAS = {  # where a group puts the cards of the first sort
    "Regular buyers order less": "Market", "Unsold packs come back": "Production",
    "A machine stands idle for two weeks": "Production",
    "One person keeps the cash and no one asks": "Money", "Members skip the meetings": "People",
    "The shed has been flooded twice": "Outside shocks", "Stock is older than 30 days": "Market",
    "The price is two years old, though oil costs more": "Money", "Buyers complain about the taste": "Market",
    "Wages are paid late": "Money", "Raw material is bought on longer and longer credit": "Money",
    "An instalment is a week late": "Money", "An instalment is four months late": "Money",
    "House money and unit money are mixed": "Money", "Nothing was written down last month": "Money",
    "A loan is taken from a moneylender": "Money", "The electricity is cut off": "Outside shocks",
    "Members take other jobs": "People", "Two members do not talk to each other": "People",
    "A licence has run out": "People",
}  # fmt: skip

EARLY = {"A machine stands idle for two weeks": "Early sign"}


@dataclass
class Class:
    """Who is in the room, and what they have typed so far: run -> who -> cell -> value."""

    town: Town
    crowd: Crowd
    ammini: Trainer
    fathima: Trainer
    trainees: list[Trainee]
    typed: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)

    @property
    def sreeja(self) -> Trainee:
        return self.trainees[0]

    @property
    def bindu(self) -> Trainee:
        return self.trainees[1]

    def noted(self, run: str, who: str, cells: Mapping[str, Any]) -> None:
        self.typed.setdefault(run, {}).setdefault(who, {}).update(cells)


def arrive(town: Town, crowd: Crowd, trainees: int) -> Class:
    """The lobby: each way to come in is used once."""
    ammini = crowd.trainer("Ammini")
    fathima = crowd.trainer("Fathima", PHONE)
    names = list(TRAINEES)[:trainees]
    sreeja = crowd.stranger(names[0])
    sreeja.signs_in_by_pin()
    sreeja.finds_it_usable("home")
    sreeja.follows("Go to the room")
    here = Class(town, crowd, ammini, fathima, [sreeja, *(crowd.trainee(name) for name in names[1:])])
    for trainee in here.trainees:
        trainee.sees("You have arrived.")
        trainee.sees_heading(TITLE)
    for trainer in (ammini, fathima):
        ring = trainer.page.get_by_role("img", name=f"{trainees} of {len(TRAINEES)} are here")
        ring.wait_for(timeout=3 * PATIENCE)  # ten browsers at once: a phone that got no turn connects anew
    sreeja.finds_it_usable("lobby")
    ammini.finds_it_usable("lobby")
    fathima.finds_it_usable("lobby")
    return here


def begin(here: Class) -> None:
    here.ammini.starts_the_day()
    here.fathima.may("Open this")
    here.sreeja.sees("The trainer goes on in a moment.")
    here.sreeja.finds_it_usable("between")


def poll(here: Class) -> None:
    """One trainer opens, the other closes, the first one shows."""
    here.ammini.opens_activity("How are our units?")
    for trainee in here.trainees:
        trainee.sees("No names. Everyone sees only the total of the batch.")
    here.sreeja.finds_it_usable("poll")
    here.ammini.finds_it_usable("poll")
    here.fathima.finds_it_usable("poll")
    for trainee in here.trainees:
        trainee.counts(UNITS)
        trainee.sees_it_received()
        here.noted("our-units", trainee.who, {"": {"well": 1, "hard": 2, "stopped": 1, "closed": 1}})
    n = len(here.trainees)
    here.fathima.sees(f"of {n} have answered")
    here.fathima.does_then_may("Close now", "Show the result")
    here.sreeja.sees("You can read, not write.")
    here.ammini.does_then_may("Show the result", "More")
    for trainee in here.trainees:
        trainee.sees(f"{n} answers")
        trainee.sees("You: 1 · 2 · 1 · 1")
        trainee.sees("It sells enough, pays everyone on time")
    here.sreeja.finds_it_usable("poll shown")
    here.fathima.finds_it_usable("poll shown")


def groups(here: Class) -> None:
    """Made, looked at, one placed by hand, told before moving; one stays and comes after all."""
    here.ammini.makes_groups("Our group and its rules", number=2)
    here.ammini.finds_it_usable("groups made")
    here.sreeja.does_not_see("You go to")
    here.ammini.places(here.sreeja.name, "Group 2")
    here.ammini.places(here.sreeja.name, "Group 1")
    here.ammini.places(here.bindu.name, "Group 1")
    here.ammini.tells_them()
    for trainee in (here.sreeja, here.bindu):
        trainee.sees_heading("Group 1")
        trainee.sees("Our group and its rules · 15 minutes")
    here.sreeja.finds_it_usable("told")
    here.bindu.taps("I stay here with the trainer")
    here.bindu.sees("You stay here. Your seat is kept in")
    here.ammini.starts_the_groups()
    here.bindu.sees_heading("You stay here with the trainer.")
    here.bindu.finds_it_usable("stayed")
    here.bindu.taps("Go to my group after all")
    for trainee in (here.sreeja, here.bindu):
        trainee.sees_heading("Our group sheet")
    here.sreeja.finds_it_usable("group work")
    here.ammini.finds_it_usable("group work")
    here.fathima.finds_it_usable("group work")


def sheet_by_two(here: Class) -> None:
    """Both write in one field at the same time, one of them in Malayalam and with an input method."""
    sreeja, bindu = here.sreeja, here.bindu
    sreeja.follows("Write on our sheet")
    sreeja.types("Name of our group", "Kuruvi ")
    bindu.reads_in("Name of our group", "Kuruvi ")
    bindu.composes("Name of our group", *COMPOSED)
    sreeja.reads_in("Name of our group", "Kuruvi " + COMPOSED[-1])
    one, two = "What a unit tells us stays here. ", IN_MALAYALAM
    write_at_once("First rule", [(sreeja, one), (bindu, two)])
    for trainee in (sreeja, bindu):
        trainee.sees_under("First rule", "Received")
    words = here.bindu.field("First rule").input_value()
    sreeja.reads_in("First rule", words)
    assert sorted(words) == sorted(one + two), words
    assert is_in_order(one, words), words
    assert is_in_order(two, words), words
    here.noted("our-group-sheet", "g1", {"group-name": {"text": "Kuruvi " + COMPOSED[-1]}, "rule-one": {"text": words}})
    here.ammini.sees("2 of 9")
    sreeja.finds_it_usable("sheet")


def is_in_order(part: str, whole: str) -> bool:
    """Whether the letters of the part stand in the whole in their order, with others between them."""
    rest = iter(whole)
    return all(letter in rest for letter in part)


def offline_for_a_minute(here: Class) -> None:
    """Typed without a network, the page loaded anew meanwhile, typed on, and the network is back."""
    sreeja, bindu = here.sreeja, here.bindu
    bindu.goes_offline()
    bindu.types("Second rule", "We begin on time")
    bindu.sees("No line just now. Keep writing.")
    bindu.sees_under("Second rule", "Kept on this phone. Goes when the line is back.")
    bindu.finds_it_usable("offline")
    here.town.forward(minutes=1)
    bindu.reloads()
    bindu.reads_in("Second rule", "We begin on time")
    bindu.types("Second rule", " ഒപ്പം end on time.")
    sreeja.reads_in("Second rule", "")
    bindu.comes_back()
    bindu.sees_under("Second rule", "Received")
    sreeja.reads_in("Second rule", "We begin on time ഒപ്പം end on time.")
    here.noted("our-group-sheet", "g1", {"rule-two": {"text": "We begin on time ഒപ്പം end on time."}})


def power_cut(here: Class) -> None:
    """The server dies in the middle of group work and comes back; nobody has to do anything."""
    sreeja, bindu = here.sreeja, here.bindu
    sreeja.types("Third rule", "Each speaks once ")
    sreeja.sees_under("Third rule", "Received")
    here.town.kill()
    sreeja.types("Third rule", "before anyone speaks twice.")
    sreeja.sees_under("Third rule", "Kept on this phone")
    here.town.start()
    sreeja.sees_under("Third rule", "Received")
    bindu.reads_in("Third rule", "Each speaks once before anyone speaks twice.")
    here.noted("our-group-sheet", "g1", {"rule-three": {"text": "Each speaks once before anyone speaks twice."}})
    here.ammini.does_not_see("No line just now.")
    here.ammini.sees("4 of 9")


def latecomer(here: Class) -> Trainee:
    """She comes by the code and her name; let in, she sits in the smallest group and sees what she missed."""
    late = here.crowd.stranger("Kunjumol A")
    late.asks_at_the_door()
    late.finds_it_usable("at the door")
    here.ammini.lets_in()
    late.sees_heading("Our group sheet")
    late.page.get_by_text("You came later. This you missed:").click()
    late.sees("How are our units?")
    late.sees("Closed. You can do it in the review.")
    late.finds_it_usable("late")
    return late


def moved(here: Class, late: Trainee) -> None:
    """By the other trainer, on her phone: the new sheet at once, the old one to read."""
    here.fathima.moves(here.bindu.name, "Group 2")
    here.bindu.sees("You are now in group 2. The sheet of group 1 stays here to read.")
    here.bindu.reads_in("First rule", "")
    here.bindu.page.get_by_text("The sheet of group 1, to read").click()
    here.bindu.sees(COMPOSED[-1])
    here.bindu.finds_it_usable("moved")
    here.fathima.finds_it_usable("people")
    here.bindu.types("Name of our group", "തുമ്പി")
    late.reads_in("Name of our group", "തുമ്പി")
    here.noted("our-group-sheet", "g2", {"group-name": {"text": "തുമ്പി"}})


def word_and_soft_close(here: Class, late: Trainee) -> None:
    """A word over the sheets; two minutes, thirty seconds, closed."""
    everybody = [*here.trainees, late]
    here.ammini.goes_to("Now")
    here.ammini.says(WORD)
    all_see(everybody, WORD)
    late.taps("I have read it")
    here.ammini.sees(f"Seen by 1 of {len(everybody)}")
    here.ammini.does_then_may("Call them back", "Close now")
    all_see(everybody, "Two minutes left.")
    here.town.forward(seconds=91)
    here.ammini.says("Half a minute.")  # whatever the server says, it says with what time it is
    all_see(everybody, "30 seconds left.")
    here.sreeja.finds_it_usable("last half minute")
    here.sreeja.types("When someone's line drops, we …", "go on.")
    here.sreeja.sees_under("When someone's line drops, we …", "Received")
    here.noted("our-group-sheet", "g1", {"line-drops": {"text": "go on."}})
    here.town.forward(seconds=62)
    all_see(everybody, "You can read, not write.")
    here.ammini.more("Show the model answer")
    here.sreeja.sees("Each speaks once before anyone speaks twice")
    here.sreeja.sees("The timekeeper tells her in two sentences what she missed.")
    here.sreeja.finds_it_usable("model")


def reflection(here: Class) -> None:
    """Alone, and private: every sort of field."""
    here.ammini.opens_activity("A unit I know")
    here.ammini.sees("Nobody but the writer reads this, trainers included.")
    for place, trainee in enumerate(here.trainees):
        trainee.sees("Only you see this.")
        trainee.fills("What does the unit make or sell?", f"Banana chips {place}")
        trainee.fills("In which year did it start?", "2016")
        trainee.fills("Sales in its best month", "1,20,000")
        trainee.picks("What do I call it today?", "Struggling")
        trainee.fills("Why do I say: from that day on?", "വെള്ളപ്പൊക്കം.\nThe leader left.")
        trainee.sees("5 of 9 filled in. What you write goes by itself.")
        here.noted("a-unit-i-know", trainee.who, {
            "product": {"text": f"Banana chips {place}"}, "year-started": 2016, "best-sales": 120000,
            "state": "struggling", "why-then": {"text": "വെള്ളപ്പൊക്കം.\nThe leader left."},
        })  # fmt: skip
    here.sreeja.sees_under("Why do I say: from that day on?", "Received")
    here.sreeja.finds_it_usable("reflection")
    here.fathima.goes_to("Now")
    here.fathima.finds_it_usable("reflection")
    here.fathima.closes_it()
    here.sreeja.sees("You can read, not write.")


def symptom_sort(here: Class, late: Trainee) -> None:
    """As last time: sorted by two hands, written, reported group by group."""
    here.ammini.makes_groups("Symptom sort")
    here.ammini.tells_them()
    here.ammini.starts_the_groups()
    sreeja = here.sreeja
    sreeja.sees_heading("Which area?")
    sreeja.finds_it_usable("sorts")
    sreeja.sorts("Which area?", AREAS)
    here.noted("which-area", "g1", in_keys(here.town, "which-area", AREAS))
    sreeja.sees("All cards are placed")
    late.sorts("Early or late?", EARLY)
    here.noted("early-or-late", "g2", in_keys(here.town, "early-or-late", EARLY))
    here.bindu.sees("put “A machine stands idle for two weeks” under Early sign.")
    sreeja.types("Our earliest sign", "Members skip the meetings")
    late.types("Our earliest sign", "രണ്ടുപേർ മിണ്ടുന്നില്ല")
    for trainee, words in ((sreeja, "Members skip the meetings"), (late, "രണ്ടുപേർ മിണ്ടുന്നില്ല")):
        trainee.sees_under("Our earliest sign", "Received")
        here.noted("early-signs-sheet", "g1" if trainee is sreeja else "g2", {"sign-one": {"text": words}})
    here.ammini.finds_it_usable("board")
    here.fathima.goes_to("Groups")
    here.fathima.finds_it_usable("board")
    here.ammini.closes_it()
    here.ammini.does_then_may("Start the report-back", "Next group")
    all_see([sreeja, here.bindu, late], "Group 1 reports now")
    here.bindu.sees("Members skip the meetings")
    here.bindu.finds_it_usable("report-back")
    here.ammini.finds_it_usable("report-back")
    here.fathima.goes_to("Now")
    here.fathima.finds_it_usable("report-back")
    here.fathima.does_then_may("Next group", "End the report-back")
    sreeja.sees("Group 2 reports now")
    sreeja.sees("രണ്ടുപേർ മിണ്ടുന്നില്ല")
    here.ammini.does_then_may("End the report-back", "Show the model answer")
    here.ammini.does("Show the model answer")
    sreeja.sees(f"of {len(AREAS)} as the course sees it")
    sreeja.finds_it_usable("sorts shown")


def in_keys(town: Town, sort: str, homes: Mapping[str, str]) -> dict[str, str]:
    """What people see of a sort as the record has it: keys in place of words."""
    block = next(one for one in activities(town) if one["id"] == sort)
    bins = {bin["html"]: bin["key"] for bin in block["items"]}
    cards = {card["html"]: card["key"] for bin in block["items"] for card in bin["cards"]}
    return {cards[card]: bins[home] for card, home in homes.items()}


def activities(town: Town) -> list[Any]:
    blocks = [block for block in town.content()["blocks"] if block["type"] != "text"]
    return [activity for block in blocks for activity in block.get("activities", [block])]


def tea(here: Class) -> None:
    here.ammini.opens_activity("Tea")
    here.sreeja.sees("We go on at")
    here.sreeja.finds_it_usable("tea")
    here.ammini.finds_it_usable("tea")
    here.ammini.closes_it()


def case(here: Class) -> None:
    """A case with checked numbers and yes or no."""
    here.ammini.makes_groups("Thanima Foods, part 1: is it sick?")
    here.ammini.tells_them()
    here.ammini.starts_the_groups()
    sreeja = here.sreeja
    sreeja.sees_heading("Our sheet on Thanima")
    sreeja.types("Symptoms: what do we see?", "900 packs a month. അടവ് മുടങ്ങി.")
    sreeja.fills("About how many days is the loan late?", "150")
    sreeja.picks("Test a: is the unit sick by this test?", "No")
    sreeja.sees_under("About how many days is the loan late?", "Received")
    sreeja.sees_under("Symptoms: what do we see?", "Received")
    here.noted("thanima-sheet", "g1", {
        "symptoms": {"text": "900 packs a month. അടവ് മുടങ്ങി."}, "days-late": 150, "test-a": False,
    })  # fmt: skip
    sreeja.finds_it_usable("case")
    here.ammini.closes_it()
    here.ammini.more("Show the model answer")
    sreeja.sees("Worked out: 150")
    sreeja.finds_it_usable("case shown")


QUIZ = {
    "early-sign": ("Members skip the monthly meeting", "meeting", "People and records change before the money does."),
    "sales-by-half": ("A cause", "cause", "What you find then is nearer to a cause."),
    "money-lost": ("62", 62, "₹38,000 is left."),
    "first-promise": (
        "To keep what you hear secret, and to help find the facts",
        "secrecy",
        "These two are in your own hands.",
    ),
    "days-late-class": ("SMA‑1", "sma-one", "31 to 60 days late is SMA‑1."),
}  # question -> what is chosen, its key, a piece of the feedback on it


def quiz(here: Class) -> None:
    """Question by question: open, answer, close, show."""
    here.ammini.opens_activity("Quiz, Day 1")
    for place, (question, (answer, key, why)) in enumerate(QUIZ.items(), start=1):
        for trainee in here.trainees:
            trainee.sees_heading(f"Question {place} of 5")
            trainee.works_out(answer) if question == "money-lost" else trainee.chooses(answer)
            trainee.sees_it_received()
            here.noted(question, trainee.who, {"": key})
        here.sreeja.finds_it_usable(f"question {place}")
        here.ammini.finds_it_usable(f"question {place}")
        if question != "money-lost":  # that one may be checked: what is said to her own answer she reads at once
            here.sreeja.does_not_see(why)
        here.ammini.does_then_may("Close now", "Show the answer")
        here.ammini.does("Show the answer")
        for trainee in here.trainees:
            trainee.sees(why)
        here.sreeja.finds_it_usable(f"answer {place}")
        if place == 1:
            here.fathima.finds_it_usable("answer")
        if place < len(QUIZ):
            here.ammini.does_then_may("Next question", "Close now")


def promise(here: Class) -> None:
    here.ammini.opens_activity("My unit for this week")
    for trainee in here.trainees:
        trainee.fills("A code for the unit, not its name", "Jasmine മുല്ല")
        trainee.fills("On which day do I call?", "2026-12-01")
        trainee.picks("After the call: did she say yes?", "Yes")
        trainee.sees_under("On which day do I call?", "Received")
        here.noted("my-unit", trainee.who, {
            "unit-code": {"text": "Jasmine മുല്ല"}, "call-date": "2026-12-01", "consent": True,
        })  # fmt: skip
    here.sreeja.finds_it_usable("promise")


def end(here: Class) -> None:
    here.ammini.closes_it()
    here.ammini.ends_the_day()
    all_see(here.trainees, "Everything on this phone has arrived.")
    here.sreeja.finds_it_usable("end")
    here.ammini.finds_it_usable("end")
    here.fathima.finds_it_usable("end")

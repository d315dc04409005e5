"""The people of a journey: what they do on their screens, in the words they would use.

The rules of this file
- Everything is found as a person finds it: by its role and its words, never by a class or an id.
- A verb ends when its effect is on the screen.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from uuid import uuid4

from playwright.sync_api import BrowserContext, Locator, Page, ViewportSize, expect

from tests.journeys.line import Line
from tests.journeys.town import PASSWORD, Known, Town
from tests.journeys.watch import Watch, violations

PHONE: ViewportSize = {"width": 360, "height": 740}
LAPTOP: ViewportSize = {"width": 1280, "height": 800}
PATIENCE = 20_000  # ms: on a machine that does other things as well

Words = str | re.Pattern[str]


class Person:
    """Somebody with a browser of her own, behind a line of her own."""

    def __init__(self, town: Town, known: Known, context: BrowserContext, line: Line) -> None:
        context.set_default_timeout(PATIENCE)
        self.town, self.known, self.context, self.line = town, known, context, line
        self.watch = Watch(context)
        self.page: Page = context.new_page()
        self._usable: set[str] = set()

    @property
    def id(self) -> int:
        return self.known.id

    @property
    def name(self) -> str:
        return self.known.name

    @property
    def first_name(self) -> str:
        return self.known.name.split()[0]

    @property
    def who(self) -> str:
        """Under which name her own answers are kept."""
        return f"p{self.known.id}"

    @property
    def is_on_phone(self) -> bool:
        size = self.page.viewport_size
        return size is not None and size["width"] <= PHONE["width"]

    # ---- what she sees

    def button(self, name: Words, within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_role("button", name=name, exact=isinstance(name, str))

    def sees(self, words: Words) -> None:
        expect(self.page.get_by_text(words).filter(visible=True).first).to_be_visible(timeout=PATIENCE)

    def sees_in_time(self, words: Words, *, seconds: float) -> None:
        """The words come when so much time has passed; moved on until the server has noticed what it counts from."""
        for _ in range(10):
            self.town.forward(seconds=seconds)
            with suppress(AssertionError):
                expect(self.page.get_by_text(words).filter(visible=True).first).to_be_visible(timeout=2_000)
                return
        self.sees(words)

    def does_not_see(self, words: Words) -> None:
        expect(self.page.get_by_text(words).filter(visible=True)).to_have_count(0, timeout=PATIENCE)

    def sees_heading(self, words: Words) -> None:
        expect(self.page.get_by_role("heading", name=words).first).to_be_visible(timeout=PATIENCE)

    def part(self, heading: Words, level: int | None = None) -> Locator:
        """The part of the screen under this heading."""
        title = self.page.get_by_role("heading", name=heading, level=level)
        return self.page.locator("section, section > div").filter(has=title).last

    def finds_it_usable(self, screen: str) -> None:
        """Nothing on this screen is closed to somebody who cannot see, hear or point well; nothing runs out of it.

        Each screen is looked at once for each person; what is found fails the test at its end, all together."""
        if screen in self._usable:
            return
        self._usable.add(screen)
        found = violations(self.page)
        too_wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if too_wide > 0:
            found.append(f"must scroll sideways by {too_wide} px")
        self.watch.said += [f"{screen}: {fault}" for fault in found]

    # ---- what she does with her machine

    def taps(self, name: Words, within: Locator | None = None) -> None:
        self.button(name, within).click()

    def follows(self, name: Words) -> None:
        self.page.get_by_role("link", name=name).click()

    def opens(self, path: str) -> None:
        self.page.goto(path)

    def reloads(self) -> None:
        self.page.reload()

    def closes_the_tab(self) -> None:
        self.page.close()

    def opens_it_again(self, path: str) -> None:
        self.page = self.context.new_page()
        self.page.goto(path)

    def goes_offline(self) -> None:
        """There is no network, and the browser knows it."""
        self.loses_her_line()
        self.context.set_offline(True)

    def comes_back(self) -> None:
        self.line.mend()
        self.context.set_offline(False)

    def loses_her_line(self) -> None:
        """The network is dead, and the browser has to find that out."""
        self.watch.lost_line = True
        self.line.cut()

    def has_her_line_back(self) -> None:
        self.line.mend()

    def waits(self, *, minutes: float) -> None:
        """Time passes, on the server and on her own machine (which must have come with a clock to be moved)."""
        self.town.forward(minutes=minutes)
        self.context.clock.fast_forward(round(minutes * 60_000))

    def memory(self) -> str:
        """Everything that this origin keeps in the browser's databases and caches, as one text."""
        kept = self.page.evaluate(MEMORY)
        return json.dumps(kept, ensure_ascii=False)

    def has_on_her_phone(self, words: str) -> None:
        """The words are in the browser's own databases: whatever happens to the tab now, they are not lost."""
        for _ in range(100):
            if words in self.memory():
                return
            self.page.wait_for_timeout(20)
        raise AssertionError(f"{words!r} is not kept")

    def locks_her_phone(self) -> None:
        """The page is told that it is behind something else."""
        self.page.evaluate(
            "Object.defineProperty(document, 'visibilityState', {get: () => 'hidden'});"
            "document.dispatchEvent(new Event('visibilitychange'))"
        )

    def hears_frames(self) -> list[str | bytes]:
        """What comes through websockets from now on."""
        frames: list[str | bytes] = []
        self.page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(frame)))
        return frames

    def notes_when(self, words: str) -> None:
        """The page itself measures from the moment the browser is online again until these words are on it."""
        self.page.evaluate(
            """words => {
              const noted = window.noted = {};
              addEventListener('online', () => { noted.online ??= performance.now(); }, {capture: true});
              new MutationObserver(() => {
                if (!noted.seen && document.body.innerText.includes(words)) noted.seen = performance.now();
              }).observe(document.body, {subtree: true, childList: true, characterData: true});
            }""",
            words,
        )

    def milliseconds_after_the_line(self) -> float:
        measured: float = self.page.evaluate("window.noted.seen - window.noted.online")
        return measured

    def wakes_her_phone(self) -> None:
        """As when the screen is unlocked: the page asks whether its line still lives, and hears what time it is."""
        self.page.evaluate("window.dispatchEvent(new Event('online'))")


class Trainee(Person):
    """Somebody who learns, on a phone."""

    def signs_in_by_pin(self) -> None:
        self.opens("/login")
        self.page.get_by_label("Phone number").fill(self.known.phone)
        self.page.get_by_label("PIN, 6 digits").fill(self.known.pin)
        self.taps("Come in")
        expect(self.page.get_by_role("link", name=re.compile("Go to the room|Look|courses")).first).to_be_visible()

    def signs_in_by_slip(self) -> None:
        self.opens(f"/s/{self.known.slip}")
        self.taps(re.compile("Yes, I am"))
        expect(self.page.get_by_role("link", name=re.compile("Go to the room|Look|courses")).first).to_be_visible()

    def asks_at_the_door(self) -> None:
        """By the room's code and her name, as somebody whom nobody knows."""
        self.opens("/join")
        self.page.get_by_label("Room code").fill(self.town.code.lower())
        self.taps("To the room")
        self.page.get_by_label("Your name").fill(self.name)
        self.taps("Ask to be let in")
        self.sees("You are at the right door.")

    @property
    def room(self) -> str:
        return f"/m/{self.town.meeting}"

    def enters(self) -> None:
        """Into today's room."""
        self.opens(self.room)
        self.is_connected()

    def is_connected(self) -> None:
        """The page has drawn the day."""
        expect(self.page.get_by_role("img", name=re.compile("of the day|The day|ദിവസ"))).to_be_visible(timeout=PATIENCE)

    # ---- answers

    def counts(self, numbers: Mapping[str, int]) -> None:
        """A poll of numbers: she taps plus so often."""
        for what, times in numbers.items():
            for _ in range(times):
                self.taps(f"One more: {what}")
        self.taps("Send")

    def chooses(self, answer: str) -> None:
        self.page.get_by_role("radio", name=answer, exact=True).check()
        self.taps("Send")

    def works_out(self, number: str) -> None:
        """Sends it, or where one may try again, checks it."""
        self.page.get_by_role("textbox", name="Your number").fill(number)
        self.taps(re.compile("^(Send|Check)$"))

    def field(self, label: str, within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_label(label, exact=True)

    def fills(self, label: str, words: str, within: Locator | None = None) -> None:
        """Writes what stands in a field from now on."""
        self.field(label, within).fill(words)

    def types(self, label: str, words: str) -> None:
        """Goes on writing in a field, key by key."""
        box = self.field(label)
        box.focus()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(words)

    def composes(self, label: str, *steps: str) -> None:
        """Writes with an input method, which makes a word in steps; the last one is what is meant."""
        self.field(label).focus()
        self.page.keyboard.press("Control+End")
        keyboard = self.context.new_cdp_session(self.page)
        for step in steps:
            keyboard.send(
                "Input.imeSetComposition", {"text": step, "selectionStart": len(step), "selectionEnd": len(step)}
            )
        keyboard.send("Input.insertText", {"text": steps[-1]})
        keyboard.detach()

    def picks(self, question: str, choice: str) -> None:
        self.page.get_by_role("group", name=question).get_by_role("radio", name=choice, exact=True).check()

    def reads_in(self, label: str, words: str) -> None:
        """These words stand in the field."""
        expect(self.field(label)).to_have_value(words, timeout=PATIENCE)

    def word_under(self, label: str) -> Locator:
        """What is said under a field of what becomes of it."""
        return self.page.locator(f"#{self.field(label).get_attribute('aria-describedby')}")

    def sees_under(self, label: str, words: Words) -> None:
        expect(self.word_under(label)).to_contain_text(words, timeout=PATIENCE)

    def sees_it_received(self) -> None:
        self.sees(re.compile(r"^Received \d+:\d\d"))

    def sorts(self, heading: str, homes: Mapping[str, str]) -> None:
        """Takes each card as it comes to her hand and taps its place; stops when none of these cards is left."""
        section = self.part(heading)
        left = dict(homes)
        while left:
            card = next(
                (card for card in left if section.get_by_text(card, exact=True).filter(visible=True).count()), None
            )
            if card is None:
                self.taps("This one later", section)
                continue
            self.taps(left.pop(card), section)
            expect(section.get_by_text(card, exact=True).filter(visible=True)).to_have_count(0, timeout=PATIENCE)


class Trainer(Person):
    """Somebody who leads, on a laptop or on a phone."""

    def signs_in(self) -> None:
        self.opens("/login/trainer")
        self.page.get_by_label("Login name").fill(self.known.login)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.taps("Come in")
        expect(self.page.get_by_role("heading", name=re.compile("Good "))).to_be_visible(timeout=PATIENCE)

    def leads(self) -> None:
        """Opens the console."""
        self.opens(f"/m/{self.town.meeting}/console")
        expect(self._acts).to_be_visible(timeout=PATIENCE)

    @property
    def _acts(self) -> Locator:
        return self.page.get_by_role("region", name="Actions")

    def does(self, act: Words) -> None:
        """Taps one of the acts below the screen."""
        self.button(act, self._acts).click()

    def may(self, act: Words) -> None:
        """The act is offered now."""
        expect(self.button(act, self._acts)).to_be_visible(timeout=PATIENCE)

    def does_then_may(self, act: Words, then: Words) -> None:
        self.does(act)
        self.may(then)

    def more(self, line: str) -> None:
        """One of the acts under "More"."""
        self.does("More")
        self.taps(line, self.page.get_by_role("dialog"))

    def closes_it(self) -> None:
        """What is open, at once: the next step itself, or for group work one of the lines under "More"."""
        if self.button("Close now", self._acts).count():
            self.does("Close now")
        else:
            self.more("Close now")
        expect(self.button("Close now", self._acts)).to_have_count(0, timeout=PATIENCE)

    def goes_to(self, view: str) -> None:
        """Now, Agenda, Groups or People."""
        views = self.page.get_by_role("navigation", name="Views").filter(visible=True)
        views.get_by_role("link", name=re.compile(r"People|here" if view == "People" else view)).click()

    def is_told(self, words: Words) -> None:
        """Why an act was not done."""
        expect(self.page.get_by_role("alert")).to_contain_text(words, timeout=PATIENCE)

    def commands(self, type: str, **fields: object) -> None:
        """What a tap does, without the tap: for tests that are about somebody else's screen."""
        reply = self.page.evaluate(
            """([path, body]) => fetch(path, {
              method: 'POST', body: JSON.stringify(body),
              headers: {
                'Content-Type': 'application/json',
                'X-CSRFToken': document.querySelector('meta[name=csrf-token]').content,
              },
            }).then(answer => answer.json())""",
            [f"/m/{self.town.meeting}/do", {"id": str(uuid4()), "type": type, "age": 0, **fields}],
        )
        assert "seq" in reply, reply

    # ---- the day

    def starts_the_day(self) -> None:
        self.does_then_may("Start the day", "More")

    def looks_at(self, title: str) -> None:
        """At an activity of the agenda, without moving the class."""
        if self.is_on_phone:
            self.goes_to("Agenda")
        self.page.get_by_role("button", name=re.compile(rf"\d+:\d\d {re.escape(title)}")).click()
        expect(self.page.get_by_role("heading", name=title).first).to_be_visible(timeout=PATIENCE)

    def opens_activity(self, title: str) -> None:
        self.looks_at(title)
        self.does("Open this")
        expect(self.button("Open this", self._acts)).to_have_count(0, timeout=PATIENCE)

    def ends_the_day(self) -> None:
        self.does("End the day")
        self.taps("End the day", self.page.get_by_role("dialog"))
        self.sees_heading("The day has ended")

    # ---- groups

    def makes_groups(self, title: str, number: int | None = None, how: str | None = None) -> None:
        """As far as the preview, which nobody else sees."""
        self.looks_at(title)
        self.does("Make the groups")
        self.sees_heading(f"Groups for: {title}")
        if number is not None:
            self.page.get_by_role("radio", name="By number").check()
            shown = self.page.get_by_role("status").filter(has_text=re.compile(r"^\d+$"))
            for _ in range(20):
                now = int(shown.inner_text())
                if now == number:
                    break
                self.taps(f"Number of groups: one {'more' if now < number else 'less'}")
        if how is not None:
            self.page.get_by_role("radio", name=how).check()
        self.does("Make the groups")
        self.sees("Preview. Nobody sees it yet.")

    def places(self, name: str, group: str) -> None:
        """By hand: takes her up and puts her down; who was placed so is pinned."""
        self.page.get_by_role("button", name=re.compile(rf"^(pinned )?{re.escape(name)}")).click()
        self.taps(re.compile(rf"^Put here\W+{group}$"))
        expect(self.page.get_by_role("button", name=re.compile(rf"^pinned {re.escape(name)}"))).to_be_visible()

    def tells_them(self) -> None:
        self.does_then_may("Tell them", "Start the groups")

    def starts_the_groups(self) -> None:
        self.does_then_may("Start the groups", "Call them back")

    def moves(self, name: str, group: str) -> None:
        self.goes_to("People")
        self.page.get_by_role("button", name=re.compile(re.escape(name))).click()
        self.taps(re.compile(f"^{group}"), self.page.get_by_role("dialog"))
        expect(self.page.get_by_role("dialog")).to_have_count(0)

    def lets_in(self) -> None:
        """Whoever waits at the door."""
        self.goes_to("People")
        self.taps("Let in")
        expect(self.button("Let in")).to_have_count(0, timeout=PATIENCE)

    def says(self, words: str) -> None:
        self.more("A word to all")
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_label("What do you want to tell them?").fill(words)
        self.taps("Tell them", dialog)
        expect(dialog).to_have_count(0)

    def undoes(self) -> None:
        self.taps(re.compile("^Undo"))


MEMORY = """async () => {
  const found = {};
  for (const {name, version} of await indexedDB.databases()) {
    const database = await new Promise((done, fail) => {
      const asked = indexedDB.open(name, version);
      asked.onsuccess = () => done(asked.result);
      asked.onerror = fail;
    });
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store);
      const ask = what => new Promise((done, fail) => {
        const asked = all[what]();
        asked.onsuccess = () => done(asked.result);
        asked.onerror = fail;
      });
      found[`${name}/${store}`] = [await ask('getAllKeys'), await ask('getAll')];
    }
    database.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      found[`${name} ${request.url}`] = await (await cache.match(request)).text();
    }
  }
  found.local = {...localStorage};
  found.session = {...sessionStorage};
  return found;
}"""


def write_at_once(label: str, words: Sequence[tuple[Trainee, str]]) -> None:
    """Several people type in one field, a letter of each in turn; each goes on where her own caret stands."""
    for trainee, _text in words:
        trainee.field(label).focus()
    for place in range(max(len(text) for _trainee, text in words)):
        for trainee, text in words:
            trainee.page.keyboard.type(text[place : place + 1])


def all_see(people: Iterable[Person], words: Words) -> None:
    for person in people:
        person.sees(words)

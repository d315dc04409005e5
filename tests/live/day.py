"""A small day to play in tests: a poll, a quiz of two questions, group work with a sort and a sheet, a promise."""

from datetime import UTC, datetime, timedelta
from typing import Any

from app.activities.registry import KINDS
from app.errors import Rejected
from app.live import events as e
from app.live import machine, plan
from app.live.asking import SERVER, Actor, Ask
from app.live.course import Course
from app.live.state import State

NOON = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
TRAINEES = tuple(range(1, 13))
AMMINI, FATHIMA = 101, 102


def block(kind: str, id: str, title: str = "", items: Any = (), notes: Any = None, **options: Any) -> dict[str, Any]:
    return {
        "type": "activity", "id": id, "kind": kind, "title": title, "prompt": f"<p>{id}?</p>", "items": list(items),
        "options": {name.replace("_", "-"): value for name, value in options.items()}, "notes": notes or {},
        "grading": "", "grammar": KINDS[kind].grammar if kind in KINDS else "none",
    }  # fmt: skip


def group(
    kind: str, id: str, title: str, *activities: dict[str, Any], notes: Any = None, **options: Any
) -> dict[str, Any]:
    return {**block(kind, id, title, notes=notes, **options), "type": "group", "activities": list(activities)}


def choices(right: str, *wrong: str) -> list[dict[str, Any]]:
    rows = [{"key": right, "html": right, "right": True, "feedback": f"<p>secret-{right}</p>"}]
    return rows + [{"key": key, "html": key, "right": False, "feedback": f"<p>secret-{key}</p>"} for key in wrong]


MODULE: dict[str, Any] = {
    "course": "sick_me_revival", "id": "day-1", "day": 1, "title": "Day one", "duration": 10800, "lang": "en",
    "objectives": "", "keypoints": "", "welcome": "",
    "blocks": [
        block("poll", "units", "How are our units?",
              [{"key": "well", "html": "run well"}, {"key": "bad", "html": "run badly"}], time=300),
        group("quiz", "check", "Quiz",
              block("single", "loss", items=choices("half", "none", "all"), time=60,
                    notes={"explain": "<p>secret-explain</p>"}),
              block("single", "sign", items=choices("meeting", "power"), time=60),
              show="one-by-one", time=600),
        group("breakout", "thanima", "Thanima Foods",
              block("sort", "signs", items=[
                  {"key": "early", "html": "Early", "cards": [{"key": "orders", "html": "orders less"}]},
                  {"key": "late", "html": "Late", "cards": [{"key": "power", "html": "power cut"}]},
              ]),
              block("worksheet", "sheet", items=[
                  {"key": "cause", "html": "Likely cause", "field": "long", "args": ["4"]},
                  {"key": "sick", "html": "Is it sick?", "field": "yesno", "args": []},
                  {"key": "lost", "html": "How much is lost?", "field": "money", "args": [], "expected": 62000},
              ], notes={"model": "<p>secret-model</p>"}),
              groups={"size": [4, 4]}, assign={"how": "random"}, roles=["reader", "reporter"], time=1200,
              report_back=["cause"],
              notes={"steps": [{"seconds": 1200, "html": "Talk"}], "script": "<p>secret-script</p>"}),
        block("break", "tea", "Tea", time=900),
        block("plan", "promise", "My promise",
              [{"key": "action", "html": "I will", "field": "text", "args": []}], time=300),
    ],
}  # fmt: skip


def seats() -> tuple[e.Seat, ...]:
    trainees = (e.Seat(person, "trainee", ("Kuttanad", "Cherthala", "Ambalappuzha")[person % 3]) for person in TRAINEES)
    return (*trainees, e.Seat(AMMINI, "trainer"), e.Seat(FATHIMA, "trainer"))


class Day:
    """A meeting in memory whose clock the test moves. `log` is everything that happened."""

    def __init__(self, module: dict[str, Any] = MODULE, *, begun: bool = True) -> None:
        import random

        self.now = NOON
        self.dice = random.Random(7)
        versions = {hash: plan.read(one, hash) for hash, one in module.get("newer", {}).items()}
        self.start_state = State(plan=plan.read(module, "cafe0123"), versions=versions)
        self.state = self.start_state
        self.log: list[e.Happened] = []
        self.words: dict[str, str] = {}
        self.course = Course()  # what it became since; a test may change it
        self._ids = 0
        self._happen(machine.Decided((e.MeetingOpened(seats(), "5eed"),)), None)
        if begun:
            self.by(AMMINI, c("start"))
            for person in TRAINEES:
                self.by(None, c("enter", person=person, role="trainee", district="Kuttanad"))

    def by(self, actor: int | None, command: Any, *, age: float = 0) -> tuple[Any, ...]:
        """Ask as this person; the events that followed. Raises `Rejected`."""
        self._ids += 1
        who = SERVER if actor is None else Actor(actor, actor in (AMMINI, FATHIMA))
        ask = Ask(
            who, command, f"id-{self._ids}", self.now, self.dice, timedelta(seconds=age), dict(self.words), self.course
        )
        before = repr(self.state)
        decided = machine.decide(self.state, ask)
        assert repr(self.state) == before, "decide must not change the state"
        self._happen(decided, actor)
        self.words.update({one.ref: one.text for one in decided.said})
        return decided.events

    def _happen(self, decided: machine.Decided, actor: int | None) -> None:
        self.state, happened = machine.happen(self.state, decided, self.now, actor)
        self.log += happened

    def wait(self, seconds: float) -> None:
        """Let time pass, and the clock do what is due."""
        self.now += timedelta(seconds=seconds)
        due = machine.deadlines(self.state)
        if due is not None and due <= self.now:
            self.by(None, c("tick"))

    def refusal(self, actor: int | None, command: Any, *, age: float = 0) -> str:
        """The code with which this is refused."""
        try:
            self.by(actor, command, age=age)
        except Rejected as refusal:
            return refusal.code
        raise AssertionError(f"{command} was not refused")

    def token(self, run: str, key: str) -> str:
        return self.state.runs[run].veil.token(key)

    def phase(self, run: str) -> str:
        return self.state.runs[run].phase.value


def c(name: str, **fields: Any) -> Any:
    """A command by its name on the wire."""
    from app.live import commands

    classes = {commands.wire_name(cls): cls for cls in (*commands.TRAINEE, *commands.TRAINER, *commands.SERVER)}
    return classes[name](**fields)

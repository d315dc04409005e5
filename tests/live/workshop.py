"""A workshop to play in tests: a jigsaw of three topics, then a gallery in which visitors leave a word."""

from typing import Any

from app.live import audiences, overview
from app.live.facts import Facts
from tests.live.day import AMMINI, Day, block, c, group


def line(key: str, html: str) -> dict[str, Any]:
    return {"key": key, "html": html, "field": "long", "args": ["3"]}


def steps(*seconds: int) -> list[dict[str, Any]]:
    return [{"seconds": one, "html": f"<p>Step of {one}</p>"} for one in seconds]


SUM = {"key": "sum", "html": "How much?", "field": "money", "args": [], "expected": 330}
TOPICS = ("cost", "buyers", "rivals")

WORKSHOP: dict[str, Any] = {
    "course": "branding", "id": "day-2", "day": 2, "title": "Workshop", "duration": 3600, "lang": "en",
    "objectives": "", "keypoints": "", "welcome": "",
    "blocks": [
        group("breakout", "price", "The right price",
              block("worksheet", "cost", "What it costs", [line("cost-is", "It costs"), SUM]),
              block("worksheet", "buyers", "What buyers say", [line("buyers-say", "They say")]),
              block("worksheet", "rivals", "What others ask", [line("rivals-ask", "They ask")]),
              block("worksheet", "our-price", "Our price", [line("price-is", "We ask"), line("because", "Because")]),
              pattern="jigsaw", time=900, roles=["reporter"], report_back=["price-is"],
              notes={"steps": steps(300, 400, 200)}),
        group("breakout", "label", "A label",
              block("worksheet", "label-sheet", "Our label", [line("says", "It says"), SUM]),
              block("worksheet", "word", "A word for them", [line("good", "This is good"), line("add", "Add this")]),
              pattern="gallery", groups={"size": [5, 6]}, time=900, report_back=["says"],
              notes={"steps": steps(300, 360, 240)}),
        group("breakout", "talk", "Talk", block("worksheet", "talk-sheet", "Ours", [line("ours", "Ours")]), time=300),
        block("break", "tea", "Tea", time=900),
    ],
}  # fmt: skip


def facts(day: Day) -> Facts:
    return Facts("m", "d", words=day.words)


def view(day: Day, person: int) -> Any:
    """Her phone."""
    return audiences.phone(day.state, person, facts(day))


def console(day: Day) -> Any:
    return overview.console(day.state, facts(day), day.now)


def opened(run: str, people: int = 12) -> Day:
    """The group work is open, with so many people of the twelve."""
    day = Day(WORKSHOP, begun=False)
    day.by(AMMINI, c("start"))
    for person in range(1, people + 1):
        day.by(None, c("enter", person=person, role="trainee", district="Kuttanad"))
    day.by(AMMINI, c("open", run=run))
    return day


def goes_on(day: Day) -> None:
    day.by(AMMINI, c("next_round", run=day.state.current))


def keep(day: Day, run: str, group: str, **fields: str) -> None:
    """The words of a shared sheet reach the record."""
    words = {key.replace("_", "-"): text for key, text in fields.items()}
    day.by(None, c("keep_sheet", run=run, group=group, fields=words, why="round"))


def seat(day: Day, person: int) -> Any:
    group = day.state.group_of(person)
    assert group is not None
    return group


def sizes(day: Day) -> list[int]:
    return sorted(len(group.members) for group in day.state.groups)


def kinds(day: Day) -> list[str]:
    assert day.state.current
    return [one.kind for one in day.state.rounds[day.state.current]]


def lies_beside(day: Day, person: int) -> list[tuple[str, str]]:
    return [(one["run"], one["who"]) for one in view(day, person)["round"]["beside"]]


# ---- the jigsaw


def experts(people: int = 12) -> Day:
    """Everybody in an expert group, at the sheet of its topic."""
    return opened("price", people)


def written(people: int = 12) -> Day:
    """Every expert group has written."""
    day = experts(people)
    for place, one in enumerate(day.state.groups):
        topic = TOPICS[place % 3]
        field = {"cost": "cost-is", "buyers": "buyers-say", "rivals": "rivals-ask"}[topic]
        day.by(None, c("keep_sheet", run=topic, group=one.id, fields={field: f"{topic}-{one.id}"}, why="round"))
    return day


def mixed(people: int = 12) -> Day:
    """One of each topic sits in each mixed group."""
    day = written(people)
    goes_on(day)
    return day


# ---- the gallery


def at_sheets(people: int = 12) -> Day:
    """Each group at its sheet, and every sheet written."""
    day = opened("label", people)
    for one in day.state.groups:
        keep(day, "label-sheet", one.id, says=f"label-{one.id}")
    return day


def on_visit(people: int = 12) -> Day:
    """The first visit."""
    day = at_sheets(people)
    goes_on(day)
    return day

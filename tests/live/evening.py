"""An evening to play in tests: a sheet written alone, in pairs, in fours, and told to all."""

from typing import Any

from tests.live.day import AMMINI, Day, block, c, group

ADVICE = {"key": "advice", "html": "What will you advise?", "field": "long", "args": ["4"]}
LOST = {"key": "lost", "html": "How much is lost?", "field": "money", "args": [], "expected": 330}
STEPS = [{"seconds": seconds, "html": f"<p>Step of {seconds}</p>"} for seconds in (60, 120, 240, 180)]

EVENING: dict[str, Any] = {
    "course": "branding", "id": "day-1", "day": 1, "title": "Evening", "duration": 3600, "lang": "en",
    "objectives": "", "keypoints": "", "welcome": "",
    "blocks": [
        group("breakout", "advise", "Advice to Leela", block("worksheet", "sheet", "Our advice", [ADVICE, LOST]),
              pattern="1-2-4-all", time=600, roles=["reporter"], report_back=["advice"], notes={"steps": STEPS}),
        block("break", "tea", "Tea", time=900),
    ],
}  # fmt: skip


def alone() -> Day:
    """The first round: three fours, everybody writes for herself."""
    day = Day(EVENING)
    day.by(AMMINI, c("open", run="advise"))
    return day


def write(day: Day, person: int, text: str, **more: Any) -> None:
    day.by(person, c("answer", run="sheet", cell="advice", value={"text": text}), **more)


def in_pairs() -> Day:
    """The second round; everybody has written alone."""
    day = alone()
    for member in day.state.trainees:
        write(day, member.id, f"alone-{member.id}")
    day.wait(60)
    return day


def in_fours() -> Day:
    """The third round; every pair has written."""
    day = in_pairs()
    pairs = day.state.groups
    day.wait(120)
    for pair in pairs:
        fields = {"advice": f"pair-{pair.id}"}
        day.by(None, c("keep_sheet", run="sheet", group=pair.id, fields=fields, why="round"))
    return day

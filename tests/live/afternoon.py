"""An afternoon to play in tests: a board and a poll that others go on with, group work, a gallery, a role play."""

from typing import Any

from tests.live.day import AMMINI, Day, block, c, group

LEAK = {"key": "leak", "html": "Where is the leak?", "field": "text", "args": []}
MISSING = {"key": "missing", "html": "How much?", "field": "money", "args": [], "expected": 330}
ADVICE = {"key": "advice", "html": "What will you advise?", "field": "long", "args": ["4"]}
WHEN = {"key": "when", "html": "By when?", "field": "date", "args": []}

BINS = [{"key": "home", "html": "At home", "cards": []}, {"key": "shop", "html": "In the shop", "cards": []}]
ROLES = [
    {"key": "leader", "html": "The leader", "card": "<p>card-leader: you have not slept.</p>"},
    {"key": "banker", "html": "The banker", "card": "<p>card-banker: you doubt.</p>"},
    {"key": "observer", "html": "The observer", "card": "<p>card-observer: say nothing.</p>"},
]

AFTERNOON: dict[str, Any] = {
    "course": "sick_me_revival", "id": "day-2", "day": 2, "title": "Afternoon", "duration": 7200, "lang": "en",
    "objectives": "", "keypoints": "", "welcome": "",
    "blocks": [
        block("scale", "sure", "How sure are we?", [{"key": "left", "html": "I know what was left"}], range=[1, 5]),
        block("board", "leaks", "Leaks", [{"key": "home", "html": "At home"}], votes=1),
        block("poll", "first", "Which one first?", **{"from": "leaks"}),
        block("poll", "word", "One word", answer="word"),
        block("sort", "where", "Where to?", BINS, **{"from": "word"}),
        group("breakout", "tea", "Tea stall", block("worksheet", "tea-sheet", "Leela's day", [MISSING, LEAK, ADVICE]),
              groups={"size": [4, 4]}, roles=["recorder"], time=600),
        block("gallery", "walk", "What the others wrote", votes=1, comments=1, **{"from": "day-2/tea-sheet"}),
        {**group("roleplay", "bank", "At the bank", block("worksheet", "saw", "What we saw", [LEAK]),
                 groups={"size": [3, 4]}, time=900), "roles": ROLES},
        group("breakout", "again", "Once more", block("worksheet", "second", "Again", [MISSING, LEAK, WHEN],
                                                        **{"from": "tea-sheet"}), assign={"how": "last"}),
        block("plan", "promise", "My promise", [LEAK, WHEN], **{"from": "tea-sheet"}),
    ],
}  # fmt: skip


def afternoon() -> Day:
    return Day(AFTERNOON)


def card(text: str) -> dict[str, Any]:
    return {"column": "home", "note": {"text": text}}


def with_leaks(*texts: str) -> Day:
    """The board closed, with a card of each of the first people; one of them has a dot."""
    day = afternoon()
    day.by(AMMINI, c("open", run="leaks"))
    for person, text in enumerate(texts, start=1):
        day.by(person, c("answer", run="leaks", cell="card-1", value=card(text)))
    day.by(AMMINI, c("close", run="leaks"))
    return day


def with_sheets(groups: int = 2) -> Day:
    """Group work closed, with a sheet of each of the first groups."""
    day = afternoon()
    day.by(AMMINI, c("open", run="tea"))
    for one in day.state.groups[:groups]:
        day.by(one.members[0], c("answer", run="tea-sheet", cell="missing", value=330))
        day.by(None, c("keep_sheet", run="tea-sheet", group=one.id, fields={"leak": f"leak-{one.id}"}, why="soft"))
    day.by(AMMINI, c("close", run="tea"))
    return day


def at_the_bank(*groups: tuple[int, ...]) -> Day:
    """A role play under way in these groups, made by hand; whoever is in none of them stays with the trainer."""
    day = afternoon()
    day.by(AMMINI, c("preview", run="bank", how="hand", count=len(groups)))
    for place, members in enumerate(groups, start=1):
        for person in members:
            day.by(AMMINI, c("place", run="bank", person=person, group=f"g{place}"))
    day.by(AMMINI, c("open", run="bank"))
    return day

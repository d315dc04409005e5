"""The log: JSON-faithful, replayed to the same state, and readable for ever."""

import json
import random
from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from app.activities.registry import KINDS
from app.errors import Rejected
from app.live import audiences, codec, overview
from app.live.carrying import config_of
from app.live.commands import WIRE
from app.live.events import EVENTS, Happened
from app.live.evolve import fold
from app.live.facts import Facts
from app.live.state import Asking, State
from tests.live.afternoon import AFTERNOON
from tests.live.day import AMMINI, FATHIMA, MODULE, TRAINEES, Day, c
from tests.live.evening import EVENING
from tests.live.morning import MORNING
from tests.live.newer import NEWER
from tests.live.workshop import WORKSHOP

GOLDEN = Path(__file__).parent.parent / "golden"
OF_LOG = {
    "2026-11-afternoon": AFTERNOON,
    "2026-11-morning": MORNING,
    "2026-11-newer": NEWER,
    "2026-11-evening": EVENING,
    "2026-11-workshop": WORKSHOP,
}  # the module of a golden log, if it is not the usual one


def random_day(seed: int, steps: int = 150) -> Day:
    """Random people do random things on one of three days; what is refused is refused."""
    day, dice = Day((MODULE, AFTERNOON, MORNING)[seed % 3]), random.Random(seed)
    runs = list(day.state.plan.items)
    for _ in range(steps):
        day.wait(dice.choice([0, 1, 5, 20, 60]))
        actor = dice.choice([*TRAINEES, AMMINI, FATHIMA, AMMINI, FATHIMA])
        try:
            day.by(actor, _random_command(day, dice, actor, runs), age=dice.choice([0, 0, 0, 3, 40]))
        except Rejected:
            continue
    return day


def _random_command(day: Day, dice: random.Random, actor: int, runs: list[str]) -> Any:
    run, work = dice.choice(runs), [item.id for item in day.state.plan.items.values() if item.is_group_work]
    if actor in TRAINEES:
        item = day.state.plan.items[run]
        if (item.tries > 1 or item.hints) and dice.random() < 0.4:
            return dice.choice([c("try", run=run), c("take_hint", run=run, number=dice.randint(1, 2))])
        if item.kind in KINDS and dice.random() < 0.8:
            known = day.state.run(run, day.now)
            sample = KINDS[item.kind].sample(config_of(day.state, known, day.words), known.veil, dice)
            if sample:
                cell, value = dice.choice(sample)
                return c("answer", run=run, cell=cell, value=value)
        return dice.choice([c("ask_help", run=run), c("stay", run=dice.choice(work)), c("unstay", run=run)])
    acts = [c(name, run=run) for name in ("open", "close", "reveal", "hide", "reopen", "pause", "resume")]
    others = [
        c("add_time", run=run, seconds=dice.choice([60, -60])),
        c("preview", run=dice.choice(work), how=dice.choice(["random", "mixed", "last", "new-partners"])),
        c("tell", run=dice.choice(work)),
        c("move", person=dice.choice(TRAINEES), group=dice.choice(["g1", "g2", "g3", None])),
        c("undo", seq=dice.randint(1, day.state.seq)),
        c("say", text="Ten minutes left."),
        c("report", run=dice.choice(work), order=("g1", "g2")),
        c("report_next", run=dice.choice(work)),
        c("call_back", run=run),
        *(c("rotate", run=run) for run in work),
    ]
    things = [(run, thing["key"]) for run, taking in console(day)["taking"].items() for thing in taking["things"]]
    for run, key in things[:1]:
        others += [c("take_out", run=run, key=key, out=dice.random() < 0.7), c("reword", run=run, key=key, text="Else")]
    return dice.choice([*acts, *acts, *others, c("open", run=run)])


def console(day: Day) -> dict[str, Any]:
    return overview.console(day.state, Facts("m", "d", words=day.words), day.now)


def stored(day: Day) -> list[dict[str, Any]]:
    return [
        {"seq": h.seq, "at": h.at.isoformat(), "actor": h.actor, "body": codec.encode(h.event)} for h in day.log
    ]  # fmt: skip


def read_back(rows: list[dict[str, Any]]) -> Iterator[Happened]:
    for row in rows:
        event = codec.decode(row["body"])
        yield Happened(row["seq"], datetime.fromisoformat(row["at"]), row["actor"], event)


@pytest.mark.parametrize("seed", range(12))
def test_replaying_the_stored_log_gives_the_same_meeting(seed: int) -> None:
    day = random_day(seed)
    rows = json.loads(json.dumps(stored(day)))
    assert fold(day.start_state, read_back(rows)) == day.state


@pytest.mark.parametrize("seed", range(6))
def test_every_view_is_plain_json(seed: int) -> None:
    day = random_day(seed)
    facts = Facts("m", "d", words=day.words)
    for view in (
        audiences.phone(day.state, 3, facts),
        audiences.screen(day.state, facts),
        console(day),
        audiences.waiting(day.state, facts),
    ):
        plain = json.loads(json.dumps(view))
        assert json.loads(json.dumps(plain)) == plain


@pytest.mark.promise("L3")
@pytest.mark.parametrize("seed", range(6))
def test_a_phones_whole_view_is_at_most_four_kilobytes(seed: int) -> None:
    """L3: the screen equals the server's state after one request of at most 4 KB."""
    day = random_day(seed)
    facts = Facts("m", "d", words=day.words)
    for person in TRAINEES:
        size = len(json.dumps(audiences.phone(day.state, person, facts), ensure_ascii=False).encode())
        assert size <= 4096


def test_no_words_of_people_stand_in_the_log() -> None:
    day = Day()
    day.by(AMMINI, c("open", run="promise"))
    day.by(3, c("answer", run="promise", cell="action", value={"text": "Call Latha tomorrow"}))
    day.by(AMMINI, c("say", text="Well done, Latha"))
    assert "Latha" not in json.dumps(stored(day))
    assert sorted(day.words.values()) == ["Call Latha tomorrow", "Well done, Latha"]


@pytest.mark.parametrize("file", sorted(GOLDEN.glob("*.jsonl")), ids=lambda path: path.stem)
def test_logs_of_earlier_versions_read_as_they_did(file: Path) -> None:
    """Golden logs are added, never edited: what is written once must be readable for ever."""
    lines = [json.loads(line) for line in lines_of(file)]
    *rows, then = lines
    state = fold(Day(OF_LOG.get(file.stem, MODULE), begun=False).start_state, read_back(rows))
    now = json.loads(json.dumps(gist(state)))
    assert {name: now[name] for name in then} == then


def gist(state: State) -> dict[str, Any]:
    """What must stay true of an old meeting, whatever later versions add."""
    return {
        "stage": state.stage,
        "phases": {run.id: run.phase for run in state.runs.values()},
        "versions": {item.id: item.content for item in state.plan.items.values()},
        "answers": {
            run.id: {who: {cell: given.value for cell, given in answer.items()} for who, answer in run.answers.items()}
            for run in state.runs.values()
        },
        "anew": {run: {version: _anew(one) for version, one in some.items()} for run, some in state.anew.items()},
        "groups": {group.id: group.members for group in state.groups},
        "present": [member.id for member in state.trainees if member.joined_at],
        "help": [call.state for call in state.helps],
        "casts": state.casts,
        "taken": {run: [thing.key for thing in taking.things or ()] for run, taking in state.taking.items()},
        "out": {run: taking.out for run, taking in state.taking.items()},
        "reworded": {run: taking.words for run, taking in state.taking.items()},
        "rounds": {run: [f"{one.kind} {len(one.groups)}" for one in rounds] for run, rounds in state.rounds.items()},
    }


def _anew(asking: Asking) -> dict[str, Any]:
    run = asking.run
    return {
        "question": asking.question,
        "answers": {who: {cell: given.value for cell, given in cells.items()} for who, cells in run.answers.items()},
        "unfolded": sorted(run.unfolded),
        "hints": run.hints,
        "tries": {who: [one.right for one in done] for who, done in run.tries.items()},
    }


def lines_of(file: Path) -> list[str]:
    return file.read_text().splitlines()


def test_every_event_has_a_golden_line() -> None:
    names = {json.loads(line).get("body", {}).get("type") for file in GOLDEN.glob("*.jsonl") for line in lines_of(file)}
    assert {cls.__name__ for cls in EVENTS} <= names


@pytest.mark.parametrize("cls", EVENTS, ids=lambda cls: cls.__name__)
def test_every_event_says_what_it_means_or_needs_no_words(cls: type) -> None:
    assert cls.__doc__ or len(fields(cls)) <= 4


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (None, "not-a-command"),
        ("open", "not-a-command"),
        ({"type": 3}, "not-a-command"),
        ({"type": "enter", "person": 3, "role": "trainer"}, "unknown-command"),
        ({"type": "tick"}, "unknown-command"),
        ({"type": "drop_tables"}, "unknown-command"),
        ({"type": "open"}, "wrong-field"),
        ({"type": "open", "run": 7}, "wrong-field"),
        ({"type": "open", "run": "units", "as": 101}, "wrong-field"),
        ({"type": "add_time", "run": "units", "seconds": "60"}, "wrong-field"),
        ({"type": "report", "run": "x", "order": "g1"}, "wrong-field"),
        ({"type": "answer", "run": "units", "value": "x" * 200_000}, "too-long"),
    ],
)
def test_what_is_no_command_is_refused_with_a_code(message: object, code: str) -> None:
    with pytest.raises(Rejected) as refusal:
        codec.read_command(message)
    assert refusal.value.code == code


def test_every_command_is_read_from_the_wire() -> None:
    values = {
        "run": "units",
        "person": 2,
        "group": "g1",
        "seconds": 60,
        "text": "x",
        "word": 1,
        "help": 1,
        "seq": 1,
        "key": "c",
        "content": "beef4567",
        "number": 1,
        "who": "p2",
    }
    for name, cls in WIRE.items():
        needed = {field.name: values[field.name] for field in fields(cls) if field.name in values}
        body = {"type": name, "id": "a", "age": 3, **needed, **({"order": ["g1"]} if name == "report" else {})}
        assert isinstance(codec.read_command(body), cls)

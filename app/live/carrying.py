"""What a run takes over from an earlier one (`from`, L18): settled when it opens, looked through by trainers. Pure.

The rules
- Cards, words and votes become options (poll) or cards (sort); fields of the same keys are offered to whoever wrote
  them; whole sheets hang in a gallery. Kinds say which (`app.activities.contract.Carry`).
- What is taken is settled once, when the run opens, by reference: replayed, it is the same, and words that are erased
  in the source are erased here too. Before that, and for whoever does it alone later, it is what stands there now.
- The same words twice are one thing with two places. Only live answers that count are taken, and nothing private.
- Trainers may leave things out at any time before the result is shown, and reword cards before the run opens.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any

from app.activities import rows, spelling
from app.activities.contract import Answer, Card, Carry, Veil, is_filled
from app.activities.registry import KINDS
from app.errors import Rejected
from app.live import commands as c
from app.live import events as e
from app.live.asking import Ask, Decided, activity, put_words_back, set_words_aside
from app.live.events import Event, Taken
from app.live.plan import Activity
from app.live.state import Phase, Run, Stage, State, Taking

Words = Mapping[str, str]

WORDS_LIMIT = 300  # characters: as long as a card on a board
SUMMARY = 160  # characters: three lines of a trainer's phone


# ---- what there is


def settled(state: State, run: str) -> tuple[Taken, ...] | None:
    """What the run took over when it opened; None as long as it has not."""
    taking, known = state.taking.get(run), state.runs.get(run)
    return taking.things if taking and known is not None and known.phase is not Phase.READY else None


def things(state: State, item: Activity, words: Words) -> tuple[Taken, ...]:
    """All that is taken over, what trainers left out included."""
    found = settled(state, item.id)
    return offered(state, item, words) if found is None else found


def is_out(state: State, item: Activity, thing: Taken) -> bool:
    taking = state.taking.get(item.id, Taking())
    return taking.out.get(thing.key, thing.out)


def shown(state: State, item: Activity, words: Words) -> list[Taken]:
    """What phones get of it."""
    return [thing for thing in things(state, item, words) if not is_out(state, item, thing)]


def offered(state: State, item: Activity, words: Words) -> tuple[Taken, ...]:
    """What the source has to offer now."""
    source = state.runs.get(item.source or "")
    if source is None:
        return ()
    final = {who: answer for who, answer in source.answers.items() if state.counts(source.id, who)}
    source = replace(source, answers=final)
    match item.takes:
        case Carry.CARDS:
            return _cards(state, item, source, words)
        case Carry.SHEETS:
            return _sheets(source)
        case Carry.FIELDS:
            return _fields(state, item, source)
        case _:
            return ()


def _counted(run: Run) -> dict[str, Answer]:
    """Live answers that count, words by reference."""
    answers = {
        who: {cell: one.value for cell, one in answer.items() if one.counts and not one.alone}
        for who, answer in run.answers.items()
    }
    return {who: answers[who] for who in sorted(answers, key=_number) if answers[who]}


def _number(who: str) -> tuple[str, int, str]:
    """ "g2" before "g10", "g2a" before "g2b", "g2v1" before "g2v2"."""
    digits = re.match(r"\d+", who[1:])
    assert digits is not None
    return who[0], int(digits[0]), who[1 + len(digits[0]) :]


def _cards(state: State, item: Activity, source: Run, words: Words) -> tuple[Taken, ...]:
    kind = KINDS[state.plan.items[source.id].kind]
    veil, found = Veil(f"{source.seed}/taken"), dict[str, Taken]()
    for card in kind.cards(config_of(state, source, words), source.veil, _counted(source)):
        if card.who and not _text([card.words], words).strip():
            continue  # erased, or not yet on the server
        key = _key(veil, card, words)
        known = found.get(key, Taken(key, (), ()))
        places, values = (*known.places, (card.who, card.cell)), (*known.values, card.words)
        found[key] = Taken(key, places, values, known.votes + card.votes)
    wanted = sorted(found.values(), key=lambda thing: -thing.votes)
    most = KINDS[item.kind].most_cards or len(wanted)
    return tuple(replace(thing, out=place >= most) for place, thing in enumerate(wanted))


def _key(veil: Veil, card: Card, words: Words) -> str:
    """From what it says: so it stays while others write, and tells nobody who wrote it."""
    name = f"said/{spelling.fold(_text([card.words], words))}" if card.who else f"item/{card.cell}"
    return f"c{veil.token(name)}{veil.token(f'{name}/more')}"


def _sheets(source: Run) -> tuple[Taken, ...]:
    written = {who: cells for who, cells in _counted(source).items() if any(map(is_filled, cells.values()))}
    return tuple(Taken(who, ((who, ""),), (dict(cells),)) for who, cells in written.items())


def _fields(state: State, item: Activity, source: Run) -> tuple[Taken, ...]:
    """For each person or group that has written in the source: what stands in fields of the same keys."""
    keys = {field["key"] for field in item.block["items"]}
    people = [f"p{member.id}" for member in state.trainees if member.joined_at is not None]
    found = []
    for target in [group.id for group in state.groups] if item.by == "group" else people:
        who = _whose(state, source.id, target)
        written = _counted(source).get(who, {})
        cells = {
            cell: value
            for cell, value in written.items()
            if rows.owner(cell) in keys and is_filled(value) and not _is_file(value)
        }
        if cells:
            found.append(Taken(target, ((who, ""),), (cells,)))
    return tuple(found)


def _is_file(value: Any) -> bool:
    """A photo or a recording: it stays on the sheet it was made for."""
    return isinstance(value, Mapping) and "file" in value


def _whose(state: State, source: str, target: str) -> str:
    """Whose answer in the source belongs to this person or group: for a group, where most of its people sat."""
    if state.plan.items[source].by != "group":
        return target
    group = state.group(target)
    people = group.members if group else (int(target[1:]),)
    seats = Counter(places[-1] for person in people if (places := state.sat_in(source, person)))
    return seats.most_common(1)[0][0] if seats else ""


# ---- as the activity sees it


def config_of(state: State, run: Run, words: Words | None = None) -> Any:
    """The config of a run, with what it takes over. Without `words` all is there but what people read."""
    item = state.plan.items[run.id]
    if item.takes not in (Carry.CARDS, Carry.SHEETS):
        return item.config
    kind, taken = KINDS[item.kind], shown(state, item, words or {})
    if item.takes is Carry.CARDS:
        cards = [{"key": thing.key, "html": html_of(state, item, thing, words or {})} for thing in taken]
        return kind.parse({**item.block, "cards": cards})
    sheets = [_sheet(state, item, thing, words or {}) for thing in taken]
    return kind.parse({**item.block, "fields": _labels(state, item), "sheets": sheets})


def html_of(state: State, item: Activity, thing: Taken, words: Words) -> str:
    """What a card says: as a trainer worded it, as people wrote it, or as the author did."""
    taking = state.taking.get(item.id, Taking())
    if thing.key in taking.words:
        return escape(_text([taking.words[thing.key]], words))
    who, cell = thing.places[0]
    if who:
        return escape(_text(thing.values, words)) or "…"
    source = state.plan.items[item.source or ""]
    written = next((one["html"] for one in source.block["items"] if one["key"] == cell), None)
    if written is not None or source.takes is not Carry.CARDS:
        return str(written or "")
    before = next((one for one in things(state, source, words) if one.key == cell), None)
    return html_of(state, source, before, words) if before else ""


def _text(values: Sequence[Any], words: Words) -> str:
    """The first of these words that is not erased."""
    texts = (put_words_back(value, words)["text"] for value in values)
    return next((text for text in texts if text), "")


def _labels(state: State, item: Activity) -> list[dict[str, Any]]:
    """The fields of the source as phones had them: nothing that was expected in one."""
    source = state.plan.items[item.source or ""]
    fields: list[dict[str, Any]] = KINDS[source.kind].task(source.config, Veil(""))["fields"]
    return fields


def _sheet(state: State, item: Activity, thing: Taken, words: Words) -> dict[str, Any]:
    sheet = {"key": thing.key, "cells": put_words_back(thing.values[0], words)}
    return sheet | ({"by": thing.key} if is_named(state, item) else {})


def summary(state: State, item: Activity, thing: Taken, words: Words) -> str:
    """What a trainer recognises it by: the card itself, or the first words of a sheet."""
    if item.takes is Carry.CARDS:
        return html_of(state, item, thing, words)
    cells = put_words_back(thing.values[0], words)
    texts = (cell["text"].strip() for cell in cells.values() if isinstance(cell, dict) and "text" in cell)
    return escape(next(filter(None, texts), "")[:SUMMARY])


def is_reworded(state: State, item: Activity, thing: Taken) -> bool:
    return thing.key in state.taking.get(item.id, Taking()).words


def is_named(state: State, item: Activity) -> bool:
    """Whether everybody may know whose sheet it is: a group's, unless it is anonymous; a person's if it is named."""
    source = state.plan.items[item.source or ""]
    if "anonymous" in (source.naming, item.naming):
        return False
    return source.by == "group" or source.naming == "named"


def own_keys(state: State, item: Activity, person: int) -> set[str]:
    """Keys of the sheets this person has a hand in."""
    source = state.plan.items[item.source or ""]
    return set(state.sat_in(source.id, person)) if source.by == "group" else {f"p{person}"}


def offer_to(state: State, item: Activity, who: str | None, words: Words) -> dict[str, Any]:
    """What the source offers to this person or group, by field."""
    mine = next((thing for thing in things(state, item, words) if thing.key == who), None)
    return put_words_back(mine.values[0], words) if mine else {}


# ---- decisions


def opening(state: State, ask: Ask, item: Activity) -> list[Event]:
    """What a run that opens goes on with. `state` is as it will be when its groups are made."""
    if item.takes is None:
        return []
    return [e.TakenOver(item.id, item.source or "", offered(state, item, ask.words))]


def require_something(state: State, ask: Ask, item: Activity) -> None:
    """Refuse to open what would be empty."""
    if item.takes not in (Carry.CARDS, Carry.SHEETS) or shown(state, item, ask.words):
        return
    if not any(one.get("cards", True) for one in item.block["items"]):  # bins are there to be filled
        title = state.plan.name(item.source or item.id)
        raise Rejected("nothing-to-take", f"This goes on with “{title}”, and nothing has been written there yet.")


def take_out(state: State, ask: Ask, command: c.TakeOut) -> Sequence[Event]:
    item, thing = _thing(state, ask, command.run, command.key)
    run = state.runs.get(item.id)
    if run is not None and run.phase is Phase.REVEALED:
        raise Rejected("already-shown", "The class has seen the result. It stays as it is.")
    if is_out(state, item, thing) == command.out:
        return []
    return [e.TakenOut(item.id, thing.key, command.out)]


def reword(state: State, ask: Ask, command: c.Reword) -> Decided:
    """Other words for a card; afterwards nobody would know what was voted for."""
    item, thing = _thing(state, ask, command.run, command.key)
    text = command.text.strip()
    if item.takes is not Carry.CARDS:
        raise Rejected("not-reworded", "A sheet stays as its group wrote it. You can leave it out.")
    if settled(state, item.id) is not None:
        raise Rejected("already-open", "It is open already: the words stay as they are. You can leave it out.")
    if len(text) > WORDS_LIMIT:
        raise Rejected("too-long", f"That is longer than {WORDS_LIMIT} characters. Please shorten it.")
    words, said = set_words_aside(ask, {"text": text} if text else None, ask.actor.id)
    return Decided((e.Reworded(item.id, thing.key, words),), said)


def _thing(state: State, ask: Ask, run: str, key: str) -> tuple[Activity, Taken]:
    item = activity(state, run)
    if state.stage is Stage.ENDED:
        raise Rejected("already-ended", "This day has ended. Reopen it to go on.")
    if item.takes not in (Carry.CARDS, Carry.SHEETS):
        raise Rejected("takes-nothing", "This activity takes nothing over that could be left out.")
    thing = next((one for one in things(state, item, ask.words) if one.key == key), None)
    if thing is None:
        raise Rejected("no-such-thing", "This is not there any more.")
    return item, thing


DECIDERS: dict[type, Callable[..., Any]] = {c.TakeOut: take_out, c.Reword: reword}

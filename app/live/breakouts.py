"""Group work: making, telling, opening and moving groups; help calls, words to all, the report-back. Pure.

The invariants (B2, B8): groups + unassigned = roster; a sheet's group never changes, for nothing here writes one.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from app.errors import Rejected
from app.live import commands as c
from app.live import events as e
from app.live import grouping, patterns, plays
from app.live.asking import Ask, Decided, activity, opened, require_live, set_words_aside
from app.live.events import Event, GroupPlan
from app.live.plan import DEFAULT_SIZE, REPORT_SECONDS, Activity
from app.live.state import Group, Help, Member, Preview, Stage, State

REASON_LIMIT = 200  # characters: a reason is one line on a trainer's phone
WORD_LIMIT = 500  # characters: read in ten seconds, over the sheet
HOWS = ("random", "mixed", "last", "new-partners", "hand")


# ---- groups


def preview(state: State, ask: Ask, command: c.Preview) -> Sequence[Event]:
    item = _group_work(state, command.run)
    if command.how not in HOWS:
        raise Rejected("wrong-field", "Groups are made random, mixed, as last, with new partners, or by hand.")
    if item.id in state.runs and state.runs[item.id].is_open:
        raise Rejected("already-open", "The groups are at work. Move people one by one.")
    pins = set(command.pins)
    pinned = _pinned(state.preview.groups if state.preview else (), pins)
    groups = _made(state, ask, command.how, _count(state, item, command), pinned)
    return [e.GroupsPreviewed(item.id, command.how, _plans(groups), tuple(sorted(pins)))]


def oddities(state: State, made: Preview) -> list[dict[str, Any]]:
    """What a trainer should know of these groups before she tells them, as `why` and what belongs to it."""
    item, seated = state.plan.items[made.run], [group for group in made.groups if group.members]
    sizes = [len(group.members) for group in seated]
    if item.pattern == "jigsaw":
        has = {patterns.topic_of(made.groups, group.id, item.topics) for group in seated}
        missed = [topic for topic in item.topics if topic not in has]
        return [{"why": "topics", "runs": missed}] if missed and seated else []
    if item.pattern == "gallery" and len(seated) == 1:
        return [{"why": "one-group"}]
    size = item.options.get("groups", {}).get("size")
    if size is None or all(size[0] <= one <= size[-1] for one in sizes):
        return []
    if len(made.groups) != _count(state, item, c.Preview(made.run, made.how)):
        return []  # a trainer who asked for other groups has them
    return [{"why": "size", "size": [size[0], size[-1]], "n": sum(sizes)}]


def _pinned(groups: Sequence[Group], pins: set[int]) -> tuple[Group, ...]:
    return tuple(replace(group, members=tuple(p for p in group.members if p in pins)) for group in groups)


def _count(state: State, item: Activity, command: c.Preview) -> int:
    if command.how == "last" and state.groups and not (command.size or command.count or item.pattern):
        return len(patterns.whole(state.groups))  # by the author's size, people who come or go would break them up
    people, wish = len(_to_place(state)), item.options.get("groups", {})
    usual = {"1-2-4-all": patterns.FOURS, "jigsaw": (1, patterns.LARGEST_EXPERTS)}.get(item.pattern, DEFAULT_SIZE)
    size = command.size or wish.get("size") or usual
    count = command.count or (None if command.size else wish.get("count"))
    number = grouping.number_of_groups(people, (size[0], size[-1]), count)
    if command.count and item.pattern != "jigsaw":
        return number  # a trainer who asks for one group knows why; without experts a jigsaw is none
    return patterns.number_of_groups(item.pattern, people, len(item.topics), number)


def _made(state: State, ask: Ask, how: str, groups: int, pinned: Sequence[Group] = ()) -> tuple[Group, ...]:
    people = [] if how == "hand" else _to_place(state)
    before = patterns.as_before(state.groups)
    return grouping.make(people, how, groups, ask.dice, before, state.pair_counts, pinned)


def _to_place(state: State) -> list[Member]:
    """Who gets a group: all trainees who have come today; before anybody has, the whole roster."""
    here = [member for member in state.trainees if member.joined_at is not None]
    return [member for member in here or list(state.trainees) if member.id not in state.stayed]


def _plans(groups: Sequence[Group]) -> tuple[GroupPlan, ...]:
    return tuple(GroupPlan(group.id, group.members) for group in groups)


def place(state: State, ask: Ask, command: c.Place) -> Sequence[Event]:
    if state.preview is None or state.preview.run != command.run:
        raise Rejected("no-preview", "There is no preview of groups just now. Make groups first.")
    _member(state, command.person)
    if command.group is not None and command.group not in {group.id for group in state.preview.groups}:
        raise Rejected("no-such-group", "There is no such group.")
    return [e.Placed(command.run, command.person, command.group)]


def tell(state: State, ask: Ask, command: c.Tell) -> Sequence[Event]:
    require_live(state)
    if state.preview is None or state.preview.run != command.run:
        raise Rejected("no-preview", "There is no preview of groups just now. Make groups first.")
    return [] if state.preview.told else [e.GroupsTold(command.run)]


def opening(state: State, ask: Ask, item: Activity) -> Iterator[Event]:
    """The groups of a run that is being opened: those previewed, else today's, else as the author asked."""
    groups, had = _groups_for(state, ask, item), plays.had(state)
    roles = {group.id: grouping.give_roles(group.members, item.options.get("roles", ()), had) for group in groups}
    yield e.GroupsOpened(item.id, _plans(groups), roles)
    yield from plays.opening(state, ask, item, groups)


def _groups_for(state: State, ask: Ask, item: Activity) -> tuple[Group, ...]:
    usual = "last" if state.groups and not item.pattern else "random"  # other groups have not the size a pattern needs
    how = item.options.get("assign", {}).get("how", usual)
    if state.preview is not None and state.preview.run == item.id:
        return tuple(
            replace(group, members=tuple(p for p in group.members if p not in state.stayed))
            for group in state.preview.groups
        )
    if state.groups and how in ("last", "hand") and not item.pattern:
        late = [m for m in _to_place(state) if state.group_of(m.id) is None]
        return _with_latecomers(patterns.as_before(state.groups), late)
    return _made(state, ask, how if how != "hand" else "random", _count(state, item, c.Preview(item.id)))


def _with_latecomers(groups: tuple[Group, ...], late: Sequence[Member]) -> tuple[Group, ...]:
    for member in late:
        small = grouping.smallest(groups)
        groups = tuple(replace(g, members=(*g.members, member.id)) if g.id == small.id else g for g in groups)
    return groups


def link_group(state: State, ask: Ask, command: c.LinkGroup) -> Decided:
    """L30: each group may have a call of its own."""
    known = {group.id for group in (*state.groups, *(state.preview.groups if state.preview else ()))}
    if command.group not in known:
        raise Rejected("no-such-group", "There is no such group.")
    link, said = set_words_aside(ask, {"text": command.link} if command.link else None, None)
    return Decided((e.GroupLinked(command.group, link),), said)


def move(state: State, ask: Ask, command: c.Move) -> Sequence[Event]:
    """Of two simultaneous moves one wins; the other is told who moved her and where she is."""
    _member(state, command.person)
    if command.group is not None and state.group(command.group) is None:
        raise Rejected("no-such-group", "There is no such group.")
    now = state.group_of(command.person)
    source = now.id if now else None
    if command.was != "" and command.was != source:
        mover = next((act.who for act in reversed(state.acts) if act.person == command.person), None)
        who = f"{{p{mover}}}" if mover else "Somebody"
        where = f"group {patterns.number_of(source)}" if source else "no group"
        raise Rejected("moved-meanwhile", f"{who} has just moved her: she is in {where} now.")
    if source == command.group:
        return []
    return [e.Moved(command.person, source, command.group)]


def stay(state: State, ask: Ask, command: c.Stay) -> Sequence[Event]:
    """One may stay in plenary: from the moment she is told until the groups close."""
    _group_work(state, command.run)
    person = _member(state, ask.actor.id).id
    if person in state.stayed:
        return []
    group = state.group_of(person)
    return [e.Stayed(person, command.run, group.id if group else None)]


def unstay(state: State, ask: Ask, command: c.Unstay) -> Sequence[Event]:
    person = _member(state, ask.actor.id)
    if person.id not in state.stayed:
        return []
    back = _home(state, person) if state.open_group_work else None
    joins = [e.Moved(person.id, None, back, "came-back")] if back else []
    return [e.Unstayed(person.id, command.run), *joins]


def enter(state: State, ask: Ask, command: c.Enter) -> Sequence[Event]:
    """L10: who comes late is placed by rule: her home group if it still is, else the smallest."""
    known = state.members.get(command.person)
    if known is not None and known.joined_at is not None and not known.removed:
        return []
    seat = e.Seat(command.person, command.role, command.district)
    came = e.Entered(seat, late=bool(state.runs) and state.stage is Stage.LIVE)
    work = state.open_group_work
    if command.role != "trainee" or work is None or not state.groups or state.group_of(command.person):
        return [came]
    return [came, e.Moved(command.person, None, _home(state, known), "came-late")]


def _home(state: State, member: Member | None) -> str:
    home = member.home if member and member.home else ""
    same = (group.id for group in state.groups if patterns.whole_of(group.id) == patterns.whole_of(home))
    return home if state.group(home) else next(same, grouping.smallest(state.groups).id)


def remove(state: State, ask: Ask, command: c.Remove) -> Sequence[Event]:
    member = _member(state, command.person)
    return [] if member.removed else [e.Removed(member.id)]


def _member(state: State, person: int | None) -> Member:
    member = state.members.get(person or 0)
    if member is None or member.facilitates:
        raise Rejected("no-such-person", "She is not on the list of this meeting.")
    return member


def _group_work(state: State, run: str) -> Activity:
    item = activity(state, run)
    if not item.is_group_work:
        raise Rejected("not-group-work", "This activity is not done in groups.")
    return item


# ---- help


def ask_help(state: State, ask: Ask, command: c.AskHelp) -> Decided:
    """L9: a second tap of the same group makes no second call; what it says becomes the reason of the first."""
    person = _member(state, ask.actor.id).id
    group = state.group_of(person)
    if group is None:
        raise Rejected("no-group", "You are in no group just now. Your trainer can put you into one.")
    reason = command.reason.strip()[:REASON_LIMIT]
    value, said = set_words_aside(ask, {"text": reason} if reason else None, person)
    call = next((call for call in state.helps if call.group == group.id and call.state != "resolved"), None)
    if call is not None:
        return Decided((e.HelpExplained(call.id, value),), said) if reason else Decided(())
    return Decided((e.HelpAsked(group.id, command.run, person, value),), said)


def cancel_help(state: State, ask: Ask, command: c.CancelHelp) -> Sequence[Event]:
    person = _member(state, ask.actor.id).id
    group = state.group_of(person)
    mine = [call for call in state.helps if group and call.group == group.id and call.state != "resolved"]
    return [e.HelpResolved(call.id, person) for call in mine]


def _call(state: State, id: int) -> Help:
    call = next((call for call in state.helps if call.id == id), None)
    if call is None:
        raise Rejected("no-such-call", "This call for help is not there any more.")
    if call.state == "resolved":
        raise Rejected("already-resolved", f"{{p{call.who}}} has marked it as done.")
    return call


def see_help(state: State, ask: Ask, command: c.SeeHelp) -> Sequence[Event]:
    return [e.HelpSeen(command.help, ask.actor.id or 0)] if _call(state, command.help).state == "asked" else []


def attend_help(state: State, ask: Ask, command: c.AttendHelp) -> Sequence[Event]:
    call = _call(state, command.help)
    if call.state == "attended" and call.who != ask.actor.id:
        raise Rejected("already-attended", f"{{p{call.who}}} is with them already.")
    return [e.HelpAttended(call.id, ask.actor.id or 0)]


def resolve_help(state: State, ask: Ask, command: c.ResolveHelp) -> Sequence[Event]:
    return [e.HelpResolved(_call(state, command.help).id, ask.actor.id or 0)]


# ---- words to all


def say(state: State, ask: Ask, command: c.Say) -> Decided:
    text = command.text.strip()
    if not text:
        raise Rejected("empty", "Write a word first.")
    if len(text) > WORD_LIMIT:
        raise Rejected("too-long", f"Make it shorter than {WORD_LIMIT} characters: it is read over the sheet.")
    unknown = set(command.groups or ()) - {group.id for group in state.groups}
    if unknown:
        raise Rejected("no-such-group", "There is no such group.")
    value, said = set_words_aside(ask, {"text": text}, ask.actor.id)
    return Decided((e.WordSaid(value, command.groups),), said)


def seen_word(state: State, ask: Ask, command: c.SeenWord) -> Sequence[Event]:
    person = ask.actor.id or 0
    word = next((word for word in state.words if word.id == command.word), None)
    return [e.WordSeen(command.word, person)] if word and person not in word.seen else []


def retract(state: State, ask: Ask, command: c.Retract) -> Sequence[Event]:
    return [e.WordRetracted(command.word)] if any(word.id == command.word for word in state.words) else []


# ---- report-back


def report(state: State, ask: Ask, command: c.Report) -> Sequence[Event]:
    require_live(state)
    item = _group_work(state, command.run)
    opened(state, command.run)
    known = {group.id for group in state.groups}
    if not command.order or set(command.order) - known or len(set(command.order)) != len(command.order):
        raise Rejected("no-such-group", "Choose the groups that report, each once.")
    now = state.report
    if now is None or now.over or now.run != item.id:
        return [e.ReportStarted(item.id, command.order, REPORT_SECONDS)]
    # Another order while it goes on: who has reported has reported.
    done = tuple(group for group in now.order[: now.index] if group not in command.order)
    order = (*done, *command.order)
    here = now.order[now.index]
    return [e.ReportStarted(item.id, order, REPORT_SECONDS, order.index(here) if here in order else len(done))]


def _reporting(state: State, run: str) -> Any:
    if state.report is None or state.report.over or state.report.run != run:
        raise Rejected("no-report", "No report-back is under way.")
    return state.report


def report_next(state: State, ask: Ask, command: c.ReportNext) -> Sequence[Event]:
    now = _reporting(state, command.run)
    last = now.index + 1 >= len(now.order)
    return [e.ReportEnded(command.run)] if last else [e.ReportMoved(command.run, now.index + 1)]


def report_back(state: State, ask: Ask, command: c.ReportBack) -> Sequence[Event]:
    now = _reporting(state, command.run)
    return [e.ReportMoved(command.run, now.index - 1)] if now.index else []


def report_end(state: State, ask: Ask, command: c.ReportEnd) -> Sequence[Event]:
    _reporting(state, command.run)
    return [e.ReportEnded(command.run)]


DECIDERS: dict[type, Callable[..., Any]] = {
    c.Preview: preview,
    c.LinkGroup: link_group, c.Place: place, c.Tell: tell, c.Move: move, c.Stay: stay, c.Unstay: unstay, c.Enter: enter,
    c.Remove: remove, c.AskHelp: ask_help, c.CancelHelp: cancel_help, c.SeeHelp: see_help, c.AttendHelp: attend_help,
    c.ResolveHelp: resolve_help, c.Say: say, c.SeenWord: seen_word, c.Retract: retract, c.Report: report,
    c.ReportNext: report_next, c.ReportBack: report_back, c.ReportEnd: report_end,
}  # fmt: skip

"""From fences to activities, groups and notes: names, ids, options, prompt, items, and what may stand in what."""

from collections.abc import Sequence

from app.activities.contract import Grammar
from app.curriculum import items, located, notation, options, quantities
from app.curriculum.faults import TO_THE_END, Faults, Mend, Spot
from app.curriculum.heads import Keys
from app.curriculum.lists import List, lists
from app.curriculum.manuscript import Fence, Text
from app.curriculum.model import Activity, Gap, Group, Item, Note, Option, Settings, Step
from app.curriculum.notation import ACTIVITY, GROUP, NOTE, SLASHES, Kinds
from app.curriculum.split import split
from app.curriculum.strays import tell_strays
from app.curriculum.suggest import did_you_mean
from app.curriculum.titles import heading, last_heading


class Tasks:
    """Reads the fences of one module; remembers the ids it has met."""

    def __init__(self, kinds: Kinds, faults: Faults) -> None:
        self._kinds, self._faults = kinds, faults
        self.ids: dict[str, Spot] = {}

    def is_known(self, fence: Fence) -> bool:
        """Whether this name exists with this number of slashes; if not, it is told."""
        if fence.slashes not in SLASHES:
            return False  # the scanner has told
        names = {NOTE: notation.NOTES, ACTIVITY: notation.activities(self._kinds), GROUP: frozenset(notation.GROUPS)}
        if fence.name in names[fence.slashes]:
            if fence.slashes == ACTIVITY and fence.name not in self._kinds:
                self._faults.error(fence.name_spot, f"'{fence.name}' is not built yet")
            return True
        for slashes, known in names.items():
            if fence.name in known:
                what = f"'{fence.name}' is {'an' if slashes == ACTIVITY else 'a'} {SLASHES[slashes]}"
                self._faults.error(fence.name_spot, f"{what}: write it with {slashes} slashes")
                return False
        near = did_you_mean(fence.name, frozenset().union(*names.values()))
        self._faults.error(fence.name_spot, f"unknown {SLASHES[fence.slashes]} '{fence.name}'{near}")
        return False

    def activity(self, fence: Fence, title: str) -> Activity:
        grammar = notation.grammar(fence.name, self._kinds)
        settings = self._settings(fence)
        body, notes = self._body(fence), list[Note]()
        for inner in fence.fences:
            if self.is_known(inner) and self._fits(inner, fence):
                notes.append(self.note(inner, ACTIVITY, notes))
        prompt, found = split(body, grammar, self._faults) if grammar in notation.WITH_LIST else (body, None)
        if found:
            tell_strays(prompt.lines, self._faults)
        held = self._gaps(prompt) if grammar is Grammar.GAPS else self._items(found, grammar, fence, settings)
        ident = self._id(fence)
        return Activity(fence.name, ident, fence.name_spot, title, settings, prompt, held, tuple(notes))

    def group(self, fence: Fence, title: str) -> Group:
        settings = self._settings(fence)
        ident = self._id(fence)
        roles: tuple[Option, ...] = ()
        prompt = fence.parts[0] if fence.parts and isinstance(fence.parts[0], Text) else Text()
        if fence.name == "roleplay":
            prompt, found = split(prompt, Grammar.OPTIONS, self._faults)
            roles = items.roles(found, fence.name, self._faults) if found else ()
        activities, notes = list[Activity](), list[Note]()
        for inner, inner_title in self._inside(fence):
            if not self.is_known(inner) or not self._fits(inner, fence):
                continue
            if inner.slashes == NOTE:
                notes.append(self.note(inner, GROUP, notes))
            else:
                activities.append(self.activity(inner, inner_title))
        if not any(inner.slashes == ACTIVITY for inner in fence.fences):
            self._faults.error(fence.name_spot, f"'{fence.name}' holds no activity")
        return Group(
            fence.name, ident, fence.name_spot, title, settings, prompt, tuple(activities), roles, tuple(notes)
        )

    def note(self, fence: Fence, holder: int | None, before: Sequence[Note]) -> Note:
        """A note in an activity, in a group, or (`holder` None) outside of both; `before` are those already there."""
        allowed = notation.notes_of(holder)
        earlier = next((note for note in before if note.name == fence.name), None)
        if fence.name not in allowed:
            where = {None: "outside of activities", ACTIVITY: "inside an activity", GROUP: "inside a group"}[holder]
            self._faults.error(fence.name_spot, f"'{fence.name}' cannot stand {where}")
        elif earlier and fence.name not in notation.REPEATED_NOTES:
            self._faults.error(fence.name_spot, f"'{fence.name}' is already written at line {earlier.spot.line}")
        if fence.id is not None:
            self._faults.error(fence.id_spot, f"'{fence.name}' is a note and takes no id")
        options.typed(fence.name, located.read(fence.options, self._faults), {}, self._faults)
        text = fence.parts[0] if fence.parts and isinstance(fence.parts[0], Text) else Text()
        if text.is_blank:
            self._faults.error(fence.name_spot, f"'{fence.name}' is empty")
        return Note(fence.name, fence.name_spot, text, self._steps(text) if fence.name == "steps" else ())

    # --- parts of a fence ---

    def _settings(self, fence: Fence) -> Settings:
        known = notation.options(fence.name, self._kinds)
        return options.typed(fence.name, located.read(fence.options, self._faults), known, self._faults)

    def _id(self, fence: Fence) -> str:
        if fence.id is None:
            slashes = "/" * fence.slashes
            text = f"'{fence.name}' needs a stable id: {slashes} {fence.name} | some-id"
            self._faults.error(fence.name_spot, text, _named(fence))
            return ""
        if not notation.is_key(fence.id):
            rule = f"use a-z, 0-9 and single hyphens, begin with a letter, at most {notation.KEY_LENGTH}"
            self._faults.error(fence.id_spot, f"id '{fence.id}': {rule}")
        elif fence.id in self.ids:
            self._faults.error(fence.id_spot, f"id '{fence.id}' is already used at line {self.ids[fence.id].line}")
        else:
            self.ids[fence.id] = fence.id_spot
        return fence.id

    def _body(self, fence: Fence) -> Text:
        """Prompt and items: what stands before the first note."""
        texts = [part for part in fence.parts if isinstance(part, Text)]
        begins_with_text = bool(fence.parts) and isinstance(fence.parts[0], Text)
        for text in texts[1:] if begins_with_text else texts:
            self._no_words(text, fence)
        return texts[0] if begins_with_text else Text()

    def _no_words(self, text: Text, fence: Fence) -> None:
        for line in text.lines:
            if not line.is_blank:
                self._faults.error(line.spot(), f"text after a note of '{fence.name}': write it above the first note")
                return

    def _inside(self, fence: Fence) -> list[tuple[Fence, str]]:
        """The fences in a group, each with the heading before it."""
        found: list[tuple[Fence, str]] = []
        title = ""
        for index, part in enumerate(fence.parts):
            if isinstance(part, Fence):
                found.append((part, title if part.slashes == ACTIVITY else ""))
                title = "" if part.slashes == ACTIVITY else title
            elif index:
                title, *left = last_heading(part) or ("", part)
                for line in (line for text in left for line in text.lines):
                    if not line.is_blank:
                        what = "another heading" if heading(line) else "text between the activities"
                        self._faults.error(line.spot(), f"{what} of '{fence.name}': write it into a prompt")
                        break
        return found

    def _fits(self, inner: Fence, outer: Fence) -> bool:
        if inner.slashes == NOTE:
            return True
        if outer.slashes == GROUP and inner.slashes == ACTIVITY and notation.may_hold(outer.name, inner.name):
            return True
        self._faults.error(inner.name_spot, f"'{outer.name}' cannot hold '{inner.name}'")
        return False

    def _items(self, found: List | None, grammar: Grammar, fence: Fence, settings: Settings) -> tuple[Item, ...]:
        if grammar is Grammar.NONE:
            return ()
        if found is not None:
            if (grammar is Grammar.STEPS) == found.is_numbered:
                return items.read(grammar, found, fence.name, self._faults)
            wanted = "numbered items: '1. key) …'" if grammar is Grammar.STEPS else "items: '- key) …'"
            self._faults.error(Spot(found.entries[0].spot.line), f"'{fence.name}' needs {wanted}")
        elif not _may_be_bare(fence.name, settings):
            self._faults.error(fence.name_spot, f"'{fence.name}' has no items")
        return ()

    def _gaps(self, prompt: Text) -> tuple[Item, ...]:
        keys, gaps = Keys(self._faults), []
        for line in prompt.lines:
            stray = -1 if line.code else items.GAP.sub(lambda gap: " " * len(gap[0]), line.text).find("`")
            if stray >= 0:  # it would be read by everybody, with what belongs into it
                self._faults.error(line.spot(stray), "a gap is written `key = words`")
            for found in () if line.code else items.GAP.finditer(line.text):
                spot = line.spot(found.start(1))
                if not notation.is_key(found[1]):
                    self._faults.error(spot, f"key '{found[1]}': use a-z, 0-9 and single hyphens, begin with a letter")
                keys.take(found[1], spot)
                accepted, choices = items.gap(found[1], spot, found[2], self._faults)
                gaps.append(Gap(found[1], spot, accepted, choices))
        return tuple(gaps)

    def _steps(self, text: Text) -> tuple[Step, ...]:
        found = lists(text)
        steps = []
        if len(found) != 1 or not found[0].is_numbered:
            where = next((line.spot() for line in text.lines if not line.is_blank), Spot(1))
            self._faults.error(where, "steps are one numbered list: 1. (2m) Reader reads the case aloud.")
            return ()
        for entry in found[0].entries:
            words = entry.words.text
            minutes, bracket, rest = words[1:].partition(")")
            seconds = quantities.duration(minutes.strip()) if words.startswith("(") and bracket else None
            if seconds is None:
                self._faults.error(entry.spot, "a step begins with its minutes: 1. (2m) Reader reads the case aloud.")
            steps.append(Step(seconds or 0, rest.strip(), entry.spot))
        return tuple(steps)


def _may_be_bare(kind: str, settings: Settings) -> bool:
    """A board may have one nameless column; a poll takes words, or its options from an earlier activity."""
    answer = settings.get("answer")
    takes_words = answer is not None and answer.value == "word"
    return kind == "board" or takes_words or (kind == "poll" and "from" in settings)


def _named(fence: Fence) -> Mend | None:
    """Gives a fence an id made from its first words."""
    words = next((part.source for part in fence.parts if isinstance(part, Text) and not part.is_blank), "")
    name = notation.key_from(words.strip().split("\n")[0])
    at = Spot(fence.name_spot.line, fence.name_spot.column + len(fence.name))
    return Mend(at, TO_THE_END, " | {name}", name) if name != notation.SOME_KEY else None

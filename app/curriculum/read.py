"""From a scanned file to a module: front matter, welcome, texts, activities and notes in running order."""

from app.activities.contract import Option, OptionType
from app.curriculum import located, notation, options
from app.curriculum.faults import Faults, Spot
from app.curriculum.manuscript import Fence, Manuscript, Text
from app.curriculum.model import Block, Module, Note, Prose, Settings
from app.curriculum.notation import ACTIVITY, GROUP, NOTE
from app.curriculum.shelf import Shelf
from app.curriculum.tasks import Tasks
from app.curriculum.titles import before_heading, last_heading

_FRONT = {
    "id": Option(OptionType.WORDS),
    "day": Option(OptionType.NUMBER),
    "title": Option(OptionType.WORDS),
    "duration": Option(OptionType.DURATION),
    "retired": Option(OptionType.KEYS),
}
_DAY = "day-"
"""A module with this in front of its name is one day of the course; the others (assessment) have no minutes."""


def read(manuscript: Manuscript, name: str, shelf: Shelf, faults: Faults) -> Module:
    """The module in the file `name`.md. It is only to be published when there are no errors."""
    settings = _front(manuscript, name, faults)
    reader = _Reader(Tasks(shelf.kinds, faults), faults)
    for part in manuscript.parts:
        reader.take(part)
    reader.settle()
    value = {key: setting.value for key, setting in settings.items()}
    retired = tuple(value.get("retired", ()))
    for ident in set(retired) & set(reader.tasks.ids):
        faults.error(reader.tasks.ids[ident], f"id '{ident}' is retired in the front matter: it cannot be used again")
    return Module(
        id=name,
        day=value.get("day"),
        title=value.get("title", ""),
        duration=value.get("duration"),
        retired=retired,
        welcome=reader.welcome or Text(),
        blocks=tuple(reader.blocks),
        notes=tuple(reader.notes),
        references=manuscript.references,
    )


def _front(manuscript: Manuscript, name: str, faults: Faults) -> Settings:
    if manuscript.front is None:
        return {}
    entries = located.read(manuscript.front, faults, what="front matter")
    settings = options.typed("front matter", entries, _FRONT, faults)
    wanted = ("id", "day", "title", "duration") if name.startswith(_DAY) else ("id", "title")
    for key in wanted:
        if key not in entries:
            faults.error(Spot(1), f"the front matter has no '{key}'")
    if "id" in settings and settings["id"].value != name:
        faults.error(settings["id"].value_spot, f"id '{settings['id'].value}' is not the name of the file, '{name}'")
    if "day" in settings and not (isinstance(settings["day"].value, int) and settings["day"].value > 0):
        faults.error(settings["day"].value_spot, "a day is a whole number from 1")
    return settings


class _Reader:
    """Goes through the parts of a file. `stretch` is what has come since the last activity."""

    def __init__(self, tasks: Tasks, faults: Faults) -> None:
        self.tasks, self._faults = tasks, faults
        self.welcome: Text | None = None
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self._stretch: list[Text | Note] = []

    def take(self, part: Text | Fence) -> None:
        if isinstance(part, Text):
            self._stretch.append(part)
        elif not self.tasks.is_known(part):
            self.settle()
        elif part.slashes == NOTE:
            self._note(part)
        else:
            title = self._settled_title(part.id)
            if part.slashes == ACTIVITY:
                self.blocks.append(self.tasks.activity(part, title))
            elif part.slashes == GROUP:
                self.blocks.append(self.tasks.group(part, title))

    def _note(self, fence: Fence) -> None:
        note = self.tasks.note(fence, None, self.notes)
        if fence.name == "note":
            self._stretch.append(note)
        elif fence.name in notation.MODULE_NOTES:
            self.notes.append(note)

    def _settled_title(self, ident: str | None) -> str:
        """The last heading of the stretch; what stands after it is about the activity that follows."""
        if self.welcome is None:
            self._greet()
        for at in range(len(self._stretch) - 1, -1, -1):
            part = self._stretch[at]
            found = last_heading(part) if isinstance(part, Text) else None
            if found:
                after = self._stretch[at + 1 :]
                self._stretch[at:] = [found[1]]
                self.settle()
                self._stretch = [found[2], *after]
                self.settle(about=ident)
                return found[0]
        self.settle()
        return ""

    def _greet(self) -> None:
        """What stands before the first heading, or before the first activity, is the welcome."""
        lines: list[Text] = []
        for index, part in enumerate(self._stretch):
            if isinstance(part, Text):
                before, rest = before_heading(part)
                lines.append(before)
                self._stretch[index] = rest or Text()
                if rest is not None:
                    break
        self.welcome = Text(tuple(line for text in lines for line in text.lines))

    def settle(self, about: str | None = None) -> None:
        """The stretch becomes blocks."""
        if self.welcome is None:
            self._greet()
        for part in self._stretch:
            if isinstance(part, Note):
                self.blocks.append(part)
            elif not part.is_blank:
                self.blocks.append(Prose(part, about))
        self._stretch = []

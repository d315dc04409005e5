"""What stands around a module when it is checked: facts, pictures, the other days, the kinds that are built."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app import richtext
from app.curriculum.model import Fact
from app.curriculum.notation import Kinds
from app.curriculum.suggest import did_you_mean

_MEDIA = re.compile(r"media/([A-Za-z0-9][\w-]*(?:[./][A-Za-z0-9][\w-]*)*)", re.ASCII)
_MODULE = re.compile(r"([a-z0-9-]+)\.md(?:#([a-z0-9-]+))?")


def is_media(name: str) -> bool:
    """Whether a file in a media folder may have this name, folders included."""
    return _MEDIA.fullmatch(f"media/{name}") is not None


@dataclass(frozen=True)
class Shelf:
    """`modules` holds the ids in each module of the course, in running order; `today` decides which facts are old."""

    course: str
    kinds: Kinds
    today: date
    language: str = "en"
    facts: Mapping[str, Fact] = field(default_factory=dict)
    media: frozenset[str] = frozenset()
    modules: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def leads_to(self, address: str, module: str) -> str | None:
        """The address to put into a page for one that was written in `module`; None if it leads nowhere."""
        if found := _MEDIA.fullmatch(address):
            return f"/courses/{self.course}/media/{found[1]}" if found[1] in self.media else None
        if found := _MODULE.fullmatch(f"{module}.md{address}" if address.startswith("#") else address):
            if found[1] not in self.modules or (found[2] and found[2] not in self.modules[found[1]]):
                return None
            return f"/courses/{self.course}/{found[1]}" + (f"#{found[2]}" if found[2] else "")
        return address if richtext.SCHEME.match(address) and richtext.is_harmless(address) else None

    def why_not(self, address: str, module: str, *, image: bool) -> str | None:
        """What is wrong with an address in `module`; None if nothing is."""
        if not address:
            return "this picture has no address" if image else "this link has no address"
        media = _MEDIA.fullmatch(address)
        if image and not media:
            return f"'{address}': pictures come from the course's own folder, for example media/five-areas.svg"
        if self.leads_to(address, module) is not None:
            return None
        if media:
            return f"there is no file 'media/{media[1]}'{did_you_mean(media[1], self.media)}"
        if richtext.SCHEME.match(address):
            return f"'{address}' is no address to link to; use https, http, mailto or tel"
        if address.startswith("#"):
            near = did_you_mean(address[1:], self.modules.get(module, ()))
            return f"'{address}': there is no such id in this module{near}"
        files = [*(f"{name}.md" for name in self.modules), *(f"media/{name}" for name in self.media)]
        return f"'{address}' leads nowhere{did_you_mean(address.partition('#')[0], files)}"

"""Everything that one browser is told: pages, JSON, socket frames, and what it keeps in databases and caches."""

import html
import json
import re
import zlib
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Error, Page, Request, Response

from app.live.packing import unpacked
from tests.journeys.people import Person

TAG = re.compile(r"<[^>]*>")
PREFIX = re.compile(r"^\d+(-\d*)?(/[^,]*,)?\d*")  # packet numbers that Socket.IO puts before its JSON


class Ear:
    """Listens to one person's browser from now on. Each thing heard is read once, by `news`."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self._answers: list[Response] = []
        self._frames: list[str | bytes] = []
        self._underway: set[Request] = set()
        self._seq = 0
        person.context.on("request", self._asked)
        person.context.on("requestfinished", self._ended)
        person.context.on("requestfailed", self._ended)
        person.context.on("response", self._answered)
        person.context.on("page", self._listen)
        for page in person.context.pages:
            self._listen(page)

    def hears_all_up_to(self, seq: int) -> None:
        """The meeting's view of this number is here, and nothing that it made the page ask for is still on its way."""
        for _ in range(400):
            self._person.page.wait_for_timeout(50)
            if self._seq >= seq and not self._underway:
                return
        raise AssertionError(f"{self._seq} of {seq}; on their way: {[asked.url for asked in self._underway]}")

    def news(self) -> list[tuple[str, Any]]:
        """(where from, what) since the last time: JSON as values, everything else as text."""
        answers, self._answers = self._answers, []
        frames, self._frames = self._frames, []
        found = [(answer.url, _body(answer)) for answer in answers]
        found += [("socket", _frame(frame)) for frame in frames]
        return [*found, *self._memory()]

    def _memory(self) -> Iterator[tuple[str, Any]]:
        for place, kept in json.loads(self._person.memory()).items():
            if place == "koottam-pages/kept":  # answers by their addresses
                yield from zip(kept[0], kept[1], strict=True)
            else:
                yield place, kept

    def _asked(self, request: Request) -> None:
        self._underway.add(request)

    def _ended(self, request: Request) -> None:
        self._underway.discard(request)

    def _answered(self, response: Response) -> None:
        self._answers.append(response)

    def _listen(self, page: Page) -> None:
        page.on("websocket", lambda socket: socket.on("framereceived", self._framed))

    def _framed(self, frame: str | bytes) -> None:
        self._frames.append(frame)
        told = _frame(frame)
        if isinstance(told, list) and told[:1] == ["view"]:
            self._seq = max(self._seq, told[1].get("seq", 0))  # the text frame before a pressed view holds none


def _body(answer: Response) -> Any:
    try:
        text = answer.text()
    except (Error, UnicodeDecodeError):  # a redirection has none, and a picture is no text
        return ""
    return json.loads(text) if "json" in answer.headers.get("content-type", "") else text


def _frame(frame: str | bytes) -> Any:
    if isinstance(frame, bytes):
        try:
            return ["view", unpacked(frame)]
        except zlib.error:
            return frame.decode(errors="ignore")
    try:
        return json.loads(PREFIX.sub("", frame, count=1) or "null")
    except ValueError:
        return frame


def words(told: Any) -> str:
    """All text in something told, as people would read it."""
    return plain("\n".join(strings(told)))


def names(told: Any) -> set[str]:
    """All names of fields in it that hold something."""
    if isinstance(told, dict):
        own = {name for name, value in told.items() if value not in (None, "", [], {})}
        return own.union(*map(names, told.values()))
    if isinstance(told, str) and told[:1] in {"[", "{"}:  # JSON that a cache keeps as text
        try:
            return names(json.loads(told))
        except ValueError:
            return set()
    return set().union(*map(names, told)) if isinstance(told, list) else set()


def plain(text: str) -> str:
    """No tags, no entities, single blanks."""
    return " ".join(html.unescape(TAG.sub(" ", text)).split())


def strings(told: Any) -> Iterator[str]:
    """Each value in it by itself."""
    if isinstance(told, dict):
        for value in told.values():
            yield from strings(value)
    elif isinstance(told, list):
        for value in told:
            yield from strings(value)
    elif told is not None:
        yield str(told)

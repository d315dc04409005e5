"""No word of ours reaches a page without having been given to the translators (the made-up language shows it)."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from app.web.pseudo import untranslated
from tests.live.house import House, build

TOLD = ("aria-label", "title", "placeholder", "alt")  # attributes that people hear or read
CARDS = " ".join(card.read_text() for card in (Path(__file__).parent.parent / "courses").glob("*/course.yml"))
SILENT = {"script", "style", "symbol", "noscript"}


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = build(tmp_path, trainees=2, pseudo=True)
    yield made
    made.database.close()


class Reader(HTMLParser):
    """The words of a page as people get them, without those that stand in a language of their own (`lang`, course)."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT
        self.words += [value for name, value in attrs if name in TOLD and value]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


def words_of(house: House, page: str) -> list[str]:
    """Words that are neither translated nor data: not of a course, a person or a place."""
    reader = Reader()
    reader.feed(page)
    content = json.dumps([room.about.content for room in house.live.runner.rooms()], ensure_ascii=False)
    names = ["Alappuzha, batch 1", "Koottam", "Mission", "Ammini", "Fathima", "Trainee", house.code]
    left = untranslated("\n".join(reader.words), names)
    return [word for word in left if not re.search(rf"\b{word}\b", content) and word.isascii()]


@pytest.mark.parametrize("path", ["/", "/login", "/login/trainer", "/join", "/courses", "/nowhere"])
def test_pages_for_everybody_have_no_word_that_nobody_can_translate(house: House, path: str) -> None:
    house.live.runner.room(house.meeting)
    page = house.client(None).get(path).text
    assert [word for word in words_of(house, page) if word not in CARDS] == []


@pytest.mark.parametrize("path", ["/", "/cohorts", "/cohorts/1", "/cohorts/1/slips", "/me"])
def test_pages_of_trainers_have_no_word_that_nobody_can_translate(house: House, path: str) -> None:
    house.live.runner.room(house.meeting)
    page = house.client(house.trainers[0]).get(path).text
    assert [word for word in words_of(house, page) if word not in CARDS] == []

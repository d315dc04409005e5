"""The folder of courses: reads every file once, knows nothing of the database.

The rules of this file
- Reading fails on nothing: what is missing or cannot be read is told as a fault of that file.
- Only files whose name says what they are get in: pictures and sound of the kinds below, modules in small letters.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flask import Flask

from app import clock
from app.curriculum.cards import Card, card
from app.curriculum.check import Checked, check
from app.curriculum.facts import facts
from app.curriculum.faults import Fault, Faults, Spot
from app.curriculum.model import Fact
from app.curriculum.notation import Kinds, is_key
from app.curriculum.shelf import Shelf, is_media
from app.settings import ROOT

MEDIA_TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".ogg": "audio/ogg",
    ".pdf": "application/pdf",
}
PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp"})
PICTURE_BYTES = 60_000  # a day pack for phones holds 300 kB in all: a picture may not take more than a fifth of it
_TASK = re.compile(r"^/{4,5}[ \t]+[a-z-]+[ \t]*\|[ \t]*([a-z0-9-]+)", re.MULTILINE)


@dataclass(frozen=True)
class Course:
    """One folder. `modules` holds the texts in running order, `faults` those of the files beside the modules."""

    slug: str
    path: Path
    card: Card | None
    modules: Mapping[str, str]
    media: frozenset[str]
    faults: Mapping[Path, tuple[Fault, ...]]

    def file(self, module: str) -> Path:
        return self.path / f"{module}.md"


@dataclass(frozen=True)
class Library:
    """All courses in a folder and the facts they share."""

    path: Path
    facts: Mapping[str, Fact]
    courses: tuple[Course, ...]
    faults: Mapping[Path, tuple[Fault, ...]]

    def shelf(self, course: Course, kinds: Kinds, today: date) -> Shelf:
        """What the modules of this course are checked against."""
        ids = {name: frozenset(_TASK.findall(text)) for name, text in course.modules.items()}
        language = course.card["language"] if course.card else "en"
        return Shelf(course.slug, kinds, today, language, self.facts, course.media, ids)

    def check(self, course: Course, kinds: Kinds, today: date) -> Mapping[str, Checked]:
        """Every module of this course, checked."""
        shelf = self.shelf(course, kinds, today)
        return {name: check(text, name, shelf) for name, text in course.modules.items()}


def folder_of(app: Flask) -> Path:
    """Where the courses of this application lie; `COURSES` in its configuration says another place."""
    return Path(app.config.get("COURSES", ROOT / "courses"))


def library(path: Path | str, today: date | None = None) -> Library:
    """The courses in the folders of `path`; `today` (by the clock, if not given) decides which facts are old."""
    root, problems, today = Path(path), Faults(), today or clock.now().date()
    file = root / "facts.yml"
    known = facts(_read(file, problems), today, problems) if file.exists() else {}
    faults = {file: problems.in_order()} if file.exists() else {}
    folders = sorted(file.parent for file in root.glob("*/course.yml"))
    return Library(root, known, tuple(_course(folder) for folder in folders), faults)


def _course(folder: Path) -> Course:
    file, problems = folder / "course.yml", Faults()
    parsed = card(_read(file, problems), folder.name, problems)
    listed = [day["id"] for day in parsed["days"]]
    faults: dict[Path, tuple[Fault, ...]] = {}
    texts: dict[str, str] = {}
    for module in sorted(folder.glob("*.md"), key=lambda file: _place(file.stem, listed)):
        if module.stem == "README":
            continue
        reading = Faults()
        if not is_key(module.stem):
            reading.error(Spot(1), "a file is called like its module: small letters, digits and single hyphens")
        elif module.stem.startswith("day-") and module.stem not in listed:
            problems.warning(Spot(1), f"{module.name} is not among the days")
        text = _read(module, reading)
        if reading.has_errors:
            faults[module] = reading.in_order()
        else:
            texts[module.stem] = text
    faults |= {file: problems.in_order()} | _heavy(folder)
    return Course(folder.name, folder, None if problems.has_errors else parsed, texts, _media(folder), faults)


def _place(name: str, listed: list[str]) -> tuple[int, str]:
    return (listed.index(name) if name in listed else len(listed), name)


def _read(file: Path, faults: Faults) -> str:
    try:
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as problem:
        before = problem.object[: problem.start].decode("utf-8")
        spot = Spot(before.count("\n") + 1, len(before) - before.rfind("\n"))
        faults.error(spot, "this is not UTF-8: save the file as UTF-8")
        return ""


def _media(folder: Path) -> frozenset[str]:
    found = (file for file in (folder / "media").rglob("*") if file.suffix in MEDIA_TYPES and file.is_file())
    names = (file.relative_to(folder / "media").as_posix() for file in found)
    return frozenset(name for name in names if is_media(name))


def _heavy(folder: Path) -> dict[Path, tuple[Fault, ...]]:
    """Warnings for pictures that cost a phone too much."""
    heavy: dict[Path, tuple[Fault, ...]] = {}
    for name in sorted(_media(folder)):
        file, problems = folder / "media" / name, Faults()
        size = file.stat().st_size
        if file.suffix in PICTURES and size > PICTURE_BYTES:
            problems.warning(Spot(1), f"{size // 1000} kB; a picture should take at most {PICTURE_BYTES // 1000} kB")
            heavy[file] = problems.in_order()
    return heavy

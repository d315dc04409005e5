"""The work of translators on a folder of courses: which PO files there are, what stands in them, how far they are.

The rules of this file
- One PO file a module and language: `<course>/locale/<lang>/<module>.po`, `course.po` for `course.yml`; the facts that
  all courses share are in `locale/<lang>/facts.po` beside the courses.
- A module with an error has no texts: it is mended first.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.curriculum import catalogues, proofreading
from app.curriculum.catalogues import Catalogue, Entry
from app.curriculum.check import Checked
from app.curriculum.faults import Fault, Level, Spot
from app.curriculum.library import Course, Library
from app.curriculum.notation import Kinds
from app.curriculum.outdated import outdated
from app.curriculum.renditions import Translation
from app.curriculum.tables import CARD
from app.curriculum.units import Unit, of_card, of_facts, of_module, units

FACTS = "facts"


@dataclass(frozen=True, slots=True)
class Job:
    """The texts of one file in one language. `name` is what translators see: `branding.day-1.ml`."""

    name: str
    language: str
    source: Path
    file: Path
    units: tuple[Unit, ...]

    def catalogue(self) -> Catalogue:
        """What is translated of today's texts. Raises `ValueError` if the PO file cannot be read."""
        return self.brought_up(self.kept())

    def kept(self) -> Catalogue:
        """What stands in the PO file. Raises `ValueError` if it cannot be read."""
        return catalogues.opened(self.file, self.language)

    def brought_up(self, kept: Catalogue) -> Catalogue:
        is_draft = kept.is_draft or not self.file.exists()
        return replace(kept, entries=catalogues.merged(self.units, kept.entries.values()), is_draft=is_draft, gone=())

    def po(self, catalogue: Catalogue) -> str:
        return catalogues.written(self.name, self.units, catalogue, self.source.name)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a job is: numbers of texts."""

    translated: int
    stale: int
    missing: int
    faults: tuple[Fault, ...]

    @property
    def percent(self) -> int:
        whole = self.translated + self.stale + self.missing
        return 100 * self.translated // whole if whole else 100


def jobs(library: Library, kinds: Kinds, today: date, languages: Sequence[str] = ()) -> Iterator[Job]:
    """One job for each file and language: `languages`, or those each course says it has."""
    wanted = set[str]()
    for course in library.courses:
        if own := _languages(course, languages):
            wanted |= set(own)
            yield from jobs_of(course, library.check(course, kinds, today), kinds, own)
    yield from jobs_of_facts(library, wanted)


def jobs_of(
    course: Course, checked: Mapping[str, Checked], kinds: Kinds, languages: Sequence[str] = ()
) -> Iterator[Job]:
    """One job for each file of a course and language, in the order of its languages."""
    texts = _texts(course, checked, kinds) if languages or _languages(course) else {}
    for language in languages or _languages(course):
        for module, found in texts.items():
            source = course.path / "course.yml" if module == CARD else course.file(module)
            file = catalogue_file(course, module, language)
            yield Job(f"{course.slug}.{module}.{language}", language, source, file, found)


def jobs_of_facts(library: Library, languages: Iterable[str] = ()) -> Iterator[Job]:
    """The facts in `languages`, or in those of all courses."""
    wanted = set(languages) or {code for course in library.courses for code in _languages(course)}
    for language in sorted(wanted) if library.facts else ():
        source, file = library.path / "facts.yml", facts_file(library, language)
        yield Job(f"{FACTS}.{language}", language, source, file, of_facts(library.facts.values()))


def _languages(course: Course, wanted: Sequence[str] = ()) -> list[str]:
    """What a course is translated into: `wanted`, or what its card says."""
    if course.card is None:
        return []
    return [code for code in wanted or course.card["languages"] if code != course.card["language"]]


def _texts(course: Course, checked: Mapping[str, Checked], kinds: Kinds) -> Mapping[str, tuple[Unit, ...]]:
    assert course.card is not None
    lines = (course.path / "course.yml").read_text(encoding="utf-8").split("\n")
    modules = {name: one.module for name, one in checked.items() if one.module is not None}
    return {
        CARD: of_card(course.card, lines),
        **{name: units(of_module(module, kinds)) for name, module in modules.items()},
    }


def catalogue_file(course: Course, module: str, language: str) -> Path:
    return course.path / "locale" / language / f"{module}.po"


def facts_file(library: Library, language: str) -> Path:
    return library.path / "locale" / language / f"{FACTS}.po"


def standing(job: Job) -> Standing:
    """How far this job is, and what is wrong in its file, by line. Raises `ValueError` as `Job.catalogue` does."""
    kept = job.kept()
    entries = job.brought_up(kept).entries
    told = list(outdated(kept, entries))
    for unit in job.units:
        entry = entries[unit.context]
        if entry.target:
            told += proofreading.faults(unit, entry.target, entry.line)
    stale, fresh = (sum(1 for one in entries.values() if test(one)) for test in (_is_stale, _is_fresh))
    return Standing(fresh, stale, len(job.units) - fresh - stale, tuple(sorted(told)))


def _is_stale(entry: Entry) -> bool:
    return entry.is_stale


def _is_fresh(entry: Entry) -> bool:
    return entry.is_fresh


def translations(library: Library, course: Course, module: str) -> Iterator[Translation]:
    """What there is of this module in the other languages of its course. A PO file that cannot be read is left out."""
    assert course.card is not None
    for language in course.card["languages"]:
        file = catalogue_file(course, module, language)
        if language != course.card["language"] and file.exists():
            try:
                texts = catalogues.opened(file, language)
                facts = catalogues.opened(facts_file(library, language), language)
            except ValueError:
                continue
            yield Translation(language, texts, facts.entries)


def old_words(job: Job) -> tuple[Fault, ...]:
    """What is translated from words that the course no longer has; a file that cannot be read is told as such."""
    try:
        kept = job.kept()
    except ValueError as problem:
        return (Fault(Spot(1), Level.WARNING, f"this PO file cannot be read, so nothing of it is shown: {problem}"),)
    return outdated(kept, job.brought_up(kept).entries)


# --- what translators send back ---


def taken(job: Job, offered: Sequence[Entry]) -> tuple[Catalogue, tuple[Fault, ...]]:
    """(the catalogue with the good ones of these entries in it, what is wrong with the others, by their line)."""
    kept, told = job.catalogue(), list[Fault]()
    entries, by_name = dict(kept.entries), {unit.context: unit for unit in job.units}
    for one in offered:
        unit = by_name.get(one.context)
        if not one.target:
            continue
        if unit is None:
            told.append(Fault(Spot(one.line), Level.ERROR, f"{one.context}: there is no such text"))
        elif one.source != unit.text:
            told.append(Fault(Spot(one.line), Level.ERROR, f"{one.context}: the course has other words now"))
        else:
            wrong = proofreading.faults(unit, one.target, one.line)
            told += wrong
            if all(fault.level is not Level.ERROR for fault in wrong):
                entries[one.context] = one if one.is_fuzzy else replace(one, before=None)
    return replace(kept, entries=entries), tuple(sorted(told))

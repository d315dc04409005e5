"""Everything that is wrong in a library, file by file; what `flask courses check` prints."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from app.curriculum.check import Checked
from app.curriculum.compile import Json, Unfit, compiled
from app.curriculum.faults import Fault, Level, Spot
from app.curriculum.library import Library
from app.curriculum.notation import Kinds
from app.curriculum.shelf import Shelf
from app.curriculum.translating import jobs_of, jobs_of_facts, old_words


def problems(library: Library, kinds: Kinds, today: date) -> Mapping[Path, tuple[Fault, ...]]:
    """The faults of every file that was read; a file without any has an empty tuple."""
    found, translated = dict(library.faults), list(jobs_of_facts(library))
    for course in library.courses:
        found |= course.faults
        shelf, modules = library.shelf(course, kinds, today), library.check(course, kinds, today)
        for name, checked in modules.items():
            found[course.file(name)] = pressed(checked, shelf)[1]
        translated += jobs_of(course, modules, kinds)
    return found | {job.file: old_words(job) for job in translated if job.file.exists()}


def pressed(checked: Checked, shelf: Shelf) -> tuple[Json | None, tuple[Fault, ...]]:
    """(the JSON to publish or None, all faults): even a module that passed the checks is only sound if it compiles."""
    if checked.module is None:
        return None, checked.faults
    try:
        return compiled(checked.module, shelf), checked.faults
    except Unfit as problem:
        return None, (*checked.faults, Fault(Spot(1), Level.ERROR, str(problem)))

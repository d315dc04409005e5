"""What translators and those who keep courses type: `flask courses i18n extract`, `status`, `export`, `import`."""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import click
from flask import current_app
from flask.cli import AppGroup

from app import clock
from app.activities.registry import KINDS
from app.curriculum import catalogues, word_tables
from app.curriculum.catalogues import Entry
from app.curriculum.faults import Fault, Level, Spot
from app.curriculum.files import is_in, root_of, short, write
from app.curriculum.library import folder_of, library
from app.curriculum.translating import Job, jobs, standing, taken

i18n = AppGroup("i18n", help="Translations of courses: PO files and tables for translators.")

Found = TypeVar("Found")

_PATH = click.argument("path", required=False, type=click.Path(exists=True, path_type=Path))
_LANGUAGES = click.option(
    "--lang", "languages", multiple=True, help="A language code; those of course.yml, if not given."
)


@i18n.command("extract")
@_PATH
@_LANGUAGES
def extract(path: Path | None, languages: tuple[str, ...]) -> None:
    """Bring the PO files of PATH (courses, a course, a module) up to date with the courses.

    Unchanged words keep their translation. Changed ones keep the old beside them, to be looked at.
    """
    for job in _jobs(path, languages):
        before = job.file.read_text(encoding="utf-8") if job.file.exists() else None
        after = _readable(job, partial(_po, job))
        if after is not None and after != before:
            job.file.parent.mkdir(parents=True, exist_ok=True)
            write(job.file, after)
        click.echo(f"{short(job.file)}: {len(job.units)} texts{'' if after != before else ', as before'}")


@i18n.command("status")
@_PATH
@_LANGUAGES
@click.option("--check", "is_strict", is_flag=True, help="Ends with 1 if a translation is broken.")
def status(path: Path | None, languages: tuple[str, ...], is_strict: bool) -> None:
    """Say how far the translations of PATH are, and what is wrong in them, by line of the PO file."""
    broken = False
    for job in _jobs(path, languages):
        found = _readable(job, partial(standing, job))
        if found is None:
            broken = True
            continue
        for fault in found.faults:
            click.echo(fault.said(short(job.file)), err=True)
        broken = broken or any(fault.level is Level.ERROR for fault in found.faults)
        parts = f"{found.translated} translated, {found.stale} stale, {found.missing} missing"
        click.echo(f"{job.name}: {parts}, {found.percent}%")
    if broken and is_strict:
        sys.exit(1)


@i18n.command("export")
@_PATH
@_LANGUAGES
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="The folder to write to.")
def export(path: Path | None, languages: tuple[str, ...], out: Path) -> None:
    """Write each job twice: as PO, and as a table (CSV) for people without a PO program."""
    out.mkdir(parents=True, exist_ok=True)
    for job in _jobs(path, languages):
        catalogue = _readable(job, job.catalogue)
        if catalogue is not None:
            write(out / f"{job.name}.po", job.po(catalogue))
            (out / f"{job.name}.csv").write_text(
                word_tables.written(job.units, catalogue), encoding="utf-8", newline=""
            )
            click.echo(f"{job.name}: {len(job.units)} texts")


@i18n.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--into", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The folder of courses.")
def import_(files: tuple[Path, ...], into: Path | None) -> None:
    """Take PO files or tables back, named as `export` has named them, for example branding.day-1.ml.csv.

    The good texts are taken. What is broken is told by line of its file and left out; then it ends with 1.
    """
    is_refused = False
    for file in files:
        language = file.stem.rpartition(".")[2]
        job = next((one for one in _jobs(into, (language,)) if one.name == file.stem), None)
        if job is None:
            raise click.ClickException(
                f"{file.name}: call it as it was exported, for example branding.day-1.ml{file.suffix}"
            )
        try:
            offered = _offered(file, language)
            catalogue, told = taken(job, offered)
        except ValueError as problem:
            raise click.ClickException(f"{short(file)}: {problem}") from None
        job.file.parent.mkdir(parents=True, exist_ok=True)
        write(job.file, job.po(catalogue))
        for fault in told:
            click.echo(fault.said(short(file)), err=True)
        refused = {fault.spot for fault in told if fault.level is Level.ERROR}
        is_refused = is_refused or bool(refused)
        click.echo(f"{job.name}: {sum(1 for one in offered if one.target) - len(refused)} taken, {len(refused)} not")
    if is_refused:
        sys.exit(1)


def _po(job: Job) -> str:
    return job.po(job.catalogue())


def _offered(file: Path, language: str) -> list[Entry]:
    text = file.read_bytes().decode("utf-8")
    if file.suffix == ".csv":
        return word_tables.read(text)
    return list(catalogues.read(text, language).entries.values())


def _jobs(path: Path | None, languages: tuple[str, ...]) -> Iterator[Job]:
    wanted, today = path or folder_of(current_app), clock.now().date()
    found = [job for job in jobs(library(root_of(wanted), today), KINDS, today, languages) if is_in(job.source, wanted)]
    if not found:
        raise click.ClickException("there is nothing to translate: name a language with --lang, or in course.yml")
    yield from found


def _readable(job: Job, work: Callable[[], Found]) -> Found | None:
    """What `work` gives; None if the PO file cannot be read, which is told."""
    try:
        return work()
    except ValueError as problem:
        click.echo(
            Fault(Spot(1), Level.ERROR, f"this PO file cannot be read: {problem}").said(short(job.file)), err=True
        )
        return None

"""What authors and operators type: `flask courses check` and `flask courses publish`."""

import json
import re
import sys
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup
from werkzeug.serving import run_simple

from app import clock
from app.activities.registry import KINDS
from app.curriculum import aiken, foresight, gift
from app.curriculum.check import check as check_module
from app.curriculum.exchange import Uncarried
from app.curriculum.faults import Fault, Faults, Level
from app.curriculum.files import is_in, root_of, short, write
from app.curriculum.i18n_cli import i18n
from app.curriculum.inspection import problems
from app.curriculum.intake import brought_in
from app.curriculum.inventory import inventory
from app.curriculum.library import folder_of, library
from app.curriculum.mending import mended
from app.curriculum.notation import QUESTIONS
from app.curriculum.outdated import in_one_line
from app.curriculum.outgoing import given
from app.curriculum.preview import offer
from app.curriculum.publish import Published, publish

courses = AppGroup("courses", help="Courses in Markdown: look them over, publish them.")
courses.add_command(i18n)

_LOOKS_LIKE_AIKEN = re.compile(r"^ANSWER: *[A-Z] *$", re.MULTILINE)
_PATH = click.argument("path", required=False, type=click.Path(exists=True, path_type=Path))


@courses.command("check")
@_PATH
@click.option("--json", "as_json", is_flag=True, help="For programs: a list of objects.")
@click.option("--fix", is_flag=True, help="First mend what needs no thought: blank lines, indents, missing keys.")
def check(path: Path | None, as_json: bool, fix: bool) -> None:
    """Look over PATH: a folder of courses, one course or one file. Without it, all courses.

    Says file, line and column of every mistake. Ends with 1 if there is an error; warnings are advice.
    """
    wanted = path or folder_of(current_app)
    today = clock.now().date()
    if fix:
        _mend(wanted, today)
    found = problems(library(root_of(wanted), today), KINDS, today)
    faults = {file: told for file, told in found.items() if is_in(file, wanted)}
    if not faults:
        raise click.ClickException(f"there is no course in {wanted}")
    if as_json:
        click.echo(json.dumps([_plain(file, fault) for file, told in faults.items() for fault in told], indent=2))
    else:
        _say(faults)
    if any(fault.level is Level.ERROR for told in faults.values() for fault in told):
        sys.exit(1)


@courses.command("count")
@_PATH
@click.option("--json", "as_json", is_flag=True, help="For programs: a list of objects.")
def count(path: Path | None, as_json: bool) -> None:
    """Count days, minutes, activities, questions, drawings and facts of the courses in PATH."""
    wanted, today = path or folder_of(current_app), clock.now().date()
    shelves = library(root_of(wanted), today)
    found = [
        inventory(course, shelves.check(course, KINDS, today), shelves.facts)
        for course in shelves.courses
        if is_in(course.path / "course.yml", wanted)
    ]
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found], indent=2, default=str))
        return
    for one in found:
        kinds = ", ".join(f"{number} {kind}" for kind, number in {**one.groups, **one.activities}.items())
        click.echo(f"{one.course}: {one.days} days, {one.minutes} minutes, {sum(one.activities.values())} activities")
        click.echo(f"  {kinds}")
        due = f", the first to be looked up again by {one.check_by}" if one.check_by else ""
        click.echo(f"  {one.questions} questions, {one.drawings} drawings, {one.facts} facts{due}")


@courses.command("publish")
@_PATH
@click.option("--dry-run", is_flag=True, help="Only say what would change, and what becomes of answers.")
def publish_command(path: Path | None, dry_run: bool) -> None:
    """Publish every sound module of the courses in PATH. Of a broken one the last good version stays current."""
    wanted = path or folder_of(current_app)
    if dry_run:
        _foresee(wanted)
        return
    done = current_app.extensions["database"].write(lambda session: publish(session, wanted))
    for one in done:
        for fault in one.faults:
            if fault.level is Level.ERROR:
                click.echo(fault.said(short(one.file)), err=True)
        click.echo(_became(one))
    if not all(one.is_sound for one in done):
        sys.exit(1)


def _foresee(wanted: Path) -> None:
    """Ends with 1 if a module has errors, as publishing would."""
    given = foresight.answers_given(current_app)
    modules = [one for one in foresight.pressing(root_of(wanted), clock.now()) if is_in(one.file, wanted)]
    with current_app.extensions["database"].read() as session:
        asked = foresight.outlooks(session, modules, given)
    for one in asked:
        for fault in one.faults:
            if fault.level is Level.ERROR:
                click.echo(fault.said(short(one.file)), err=True)
        for line in foresight.lines(one):
            click.echo(line)
    if not all(one.is_sound for one in asked):
        sys.exit(1)


def _became(one: Published) -> str:
    name = f"{one.course}/{one.module} ({one.lang})"
    if one.hash is None:
        return f"{name}: has errors and was never published"
    if not one.is_sound:
        return f"{name}: has errors; version {one.hash[:8]} stays"
    return f"{name}: version {one.hash[:8]}{'' if one.is_new else ', as before'}"


@courses.command("preview")
@_PATH
@click.option("--port", default=8010, show_default=True, help="Where the browser finds it.")
def preview(path: Path | None, port: int) -> None:
    """Show the courses in PATH while you write them: trainee and trainer side by side, new at each saving."""
    wanted = path or folder_of(current_app)
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # the server's threads know no proxy
    offer(app, root_of(wanted))
    first = f"/{wanted.resolve().parent.name}/{wanted.stem}" if wanted.suffix == ".md" else ""
    click.echo(f"http://localhost:{port}/preview{first}   (Ctrl+C ends it)")
    try:
        run_simple("127.0.0.1", port, app, threaded=True)
    except OSError as problem:
        raise click.ClickException(f"port {port} is taken: choose another with --port ({problem.strerror})") from None


@courses.command("import")
@click.argument("questions", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("module", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--into", "quiz", default="questions", show_default=True, help="Id of the quiz that takes new questions.")
@click.option("--format", "form", type=click.Choice(["gift", "aiken"]), help="Seen from the text, if not given.")
def import_(questions: Path, module: Path, quiz: str, form: str | None) -> None:
    """Bring the questions of a GIFT or Aiken file into MODULE, for example courses/branding/day-2.md.

    A second import of the same file changes the same questions. Bad ones are told by line; then it ends with 1.
    """
    said = questions.read_text(encoding="utf-8")
    form = form or ("aiken" if _LOOKS_LIKE_AIKEN.search(said) else "gift")
    faults = Faults()
    found = {"gift": gift, "aiken": aiken}[form].read(said, faults)
    shelves = library(root_of(module), clock.now().date())
    course = next((one for one in shelves.courses if one.path.resolve() == module.resolve().parent), None)
    if course is None or module.stem not in course.modules:
        raise click.ClickException(f"{short(module)} is no module of a course")
    shelf, name = shelves.shelf(course, KINDS, clock.now().date()), module.stem
    if check_module(course.modules[name], name, shelf).module is None:
        raise click.ClickException(f"{short(module)} has errors: mend them first (flask courses check)")
    text, done = brought_in(course.modules[name], name, shelf, found, quiz, faults)
    if done:
        write(module, text)
    for one in done:
        click.echo(f"{one.id}: {one.kind}, {'new' if one.is_new else 'changed'}")
        for lost in one.lost:
            click.echo(f"{short(questions)}:{one.line}: left behind: {lost}", err=True)
    for fault in faults.in_order():
        click.echo(fault.said(short(questions)), err=True)
    click.echo(f"{len(done)} questions taken, {len(faults.in_order())} not", err=True)
    if faults.has_errors:
        sys.exit(1)


@courses.command("export")
@_PATH
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write; else the terminal.")
def export(path: Path | None, out: Path | None) -> None:
    """Write the questions of PATH (courses, a course or a module) as GIFT, right answers included.

    Says of each question what GIFT cannot carry.
    """
    wanted = path or folder_of(current_app)
    shelves, today, parts = library(root_of(wanted), clock.now().date()), clock.now().date(), list[str]()
    for course in shelves.courses:
        for name, checked in shelves.check(course, KINDS, today).items():
            if not is_in(course.file(name), wanted):
                continue
            if checked.module is None:
                click.echo(f"{short(course.file(name))}: has errors, left out", err=True)
                continue
            questions = []
            for activity in checked.module.activities:
                if activity.kind in QUESTIONS:
                    try:
                        question, lost = given(activity, shelves.facts)
                    except Uncarried as reason:
                        click.echo(f"{name}/{activity.id}: not written: {reason}", err=True)
                        continue
                    questions.append(question)
                    if lost:
                        click.echo(f"{name}/{activity.id}: left behind: {', '.join(lost)}", err=True)
            if questions:
                parts.append(gift.file(questions, f"{course.slug}/{name}"))
    text = "\n".join(parts)
    if out:
        write(out, text)
    else:
        click.echo(text, nl=False)


def _mend(wanted: Path, today: date) -> None:
    shelves = library(root_of(wanted), today)
    for course in shelves.courses:
        shelf = shelves.shelf(course, KINDS, today)
        for name, text in course.modules.items():
            file = course.file(name)
            changed, count = mended(text, name, shelf) if is_in(file, wanted) else (text, 0)
            if count:
                write(file, changed)
                click.echo(f"{short(file)}: {count} mended", err=True)


def _plain(file: Path, fault: Fault) -> Mapping[str, str | int]:
    spot = {"line": fault.spot.line, "column": fault.spot.column}
    return {"file": short(file), **spot, "level": fault.level.value, "text": fault.text}


def _say(faults: Mapping[Path, tuple[Fault, ...]]) -> None:
    levels = [fault.level for told in faults.values() for fault in told]
    for file, told in sorted(faults.items()):
        for fault in (in_one_line(told),) if told and file.suffix == ".po" else told:
            click.echo(fault.said(short(file)))
    errors = levels.count(Level.ERROR)
    click.echo(f"{len(faults)} files, {errors} errors, {len(levels) - errors} warnings", err=True)

"""What commands do with files: which folder of courses a path belongs to, how it is called, writing it whole."""

from pathlib import Path


def root_of(path: Path) -> Path:
    """The folder of courses that this course or file belongs to."""
    if path.suffix == ".po":
        path = path.resolve().parents[2]  # …/locale/<lang>/<module>.po
    if path.is_file():
        return root_of(path.parent) if path.name != "facts.yml" else path.parent
    return path.parent if (path / "course.yml").exists() else path


def is_in(file: Path, wanted: Path) -> bool:
    """Whether a file is the one that is wanted, or in its folder."""
    return file.resolve() == wanted.resolve() or wanted.resolve() in file.resolve().parents


def short(file: Path) -> str:
    """Its name from here."""
    here = Path.cwd()
    return str(file.resolve().relative_to(here) if here in file.resolve().parents else file)


def write(file: Path, text: str) -> None:
    """At once or not at all: a full disk leaves the old one."""
    beside = file.with_name(f".{file.name}.new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(file)

"""A folder with one small course, to be broken by tests."""

from pathlib import Path

from tests.curriculum.samples import a_poll

CARD = """\
id: tin_box
title: The tin box
summary: Where does the money go?
language: en
days:
  - id: day-1
    title: The tin
  - id: day-2
    title: The book
"""
FACTS = """\
mudra:
  value: up to ₹20 lakh
  as_of: 2024-10-24
  source: mudra.org.in
  check_by: 2027-03-31
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
DAY = a_poll("Loans go {{ facts.mudra }}. ![a tin](media/tin.svg)\n")


def a_folder(at: Path) -> Path:
    """The course `tin_box` with two days, in a new folder of courses."""
    course = at / "courses" / "tin_box"
    (course / "media").mkdir(parents=True)
    (course.parent / "facts.yml").write_text(FACTS)
    (course / "course.yml").write_text(CARD)
    (course / "media" / "tin.svg").write_text(SVG)
    (course / "day-1.md").write_text(DAY.replace("id: day-2\nday: 2", "id: day-1\nday: 1"))
    (course / "day-2.md").write_text(DAY)
    return course.parent


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text, f"{old!r} is not in {file}"
    file.write_text(text.replace(old, new))

"""How fast courses are read, beside Python-Markdown alone on the same text in the same run.

    python3 start.py bench courses --json

`check_ratio_to_markdown`: scan, read, check and compile every module of courses/ to JSON, against one
`markdown.markdown(text)` of the same file with the same extensions, which finds no mistake, no activity and no key, and
cleans nothing. `page_ratio_to_markdown`: one warm reader page of a day through Flask, against Markdown of that day.
Both are medians of rounds that alternate, so that a busy machine slows both. Ratios under 1.2 mean nothing.

The last line printed is one JSON object.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

import markdown

from app import clock, create_app
from app.activities.registry import KINDS
from app.curriculum import publish
from app.curriculum.inspection import pressed
from app.curriculum.library import library
from app.db import Base
from app.settings import ROOT, Settings

ROUNDS = 5
PAGES = 20  # requests in a round: one takes a few milliseconds
DAY = ("sick_me_revival", "day-1")


def main() -> int:
    parser = argparse.ArgumentParser(prog="start.py bench courses")
    parser.add_argument("--json", action="store_true", help="print the JSON alone")
    arguments = parser.parse_args()
    measured = {**checking(), **page()}
    if not arguments.json:
        print(f"{measured['modules']} modules, {measured['bytes'] / 1000:.0f} kB of Markdown")
        print(f"read, checked and compiled: {measured['check_ratio_to_markdown']} times Python-Markdown alone")
        print(f"a warm reader page: {measured['page_ratio_to_markdown']} times Python-Markdown of that day")
    print(json.dumps(measured))
    return 0


def checking() -> dict[str, Any]:
    shelves = library(ROOT / "courses")
    today = clock.now().date()
    texts = [(course, name, text) for course in shelves.courses for name, text in course.modules.items()]

    def ours() -> None:
        for course in shelves.courses:
            shelf = shelves.shelf(course, KINDS, today)
            for checked in shelves.check(course, KINDS, today).values():
                assert pressed(checked, shelf)[0] is not None, course.slug

    def alone() -> None:
        for _, _, text in texts:
            plain(text)

    mine, other = alternating(ours, alone)
    return {
        "modules": len(texts),
        "bytes": sum(len(text.encode()) for _, _, text in texts),
        "check_ms_per_module": round(mine * 1000 / len(texts), 2),
        "markdown_ms_per_module": round(other * 1000 / len(texts), 2),
        "check_ratio_to_markdown": round(mine / other, 2),
    }


def page() -> dict[str, Any]:
    course, module = DAY
    text = (ROOT / "courses" / course / f"{module}.md").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings.from_environment({"KOOTTAM_DATA": folder}))
        database = app.extensions["database"]
        Base.metadata.create_all(database.engine)
        database.write(lambda session: publish(session, ROOT / "courses"))
        client = app.test_client()

        def ours() -> None:
            for _ in range(PAGES):
                answer = client.get(f"/courses/{course}/{module}")
                assert answer.status_code == 200, answer.status

        def alone() -> None:
            for _ in range(PAGES):
                plain(text)

        ours()  # warm: templates compiled, the database opened
        mine, other = alternating(ours, alone)
        database.close()
    return {
        "page_ms": round(mine * 1000 / PAGES, 2),
        "page_ratio_to_markdown": round(mine / other, 2),
    }


def plain(text: str) -> str:
    return markdown.markdown(text, extensions=["tables", "sane_lists", "fenced_code"])


def alternating(one: Callable[[], None], other: Callable[[], None]) -> tuple[float, float]:
    """(median seconds of `one`, of `other`), each measured in turn."""
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for work, kept in zip((one, other), seconds, strict=True):
            start = time.perf_counter()
            work()
            kept.append(time.perf_counter() - start)
    return statistics.median(seconds[0]), statistics.median(seconds[1])


if __name__ == "__main__":
    sys.exit(main())

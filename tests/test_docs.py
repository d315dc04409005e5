"""The documents say what the tests show, and the tests show what the documents say."""

import re
from pathlib import Path

import pytest

from app.activities.registry import KINDS
from app.live.commands import WIRE
from app.live.sockets import EVENTS

ROOT = Path(__file__).resolve().parent.parent
PROMISED = re.compile(r"^\| ([A-Z]\d+) \|", re.MULTILINE)
MARKED = re.compile(r"""mark\.promise\(([^)]*)\)""")


def promised() -> set[str]:
    return set(PROMISED.findall((ROOT / "docs" / "promises.md").read_text()))


def marked() -> set[str]:
    """Ids named by tests, in Python or in the JavaScript that pytest runs."""
    found = set()
    for file in (ROOT / "tests").rglob("test_*.py"):
        for arguments in MARKED.findall(file.read_text()):
            found |= set(re.findall(r"[A-Z]\d+", arguments))
    return found


def test_no_promise_without_a_test() -> None:
    assert promised() - marked() == set()


def test_no_marked_test_without_its_promise() -> None:
    assert marked() - promised() == set()


def test_the_wire_is_described_to_the_last_command() -> None:
    described = (ROOT / "app" / "live" / "WIRE.md").read_text()
    assert [name for name in WIRE if f"`{name}" not in described] == []
    assert [name for name in EVENTS if f"`{name}`" not in described] == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_says_when_to_use_it(kind: object) -> None:
    package = ROOT.joinpath(*type_of(kind).split("."))
    assert (package / "README.md").read_text().startswith("#")


def type_of(kind: object) -> str:
    """The package a kind lives in."""
    return str(getattr(kind, "parse").__module__).rpartition(".")[0]  # noqa: B009


@pytest.mark.parametrize("file", ["README.md", "app/README.md", "app/live/README.md"], ids=str)
def test_links_between_documents_lead_somewhere(file: str) -> None:
    folder = (ROOT / file).parent
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", (ROOT / file).read_text())
    assert [link for link in links if "://" not in link and not (folder / link).exists()] == []

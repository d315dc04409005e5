"""The example in the README does what it says."""

import doctest
from pathlib import Path

from app.db import Database

README = Path(__file__).parents[2] / "app" / "sheets" / "README.md"


def test_the_example_works(database: Database) -> None:
    example = doctest.DocTestParser().get_doctest(
        README.read_text().replace("\n```", "\n\n```"), {"database": database}, "README", str(README), 0
    )
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example)
    assert result.attempted > 5
    assert result.failed == 0

"""What an operator types after `python3 start.py flask`: each command calls one action of a package.

The rules of this file
- A command checks nothing and decides nothing; it says in one line what became of it.
- Commands of one package are defined beside what they do (`flask i18n`, `flask work`) and only attached by its
  `init_app`; here stand those that need several packages.
"""

from flask import Flask


def init_app(app: Flask) -> None:
    """Attach the commands that need several packages."""

"""The two things that can go wrong because of a person, said so that the person understands.

The rules of this file
- `app/web/errors.py` turns these into pages and JSON, `app/live/sockets.py` into socket answers; nobody else catches
  them.
- Anything else that is raised is a fault of ours: only the edge of the process catches it, and logs it.
"""


class Rejected(Exception):
    """Someone asked for what cannot be done now; nothing was changed.

    `code` is a kebab word that never changes and that programs may compare (`already-closed`); `text` is one sentence
    for the person who asked, in their language.
    """

    def __init__(self, code: str, text: str) -> None:
        super().__init__(f"{code}: {text}")
        self.code = code
        self.text = text

    def __reduce__(self) -> tuple[type["Rejected"], tuple[str, str]]:
        return (Rejected, (self.code, self.text))  # without this, a refusal could not cross from one process to another


class NotFound(Exception):
    """It does not exist, or it is not yours: the answer is the same, so that it gives no hint."""

"""The folder of files: each is kept once, under the SHA-256 of its content, and is on the disk when `put` returns.

The rules of this file
- Written beside its place, flushed, then put there whole: a power cut leaves a file or nothing.
- The database needs room more than photos do: with little left, a file is not taken, and the phone keeps it.
- The disk is asked in native threads; a slow card must not hold up the sockets.
- What no answer refers to any more stays until erasure is built (see `app/README.md`, Decisions).
"""

import errno
import os
import re
import shutil
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Any

import gevent

TYPES = {"jpg": "image/jpeg", "webm": "audio/webm", "ogg": "audio/ogg", "m4a": "audio/mp4"}
NAME = re.compile(r"[0-9a-f]{64}\.(jpg|webm|ogg|m4a)")
LEAST_FREE_BYTES = 200 * 1024 * 1024  # room for the log of many days, and for a copy of it
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class NoRoom(Exception):
    """The disk is full, or nearly. Nothing was kept; the same may be sent again later."""


def name_of(content: bytes, ending: str) -> str:
    return f"{sha256(content).hexdigest()}.{ending}"


def content_type(name: str) -> str:
    return TYPES[name.rpartition(".")[2]]


class FileStore:
    """`least_free_bytes`: how much must stay free after a file was kept."""

    def __init__(self, folder: Path, least_free_bytes: int = LEAST_FREE_BYTES) -> None:
        self._folder = folder
        self._least_free = least_free_bytes

    def put(self, name: str, content: bytes) -> None:
        """Keep it, unless it is kept already. Raises `NoRoom`."""
        gevent.get_hub().threadpool.apply(self._put, (name, content))

    def path(self, name: str) -> Path | None:
        """Where it lies; None for what is not there or no name of ours."""
        path = self._place(name)
        return path if path is not None and path.is_file() else None

    def _place(self, name: str) -> Path | None:
        return self._folder / name[:2] / name if NAME.fullmatch(name) else None

    def _put(self, name: str, content: bytes) -> None:
        place = self._place(name)
        if place is None:
            raise ValueError(f"{name!r} is no name of a file")
        if place.is_file():
            return
        try:
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if shutil.disk_usage(place.parent).free < self._least_free + len(content):
                raise NoRoom
            _write(place, content)
        except OSError as fault:
            if fault.errno in FULL:
                raise NoRoom from None
            raise


def _write(place: Path, content: bytes) -> None:
    draft = place.with_name(f"{place.name}.{token_hex(4)}")
    try:
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)
    _flush_folder(place.parent)
    _flush_folder(place.parent.parent)


def _flush_folder(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):  # Windows flushes names by itself
        return
    handle: Any = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

"""The built scripts and styles: where a page finds them, and how a phone keeps them for ever.

The rules of this file
- `build.mjs` writes `static/dist/` and `manifest.json`; a file's name carries the hash of its content, so it never
  changes and a phone never asks for it twice. Only the service worker keeps its name and is asked for each time.
- Beside each file lie `.br` and `.gz`; the phone gets the smallest it understands, and nothing is compressed per
  request.
- A script that speaks is built once for each language; `script` names the one of the page. In the made-up language, and
  where a language came after the build, it is the English one, which then reads a file of words (`i18n.catalogue`).
- Without a build the pages still come, without life: `asset` then names a file that does not exist.
"""

import hashlib
import json
import mimetypes
from pathlib import Path
from typing import Any

from flask import Blueprint, Flask, Response, abort, current_app, request
from flask_babel import get_locale
from markupsafe import Markup
from werkzeug.security import safe_join

from app.settings import ROOT

DIST = ROOT / "static" / "dist"
SERVICE_WORKER = "sw.js"
YEAR_SECONDS = 31_536_000  # the longest time caches agree on

built = Blueprint("built", __name__)


class Manifest:
    """What the last build made; read again when a new build has replaced it, so that developers need no restart."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read_at = -1
        self._entries: dict[str, dict[str, Any]] = {}

    def entry(self, name: str) -> dict[str, Any]:
        """`file`, `gz` (bytes) and `loads` (chunks that are always loaded with it) of an entry such as `phone.js`."""
        return self._all().get(name, {"file": name, "gz": 0, "loads": []})

    def in_words(self, name: str, language: str) -> str:
        """The entry of this script in a language, `phone.ml.js`; the script itself if there is none."""
        stem, dot, ending = name.rpartition(".")
        own = f"{stem}.{language}{dot}{ending}"
        return own if own in self._all() else name

    def speaks(self, language: str) -> bool:
        """Whether scripts were built in this language."""
        return any(name.endswith(f".{language}.js") for name in self._all())

    def _all(self) -> dict[str, dict[str, Any]]:
        changed_at = self._path.stat().st_mtime_ns if self._path.exists() else 0
        if changed_at != self._read_at:
            self._entries = json.loads(self._path.read_text()) if changed_at else {}
            self._read_at = changed_at
        return self._entries


def init_app(app: Flask) -> None:
    app.extensions["manifest"] = Manifest(DIST / "manifest.json")
    app.register_blueprint(built)
    app.add_template_global(asset)
    app.add_template_global(script)
    app.add_template_global(stylesheet)


def asset(name: str) -> str:
    """The address of a built file: `asset("phone.js")` → `/static/dist/phone-X7K2.js`."""
    return _address(_manifest().entry(name)["file"])


def script(name: str) -> Markup:
    """The tags that start a built script in the language of the page, its chunks announced: they load side by side."""
    name = _manifest().in_words(name, str(get_locale()))
    preloads = (Markup('<link rel="modulepreload" href="{}">').format(_address(file)) for file in _loads(name))
    return Markup("").join(preloads) + Markup('<script type="module" src="{}"></script>').format(asset(name))


def stylesheet(name: str) -> Markup:
    """The tag that brings a built stylesheet."""
    return Markup('<link rel="stylesheet" href="{}">').format(asset(name))


@built.get("/static/dist/<path:name>")
def built_file(name: str) -> Response:
    """One built file, in the smallest form the browser understands."""
    path = safe_join(str(DIST), name)
    if path is None or not Path(path).is_file():
        abort(404)
    encoding, stored = _smallest(path)
    content = Path(stored).read_bytes()
    response = Response(content, mimetype=mimetypes.guess_type(name)[0] or "application/octet-stream")
    response.set_etag(hashlib.sha256(content).hexdigest()[:16])
    response.vary.add("Accept-Encoding")
    if encoding:
        response.content_encoding = encoding
    if name == SERVICE_WORKER:
        response.cache_control.no_cache = True
        response.headers["Service-Worker-Allowed"] = "/"  # it lies deeper than the pages it looks after
    else:
        response.cache_control.public = True
        response.cache_control.max_age = YEAR_SECONDS
        response.cache_control.immutable = True
    response.make_conditional(request)
    return response


def _smallest(path: str) -> tuple[str | None, str]:
    for encoding, ending in (("br", ".br"), ("gzip", ".gz")):
        if request.accept_encodings[encoding] and Path(path + ending).is_file():
            return encoding, path + ending
    return None, path


def _manifest() -> Manifest:
    manifest: Manifest = current_app.extensions["manifest"]
    return manifest


def _loads(name: str) -> list[str]:
    loads: list[str] = _manifest().entry(name)["loads"]
    return loads


def _address(file: str) -> str:
    return f"/static/dist/{file}"

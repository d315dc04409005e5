"""The Socket.IO server of one application: who may connect is settled by `app.live`, how is settled here.

The rules of this file
- Handlers are registered in a part's `init_app` on `socketio_of(app).server`, before the first phone connects.
- They run in the order in which one phone sent its events, each to its end (`async_handlers=False`); none may wait
  long.
- Frames are not compressed by the socket, which would double the memory of each phone; what is long is pressed before.
"""

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from flask import Flask
from flask_socketio import SocketIO

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PING_SECONDS = 15  # so a dead line is known after 25 seconds at the latest, and phone networks keep the line open
PONG_SECONDS = 10
LARGEST_FRAME_BYTES = 100_000  # the largest shared-text update is 64 KB, and base64 on long-polling adds a third


class Unescaped:
    """JSON as the sockets write it: a Malayalam letter in its three bytes, where an escape would take six."""

    loads = staticmethod(json.loads)

    @staticmethod
    def dumps(value: Any, **how: Any) -> str:
        """What holds half a letter (a lone surrogate) is escaped: it could not be sent."""
        text = json.dumps(value, ensure_ascii=False, **how)
        try:
            text.encode()
        except UnicodeEncodeError:
            return json.dumps(value, **how)
        return text


def init_app(app: Flask) -> None:
    SocketIO(
        app,  # becomes app.extensions["socketio"]
        async_mode="gevent",  # said aloud: left to itself the library takes whatever happens to be installed
        async_handlers=False,
        manage_session=False,
        ping_interval=PING_SECONDS,
        ping_timeout=PONG_SECONDS,
        max_http_buffer_size=LARGEST_FRAME_BYTES,
        json=Unescaped,
    )
    app.wsgi_app = _without_deflate(app.wsgi_app)  # type: ignore[method-assign, assignment]


def socketio_of(app: Flask) -> SocketIO:
    """The Socket.IO server of this application."""
    socketio: SocketIO = app.extensions["socketio"]
    return socketio


def _without_deflate(inner: "WSGIApplication") -> Callable[["WSGIEnvironment", "StartResponse"], Iterable[bytes]]:
    """Forget the browser's offer to compress, which simple-websocket would always accept."""

    def application(environ: "WSGIEnvironment", start_response: "StartResponse") -> Any:
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        return inner(environ, start_response)

    return application

"""The server: `python -m app.serve` opens the door and says where; Ctrl-C or SIGTERM closes it in order.

The rules of this file
- gevent replaces the waiting parts of the standard library before anything else is imported. That is why `flask run` is
  not the server.
- What an operator reads stands on the standard output: the line that says the door is open, and for a hall without
  internet the address for phones. Everything else is in the log.
- A clock that can be moved (`KOOTTAM_CLOCK`) is for tests: never where others can connect.
"""

from gevent import monkey

monkey.patch_all()

import errno
import ipaddress
import logging
import signal
import socket
import sys
from typing import Any

import gevent
import segno
from flask import Flask
from gevent.event import Event
from gevent.pool import Pool
from gevent.pywsgi import WSGIServer
from werkzeug.middleware.proxy_fix import ProxyFix

from app import create_app
from app.settings import Settings
from app.web.assets import DIST

WAITING_CONNECTIONS = 1_024  # all phones of three full meetings come back at once when the hall's Wi-Fi returns
STOP_SECONDS = 1.0  # for pages being answered; sockets are then cut, and phones come back by themselves


class PromptServer(WSGIServer):
    """Sends every small frame at once; left alone, the second of two frames waits 40 ms for the first one's receipt."""

    def handle(self, sock: Any, address: Any) -> None:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        super().handle(sock, address)


def main() -> int:
    """Serve until told to stop; 0 after an orderly end, 1 with one sentence if the door could not be opened."""
    try:
        settings = Settings.from_environment()
    except (ValueError, OSError) as error:
        return _cannot(str(error))
    if settings.clock_file and not _is_loopback(settings.host):
        return _cannot("KOOTTAM_CLOCK is for tests: it is refused where other machines can connect.")
    app = create_app(settings)
    if settings.https:
        # One proxy stands before us and says who asked, by https, for which name.
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1)  # type: ignore[method-assign]
    if not (DIST / "manifest.json").exists():
        print("The scripts of the pages are not built yet: python3 start.py builds them.", file=sys.stderr)
    server = PromptServer(
        (settings.host, settings.port),
        app,
        backlog=WAITING_CONNECTIONS,
        spawn=Pool(),
        log=None,
        error_log=logging.getLogger("app.serve"),
    )
    try:
        server.start()
    except OSError as error:
        return _cannot(_why_closed(error, settings))
    stop = Event()
    for asked in (signal.SIGTERM, signal.SIGINT):
        gevent.signal_handler(asked, stop.set)
    address = _lan_address() if settings.lan else None
    if address is not None:  # pages opened here as localhost show phones the way all the same
        app.extensions["public_address"] = f"http://{address}:{server.server_port}"
    _welcome(settings, server.server_port or settings.port, address)
    stop.wait()
    server.stop(timeout=STOP_SECONDS)
    _close(app)
    return 0


def _welcome(settings: Settings, port: int, address: str | None) -> None:
    shown = "localhost" if _is_loopback(settings.host) or _is_everywhere(settings.host) else settings.host
    print(f"Koottam is open at http://{shown}:{port}", flush=True)
    if settings.lan:
        if address is None:
            print("No network found. Join or open a Wi-Fi on this machine and start again.", flush=True)
            return
        print(f"Phones on the same Wi-Fi: http://{address}:{port}", flush=True)
        segno.make(f"http://{address}:{port}").terminal(compact=True)
        sys.stdout.flush()


def _close(app: Flask) -> None:
    """Let every part end what it holds, the last one set up first, and the database at the very end."""
    for end in reversed(app.extensions["closing"]):
        end()
    app.extensions["database"].close()


def _lan_address() -> str | None:
    """This machine's address for its neighbours, asked of the routing table; nothing is sent."""
    # A hall without internet has no way to the wide world, so ask for the usual private networks too.
    for far in ("192.0.2.1", "192.168.0.1", "10.0.0.1", "172.16.0.1"):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((far, 9))  # any port: a datagram socket only looks up the way
            except OSError:
                continue
            address = str(probe.getsockname()[0])
            if not _is_loopback(address):
                return address
    return None


def _why_closed(error: OSError, settings: Settings) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {settings.port} is in use by another program. Take another one: --port {settings.port + 1}"
    if error.errno == errno.EACCES:
        return f"Port {settings.port} needs more rights. Take one above 1023, such as 8000."
    return f"Cannot listen at {settings.host}:{settings.port}: {error.strerror}."


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_everywhere(host: str) -> bool:
    return host in {"0.0.0.0", "::"}


def _cannot(why: str) -> int:
    print(why, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())

"""The server opens the door, says where, and closes it in order."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PATIENCE_SECONDS = 120  # on a machine that does other things as well

ASK_FOR_A_SOCKET = (
    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
    "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    "Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n"
)


def begun(folder: Path, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "app.serve"],
        cwd=ROOT,
        env=os.environ | {"KOOTTAM_DATA": str(folder), "KOOTTAM_PORT": "0", "PYTHONUTF8": "1"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A running server and its port."""
    process = begun(tmp_path)
    assert process.stdout
    with process:
        line = ""
        while not (ready := re.fullmatch(r"Koottam is open at http://localhost:(\d+)\n", line)):
            line = process.stdout.readline()
            assert line, "the server ended before it was ready"
        yield process, int(ready[1])
        process.kill()


def test_it_says_where_it_is_open_and_answers_there(server: tuple[subprocess.Popen[str], int]) -> None:
    _process, port = server
    with pytest.raises(urllib.error.HTTPError, match="404") as answer:
        urllib.request.urlopen(f"http://localhost:{port}/there-is-no-such-page")
    answer.value.close()


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_in_order_even_with_a_phone_connected(
    server: tuple[subprocess.Popen[str], int], asked: signal.Signals
) -> None:
    process, port = server
    with socket.create_connection(("localhost", port)) as phone:
        phone.sendall(ASK_FOR_A_SOCKET.encode())
        assert phone.recv(4096).startswith(b"HTTP/1.1 101")
        process.send_signal(asked)
        assert process.wait(timeout=PATIENCE_SECONDS) == 0


def test_frames_travel_uncompressed(server: tuple[subprocess.Popen[str], int]) -> None:
    _process, port = server
    with socket.create_connection(("localhost", port)) as phone:
        phone.sendall(ASK_FOR_A_SOCKET.encode())
        assert b"permessage-deflate" not in phone.recv(4096)


def test_a_clock_that_can_be_moved_is_refused_where_others_can_connect(tmp_path: Path) -> None:
    with begun(tmp_path, KOOTTAM_HOST="0.0.0.0", KOOTTAM_CLOCK=str(tmp_path / "clock")) as process:
        told, _ = process.communicate(timeout=PATIENCE_SECONDS)
    assert (process.returncode, told) == (
        1,
        "KOOTTAM_CLOCK is for tests: it is refused where other machines can connect.\n",
    )


def test_an_occupied_port_is_one_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        with begun(tmp_path, KOOTTAM_PORT=str(port)) as process:
            told, _ = process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode == 1
    assert told.splitlines()[-1] == (f"Port {port} is in use by another program. Take another one: --port {port + 1}")


def test_a_port_that_is_no_number_is_one_sentence(tmp_path: Path) -> None:
    with begun(tmp_path, KOOTTAM_PORT="eighty") as process:
        told, _ = process.communicate(timeout=PATIENCE_SECONDS)
    assert (process.returncode, told) == (1, "KOOTTAM_PORT is 'eighty'; a port is a number from 0 to 65535.\n")


def test_on_a_lan_the_address_and_a_qr_are_shown(tmp_path: Path) -> None:
    with begun(tmp_path, KOOTTAM_LAN="1") as process:
        assert process.stdout
        lines = [process.stdout.readline()]
        while "Koottam is open" not in lines[-1]:
            lines.append(process.stdout.readline())
        process.terminate()
        rest = process.stdout.read()
    assert "Phones on the same Wi-Fi: http://" in rest or "No network found" in rest
    assert "█" in rest or "No network found" in rest

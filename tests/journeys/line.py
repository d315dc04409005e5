"""One phone's way to the server: a port of its own that passes everything on, until it is cut or held back.

The rules of this file
- `cut` ends connections as a lost network does; `hold_back` only keeps what the server says, so that somebody acts on
  what was true a moment ago.
- The server may be killed and started again behind a line; the line stays where it is.
"""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

Result = TypeVar("Result")

CHUNK = 65_536


class Lines:
    """The loop that all lines of a test run on."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._lines: list[Line] = []
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def lay(self, port: Callable[[], int], delay_seconds: float = 0.0) -> "Line":
        """A new line to whatever listens at `port()` when it is used."""
        line = Line(self, port, delay_seconds)
        self.call(line.open())
        self._lines.append(line)
        return line

    def call(self, work: "asyncio.Future[Result] | object") -> object:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)  # type: ignore[arg-type]

    def close(self) -> None:
        async def end() -> None:
            for line in self._lines:
                line.stop()
            mine = asyncio.current_task()
            others = [task for task in asyncio.all_tasks() if task is not mine]
            for task in others:
                task.cancel()
            await asyncio.gather(*others, return_exceptions=True)

        self.call(end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()


class Line:
    """`delay_seconds` is added in each direction."""

    def __init__(self, lines: Lines, server: Callable[[], int], delay_seconds: float) -> None:
        self._lines = lines
        self._server = server
        self._delay = delay_seconds
        self._open: set[asyncio.StreamWriter] = set()
        self._is_cut = False
        self._speaks, self._always = asyncio.Event(), asyncio.Event()
        self._speaks.set()
        self._always.set()
        self._listening: asyncio.Server | None = None
        self.port = 0
        self.bytes_down = 0  # all that came to the phone

    async def open(self) -> None:
        self._listening = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = int(self._listening.sockets[0].getsockname()[1])

    def stop(self) -> None:
        if self._listening is not None:
            self._listening.close()

    def cut(self) -> None:
        """All connections end, and no new one comes about."""
        self._lines.call(self._cut())

    async def _cut(self) -> None:
        self._is_cut = True
        for writer in self._open:
            writer.transport.abort()

    def hold_back(self) -> None:
        """What she says gets through; what she is told has to wait."""
        self._lines.call(self._set_speaking(False))

    def mend(self) -> None:
        self._is_cut = False
        self._lines.call(self._set_speaking(True))

    async def _set_speaking(self, speaks: bool) -> None:
        if speaks:
            self._speaks.set()
        else:
            self._speaks.clear()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._is_cut:
            writer.transport.abort()
            return
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._server())
        except OSError:  # the server is down
            writer.transport.abort()
            return
        pair = {writer, far_writer}
        self._open |= pair
        ways = [asyncio.ensure_future(way) for way in (
            self._pass_on(reader, far_writer, self._always), self._pass_on(far_reader, writer, self._speaks),
        )]  # fmt: skip
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:  # the test is over; the caller of this task would take it for a fault
            pass
        finally:
            for way in ways:
                way.cancel()
            self._open -= pair
            for one in pair:
                one.transport.abort() if self._is_cut else one.close()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, may: asyncio.Event) -> None:
        """In order, each piece as late as the line makes it, without holding up the reading of the next."""
        loop = asyncio.get_running_loop()
        pieces: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def read() -> None:
            while True:
                data = await reader.read(CHUNK)
                pieces.put_nowait((loop.time() + self._delay, data))
                if not data:
                    return

        reading = asyncio.ensure_future(read())
        with suppress(OSError):
            try:
                while True:
                    due, data = await pieces.get()
                    await asyncio.sleep(max(0.0, due - loop.time()))
                    await may.wait()
                    if not data:
                        return
                    self.bytes_down += len(data) if may is self._speaks else 0
                    writer.write(data)
                    await writer.drain()
            finally:
                reading.cancel()
                with suppress(asyncio.CancelledError, OSError):
                    await reading

"""A class answers polls: how long the acknowledgement takes, what it costs, and whether anything is lost.

    python3 start.py bench classroom --people 300 --json

Everybody comes in by the QR of her slip and connects with the official socket.io-client for Node. A trainer opens a
poll; each phone answers once within two seconds; counts are told to all while it is open; the trainer closes it. Each
answer is committed to SQLite with `synchronous=FULL` before it is acknowledged. Right after the last acknowledgement
the server is killed (SIGKILL), and what the database holds is counted: `lost` are acknowledged answers that are not
there.

Beside it, in the same run, the same phones do the same with `reference.mjs`: the official socket.io server for Node
with the least code that counts a poll. **It stores answers nowhere**, knows nobody and checks no rights.

The last line printed is one JSON object. Times in ms; `server_cpu_seconds`: processor time of the server for one poll,
from its opening to its closing (median of the rounds); `bytes_per_person`: what one phone received and sent in such a
poll. Phones and server share this machine: compare ratios, not machines. Ratios under 1.2 mean nothing.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.db import Database
from app.live import log
from app.live.events import Answered
from app.settings import ROOT
from benchmarks import school

POLLS = 2
SLOW_SECONDS = 18  # who needs longer until everybody is in measures one poll: a measurement may take 50 s in all
WINDOW_MS = 2_000  # a class taps within two seconds of the question
SIZES = (100, 300)
PATIENCE_SECONDS = 120

Numbers = dict[str, Any]


def main() -> int:
    arguments = _arguments()
    node = shutil.which("node")
    if node is None:
        print("The phones of this measurement are Node programs, and there is no Node here.", file=sys.stderr)
        return 1
    for people in [arguments.people] if arguments.people else SIZES:
        measured = measure(node, people)
        if not arguments.json:
            _explain(measured)
        print(json.dumps(measured), flush=True)
    return 0


def measure(node: str, people: int) -> Numbers:
    """Our server, then the reference, with as many people."""
    with tempfile.TemporaryDirectory(prefix="koottam-bench-") as folder:
        ours = _ours(node, Path(folder), people)
    theirs = _theirs(node, people, ours["polls"])
    return {
        "people": people,
        **ours,
        "ack_p99_ratio_to_node": _ratio(ours["ack_p99_ms"], theirs["ack_p99_ms"]),
        "cpu_ratio_to_node": _ratio(ours["server_cpu_seconds"], theirs["server_cpu_seconds"]),
        "node": {**theirs, "stored": "nowhere"},
    }


def _ours(node: str, folder: Path, people: int) -> Numbers:
    began = time.monotonic()
    made = school.found(folder, people, POLLS + 1)
    environ = {"KOOTTAM_DATA": str(folder), "KOOTTAM_PORT": "0"}
    with _server([sys.executable, "-m", "app.serve"], environ) as (process, first_line):
        origin = f"http://127.0.0.1:{first_line.rsplit(':', 1)[1].strip()}"
        came = time.monotonic()
        cookies = school.let_in(origin, [made.trainer, *made.trainees])
        log_in_seconds = round(time.monotonic() - came, 1)
        *runs, last = made.runs
        if time.monotonic() - began > SLOW_SECONDS:
            runs = runs[:1]
        heard = _phones(node, process.pid, origin, cookies, runs, made.meeting, last)
        process.kill()
    acknowledged = people * (len(runs) + 1) - len(heard["refused"])
    return {
        "lost": acknowledged - _stored(folder, made.meeting),
        "stored": "SQLite, synchronous=FULL",
        "polls": len(runs),
        "log_in_seconds": log_in_seconds,
        **_numbers(heard),
    }


def _theirs(node: str, people: int, polls: int) -> Numbers:
    runs = [f"poll-{number}" for number in range(polls)]
    with _server([node, "benchmarks/reference.mjs", ",".join(school.OPTIONS)], {}) as (process, port):
        heard = _phones(node, process.pid, f"http://127.0.0.1:{port.strip()}", [""] * (people + 1), runs)
        process.kill()
    return _numbers(heard)


@contextmanager
def _server(command: Sequence[str], environ: Mapping[str, str]) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """A server in a process of its own, and the line with which it says that it is open."""
    with subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **environ}, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        try:
            assert process.stdout
            line = process.stdout.readline()
            if not line:
                raise RuntimeError(f"{' '.join(command)} did not start")
            yield process, line
        finally:
            process.kill()


def _phones(
    node: str,
    pid: int,
    origin: str,
    cookies: Sequence[str],
    runs: Sequence[str],
    meeting: str = "",
    last: str | None = None,
) -> dict[str, Any]:
    trainer, *phones = cookies
    asked = {
        "origin": origin, "pid": pid, "meeting": meeting, "runs": runs, "last": last, "options": school.OPTIONS,
        "window": WINDOW_MS, "trainer": trainer, "phones": phones,
    }  # fmt: skip
    done = subprocess.run(
        [node, "benchmarks/phones.mjs"], cwd=ROOT, input=json.dumps(asked), text=True, stdout=subprocess.PIPE,
        timeout=PATIENCE_SECONDS, check=True,
    )  # fmt: skip
    heard: dict[str, Any] = json.loads(done.stdout)
    return heard


def _stored(folder: Path, meeting: str) -> int:
    """How many answers a server that starts now would find."""
    database = Database(f"sqlite:///{folder / 'koottam.db'}")
    with database.read() as session:
        events = [happened.event for happened, _client in log.since(session, meeting, 0)]
    database.close()
    return len({(event.run, event.who) for event in events if isinstance(event, Answered)})


def _numbers(heard: Mapping[str, Any]) -> Numbers:
    rounds = heard["rounds"]
    waits = sorted(wait for one in rounds for wait in one["waits"])
    used = [one["cpu"] for one in rounds if one["cpu"] is not None]
    return {
        "answers": len(waits),
        "refused": len(heard["refused"]),
        "ack_p50_ms": round(statistics.median(waits), 1),
        "ack_p99_ms": round(waits[max(0, -(-len(waits) * 99 // 100) - 1)], 1),
        "server_cpu_seconds": round(statistics.median(used), 2) if used else None,
        "bytes_per_person": round(statistics.mean(size for one in rounds for size in one["bytes"])),
        "join_bytes_per_person": round(statistics.mean(heard["join_bytes"])),
        "connect_seconds": round(heard["connect_seconds"], 1),
        "phones_own_delay_p99_ms": round(heard["delay_p99_ms"], 1),
    }


def _ratio(ours: float | None, theirs: float | None) -> float | None:
    return round(ours / theirs, 2) if ours is not None and theirs else None


def _explain(measured: Numbers) -> None:
    node = measured["node"]
    print(f"{measured['people']} people, {measured['answers']} answers, each stored before it was acknowledged")
    print(f"  lost                 {measured['lost']}")
    for name in ("ack_p50_ms", "ack_p99_ms", "server_cpu_seconds", "bytes_per_person", "connect_seconds"):
        print(f"  {name:20} {measured[name]!s:>8}   Node, storing nothing: {node[name]}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="start.py bench classroom", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--people", type=int, help=f"how many phones; without it {SIZES[0]} and {SIZES[1]}")
    parser.add_argument("--json", action="store_true", help="nothing but the JSON object")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

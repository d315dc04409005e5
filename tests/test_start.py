"""Two commands: what an operator can mend is one sentence, and a step is done again only if its sources changed."""

import ast
import os
import shutil
import socket
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import start

ROOT = Path(__file__).parent.parent


def ended(command: list[str], folder: Path = ROOT, **environment: str) -> tuple[int, str]:
    """Exit code and everything that was said."""
    told = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,  # a machine that does other things as well
    )
    return told.returncode, told.stdout.strip()


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_a_python_too_old_to_run_it_can_read_it() -> None:
    ast.parse((ROOT / "start.py").read_text(), feature_version=(3, 4))


def test_a_python_too_old_is_told_so() -> None:
    pretend = (
        "import runpy, sys; sys.version_info = (3, 8, 10, 'final', 0); sys.argv = ['start.py'];"
        "runpy.run_path('start.py', run_name='__main__')"
    )
    assert ended([sys.executable, "-c", pretend]) == (
        1,
        "Koottam needs Python 3.11 or newer, and this is 3.8. Install a newer one and start with that, "
        "for example: python3.12 start.py",
    )


def test_an_occupied_port_is_said_before_anything_is_installed(taken_port: int, tmp_path: Path) -> None:
    shutil.copy(ROOT / "start.py", tmp_path)
    assert ended([sys.executable, "start.py", "--port", str(taken_port)], tmp_path) == (
        1,
        f"Port {taken_port} is in use by another program. Take another one: --port {taken_port + 1}",
    )
    assert [path.name for path in tmp_path.iterdir()] == ["start.py"]


def test_a_port_that_does_not_exist_is_said() -> None:
    assert ended([sys.executable, "start.py", "--port", "80000"]) == (
        1,
        "There is no port 80000; ports go from 0 to 65535.",
    )


def test_a_debian_without_venv_is_told_which_package_to_install(tmp_path: Path) -> None:
    shutil.copy(ROOT / "start.py", tmp_path)
    (tmp_path / "venv.py").write_text("raise SystemExit('... because ensurepip is not available.')")
    code, told = ended([sys.executable, "start.py", "--port", "0"], tmp_path, PYTHONPATH=str(tmp_path))
    assert code == 1
    assert told.splitlines()[-1] == (
        "This Python comes without its module venv. On Debian and Ubuntu: sudo apt install python3-venv; "
        "then start again."
    )
    assert not (tmp_path / ".venv").exists()


def test_a_machine_off_line_is_told_so(tmp_path: Path) -> None:
    shutil.copy(ROOT / "start.py", tmp_path)
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "base.txt").write_text("not-a-package==1.0 --hash=sha256:" + "0" * 64)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)  # our own packages at another place: making new ones takes seconds
    for name in ("bin/python", "lib", "pyvenv.cfg"):
        (tmp_path / ".venv" / name).symlink_to(Path(sys.prefix) / name)
    code, told = ended([sys.executable, "start.py", "--port", "0"], tmp_path, PIP_NO_INDEX="1", PIP_FIND_LINKS="")
    assert code == 1
    assert told.splitlines()[-1] == (
        "The Python packages could not be installed: this machine has no way to the package index. Is it on-line? "
        "(All of it: .venv/pip.log)"
    )


@pytest.mark.parametrize(
    ("told", "cause"),
    [
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "the disk is full.",
        ),
        ("npm error code ENOSPC", "the disk is full."),
        ("npm error code EINTEGRITY", "a downloaded file is not the one we locked; try once more."),
        ("npm error code ENOTFOUND", "this machine has no way to the package index. Is it on-line?"),
        ("something\nelse altogether\n", "else altogether"),
        ("", "it ended without a word."),
    ],
)
def test_an_installers_noise_becomes_one_cause(told: str, cause: str) -> None:
    assert start.likely_cause(told) == cause


def test_a_step_is_done_again_only_if_its_sources_changed(tmp_path: Path) -> None:
    mark, source = tmp_path / "done" / ".built", tmp_path / "sources" / "a.js"
    source.parent.mkdir()
    source.write_text("1")
    sources = [str(source.parent)]
    assert not start.is_marked(mark, sources)
    start.set_mark(mark, sources)
    assert start.is_marked(mark, sources)
    source.touch()
    assert start.is_marked(mark, sources)
    source.write_text("2")
    assert not start.is_marked(mark, sources)


def test_a_new_file_makes_a_step_be_done_again(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    start.set_mark(tmp_path / ".built", [str(tmp_path / "sources")])
    (tmp_path / "sources" / "new.js").write_text("")
    assert not start.is_marked(tmp_path / ".built", [str(tmp_path / "sources")])


def test_a_measurement_has_to_be_named() -> None:
    code, told = ended([sys.executable, "start.py", "bench"])
    assert (code, told.split(":")[0]) == (1, "Name a measurement")


def test_what_the_program_needs_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    base, everything = ((ROOT / "requirements" / name).read_text().lower() for name in ("base.txt", "test.txt"))
    needed = [name.split(">")[0] for name in project["project"]["dependencies"]]
    tested_with = [name.split(">")[0] for name in project["dependency-groups"]["test"]]
    assert [name for name in needed if f"\n{name}==" not in f"\n{base}"] == []
    assert [name for name in needed + tested_with if f"\n{name}==" not in f"\n{everything}"] == []

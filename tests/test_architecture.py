"""How the house is built: imports point one way, kinds are alone and pure, and a breach is noticed."""

import os
import shutil
import subprocess
import sys
from functools import cache
from itertools import permutations
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parent.parent
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")
VAGUE = {"utils", "helpers", "common", "misc", "manager"}

BREACHES = {  # contract → (a file, and a line that breaks the contract there)
    "Imports point one way: a row may import rows below it": ("app/clock.py", "import app.web"),
    "Inside a package: pages, sockets -> actions": ("app/jobs/tables.py", "import app.jobs.actions"),
    "Activities are pure: no web, no database, no clock": ("app/activities/contract.py", "import flask"),
    "Rules, machines and codecs are pure": ("app/people/rules.py", "from app import clock"),
    "Only richtext reads Markdown and cleans HTML": ("app/web/i18n.py", "import bleach"),
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    wide = os.environ | {"COLUMNS": "300"}  # so that the name of a contract stays on one line
    return subprocess.run([LINT_IMPORTS, "--no-cache"], cwd=folder, env=wide, capture_output=True, text=True)


def test_imports_keep_the_contracts() -> None:
    told = lint_imports(ROOT)
    assert told.returncode == 0, told.stdout


def test_every_contract_notices_a_breach(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "app", tmp_path / "app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for file, line in BREACHES.values():
        with (tmp_path / file).open("a") as breached:
            breached.write(f"\n{line}\n")
    told = lint_imports(tmp_path).stdout
    broken = [line for line in told.splitlines() if " BROKEN" in line]
    assert [name for name in BREACHES if not any(line.startswith(name) for line in broken)] == [], told


@cache
def imports() -> grimp.ImportGraph:
    return grimp.build_graph("app")


def kinds() -> list[str]:
    folders = (ROOT / "app" / "activities").iterdir()
    return sorted(f"app.activities.{folder.name}" for folder in folders if (folder / "__init__.py").exists())


def test_kinds_of_activity_do_not_know_each_other() -> None:
    known = [
        (one, other)
        for one, other in permutations(kinds(), 2)
        if imports().find_shortest_chains(one, other, as_packages=True)
    ]
    assert known == []


def test_the_rules_of_activities_load_neither_a_web_server_nor_a_database() -> None:
    code = (
        "import sys, app.activities.registry;"
        "sys.exit(', '.join({'flask', 'sqlalchemy', 'socketio', 'gevent', 'markdown'} & set(sys.modules)) or 0)"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert told.stderr == ""


def test_no_package_imports_the_composition_root() -> None:
    edges = {"app.serve"}
    code = "create_app"
    importers = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "app").rglob("*.py")
        if f"import {code}" in path.read_text()
    }
    assert {importer.removesuffix(".py").replace("/", ".") for importer in importers} <= edges


def test_a_module_is_named_for_what_it_holds() -> None:
    assert [module for module in imports().modules if VAGUE & set(module.split("."))] == []


@pytest.mark.parametrize("lock", ["requirements/base.txt", "requirements/test.txt", "requirements/node.txt"])
def test_python_locks_hold_hashes_and_no_address(lock: str) -> None:
    lines = (ROOT / lock).read_text().splitlines()
    assert any(line.strip().startswith("--hash=sha256:") for line in lines)
    assert [line for line in lines if "://" in line or "index-url" in line] == []


@pytest.mark.parametrize("lock", ["package-lock.json", "tests/chromium/package-lock.json"])
def test_npm_locks_hold_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert '"integrity": "sha512-' in text
    assert '"resolved"' not in text

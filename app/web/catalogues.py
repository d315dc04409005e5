"""From the sources to the translators and back: `flask i18n update` and `flask i18n compile`.

The rules of this file
- One PO file a language holds the words of Python, templates and scripts. It names files, not line numbers, so that
  moving code does not change it. An update keeps every translation; what changed is marked for the translator's eye
  ("fuzzy").
- Compiling writes `messages.mo` for pages and a small JSON for the scripts of phones (only the messages scripts use).
  Both are built, not kept in git.
- Fuzzy translations are not shown: an old sentence may say the opposite of the new one.
"""

import gettext
import gzip
import hashlib
import json
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

import click
from babel.messages import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from flask.cli import AppGroup

from app.settings import ROOT

ENGLISH = "en"
TRANSLATIONS = ROOT / "app" / "translations"
CATALOGUES = ROOT / "static" / "dist" / "i18n"
SOURCES = ("app", "static/js")
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "lazy_gettext": None,
    "lazy_ngettext": (1, 2),
    "Rejected": (2,),  # rules speak English; it is translated where the language is known
    "say": None,
}
SCRIPT_ENDINGS = (".js", ".jsx")
LINE_LENGTH = 120

_QUOTED = r"""(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")"""
_WORDS = rf"{_QUOTED}(?:\s*\+\s*{_QUOTED})*"
SCRIPT_CALL = re.compile(rf"(?<![\w$.])(?P<name>_|N_|ngettext)\(\s*(?P<one>{_WORDS})(?:\s*,\s*(?P<many>{_WORDS}))?")

group = AppGroup("i18n", help="Translations of the interface.")


def known_languages(folder: Path = TRANSLATIONS) -> list[str]:
    """English and every language that has a folder of translations."""
    return [ENGLISH, *sorted(po.parent.parent.name for po in folder.glob("*/LC_MESSAGES/messages.po"))]


def extracted(root: Path = ROOT) -> Catalog:
    """Every message of the sources, with the files it stands in; comments that begin with `Translators:` come along."""
    with (root / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    # The header is for translators' programs; who translated what is in the history of the file.
    words = Catalog(
        project="Koottam",
        version="1",
        copyright_holder="Koottam",
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        charset="utf-8",
        fuzzy=False,
        header_comment="# Koottam: words of the interface.",
    )
    found: Any = extract_from_dir(
        root,
        methods,
        options,
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
        directory_filter=lambda folder: _is_source(Path(folder).resolve(), root.resolve()),
    )
    for file_name, _line, message, comments, context in found:
        words.add(message, locations=[(file_name, 0)], auto_comments=comments, context=context)
    return words


def words_of_script(
    file: IO[bytes], keywords: Mapping[str, Any], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[tuple[int, str, str | tuple[str, str], list[str]]]:
    """The messages of one script, for Babel: calls of `_`, `N_` and `ngettext` with words written out.

    Babel's own reader loses its way in JSX and in template strings. A line `// Translators: …` above a call comes too.
    """
    text = file.read().decode()
    for call in SCRIPT_CALL.finditer(text):
        line = text.count("\n", 0, call.start()) + 1
        above = text.splitlines()[line - 2].strip(" \t/{*}") if line > 1 else ""
        comments = [above] if any(above.startswith(tag) for tag in comment_tags) else []
        one, many = _unquoted(call["one"]), _unquoted(call["many"] or "")
        yield line, call["name"], (one, many) if call["name"] == "ngettext" else one, comments


def update(language: str, words: Catalog, folder: Path = TRANSLATIONS) -> Catalog:
    """Bring one language's PO file up to date with the sources, making it if there is none; what is gone is dropped."""
    path = _po(language, folder)
    if path.exists():
        kept = _read(path, language)
        kept.update(words, update_creation_date=False)
    else:
        path.parent.mkdir(parents=True)
        kept = words
        kept.locale = language
    with path.open("wb") as file:
        write_po(file, kept, width=LINE_LENGTH, sort_by_file=True, ignore_obsolete=True, include_lineno=False)
    return kept


def compile_all(folder: Path = TRANSLATIONS, target: Path = CATALOGUES) -> dict[str, str]:
    """Write what pages and scripts read; the name of the scripts' file for each language, as in `files.json`."""
    target.mkdir(parents=True, exist_ok=True)
    files = {}
    for language in known_languages(folder):
        if language == ENGLISH:
            continue
        path = _po(language, folder)
        words = _read(path, language)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, words)
        files[language] = _write_script_words(language, words, target)
    for old in target.glob("*.json*"):
        if old.name.removesuffix(".gz") not in files.values():
            old.unlink()
    (target / "files.json").write_text(json.dumps(files))
    return files


def for_scripts(words: Catalog, plural_rule: str) -> dict[str, Any]:
    """What `static/js/i18n.js` reads: `words` (message → translation, or its plural forms) and `plural`.

    `plural` says which form a number takes, one digit each for 0, 1, 2 … : browsers under our content policy cannot run
    gettext's formula. From 100 on the last two digits decide; the last digit of `plural` stands for all that follow.
    """
    translated = {
        key: message.string
        for message in words
        if (key := _key(message)) and not message.fuzzy and _whole(message.string) and _in_scripts(message)
    }
    form = gettext.c2py(plural_rule)
    digits = "".join(str(form(number)) for number in range(200))  # two hundred: 0-99, and 100-199 for all above
    return {"plural": digits.rstrip(digits[-1]) + digits[-1], "words": translated}


@group.command("update")
@click.argument("languages", nargs=-1)
def update_command(languages: tuple[str, ...]) -> None:
    """Bring the PO files up to date with the sources; a new language code starts a new file."""
    for language in languages or [known for known in known_languages() if known != ENGLISH]:
        words = update(language, extracted())
        done = sum(1 for message in words if message.id and _whole(message.string) and not message.fuzzy)
        click.echo(f"{language}: {done} of {len(words)} messages translated")


@group.command("compile")
def compile_command() -> None:
    """Write what pages and scripts read from the PO files."""
    for language, file in compile_all().items():
        click.echo(f"{language}: {(CATALOGUES / (file + '.gz')).stat().st_size} bytes for scripts")


def _read(path: Path, language: str) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language)


def _write_script_words(language: str, words: Catalog, target: Path) -> str:
    content = json.dumps(for_scripts(words, words.plural_expr), ensure_ascii=False, sort_keys=True).encode()
    digest = hashlib.sha256(content).hexdigest()[:8]  # eight digits: a handful of versions never meet
    name = f"{language}-{digest}.json"
    (target / name).write_bytes(content)
    (target / f"{name}.gz").write_bytes(gzip.compress(content, 9, mtime=0))
    return name


def _po(language: str, folder: Path) -> Path:
    return folder / language / "LC_MESSAGES" / "messages.po"


def _is_source(folder: Path, root: Path) -> bool:
    return any(folder.is_relative_to(root / source) or (root / source).is_relative_to(folder) for source in SOURCES)


def _unquoted(words: str) -> str:
    parts = (part[1:-1] for part in re.findall(_QUOTED, words))
    return "".join(re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), part) for part in parts)


def _key(message: Message) -> str:
    return message.id[0] if message.pluralizable else str(message.id)


def _whole(string: Any) -> bool:
    return all(string) if isinstance(string, (list, tuple)) else bool(string)


def _in_scripts(message: Message) -> bool:
    return any(file.endswith(SCRIPT_ENDINGS) for file, _line in message.locations)

"""Option lines: known names, typed values, wrong ones named to the column.

The rules of this file
- What a value becomes: durations are seconds, numbers int or float, yes and no are bool, lists are lists of strings, a
  range is [low, high]. `groups` is {"size": [5, 6]} or {"count": 6}, `assign` {"how": "mixed", "by": "district"}.
- Only what is written is there: defaults belong to whoever reads the value.
"""

from collections.abc import Callable, Mapping
from typing import Any

from app.activities.contract import Option, OptionType
from app.curriculum import quantities
from app.curriculum.faults import Faults
from app.curriculum.located import Entries, Value
from app.curriculum.model import Setting, Settings
from app.curriculum.notation import is_key
from app.curriculum.suggest import did_you_mean

_WAYS = ("random", "mixed", "last", "new-partners", "hand")

Wrong = str
"""Why a value cannot be read, as the end of a message."""


def typed(owner: str, entries: Entries, known: Mapping[str, Option], faults: Faults) -> Settings:
    """The settings of one fence; what is wrong is left out and told."""
    settings: dict[str, Setting] = {}
    for name, entry in entries.items():
        if name not in known:
            near = did_you_mean(name, known) or (f" (it has: {', '.join(sorted(known))})" if known else "")
            faults.error(entry.spot, f"'{owner}' has no option '{name}'{near}")
            continue
        value, wrong = _read(name, known[name], entry.value)
        if wrong:
            faults.error(entry.value.spot, f"{name} {_said(entry.value)}: {wrong}")
        else:
            settings[name] = Setting(value, entry.spot, entry.value.spot)
    return settings


def _said(value: Value) -> str:
    return "is empty" if value.words == "" else f"'{value.words}'" if value.words is not None else "is no plain value"


def _read(name: str, option: Option, value: Value) -> tuple[Any, Wrong | None]:
    if option.type in (OptionType.DURATIONS, OptionType.KEYS):
        return _list(option.type, value)
    if not value.words:
        return None, "write one value after the colon"
    reader = _BY_NAME.get(name) or _BY_TYPE[option.type]
    return reader(value.words, option)


def _list(kind: OptionType, value: Value) -> tuple[Any, Wrong | None]:
    strings = value.strings
    if not strings:
        return None, "write a list, for example [a, b]" if kind is OptionType.KEYS else "write a list such as [1w, 4w]"
    if kind is OptionType.KEYS:
        bad = next((word for word in strings if not is_key(word)), None)
        return list(strings), bad and f"'{bad}' is no key: use a-z, 0-9 and single hyphens"
    delays = [quantities.delay(word) for word in strings]
    return delays, "write each as 1w, 3d or 12h" if None in delays else None


def _duration(words: str, option: Option) -> tuple[Any, Wrong | None]:
    seconds = quantities.duration(words)
    return seconds, None if seconds else "write 90s, 5m or 1h 30m"


def _number(words: str, option: Option) -> tuple[Any, Wrong | None]:
    value = quantities.number(words)
    return (None, "write a number") if value is None or value < 0 else (quantities.plain(value), None)


def _yesno(words: str, option: Option) -> tuple[Any, Wrong | None]:
    return words == "yes", None if words in ("yes", "no") else "write yes or no"


def _choice(words: str, option: Option) -> tuple[Any, Wrong | None]:
    if words in option.choices:
        return words, None
    return None, f"it may be {', '.join(option.choices)}{did_you_mean(words, option.choices)}"


def _range(words: str, option: Option) -> tuple[Any, Wrong | None]:
    ends = quantities.between(words, least=0)
    return (list(ends), None) if ends and ends[0] < ends[1] else (None, "write two whole numbers, for example 1-5")


def _words(words: str, option: Option) -> tuple[Any, Wrong | None]:
    return words, None


def _groups(words: str, option: Option) -> tuple[Any, Wrong | None]:
    amount, _, of = words.partition(" ")
    ends = quantities.between(amount)
    if ends and of in ("people", "persons"):
        return {"size": list(ends)}, None
    if ends and of in ("groups", "group") and ends[0] == ends[1]:
        return {"count": ends[0]}, None
    return None, "write for example 5-6 people, 4 people or 6 groups"


def _assign(words: str, option: Option) -> tuple[Any, Wrong | None]:
    how, _, by = words.partition(" ")
    if how not in _WAYS:
        return None, f"it may be random, mixed ATTRIBUTE, last, new-partners or hand{did_you_mean(how, _WAYS)}"
    if how == "mixed":
        return {"how": how, "by": by}, None if is_key(by) else "say what is mixed, for example mixed district"
    return {"how": how}, f"'{how}' stands alone" if by else None


def _key(words: str, option: Option) -> tuple[Any, Wrong | None]:
    if all(is_key(part) for part in words.split("/")) and words.count("/") <= 1:
        return words, None
    return None, "it names an activity by its id"


_Reader = Callable[[str, Option], tuple[Any, Wrong | None]]
_BY_TYPE: Mapping[OptionType, _Reader] = {
    OptionType.DURATION: _duration,
    OptionType.NUMBER: _number,
    OptionType.YESNO: _yesno,
    OptionType.CHOICE: _choice,
    OptionType.RANGE: _range,
    OptionType.WORDS: _words,
}
_BY_NAME: Mapping[str, _Reader] = {"groups": _groups, "assign": _assign, "from": _key, "was": _key}

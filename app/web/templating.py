"""Pages from templates: where each package keeps them, and the icons they show.

The rules of this file
- `people/login.html` is `app/people/templates/login.html`; `kinds/poll/paper.html` is the paper form of a kind.
- A misspelt name in a template is an error, not an empty place.
- `{{ icon('help') }}` draws an icon; the base page ends with the symbols of all icons that were drawn. Icons that
  only a script draws are named there: `{% block icons %}{{ icons('help', 'tick') }}{% endblock %}`.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from flask import Flask, g
from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined, TemplateNotFound
from markupsafe import Markup

from app.settings import ROOT

PACKAGES = ROOT / "app"
ICONS = ROOT / "static" / "img" / "icons.svg"


class PackageTemplates(BaseLoader):
    """Finds a template in the folder `templates` of the package that its name begins with."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        folder, name = _home(template)
        try:
            return FileSystemLoader(folder).get_source(environment, name)
        except TemplateNotFound:
            raise TemplateNotFound(template) from None


def init_app(app: Flask) -> None:
    app.jinja_loader = PackageTemplates()
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    app.add_template_global(icon)
    app.add_template_global(icons)


def icon(name: str, big: bool = False) -> Markup:
    """One icon, invisible to screen readers: it never stands without its word or a label."""
    _symbol(name)  # a misspelt name fails here, where it is written
    g.setdefault("icons_drawn", {})[name] = True
    return Markup('<svg class="{}" aria-hidden="true"><use href="#{}"/></svg>').format("i i-big" if big else "i", name)


def icons(*names: str) -> Markup:
    """The hidden symbols of these icons and of all that were drawn on this page so far."""
    wanted = dict.fromkeys([*g.get("icons_drawn", {}), *names])
    if not wanted:
        return Markup("")
    return Markup("<svg hidden>{}</svg>").format(Markup("").join(_symbol(name) for name in wanted))


def _symbol(name: str) -> Markup:
    try:
        return _symbols()[name]
    except KeyError:
        raise LookupError(f"there is no icon {name!r} in {ICONS.name}") from None


@cache
def _symbols() -> dict[str, Markup]:
    drawn = re.findall(r'(<symbol id="([^"]+)".*?</symbol>)', ICONS.read_text(), re.DOTALL)
    return {name: Markup(symbol) for symbol, name in drawn}  # our own file, so it needs no cleaning


def _home(template: str) -> tuple[Path, str]:
    match template.split("/", 2):
        case ["kinds", kind, name]:
            return PACKAGES / "activities" / kind / "templates", name
        case [package, *rest] if rest:
            return PACKAGES / package / "templates", "/".join(rest)
        case _:
            return PACKAGES / "web" / "templates", template

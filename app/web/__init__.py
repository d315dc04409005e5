"""Request plumbing without a word of the domain: files, headers, forms, languages, error pages, limits, sockets.

What the other packages use
- in templates: `asset`, `script`, `stylesheet`, `icon`, `icons`, `csrf_meta`, `languages`, `_`, `ngettext`
- `app.web.limits.spend(rule, *who)`: at most so often, by account
- `app.web.sockets.socketio_of(app)`: the Socket.IO server
- templates of a package lie in `app/<package>/templates/page.html` and are called `<package>/page.html`; those of a
  kind of activity in `app/activities/<kind>/templates/` and are called `kinds/<kind>/page.html`
"""

from flask import Flask

from app.web import (
    assets,
    catalogues,
    compression,
    csrf,
    errors,
    headers,
    i18n,
    json,
    limits,
    logs,
    sockets,
    templating,
)


def init_app(app: Flask) -> None:
    """Set up everything a page needs, whoever answers it."""
    app.extensions["closing"] = []  # functions without arguments, called in reverse order when the process ends
    logs.init_app(app)
    json.init_app(app)
    headers.init_app(app)
    compression.init_app(app)
    csrf.init_app(app)
    limits.init_app(app)
    templating.init_app(app)
    assets.init_app(app)
    i18n.init_app(app)
    app.cli.add_command(catalogues.group)
    errors.init_app(app)
    sockets.init_app(app)

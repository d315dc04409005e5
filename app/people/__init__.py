"""Who somebody is, how they come in, and what they may do: persons, PINs, passwords, slips, roles.

What the other packages use
- `access`: `@public`, `@allows("verb", of="cohort")`; `scope_finders(app)` and `grant_sources(app)` to add to
- `signin`: `current_person()` (or None), `signed_in()`, `sign_in_id()`; `app.extensions["on_logout"]` is told who left
- `rules`: `Role`, `Grant`, `Scope`, `may`
- `actions`, `pins`, `door`: what is done with people; `queries`: what is asked about them
"""

from flask import Flask

from app.people import access, cli, login, pages, queries, signin
from app.people.keys import Keys
from app.people.names import letter_of, role_name
from app.people.phones import spoken


def init_app(app: Flask) -> None:
    """From here on every route is closed unless it says who may enter."""
    app.extensions["keys"] = Keys.from_secret(app.extensions["settings"].secrets.pin_pepper)
    app.extensions["scope_finders"] = {}
    app.extensions["grant_sources"] = [queries.organisation_grants]
    app.add_template_filter(letter_of, "letter")
    app.add_template_filter(spoken, "spoken")
    app.add_template_global(role_name)
    app.context_processor(lambda: {"me": signin.current_person()})
    signin.init_app(app)
    app.before_request(access.guard)
    app.register_blueprint(login.pages)
    app.register_blueprint(pages.pages)
    app.cli.add_command(cli.people)

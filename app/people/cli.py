"""What an operator does with people: `flask people create-admin NAME`."""

import click
from flask import current_app
from flask.cli import AppGroup

from app import clock
from app.errors import Rejected
from app.people import actions
from app.people.keys import keys

people = AppGroup("people", help="Administrators: they make batches and trainers in the pages.")


@people.command("create-admin")
@click.argument("name")
@click.option("--organisation", default="Koottam", show_default=True, help="Made if there is none of this name.")
@click.option("--login", "login_name", prompt="Login name")
@click.password_option()
def create_admin(name: str, organisation: str, login_name: str, password: str) -> None:
    """Make NAME an administrator of an organisation."""
    try:
        actions.create_admin(
            current_app.extensions["database"], keys(), organisation, name, login_name, password, clock.now()
        )
    except Rejected as refusal:
        raise click.ClickException(refusal.text) from None
    click.echo(f"{name} is an administrator of {organisation} and signs in as {login_name} at /login/trainer.")

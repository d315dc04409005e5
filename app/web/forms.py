"""What a form of ours sent, as a checked value.

The rules of this file
- A form is a pydantic model of the page that shows it: every field has a type and a greatest length.
- A form that does not fit its model was not sent by our page: it is refused as a whole. What a *person* may get wrong
  (a phone number, a PIN) is text here, and refused in words by the action.
"""

from typing import Annotated, TypeVar

from flask import request
from pydantic import BaseModel, BeforeValidator, ValidationError

from app.errors import Rejected

Form = TypeVar("Form", bound=BaseModel)
Chosen = Annotated[int | None, BeforeValidator(lambda sent: sent or None)]
"""The number behind a choice in a list; None for the empty choice."""


def filled(model: type[Form]) -> Form:
    """The form of this request; a `list` field takes all values of its name. Raises `Rejected("form-unclear")`."""
    lists = {name for name, field in model.model_fields.items() if "list" in str(field.annotation)}
    sent = {name: request.form.getlist(name) if name in lists else request.form[name] for name in request.form}
    try:
        return model.model_validate(sent)
    except ValidationError:
        raise Rejected(
            "form-unclear", "This form did not arrive whole. Load the page again and send it once more."
        ) from None


def safe_path(text: str | None) -> str:
    """A path of ours to go on to; the start page for anything that could lead elsewhere."""
    if not text or not text.startswith("/") or text.startswith(("//", "/\\")) or any(ord(char) < 33 for char in text):
        return "/"
    return text

"""What our forms send: read whole, or refused whole."""

import pytest
from flask import Flask
from pydantic import BaseModel, Field

from app.errors import Rejected
from app.web.forms import Chosen, filled, safe_path


class Sheet(BaseModel):
    name: str = Field("", max_length=5)
    people: list[int] = Field(default_factory=list, max_length=2)
    place: Chosen = None


def sent(**form: object) -> Sheet:
    with Flask("test").test_request_context(method="POST", data=form):
        return filled(Sheet)


def test_a_form_is_read_into_its_model() -> None:
    assert sent(name="Sree", people=["3", "4"], place="7") == Sheet(name="Sree", people=[3, 4], place=7)


def test_an_empty_choice_is_none_and_a_list_of_one_is_a_list() -> None:
    assert sent(people="3", place="") == Sheet(people=[3], place=None)


def test_the_token_of_the_form_is_not_part_of_it() -> None:
    assert sent(csrf_token="x") == Sheet()


@pytest.mark.parametrize("form", [{"name": "Sreeja"}, {"people": ["x"]}, {"people": ["1", "2", "3"]}, {"place": "x"}])
def test_what_our_page_would_not_send_is_refused_whole(form: dict[str, object]) -> None:
    with pytest.raises(Rejected, match="form-unclear"):
        sent(**form)


@pytest.mark.parametrize("path", ["/", "/m/abc", "/j/K7W4PQ?x=1#y"])
def test_a_path_of_ours_is_gone_on_to(path: str) -> None:
    assert safe_path(path) == path


@pytest.mark.parametrize(
    "path", [None, "", "m/abc", "//evil.example", "/\\evil.example", "https://x.in", "/a\nb", "/ a"]
)
def test_everything_else_leads_to_the_start(path: str | None) -> None:
    assert safe_path(path) == "/"

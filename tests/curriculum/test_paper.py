"""A day on paper: who gets which sheet, what is never on one, and that every kind has a form of its own."""

import json
import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.activities.registry import FOLDER_OF, FOLDERS, KINDS, kind_in
from app.curriculum import current, publish
from app.curriculum.face import public
from app.curriculum.fitting import Setting, setting
from app.curriculum.pages import kind_label, minutes
from app.curriculum.paper import ALPHABET, Hand, cards, sheets
from app.curriculum.paper_pages import amount, form, turn_label
from app.curriculum.running import clock_face, running_order
from app.people.rules import MAY, Role
from app.settings import ROOT
from tests.activities.examples import example, with_other_answers
from tests.builders import NOW, a_cohort, a_trainee, a_trainer, an_app, an_official, database_of, signed_in_client
from tests.curriculum.folders import a_folder
from tests.curriculum.test_compile import SECRETS

every_kind = pytest.mark.parametrize("folder", FOLDERS)
with_right_answers = pytest.mark.parametrize(
    "folder", [name for name in FOLDERS if example(name)["items"] != with_other_answers(name)["items"]]
)
kinds_to_write = pytest.mark.parametrize("folder", [name for name in FOLDERS if kind_in(name).answerable])
TO_WRITE = re.compile(r'class="paper-(?:lines|box|marks|card|table)|<td></td>|data-gap')


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """An application with the small course, its day full of secrets, and the courses of the house."""
    folder = tmp_path_factory.mktemp("paper")
    made, small = an_app(folder), a_folder(folder)
    day = small / "tin_box" / "day-1.md"
    day.write_text(day.read_text() + SECRETS)
    database_of(made).write(lambda session: publish(session, small, NOW))
    database_of(made).write(lambda session: publish(session, ROOT / "courses", NOW))
    return made


@pytest.fixture(scope="module")
def visitor(made: Flask) -> FlaskClient:
    return made.test_client()


@pytest.fixture(scope="module")
def trainer(made: Flask) -> FlaskClient:
    return signed_in_client(made, a_trainer(database_of(made), "ammini", cohort=a_cohort(database_of(made))))


def a_day(*blocks: Mapping[str, Any]) -> dict[str, Any]:
    """A published day with these blocks."""
    empty = {"title": "Day", "duration": 0, "lang": "en", "welcome": "", "objectives": "", "keypoints": "", "notes": {}}
    return {"course": "tin_box", "id": "day-1", "day": 1, **empty, "blocks": list(blocks)}


def a_group(kind: str, *activities: Mapping[str, Any], ident: str = "group") -> dict[str, Any]:
    head = {"type": "group", "id": ident, "kind": kind, "title": "", "options": {}, "prompt": "", "notes": {}}
    return {**head, "activities": list(activities)}


def face_of(block: Mapping[str, Any]) -> Mapping[str, Any]:
    """What everybody may see of one activity."""
    face: Mapping[str, Any] = public(a_day(block))["blocks"][0]
    return face


def block_of(folder: str, changed: bool = False) -> dict[str, Any]:
    """The block of a kind's README as it is published in a day; or with other right answers."""
    block = with_other_answers(folder) if changed else example(folder)
    return {**block, "grammar": kind_in(folder).grammar.value}


def drawn(made: Flask, block: Mapping[str, Any]) -> str:
    with made.test_request_context():
        return str(form(face_of(block)))


# ---- the forms of the kinds ----


@every_kind
def test_every_kind_has_a_paper_form_of_its_own(folder: str) -> None:
    assert FOLDER_OF[kind_in(folder).name] == folder
    assert (ROOT / "app" / "activities" / folder / "templates" / "paper.html").exists()


@kinds_to_write
def test_a_form_has_a_place_for_the_pen(made: Flask, folder: str) -> None:
    assert TO_WRITE.search(drawn(made, block_of(folder)))


@every_kind
def test_a_form_asks_what_the_phone_asks(made: Flask, folder: str) -> None:
    block = block_of(folder)
    if kind_in(folder).name != "break":
        prompt = re.sub(r"<[^>]+>|_+", " ", block["prompt"]).split()
        assert set(prompt) - set(re.sub(r"<[^>]+>|_+", " ", drawn(made, block)).split()) == set()


@every_kind
def test_nothing_on_a_form_depends_on_the_right_answers(made: Flask, folder: str) -> None:
    assert drawn(made, block_of(folder)) == drawn(made, block_of(folder, changed=True))


@every_kind
def test_no_word_of_hint_feedback_or_notes_is_on_a_form(made: Flask, folder: str) -> None:
    marker, block = "<p>Tin box under the bed</p>", block_of(folder)
    block["notes"] = {"hint": [marker], **dict.fromkeys(("explain", "model", "script", "facilitator"), marker)}
    block["items"] = [{**item, "feedback": marker} for item in block["items"]]
    assert marker not in drawn(made, block)


def test_a_kind_whose_form_is_empty_has_no_sheet(made: Flask) -> None:
    assert drawn(made, block_of("interval")) == ""
    assert made_of(made, a_day(block_of("interval"))) == []


# ---- the sheets of a day ----


@pytest.mark.promise("B6")
@pytest.mark.parametrize(
    ("pattern", "sheets_of", "turns"),
    [
        ("jigsaw", 3, ["", "experts", "experts", "mixed"]),
        ("gallery", 2, ["", "", "visitors"]),
        ("gallery", 1, ["", ""]),
        ("1-2-4-all", 1, ["", ""]),
    ],
)
def test_a_jigsaw_has_a_sheet_for_each_topic_and_a_gallery_one_for_visitors(
    made: Flask, pattern: str, sheets_of: int, turns: list[str]
) -> None:
    worksheets = [{**block_of("worksheet"), "id": f"sheet-{place}"} for place in range(sheets_of)]
    group = {**a_group("breakout", *worksheets), "options": {"pattern": pattern}}
    with made.test_request_context():
        printed = sheets(public(a_day(group)), KINDS, lambda task: not form(task))
    assert [sheet.turn for sheet in printed] == turns
    assert len({sheet.code for sheet in printed}) == len(printed)


@pytest.mark.parametrize("turn", ["experts", "mixed", "visitors"])
def test_a_sheet_says_whose_turn_it_is(made: Flask, turn: str) -> None:
    with made.test_request_context():
        assert turn_label(turn)
        assert turn_label("") == ""


def made_of(made: Flask, day: Mapping[str, Any]) -> list[tuple[Hand, list[str]]]:
    with made.test_request_context():
        found = sheets(public(day), KINDS, lambda task: not form(task))
    return [(sheet.hand, [task["id"] for task in sheet.tasks]) for sheet in found]


def test_a_quiz_is_one_sheet_and_of_a_group_its_task_and_each_activity(made: Flask) -> None:
    single, numeric, sheet, plan = map(block_of, ("single", "numeric", "worksheet", "plan"))
    assert made_of(made, a_day(a_group("quiz", single, numeric), a_group("breakout", sheet), plan)) == [
        (Hand.PERSON, [single["id"], numeric["id"]]),
        (Hand.NOBODY, []),
        (Hand.GROUP, [sheet["id"]]),
        (Hand.PERSON, [plan["id"]]),
    ]


def test_a_reflection_carries_neither_name_nor_code(made: Flask) -> None:
    assert made_of(made, a_day(block_of("reflection"))) == [(Hand.OWNER, [example("reflection")["id"]])]


@pytest.mark.parametrize("course", ["sick_me_revival", "branding", "accounting"])
def test_no_two_sheets_of_a_course_have_the_same_code(visitor: FlaskClient, course: str) -> None:
    codes = [code for day in range(1, 8) for code in codes_in(visitor.get(f"/courses/{course}/day-{day}/pack"))]
    assert len(codes) > 70
    assert len(set(codes)) == len(codes)
    assert set("".join(codes)) <= set(ALPHABET)


def codes_in(page: TestResponse) -> list[str]:
    return re.findall(r'data-code="(\w+)"', page.text)


def test_a_code_stays_when_a_day_is_put_into_another_order() -> None:
    one, other = a_group("quiz", block_of("single"), ident="one"), a_group("quiz", block_of("single"), ident="other")
    codes = [sheet.code for sheet in sheets(public(a_day(one, other)), KINDS, lambda task: False)]
    assert [sheet.code for sheet in sheets(public(a_day(other, one)), KINDS, lambda task: False)] == codes[::-1]


def test_what_is_long_is_set_closer_and_what_is_longer_in_two_columns() -> None:
    def set_with(fields: int) -> Setting:
        block = block_of("worksheet")
        block["items"] = [{"key": f"f-{n}", "html": "Sales", "field": "money", "args": []} for n in range(fields)]
        return setting(*sheets(public(a_day(block)), KINDS, lambda task: False))

    assert [set_with(fields) for fields in (8, 20, 30)] == [Setting.OPEN, Setting.CLOSE, Setting.COLUMNS]


# ---- the pack: for everybody ----


@pytest.mark.promise("S2", "C8")
def test_the_pack_is_printed_without_an_account_and_without_secrets(visitor: FlaskClient) -> None:
    page = visitor.get("/courses/tin_box/day-1/pack")
    assert page.status_code == 200
    assert "SECRET" not in page.text
    for words in ("The tin box", "Day 1 of 2", "Batch", "The leader", "Tins", "In a tin"):
        assert words in page.text, words


@pytest.mark.promise("S2", "C4")
@pytest.mark.parametrize("course", ["sick_me_revival", "branding", "accounting"])
def test_no_note_model_or_card_of_our_courses_is_in_a_pack(made: Flask, visitor: FlaskClient, course: str) -> None:
    for day in range(1, 8):
        page = visitor.get(f"/courses/{course}/day-{day}/pack").text
        assert [secret[:60] for secret in secrets(module_of(made, course, f"day-{day}")) if secret in page] == []


def module_of(made: Flask, course: str, day: str) -> dict[str, Any]:
    with database_of(made).read() as session:
        found = current(session, course, day)
    assert found is not None
    return found[1]


def secrets(value: Any) -> list[str]:
    """Every HTML that only trainers or nobody may see before the reveal."""
    found: list[str] = []
    if isinstance(value, list):
        return [secret for inner in value for secret in secrets(inner)]
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in {"script", "facilitator", "model", "explain", "card", "feedback"}:
                found.append(inner)
            elif name == "hint":
                found += inner
            else:
                found += secrets(inner)
    return found


def test_a_day_that_is_not_published_has_no_pack(visitor: FlaskClient) -> None:
    assert visitor.get("/courses/tin_box/day-9/pack").status_code == 404
    assert visitor.get("/courses/sick_me_revival/assessment/pack").status_code == 404


# ---- the run sheet: for those who lead ----


def test_the_run_sheet_is_for_whoever_may_read_scripts(made: Flask, visitor: FlaskClient) -> None:
    database, path = database_of(made), "/courses/tin_box/day-1/run-sheet"
    cohort = a_cohort(database, "Wayanad")
    statuses = {}
    for role in Role:
        name = f"{role.replace('-', '')}paper"
        if role is Role.TRAINEE:
            person = a_trainee(database, cohort, "Latha")
        elif role in (Role.MASTER_TRAINER, Role.ILO_TRAINER):
            person = a_trainer(database, name, cohort=cohort, role=role)
        else:
            person = an_official(database, role, name)
        statuses[role] = signed_in_client(made, person).get(path).status_code
    assert statuses == {role: 200 if "read-script" in MAY[role] else 404 for role in Role}
    assert visitor.get(path).status_code == 302


@pytest.mark.promise("C7", "L27")
@pytest.mark.parametrize("course", ["sick_me_revival", "branding", "accounting"])
def test_every_script_note_answer_and_card_of_a_day_is_on_its_run_sheet(
    made: Flask, trainer: FlaskClient, course: str
) -> None:
    for day in range(1, 8):
        page = trainer.get(f"/courses/{course}/day-{day}/run-sheet").text
        assert [secret[:60] for secret in secrets(module_of(made, course, f"day-{day}")) if secret not in page] == []


@with_right_answers
def test_the_answers_of_a_run_sheet_are_the_right_ones(made: Flask, folder: str) -> None:
    assert answers(made, block_of(folder)) != answers(made, block_of(folder, changed=True))


def answers(made: Flask, block: dict[str, Any]) -> str:
    """The page of answers for one block, without its reasons."""
    bare = {**block, "items": [{**item, "feedback": ""} for item in block["items"]], "notes": {}}
    with made.test_request_context():
        context: dict[str, Any] = {}
        made.update_template_context(context)
        template = made.jinja_env.get_template("curriculum/answers.html")
        words = {"kind_label": kind_label, "minutes": minutes, "amount": amount}
        return str(template.make_module({**context, **words}).answer(bare))  # type: ignore[attr-defined]


@pytest.mark.promise("C7")
def test_minutes_run_from_the_beginning_of_the_day_through_the_break() -> None:
    order = list(running_order(a_day(
        a_group("quiz", ident="one") | {"options": {"time": 900}},
        {"type": "text", "html": "<p>Tea.</p>", "about": "tea"},
        block_of("interval") | {"id": "tea", "options": {"time": 600}},
        block_of("plan") | {"options": {"time": 300}},
    )))  # fmt: skip
    assert [(part.number, part.starts, part.ends, part.lead) for part in order] == [
        (1, 0, 900, ""),
        (None, 900, 1500, "<p>Tea.</p>"),
        (2, 1500, 1800, ""),
    ]


def test_clock_times_begin_when_the_day_begins() -> None:
    morning = int(timedelta(hours=9, minutes=30).total_seconds())
    assert [clock_face(0), clock_face(5_400), clock_face(5_400, morning)] == ["0:00", "1:30", "11:00"]


@pytest.mark.parametrize(("asked", "shown"), [("", "0:15"), ("?from=10:00", "10:15"), ("?from=soon", "0:15")])
def test_the_run_sheet_shows_the_clock_if_it_is_told_when_the_day_begins(
    trainer: FlaskClient, asked: str, shown: str
) -> None:
    assert f"– {shown}</th>" in trainer.get(f"/courses/sick_me_revival/day-1/run-sheet{asked}").text


def test_cards_are_those_of_the_role_plays(made: Flask) -> None:
    played = [play["id"] for play, _roles in cards(module_of(made, "sick_me_revival", "day-2"))]
    blocks = module_of(made, "sick_me_revival", "day-2")["blocks"]
    assert played == [block["id"] for block in blocks if block.get("kind") == "roleplay"]
    assert json.dumps(public(module_of(made, "sick_me_revival", "day-2"))).count('"card"') == 0

"""The pages everybody may read: what they show, and what must never be in them."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.activities.registry import KINDS
from app.curriculum import publish
from app.curriculum.notation import PLANNED
from app.curriculum.pages import GROUPS
from app.curriculum.showcase import icon_of
from app.web.templating import icon
from tests.builders import NOW, a_cohort, a_trainee, a_trainer, an_app, database_of, signed_in_client
from tests.curriculum.folders import SVG, a_folder
from tests.curriculum.test_compile import SECRETS


def only_built(text: str) -> str:
    """A module without the activities whose kinds are planned but not built yet."""
    missing = "|".join(sorted(set(PLANNED) - set(KINDS)))
    return re.sub(rf"\n//// ({missing}) .*?\n////\n", "", text, flags=re.DOTALL)


@pytest.fixture
def made(tmp_path: Path) -> Flask:
    made = an_app(tmp_path)
    folder = a_folder(tmp_path)
    made.config["COURSES"] = folder
    day = folder / "tin_box" / "day-1.md"
    day.write_text(day.read_text() + only_built(SECRETS))
    database_of(made).write(lambda session: publish(session, folder, NOW))
    return made


@pytest.fixture
def client(made: Flask) -> FlaskClient:
    """Somebody who has not signed in."""
    return made.test_client()


def test_the_catalogue_names_the_courses(client: FlaskClient) -> None:
    page = client.get("/courses")
    assert page.status_code == 200
    assert 'href="/courses/tin_box"' in page.text
    assert "Where does the money go?" in page.text


def test_without_courses_the_catalogue_says_so(tmp_path: Path) -> None:
    assert "No course is published yet." in an_app(tmp_path).test_client().get("/courses").text


def test_a_course_lists_its_days(client: FlaskClient) -> None:
    page = client.get("/courses/tin_box").text
    assert 'href="/courses/tin_box/day-2"' in page
    assert "Know where the money goes" in page


def test_a_day_can_be_read_without_an_account(client: FlaskClient) -> None:
    page = client.get("/courses/tin_box/day-2").text
    for words in (
        "Know where the money goes",
        "Keep a cash book.",
        "up to ₹20 lakh",
        "Tins",
        "Poll",
        "5 min",
        "In a tin",
    ):
        assert words in page, words
    assert '<img alt="a tin" src="/courses/tin_box/media/tin.svg">' in page


def test_a_course_shows_a_drawing_what_one_can_do_after_each_day_and_how_it_is_spent(client: FlaskClient) -> None:
    page = client.get("/courses/tin_box").text
    drawing = page.split('<figure class="course-picture">')[1].split("</figure>")[0]
    assert drawing == '<img alt="a tin" src="/courses/tin_box/media/tin.svg">'
    second = page.split('<li class="day">')[2]
    for words in ("Keep a cash book.", "Poll", 'href="/courses/tin_box/day-2/pack"'):
        assert words in second, words


def test_in_the_catalogue_the_drawing_is_an_ornament_beside_the_title(client: FlaskClient) -> None:
    assert '<img alt="" src="/courses/tin_box/media/tin.svg">' in client.get("/courses").text


def test_every_kind_and_group_has_an_icon_that_is_drawn(made: Flask) -> None:
    with made.test_request_context():
        for kind in [*KINDS, *GROUPS, "a kind of tomorrow"]:
            assert icon(icon_of(kind))


def test_a_day_leads_to_the_day_before_and_the_day_after(client: FlaskClient) -> None:
    pages = {day: client.get(f"/courses/tin_box/{day}").text for day in ("day-1", "day-2")}
    turns = {day: re.findall(r'rel="(next|prev)" href="([^"]+)"', page) for day, page in pages.items()}
    assert turns == {
        "day-1": [("next", "/courses/tin_box/day-2")],
        "day-2": [("prev", "/courses/tin_box/day-1")],
    }


def test_only_who_may_read_it_is_shown_the_way_to_the_run_sheet(made: Flask, client: FlaskClient) -> None:
    database = database_of(made)
    cohort = a_cohort(database)
    trainer = signed_in_client(made, a_trainer(database, "ammini", cohort=cohort))
    trainee = signed_in_client(made, a_trainee(database, cohort, "Latha"))
    shown = ["run-sheet" in one.get("/courses/tin_box/day-1").text for one in (client, trainee, trainer)]
    assert shown == [False, False, True]


def test_a_role_play_shows_its_roles_and_nobodys_card(client: FlaskClient) -> None:
    page = client.get("/courses/tin_box/day-1").text
    assert "<li>The leader</li><li>The banker</li>" in page
    assert "SECRET" not in page


def test_a_text_with_gaps_shows_them_numbered_with_what_there_is_to_choose_from(client: FlaskClient) -> None:
    page = client.get("/courses/tin_box/day-1").text
    gaps = ['<span data-gap="gap-1">(1) ____</span>', '<span data-gap="gap-2">(2) ____</span>']
    assert f"<p>It is {gaps[0]} and {gaps[1]}.</p>" in page
    assert "<li>(2) visible · also</li>" in page
    assert "<li>(1)" not in page


@pytest.mark.parametrize("path", ["nothing", "tin_box/day-3", "tin_box/course", "x/day-1"])
def test_what_is_not_published_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(f"/courses/{path}").status_code == 404


def test_the_assessment_cannot_be_read(made: Flask, client: FlaskClient) -> None:
    folder = made.config["COURSES"]
    day = (folder / "tin_box" / "day-2.md").read_text()
    test = day.replace("id: day-2\nday: 2", "id: assessment").replace("duration: 5m\n", "")
    (folder / "tin_box" / "assessment.md").write_text(test)
    done = database_of(made).write(lambda session: publish(session, folder, NOW))
    assert [one.is_sound for one in done if one.module == "assessment"] == [True]
    assert client.get("/courses/tin_box/assessment").status_code == 404


def test_a_day_that_has_not_changed_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/courses/tin_box/day-2")
    again = client.get("/courses/tin_box/day-2", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


# --- pictures ---


def test_a_picture_is_served_so_that_nothing_in_it_can_run(client: FlaskClient) -> None:
    with client.get("/courses/tin_box/media/tin.svg") as answer:
        assert (answer.status_code, answer.text, answer.mimetype) == (200, SVG, "image/svg+xml")
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        "tin.png",
        "../course.yml",
        "..%2Fcourse.yml",
        "../day-1.md",
        "%2e%2e/day-1.md",
        "page.html",
        "tin.svg/",
        "/etc/passwd",
    ],
)
def test_only_pictures_of_the_course_are_served(made: Flask, client: FlaskClient, path: str) -> None:
    (made.config["COURSES"] / "tin_box" / "media" / "page.html").write_text("<script>alert(1)</script>")
    assert client.get(f"/courses/tin_box/media/{path}", follow_redirects=True).status_code == 404


def test_pictures_of_unpublished_courses_are_not_served(made: Flask, client: FlaskClient) -> None:
    media = made.config["COURSES"] / "draft" / "media"
    media.mkdir(parents=True)
    (media / "tin.svg").write_text(SVG)
    assert client.get("/courses/draft/media/tin.svg").status_code == 404

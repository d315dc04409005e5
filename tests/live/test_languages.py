"""One meeting in two languages: each phone has its reader's words, and the record is one."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polib
import pytest

from app.live.packing import unpacked
from tests.live.house import House, build

DAY = """\
---
id: day-1
day: 1
title: The tin box
duration: 20m
---

/// objectives

- Know it.

///

## Our tins

//// poll | tins
    time: 5m

Where is the money?

- tin) In a tin
- purse) In a purse

////

## What is left

//// text | word
    time: 5m

What is left?

- [x] profit) profit

    > Right.

- [ ] sales) sales

////

## Fill in

//// gaps | sentence
    time: 5m

It is the `left = profit`, and she takes `taken = *drawings* / wages`.

////

## The order

//// order | steps
    time: 5m

In which order?

1. ask) Ask first
2. look) Then look
3. count) Then count

////

/// keypoints

- Know it.

///
"""
MALAYALAM = {
    "day-1#title": ("The tin box", "പണപ്പെട്ടി"),
    "day-1/tins#title": ("Our tins", "നമ്മുടെ പെട്ടികൾ"),
    "day-1/tins#prompt/1": ("Where is the money?", "പണം എവിടെ?"),
    "day-1/tins/tin": ("In a tin", "പെട്ടിയിൽ"),
    "day-1/tins/purse": ("In a purse", "പേഴ്സിൽ"),
    "day-1/word#prompt/1": ("What is left?", "എന്തു ബാക്കി?"),
    "day-1/word/profit": ("profit", "ലാഭം"),
    "day-1/word/profit#feedback": ("Right.", "ശരി."),
    "day-1/word/sales": ("sales", "വിൽപ്പന"),
    "day-1/sentence#prompt/1": (
        "It is the `left = profit`, and she takes `taken = *drawings* / wages`.",
        "അത് `left = ലാഭം`, എടുക്കുന്നത് `taken = *പറ്റ്* / കൂലി`.",
    ),
    "day-1/steps/ask": ("Ask first", "ആദ്യം ചോദിക്കുക"),
    "day-1/steps/look": ("Then look", "പിന്നെ നോക്കുക"),
    "day-1/steps/count": ("Then count", "പിന്നെ എണ്ണുക"),
}
CARD = (
    "id: tins\ntitle: Tins\nsummary: Money.\nlanguage: en\nlanguages: [en, ml]\ndays:\n  - id: day-1\n    title: Tins\n"
)


@pytest.fixture(scope="module")
def courses(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tins")
    locale = folder / "tins" / "locale" / "ml"
    locale.mkdir(parents=True)
    (folder / "tins" / "course.yml").write_text(CARD)
    (folder / "tins" / "day-1.md").write_text(DAY)
    po = polib.POFile()
    for name, (source, target) in MALAYALAM.items():
        po.append(polib.POEntry(msgctxt=name, msgid=source, msgstr=target))
    (locale / "day-1.po").write_text(f"{po}\n", encoding="utf-8")
    return folder


@pytest.fixture
def house(tmp_path: Path, courses: Path) -> Iterator[House]:
    made = build(tmp_path, courses=courses, day=("tins", "day-1"))
    console = made.socket(made.trainers[0], "console")
    do(console, "start")
    assert "seq" in do(console, "open", "open-tins", run="tins")
    yield made
    made.database.close()


def do(socket: Any, type: str, id: str = "c1", **fields: Any) -> Any:
    return socket.emit("do", {"id": id, "type": type, **fields}, callback=True)


def opened(house: House, run: str) -> None:
    assert "seq" in do(house.socket(house.trainers[0], "console"), "open", f"open-{run}", run=run)


def view(house: House, socket: Any) -> dict[str, Any]:
    """The whole view of this socket, its parts together as the page puts them."""
    house.live.teller._tell(house.live.runner.room(house.meeting), house.live.runner.room(house.meeting).due)
    whole: dict[str, Any] = {}
    for message in socket.get_received():
        if message["name"] == "view":
            whole |= unpacked(message["args"][0]).get("parts", {})
    return whole


def fetched(house: House, person: int, address: str) -> dict[str, Any]:
    found: dict[str, Any] = house.client(person).get(address).get_json()
    return found


@pytest.mark.promise("C6")
def test_each_phone_gets_the_words_of_its_reader(house: House) -> None:
    for lang, title, prompt in (
        ("en", "The tin box", "<p>Where is the money?</p>"),
        ("ml", "പണപ്പെട്ടി", "<p>പണം എവിടെ?</p>"),
    ):
        seen = view(house, house.socket(house.trainees[0], lang=lang))
        assert seen["meeting"]["title"] == title
        task = fetched(house, house.trainees[0], seen["runs"]["tins"]["task"])
        assert task["task"]["prompt"] == prompt
        agenda = fetched(house, house.trainees[0], seen["meeting"]["agenda"])
        assert agenda["title"] == title


@pytest.mark.promise("C6")
def test_an_address_names_its_words_whatever_the_language_of_the_page(house: House) -> None:
    english = view(house, house.socket(house.trainees[0], lang="en"))["runs"]["tins"]["task"]
    malayalam = view(house, house.socket(house.trainees[0], lang="ml"))["runs"]["tins"]["task"]
    assert english != malayalam
    client = house.client(house.trainees[0])
    client.set_cookie("lang", "ml")
    assert client.get(english).get_json()["task"]["prompt"] == "<p>Where is the money?</p>"
    client.set_cookie("lang", "en")
    assert client.get(malayalam).get_json()["task"]["prompt"] == "<p>പണം എവിടെ?</p>"


@pytest.mark.promise("C6")
def test_two_phones_in_two_languages_answer_one_run_and_the_count_is_one(house: House) -> None:
    one, two = house.socket(house.trainees[0], lang="en"), house.socket(house.trainees[1], lang="ml")
    tokens = []
    for number, socket in enumerate((one, two)):
        task = fetched(house, house.trainees[number], view(house, socket)["runs"]["tins"]["task"])["task"]
        tokens.append([option["key"] for option in task["options"]])
    assert tokens[0] == tokens[1]
    for socket in (one, two):
        assert "seq" in do(socket, "answer", run="tins", value=tokens[0][0])
    console = house.socket(house.trainers[0], "console", lang="ml")
    tally = view(house, console)["tallies"]["tins"]
    assert tally["n"] == 2
    assert tally["counts"][tokens[0][0]] == 2


@pytest.mark.promise("C6")
def test_the_right_word_of_each_language_is_right_for_both(house: House) -> None:
    opened(house, "word")
    for number, (lang, words) in enumerate((("en", "profit"), ("ml", "ലാഭം"), ("ml", "Profit"), ("ml", "വിൽപ്പന"))):
        socket = house.socket(house.trainees[number], lang=lang)
        assert "seq" in do(socket, "answer", run="word", value={"text": words})
    for lang in ("en", "ml"):
        console = house.socket(house.trainers[0], "console", lang=lang)
        assert view(house, console)["tallies"]["word"]["right"] == 3


def test_gaps_are_filled_in_both_languages_and_a_choice_is_the_same_choice(house: House) -> None:
    opened(house, "sentence")
    for number, (lang, words, choice) in enumerate((("en", "profit", "drawings"), ("ml", "ലാഭം", "പറ്റ്"))):
        socket = house.socket(house.trainees[number], lang=lang)
        task = fetched(house, house.trainees[number], view(house, socket)["runs"]["sentence"]["task"])["task"]
        left, taken = (gap["t"] for gap in task["gaps"])
        token = next(one["t"] for one in task["gaps"][1]["choices"] if one["text"] == choice)
        assert "seq" in do(socket, "answer", "a", run="sentence", cell=left, value={"text": words})
        assert "seq" in do(socket, "answer", "b", run="sentence", cell=taken, value=token)
    tally = view(house, house.socket(house.trainers[0], "console"))["tallies"]["sentence"]
    assert set(tally["right"].values()) == {2}


@pytest.mark.promise("C4")
@pytest.mark.promise("C6")
def test_nothing_of_what_is_right_reaches_a_phone_in_any_language(house: House) -> None:
    for run, secrets in (("word", ("Right.", "profit", "ശരി.", "ലാഭം")), ("sentence", ("profit", "ലാഭം"))):
        opened(house, run)
        for lang in ("en", "ml"):
            seen = view(house, house.socket(house.trainees[0], lang=lang))
            task = fetched(house, house.trainees[0], seen["runs"][run]["task"])
            received = json.dumps([seen, task], ensure_ascii=False)
            assert [word for word in secrets if word in received] == []


@pytest.mark.promise("C4")
def test_steps_stand_in_one_mixed_order_in_every_language(house: House) -> None:
    """Another order in another language would tell about the written one."""
    opened(house, "steps")
    tasks = {}
    for lang in ("en", "ml"):
        seen = view(house, house.socket(house.trainees[0], lang=lang))
        tasks[lang] = fetched(house, house.trainees[0], seen["runs"]["steps"]["task"])["task"]
    steps = {lang: next(value for value in task.values() if isinstance(value, list)) for lang, task in tasks.items()}
    assert [step["t"] for step in steps["en"]] == [step["t"] for step in steps["ml"]]
    assert {step["html"] for step in steps["ml"]} == {"ആദ്യം ചോദിക്കുക", "പിന്നെ നോക്കുക", "പിന്നെ എണ്ണുക"}


def test_a_key_is_refused_in_every_language_before_it_is_shown(house: House) -> None:
    room = house.live.runner.room(house.meeting)
    for wording in room.wordings.values():
        address = f"/m/{house.meeting}/key/word?v={wording.hash[:8]}"
        assert house.client(house.trainees[0]).get(address).status_code == 404


def test_the_script_is_in_the_language_of_the_trainer(house: House) -> None:
    client = house.client(house.trainers[0])
    client.set_cookie("lang", "ml")
    assert client.get(f"/m/{house.meeting}/script/tins").get_json()["title"] == "നമ്മുടെ പെട്ടികൾ"


@pytest.mark.promise("C6")
def test_the_day_is_looked_at_again_in_ones_own_language(house: House) -> None:
    opened(house, "word")
    do(house.socket(house.trainees[1], lang="ml"), "answer", run="word", value={"text": "ലാഭം"})
    do(house.socket(house.trainers[0], "console"), "end", "the-end")
    client = house.client(house.trainees[1])
    rows = {}
    for lang in ("en", "ml"):
        client.set_cookie("lang", lang)
        found = client.get(f"/m/{house.meeting}/review.json").get_json()
        rows[lang] = {row["id"]: row for row in found["items"]}
    assert rows["en"]["tins"]["title"] == "Our tins"
    assert rows["ml"]["tins"]["title"] == "നമ്മുടെ പെട്ടികൾ"
    assert rows["en"]["word"]["state"] == rows["ml"]["word"]["state"] == "answered"
    assert rows["ml"]["word"]["key"]["answers"][0]["feedback"] == "ശരി."
    assert rows["en"]["word"]["mine"] == rows["ml"]["word"]["mine"]


def test_a_language_that_is_not_there_reads_the_course_as_it_was_written(house: House) -> None:
    seen = view(house, house.socket(house.trainees[0], lang="km"))
    assert seen["meeting"]["title"] == "The tin box"

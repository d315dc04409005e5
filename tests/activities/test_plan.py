"""The rules of `plan`."""

from tests.activities.examples import block, example, played

MONDAY = played("plan")


def test_a_phone_gets_the_fields_and_when_it_will_be_asked_again() -> None:
    assert MONDAY.task() == {
        "prompt": "",
        "fields": [
            {"key": "action", "html": "What will I do in my own unit before tomorrow?", "field": "text", "args": []},
            {"key": "when", "html": "By when?", "field": "date", "args": []},
        ],
        "follow_up": [604800, 2419200, 7257600],
    }


def test_a_plan_without_follow_up_promises_no_question() -> None:
    assert "follow_up" not in played("plan", block(example("plan")["items"])).task()


def test_a_plan_is_complete_with_its_date() -> None:
    action = {"action": {"text": "Write the cash book"}}
    assert not MONDAY.kind.is_complete(MONDAY.config, action)
    assert MONDAY.kind.is_complete(MONDAY.config, action | {"when": "2026-12-01"})


def test_everybody_plans_alone_and_nobody_is_marked() -> None:
    assert not MONDAY.kind.by_group
    assert MONDAY.mark(MONDAY.sampled(1)) is None

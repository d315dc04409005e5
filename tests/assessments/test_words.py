"""No word of these pages reaches people without having been given to the translators."""

from pathlib import Path

from app.cohorts import actions as cohorts
from tests.live.house import ROOT, STARTS, build
from tests.test_untranslated import CARDS, words_of

COURSE = "sick_me_revival"
WRITTEN = CARDS + (ROOT / "courses" / COURSE / "assessment.md").read_text()


def test_the_results_and_the_progress_have_no_word_that_nobody_can_translate(tmp_path: Path) -> None:
    house = build(tmp_path, trainees=2, pseudo=True)
    house.database.write(lambda db: cohorts.set_days(db, house.cohort, COURSE, range(1, 8), STARTS, rest=frozenset()))
    house.live.runner.room(house.meeting)
    pages = {
        f"/cohorts/{house.cohort}/assessment/{COURSE}": house.trainees[0],
        f"/cohorts/{house.cohort}/assessment/{COURSE}/results": house.trainers[0],
        f"/cohorts/{house.cohort}/progress/{COURSE}": house.trainees[0],
        "/": house.trainees[0],
    }
    left = {}
    for address, person in pages.items():
        answer = house.client(person).get(address)
        assert answer.status_code == 200
        left[address] = [word for word in words_of(house, answer.text) if word not in WRITTEN]
    assert left == {address: [] for address in pages}
    house.database.close()

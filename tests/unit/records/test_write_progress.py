from uuid import uuid4

from caseflow.records.set_goal import set_goal
from caseflow.records.write_progress import write_progress
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.house import House
from tests.unit.records.desk_work import create, do, done, problems, shared, story, traces


def test_a_step_stands_beside_its_goal_today_unless_named(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    goal = done(do(house, berta, set_goal, known.id, "Wohnung")).id
    done(do(house, berta, write_progress, goal, "Antrag"))
    (step,) = story(house, berta, known).goals[0].steps
    assert (step.text, step.occurred_on.isoformat()) == ("Antrag", "2026-03-02")
    assert [row["table"] for row in traces(house, Act.PROGRESS_WRITE)[0]["rows"]] == ["progress"]


def test_a_step_has_words_and_a_day_that_was(house: House) -> None:
    berta = house.actor("berta", "beratung")
    goal = done(do(house, berta, set_goal, create(house, berta).id, "Wohnung")).id
    answer = do(house, berta, write_progress, goal, " ", "morgen")
    assert problems(answer) == {("text", "required"), ("occurred_on", "not_a_date")}


def test_a_goal_of_another_unit_is_read_not_written(house: House) -> None:
    known, berta, frieda = shared(house, "goals")
    goal = done(do(house, berta, set_goal, known.id, "Wohnung")).id
    assert story(house, frieda, known).goals[0].origin.id == goal
    for asked in (goal, uuid4()):
        answer = do(house, frieda, write_progress, asked, "Antrag")
        assert answer == Refused(Reason.NOT_OPEN)

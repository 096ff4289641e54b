from dataclasses import replace

from caseflow.records.set_goal import set_goal
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.units import UnitKind
from tests.factories.house import House
from tests.unit.records.desk_work import create, do, done, problems, story, traces


def test_a_goal_begins_open_and_today(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    saved = done(do(house, berta, set_goal, known.id, "Eigene Wohnung"))
    (goal,) = story(house, berta, known).goals
    assert (goal.origin.id, goal.title, goal.state) == (saved.id, "Eigene Wohnung", "open")
    assert goal.set_on.isoformat() == "2026-03-02"
    assert [row["table"] for row in traces(house, Act.GOAL_WRITE)[0]["rows"]] == [
        "goals",
        "drawers",
    ]


def test_a_goal_has_words_and_a_day_that_was(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    answer = do(house, berta, set_goal, known.id, "", "31.06.2022")
    assert problems(answer) == {("title", "required"), ("set_on", "no_such_day")}


def test_intake_staff_set_none(house: House) -> None:
    ida = house.actor("ida", "wohnen")
    known = create(house, ida)
    assert do(house, ida, set_goal, known.id, "x") == Refused(Reason.NOT_YOUR_ROLE)


def test_a_unit_that_keeps_no_goals_sets_none(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    configured = house.around.configuration
    unit = configured.units[UnitKind.COUNSELLING]
    lean = replace(unit, categories=unit.categories - {"goals"})
    units = {**configured.units, UnitKind.COUNSELLING: lean}
    house.around = replace(house.around, configuration=replace(configured, units=units))
    answer = do(house, berta, set_goal, known.id, "Wohnung")
    assert problems(answer) == {("category", "not_kept_here")}

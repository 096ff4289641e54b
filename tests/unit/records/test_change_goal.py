from caseflow.records.change_goal import change_goal
from caseflow.records.set_goal import set_goal
from caseflow.vocabulary.answers import Conflict
from tests.factories.house import House
from tests.unit.records.desk_work import create, do, done, problems, story


def test_a_goal_is_reached_or_worded_anew(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    goal = done(do(house, berta, set_goal, known.id, "Wohnung")).id
    assert done(do(house, berta, change_goal, goal, 1, {"state": "reached"})).version == 2
    assert done(do(house, berta, change_goal, goal, 2, {"title": "Eigene Wohnung"})).version == 3
    (found,) = story(house, berta, known).goals
    assert (found.title, found.state) == ("Eigene Wohnung", "reached")
    assert do(house, berta, change_goal, goal, 1, {"state": "dropped"}) == Conflict(3)


def test_what_cannot_be_read_is_named(house: House) -> None:
    berta = house.actor("berta", "beratung")
    goal = done(do(house, berta, set_goal, create(house, berta).id, "Wohnung")).id
    answer = do(house, berta, change_goal, goal, 1, {"state": "maybe", "title": "", "colour": "x"})
    assert problems(answer) == {
        ("state", "no_such_option"),
        ("title", "required"),
        ("colour", "no_such_field"),
    }

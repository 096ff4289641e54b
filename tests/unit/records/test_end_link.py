from caseflow.records.end_link import end_link
from caseflow.records.link_relative import link_relative
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.desk_forms import close
from tests.factories.house import House
from tests.unit.records.desk_work import create, do, done, traces
from tests.unit.records.test_open_family import relatives


def test_a_mistaken_link_ends_on_both_sides_and_can_be_made_anew(house: House) -> None:
    berta = house.actor("berta", "beratung")
    mother, child, other = (create(house, berta) for _ in range(3))
    made = done(do(house, berta, link_relative, mother.id, "child", child.code))
    done(do(house, berta, link_relative, child.id, "child", other.code))
    assert done(do(house, berta, end_link, made.id)).version == 2
    assert relatives(house, berta, mother) == []
    assert [each[0] for each in relatives(house, berta, child)] == [other.id]
    assert {each["client"] for each in traces(house, Act.RELATIVE_WRITE)[-2:]} == {
        str(mother.id),
        str(child.id),
    }
    done(do(house, berta, link_relative, mother.id, "child", child.code))
    assert [each[0] for each in relatives(house, berta, mother)] == [child.id]


def test_where_the_other_one_is_closed_the_own_side_ends(house: House) -> None:
    berta = house.actor("berta", "beratung")
    mother, child = create(house, berta), create(house, berta)
    made = done(do(house, berta, link_relative, mother.id, "child", child.code))
    close(house, child)
    done(do(house, berta, end_link, made.id))
    assert relatives(house, berta, mother) == []


def test_nobody_ends_what_is_not_her_units_own(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    mother, child = create(house, berta), create(house, berta)
    made = done(do(house, berta, link_relative, mother.id, "child", child.code))
    assert do(house, frieda, end_link, made.id) == Refused()
    assert do(house, berta, end_link, new_id()) == Refused()

from caseflow.identity.memberships import memberships
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House


def test_a_person_sees_her_units_by_name_with_her_roles(house: House) -> None:
    views = memberships(house.work(), house.staff["lea"])
    assert [(view.unit.slug, view.role) for view in views] == [
        ("beratung", Role.LEAD),
        ("frauenhaus", Role.LEAD),
    ]
    assert views[0].id == house.memberships["lea", "beratung"].id


def test_nobody_has_no_unit(house: House) -> None:
    assert memberships(house.work(), new_id()) == []

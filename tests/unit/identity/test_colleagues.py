from caseflow.identity.colleagues import colleagues, names_of
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House


def test_the_members_of_a_unit_are_named(house: House) -> None:
    found = colleagues(house.work(), house.units["beratung"])
    assert [(each.name, each.role) for each in found] == [
        ("Berta", Role.CASEWORKER),
        ("Lea", Role.LEAD),
    ]
    assert found[0].membership == house.memberships["berta", "beratung"].id
    assert found[0].staff == house.staff["berta"]


def test_an_unknown_unit_has_no_members(house: House) -> None:
    assert colleagues(house.work(), new_id()) == []


def test_names_are_told_of_those_who_are_known(house: House) -> None:
    berta = house.staff["berta"]
    assert names_of(house.work(), [berta, new_id()]) == {berta: "Berta"}

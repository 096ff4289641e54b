import pytest

from caseflow.cli.demo.people import STAFF, email_of
from caseflow.vocabulary.actors import Role


def test_the_log_ins_are_those_that_are_promised() -> None:
    found = {person.email: (set(person.roles), set(person.roles.values())) for person in STAFF}
    units = {"beratung", "frauenhaus", "wohnen", "qualifizierung"}
    expected = {f"{unit}@demo.example": ({unit}, {Role.CASEWORKER}) for unit in units} | {
        "aufnahme@demo.example": ({"frauenhaus"}, {Role.INTAKE}),
        "leitung@demo.example": (units, {Role.LEAD}),
        "datenschutz@demo.example": ({"datenschutz"}, {Role.OFFICER}),
        "admin@demo.example": (set(), set()),
    }
    assert found == expected
    assert [person.address for person in STAFF if person.administrator] == ["admin"]


def test_an_address_is_found() -> None:
    assert email_of("aufnahme") == "aufnahme@demo.example"
    with pytest.raises(StopIteration):
        email_of("nobody")

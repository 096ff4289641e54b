import pytest
from flask import Flask

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.faults import Fault
from caseflow.http.program_door import admit_program
from caseflow.operations.open_installation import OpenInstallation
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.permissions import Permission
from tests.factories.house import House
from tests.factories.programs import Program
from tests.factories.told_log import told as entries_of


@policy(Permission.REVIEW_LOG)
def _review() -> str:
    return "reviewed"


@policy(Permission.PUBLIC)
def _public() -> str:
    return "public"


@policy(Permission.LOGGED_IN)
def _logged_in() -> str:
    return "logged in"


def _undeclared() -> str:
    return "undeclared"


def admitted(
    app: Flask, house: House, view: object, name: str = "", unit: str = "", *, client: bool = False
) -> Fault | Refused | None:
    """Return what the door says to a program of this person in this unit."""
    program = Program(app, name, unit or None)
    opened = OpenInstallation(house.sessions, house.around, house.server)
    with app.test_request_context("/api/v1/x", headers=program.headers):
        current.hold_work(opened.begin("1"))
        try:
            return admit_program(view, about_client=client)  # type: ignore[arg-type]  # a view
        finally:
            current.work().finish()
            current.work().put_away()


def test_nobody_comes_in_but_to_what_is_public(app: Flask, house: House) -> None:
    assert admitted(app, house, _public) is None
    assert admitted(app, house, _logged_in) is Fault.LOG_IN
    assert admitted(app, house, _review) is Fault.LOG_IN


def test_the_role_decides_where_no_client_is_named(app: Flask, house: House) -> None:
    assert admitted(app, house, _review, "olga") is None
    before = len(entries_of(house))
    assert admitted(app, house, _review, "berta") == Refused(Reason.NOT_YOUR_ROLE)
    assert [each["act"] for each in entries_of(house)[before:]].count("page.refuse") == 1


def test_the_verb_decides_where_a_client_is_named(app: Flask, house: House) -> None:
    assert admitted(app, house, _review, "berta", client=True) is None


@pytest.mark.parametrize("unit", ["", "wohnen", "nowhere"])
def test_members_of_several_units_name_one_of_theirs(app: Flask, house: House, unit: str) -> None:
    for client in (True, False):
        assert admitted(app, house, _review, "lea", unit, client=client) is Fault.CHOOSE_UNIT
    assert admitted(app, house, _logged_in, "lea", unit) is None


def test_a_view_without_a_policy_is_closed(app: Flask, house: House) -> None:
    assert admitted(app, house, _undeclared, "berta") == Refused(Reason.NOT_YOUR_ROLE)
    assert admitted(app, house, _undeclared, "berta", client=True) == Refused()

from typing import TYPE_CHECKING

import pytest

from caseflow.records import list_cases
from caseflow.vocabulary.answers import Disclosed
from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.known_clients import Storied

if TYPE_CHECKING:
    from werkzeug.test import TestResponse


def _sent(by: Visitor, house: House, made: Storied, reason: str, **more: str) -> "TestResponse":
    """Send the form of the page of her cases, in which each has a reason of its own."""
    address = _address(house, made)
    case = address.split("/")[-2]
    return by.send(address, "/look-up", **{f"reason.{case}": reason, "reason.other": "y"}, **more)


def _address(house: House, made: Storied) -> str:
    actor = house.actor("berta", "beratung")
    cases = list_cases(house.work(actor), actor, made.id)
    assert isinstance(cases, Disclosed)
    case = cases.value[0].id
    return f"/clients/{made.id}/cases/{case}/closure"


@pytest.mark.parametrize("reason", ["", "Umzug"])
def test_a_closed_case_leaves_the_work_list(
    made: Storied, house: House, berta: Visitor, reason: str
) -> None:
    answer = _sent(berta, house, made, reason)
    assert answer.location == "/"
    assert "Öztürk" not in berta.look("/").text
    assert "Dieser Fall ist geschlossen" in berta.look(f"/clients/{made.id}").text


def test_a_reason_that_is_too_long_comes_back(made: Storied, house: House, berta: Visitor) -> None:
    answer = _sent(berta, house, made, "x" * 2001)
    assert answer.status_code == 422
    assert "x" * 2001 in answer.text


def test_in_another_language_the_reason_stands_there_and_nothing_is_closed(
    made: Storied, house: House, berta: Visitor
) -> None:
    answer = _sent(berta, house, made, "Sie zieht um.", speak="en")
    assert "Nothing has been saved yet." in answer.text
    assert "\nSie zieht um.</textarea>" in answer.text
    assert 'form="typed" formnovalidate name="speak" value="de"' in answer.text
    assert "This case is closed" not in berta.look(f"/clients/{made.id}").text


def test_nobody_closes_another_units_case(made: Storied, house: House, visitor: Visitor) -> None:
    visitor.log_in("frieda")
    assert visitor.send(_address(house, made), "/look-up").status_code == 404

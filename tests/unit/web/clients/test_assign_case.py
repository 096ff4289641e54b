import pytest

from caseflow.records import CaseView, list_cases
from caseflow.vocabulary.answers import Disclosed
from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.known_clients import Storied


def _case(house: House, made: Storied) -> CaseView:
    actor = house.actor("lea", "beratung")
    cases = list_cases(house.work(actor), actor, made.id)
    assert isinstance(cases, Disclosed)
    return cases.value[0]


@pytest.fixture
def lea(house: House, visitor: Visitor) -> Visitor:
    visitor.log_in("lea")
    visitor.send("/unit", membership=str(house.memberships["lea", "beratung"].id))
    return visitor


def _send(visitor: Visitor, house: House, made: Storied, **typed: str | list[str]) -> int:
    address = f"/clients/{made.id}/cases/{_case(house, made).id}/assignment"
    return visitor.send(address, "/look-up", **typed).status_code


def test_a_lead_assigns_it_and_keeps_it_among_few(
    made: Storied, house: House, lea: Visitor
) -> None:
    staff = [str(house.staff[each]) for each in ("berta", "lea")]
    generation = str(_case(house, made).generation)
    typed: dict[str, str | list[str]] = {"generation": generation, "staff": staff}
    assert _send(lea, house, made, restricted="true", **typed) == 303
    case = _case(house, made)
    assert {str(each) for each in case.assigned} == set(staff)
    assert case.restricted
    assert _send(lea, house, made, **typed) == 409


def test_nobody_or_a_stranger_is_no_assignment(made: Storied, house: House, lea: Visitor) -> None:
    generation = str(_case(house, made).generation)
    assert _send(lea, house, made, generation=generation) == 422
    stranger = [str(house.staff["frieda"])]
    assert _send(lea, house, made, generation=generation, staff=stranger) == 422
    assert _send(lea, house, made, staff=stranger) == 422


def test_a_case_worker_assigns_nothing(made: Storied, house: House, berta: Visitor) -> None:
    staff = [str(house.staff["berta"])]
    assert _send(berta, house, made, generation="1", staff=staff) == 404

from datetime import UTC, date, datetime

import pytest

from caseflow.consents.look_at_guardian import look_at_guardian, majority_of
from caseflow.vault.declarers import OnDeclarers
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Invalid, Problem, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.declarations import declaration, offer
from tests.factories.guardians import by_guardian, written_down
from tests.factories.house import House
from tests.unit.records.desk_work import do, tell, traces


def test_what_is_known_is_returned_and_the_look_is_traced(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Amal")
    tell(house, berta, known, "birth_date", "9.3.2010")
    declared = by_guardian(offer([berta.unit], [frieda.unit], "violence"))
    found = do(house, berta, look_at_guardian, known.id, declared)
    assert found == OnDeclarers(of_age=date(2028, 3, 9), surely=date(2028, 3, 9))
    assert len(traces(house, Act.GUARDIAN_CHECK)) == 1


def test_whoever_is_blocked_may_not_and_that_it_was_seen_is_in_the_log(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    written_down(house, berta, known)
    declared = by_guardian(offer([berta.unit], [frieda.unit], "violence"), declarer="K. Beispiel")
    found = do(house, berta, look_at_guardian, known.id, declared)
    assert found == Invalid((Problem("declared_by.name", "blocked_declarer"),))
    assert len(traces(house, Act.GUARDIAN_CHECK)) == 1


def test_a_declaration_that_is_wrong_anyway_looks_nobody_up(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    declared = by_guardian(offer([berta.unit], [frieda.unit], "violence"), declarer="")
    written_down(house, berta, known)
    assert do(house, berta, look_at_guardian, known.id, declared) == OnDeclarers()
    assert traces(house, Act.GUARDIAN_CHECK) == []


def test_for_a_client_who_is_not_open_it_is_refused_once(house: House) -> None:
    berta, ida = house.actor("berta", "beratung"), house.actor("ida", "wohnen")
    known = new_client(house, berta)
    declared = by_guardian(offer([berta.unit], [ida.unit], "violence"))
    assert do(house, ida, look_at_guardian, known.id, declared) == Refused()
    assert [each["decision"] for each in traces(house, Act.CONSENT_RECORD)] == ["refused"]
    assert traces(house, Act.GUARDIAN_CHECK) == []


@pytest.mark.parametrize(
    ("changed", "of_age", "at"),
    [
        ({}, date(2028, 3, 9), datetime(2028, 3, 8, 23, tzinfo=UTC)),
        ({}, None, datetime(2044, 3, 1, 23, tzinfo=UTC)),  # she is born today at the latest
        ({"authority": "adult_care"}, date(2020, 1, 1), None),
        ({"declared_by": "client"}, date(2028, 3, 9), None),
    ],
)
def test_when_it_ends_at_the_latest(
    house: House, changed: dict[str, str], of_age: date | None, at: datetime | None
) -> None:
    declared = by_guardian(offer([new_id()], [new_id()], "violence"), **changed)
    assert majority_of(house.work(), declared, of_age) == at


def test_a_declaration_of_hers_is_no_guardians(house: House) -> None:
    offered = offer([new_id()], [new_id()], "violence")
    assert majority_of(house.work(), declaration(offered), None) is None

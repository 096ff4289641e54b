from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import update

from caseflow.database.tables.consents import Consent
from caseflow.database.tables.handovers import Handover
from caseflow.exceptions import record_wall
from caseflow.handovers.handover_rows import Direction, Found, find_handover, find_handovers
from caseflow.records.assign_case import Assignment, assign_case
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, consented, new_client, withdrawn
from tests.factories.handovers import accepted, sent
from tests.factories.house import House, StoppedClock


@pytest.fixture
def berta(house: House) -> Actor:
    return house.actor("berta", "beratung")


@pytest.fixture
def frieda(house: House) -> Actor:
    return house.actor("frieda", "frauenhaus")


@pytest.fixture
def known(house: House, berta: Actor) -> Known:
    return new_client(house, berta)


@pytest.fixture
def consent(house: House, berta: Actor, frieda: Actor, known: Known) -> Consent:
    return consented(house, berta, known, [frieda.unit], ["identity", "violence"])


def found(house: House, actor: Actor, direction: Direction, handover: UUID) -> Found | None:
    work = house.work(actor)
    answer = find_handover(work, actor, direction, handover)
    work.put_away()
    return answer


def test_each_unit_finds_its_own_side(
    house: House, berta: Actor, frieda: Actor, known: Known
) -> None:
    handover = sent(house, berta, known, "frauenhaus")
    assert found(house, berta, Direction.OUT, handover) is not None
    assert found(house, frieda, Direction.IN, handover) is not None
    for actor, direction in (
        (berta, Direction.IN),
        (frieda, Direction.OUT),
        (house.actor("ida", "wohnen"), Direction.IN),
    ):
        assert found(house, actor, direction, handover) is None
    assert found(house, frieda, Direction.IN, new_id()) is None


def test_the_newest_comes_first(
    house: House, clock: StoppedClock, berta: Actor, known: Known
) -> None:
    made = []
    for _ in range(3):
        made.append(sent(house, berta, known, "frauenhaus"))
        clock.advance(timedelta(minutes=1))
    rows = find_handovers(house.work(berta), berta, Direction.OUT)
    assert [each.row.id for each in rows] == made[::-1]


def test_it_expires_at_its_instant(
    house: House, clock: StoppedClock, frieda: Actor, berta: Actor, known: Known
) -> None:
    handover = sent(house, berta, known, "frauenhaus")
    limit = house.around.configuration.limits.handover
    clock.advance(limit - timedelta(microseconds=1))
    before = found(house, frieda, Direction.IN, handover)
    clock.advance(timedelta(microseconds=1))
    after = found(house, frieda, Direction.IN, handover)
    assert before is not None
    assert after is not None
    assert (before.state, after.state) == ("open", "expired")


def test_it_ends_with_the_consent_that_carries_it(
    house: House, frieda: Actor, berta: Actor, known: Known, consent: Consent
) -> None:
    handover = sent(house, berta, known, "frauenhaus", consent)
    before = found(house, frieda, Direction.IN, handover)
    assert before is not None
    assert before.consent is not None
    assert before.categories == {"identity", "violence"}
    withdrawn(house, berta, known, consent)
    after = found(house, frieda, Direction.IN, handover)
    assert after is not None
    assert (after.state, after.consent, after.categories) == ("withdrawn", None, frozenset())


def test_a_consent_that_somebody_changed_carries_nobody(
    house: House, frieda: Actor, berta: Actor, known: Known, consent: Consent
) -> None:
    handover = sent(house, berta, known, "frauenhaus", consent)
    with house.sessions() as session:
        session.execute(update(Consent).values(language="en"))
        session.commit()
    after = found(house, frieda, Direction.IN, handover)
    assert after is not None
    assert after.state == "withdrawn"


def test_a_handover_that_somebody_changed_is_none(
    house: House, frieda: Actor, berta: Actor, known: Known
) -> None:
    handover = sent(house, berta, known, "frauenhaus")
    with house.sessions() as session:
        session.execute(update(Handover).values(expires_at=house.around.clock.now()))
        session.commit()
    assert found(house, frieda, Direction.IN, handover) is None


def test_a_wall_hides_it_where_it_names_her(
    house: House, frieda: Actor, berta: Actor, known: Known, consent: Consent
) -> None:
    named = sent(house, berta, known, "frauenhaus", consent)
    nameless = sent(house, berta, known, "frauenhaus")
    lead = house.actor("lea", "beratung")
    for walled in (frieda, berta):
        work = house.work(lead)
        assert isinstance(record_wall(work, lead, known.id, walled.staff), Done)
        work.finish()
    assert found(house, frieda, Direction.IN, named) is None
    assert found(house, frieda, Direction.IN, nameless) is not None
    assert found(house, berta, Direction.OUT, named) is None
    assert found(house, berta, Direction.OUT, nameless) is None


def test_a_restricted_case_hides_it_from_the_others(
    house: House, frieda: Actor, berta: Actor, known: Known, consent: Consent
) -> None:
    handover = sent(house, berta, known, "frauenhaus", consent)
    case = accepted(house, frieda, handover).case
    assert case is not None
    lead = house.actor("lea", "frauenhaus")
    work = house.work(lead)
    hers = Assignment([lead.staff], restricted=True, generation=0)
    assigned = assign_case(work, lead, case, hers)
    assert isinstance(assigned, Done), assigned
    work.finish()
    assert found(house, frieda, Direction.IN, handover) is None
    assert found(house, lead, Direction.IN, handover) is not None

from dataclasses import replace
from datetime import timedelta

from caseflow.policy.merging import MergeFact
from caseflow.vault.consent_states import (
    is_over,
    leads,
    names_her,
    opened_now,
    state_of,
    still_open,
    taken_back,
)
from caseflow.vault.facts_of_rows import consent_fact
from caseflow.vault.same_person import Person
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.matrices import WithdrawnPart
from caseflow.vocabulary.states import ConsentState
from tests.factories.clients import Known, consent_row
from tests.factories.house import House


def test_a_row_is_read_as_the_policy_reads_it(house: House) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    work = house.work()
    row = consent_row(work, berta, Known(new_id(), ""), [shelter], ["violence", "health"])
    now = work.clock.now()
    assert state_of(row, now, pending=False) is ConsentState.ACTIVE
    assert state_of(row, now, pending=True) is ConsentState.PENDING
    assert (is_over(row, row.valid_until), is_over(row, now)) == (True, False)
    assert leads(row, berta.unit, shelter, "violence")
    assert not leads(row, shelter, berta.unit, "violence")
    part = taken_back(row, None, frozenset({"health"}), now)
    assert part == ((WithdrawnPart(shelter, "health", now),), False)
    row.withdrawn_parts = ({"to_unit": str(shelter), "category": "health", "at": now.isoformat()},)
    later = now + timedelta(hours=1)
    assert state_of(row, later, pending=False) is ConsentState.PARTLY_WITHDRAWN
    assert taken_back(row, None, None, later) == (
        (WithdrawnPart(shelter, "violence", later),),
        True,
    )
    row.withdrawn_at = now
    assert is_over(row, now)


def test_by_itself_a_consent_opens_nothing_where_it_leaves_a_record_unheard(house: House) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    one, other = new_id(), new_id()
    work = house.work()
    row = consent_row(work, berta, Known(one, ""), [shelter], ["identity"])
    before = work.clock.now() - timedelta(days=1)
    alone, after, ahead = (
        Person((one,)),
        Person((one, other), (MergeFact(one, other, before),)),
        Person((one, other), (MergeFact(one, other, row.recorded_at),)),
    )
    for person, opens in ((alone, True), (after, True), (ahead, False)):
        found = opened_now(work, row, berta.unit, shelter, person)
        assert found == (frozenset({"identity"}) if opens else frozenset())
        assert names_her(work, row, shelter, person) is opens


def test_what_is_left_is_open_together_and_a_partner_is_told(house: House) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    work, partner = house.work(), new_id()
    row = consent_row(work, berta, Known(new_id(), ""), [shelter], ["violence"])
    outside = consent_row(work, berta, Known(new_id(), ""), [], ["health"])
    outside.partner_id, outside.actions = partner, ("disclose",)
    unheard = frozenset({new_id()}), frozenset({new_id()})
    first, second = (
        consent_fact(row, unheard[0]),
        replace(consent_fact(row, unheard[1]), id=new_id()),
    )
    told = replace(consent_fact(outside), id=new_id())
    every = {first.id, second.id, told.id}
    way, out = (berta.unit, shelter), (berta.unit, partner)
    assert still_open(work, [first, second, told], every, way) == {"violence"}
    assert still_open(work, [first, second, told], every - {second.id}, way) == set()
    assert still_open(work, [first, second, told], every, out) == {"health"}

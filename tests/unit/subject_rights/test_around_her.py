from datetime import timedelta

import pytest

from caseflow.database.tables.handovers import Handover
from caseflow.subject_rights.around_her import Around, around_her
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import HandoverState
from tests.factories.clients import Known, case_at, consented, entry, new_client, write
from tests.factories.emergencies import declared
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.unit.vault.reading import read


def _around(house: House, unit: str, known: Known) -> Around:
    work = house.work()
    found = around_her(work, house.units[unit], known.id)
    work.finish()
    return found


def test_each_unit_learns_of_the_accesses_that_it_made_possible(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseflow.audit.look.CHUNK", 1)
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    wanda = house.actor("wanda", "wohnen")
    known = new_client(house, berta)
    for actor in (frieda, wanda):
        case_at(house, actor, known)
    write(house, berta, known, entry("Er hat gedroht."), entry("Sie schläft nicht.", "health"))
    write(house, wanda, known, entry("Sie sucht eine Wohnung.", "housing"))
    consented(house, berta, known, [frieda.unit], ["violence"])
    declared(house, wanda, known, "health")
    for actor in (berta, frieda, wanda):
        read(house, actor, known)
    integrated(house)
    told = _around(house, "beratung", known).accesses
    assert {(each.unit, each.purpose, each.categories) for each in told} == {
        (berta.unit, "case_work", ("health", "violence")),
        (frieda.unit, "case_work", ("violence",)),
    }
    assert {each.unit for each in _around(house, "wohnen", known).accesses} == {wanda.unit}


def test_of_handovers_what_was_sent_is_told_and_what_has_expired(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    now = house.around.clock.now()
    work = house.work()
    for state, until in (("open", 1), ("open", -1), ("declined", -1)):
        work.session.add(
            Handover(
                id=new_id(),
                client_id=known.id,
                from_unit=berta.unit,
                to_unit=frieda.unit,
                consent_id=None,
                state=state,
                slip_from=b"",
                slip_to=b"",
                sent_by=berta.staff,
                sent_at=now + timedelta(minutes=until),
                expires_at=now + timedelta(hours=until),
            )
        )
    work.finish()
    states = sorted(each.state for each in _around(house, "beratung", known).handovers)
    assert states == [HandoverState.DECLINED, HandoverState.EXPIRED, HandoverState.OPEN]
    assert _around(house, "frauenhaus", known).handovers == ()

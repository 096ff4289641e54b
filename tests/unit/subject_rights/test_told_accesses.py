import pytest

from caseflow.policy.grounds import OPENING_ACTS, OUTSIDE_ACTS
from caseflow.subject_rights.around_her import around_her
from caseflow.subject_rights.told_accesses import Access
from caseflow.vocabulary.sights import OPENED
from tests.factories.clients import Known, case_at, consented, entry, new_client, write
from tests.factories.emergencies import declared
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.unit.vault.reading import read


def _told(house: House, unit: str, known: Known) -> tuple[Access, ...]:
    work = house.work()
    found = around_her(work, house.units[unit], known.id).accesses
    work.finish()
    return found


def test_whatever_opens_a_drawer_to_somebody_is_told() -> None:
    assert OPENED >= OPENING_ACTS | OUTSIDE_ACTS


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
    told = _told(house, "beratung", known)
    assert {(each.unit, each.purpose, each.categories) for each in told} == {
        (berta.unit, "case_work", ("health", "violence")),
        (frieda.unit, "case_work", ("violence",)),
    }
    assert {each.unit for each in _told(house, "wohnen", known)} == {wanda.unit}

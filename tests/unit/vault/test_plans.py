from datetime import timedelta
from uuid import UUID

from caseflow.keys.drawer_readers import ReaderPlan
from caseflow.policy.facts import DrawerFact
from caseflow.vault.gather import consent_facts
from caseflow.vault.honoured import honoured
from caseflow.vault.plans import copy_plan, emergency_categories, newcomer_plan, reader_plan
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at, consented, entry, new_client, write
from tests.factories.emergencies import declared
from tests.factories.house import House, StoppedClock
from tests.factories.suspended import suspend


def planned(house: House, client: UUID, category: str) -> ReaderPlan:
    work = house.work()
    unit = house.units["beratung"]
    running = honoured(work, client, consent_facts(work, client))
    plan = reader_plan(work, running, client, unit, category)
    work.finish()
    return plan


def test_a_receiver_stands_in_the_plan_with_the_newest_consent(
    house: House, clock: StoppedClock
) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    known = new_client(house, berta)
    consented(house, berta, known, [shelter], ["health"])
    clock.advance(timedelta(days=1))
    newer = consented(house, berta, known, [shelter], ["health", "family"])
    assert planned(house, known.id, "health").units == {berta.unit: None, shelter: newer.id}
    assert planned(house, known.id, "violence").units == {berta.unit: None}
    clock.advance(timedelta(days=400))
    assert planned(house, known.id, "health").units == {berta.unit: None}


def test_of_a_newcomer_it_is_what_it_would_be_of_anybody_unknown(house: House) -> None:
    for category in ("health", "whereabouts", "evidence"):
        planned_for_her = newcomer_plan(house.work(), house.units["beratung"], category)
        assert planned_for_her == planned(house, new_id(), category)


def test_trustee_and_recovery_are_readers_as_configured(house: House) -> None:
    assert planned(house, new_id(), "health").trustee
    assert not planned(house, new_id(), "whereabouts").trustee
    assert planned(house, new_id(), "whereabouts").recovery


def test_whoever_declared_an_emergency_is_a_reader_while_it_lasts(
    house: House, clock: StoppedClock
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Allergie", "health"))
    case_at(house, frieda, known)
    declared(house, frieda, known, "health")
    assert set(planned(house, known.id, "health").staff) == {frieda.staff}
    assert planned(house, known.id, "identity").staff == {}
    assert planned(house, known.id, "violence").staff == {}
    clock.advance(timedelta(days=1))
    assert planned(house, known.id, "health").staff == {}


def test_an_emergency_never_opens_whereabouts(house: House) -> None:
    opened = emergency_categories(house.work())
    assert "health" in opened
    assert "whereabouts" not in opened


def test_a_copy_is_for_its_unit_alone_while_sharing_is_suspended(house: House) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    known, third = new_client(house, berta), house.units["wohnen"]
    consented(house, berta, known, [third], ["health"], [berta.unit, shelter])
    copy = DrawerFact(new_id(), shelter, "health", copied_from=berta.unit)

    def units() -> set[UUID]:
        work = house.work()
        running = honoured(work, known.id, consent_facts(work, known.id))
        found = set(copy_plan(work, running, copy).units)
        work.finish()
        return found

    assert units() - {shelter} == {third}
    suspend(house)
    assert units() - {shelter} == set()

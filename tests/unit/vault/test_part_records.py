"""Parted, nothing is promised that her consents do not open, and nobody keeps a stranger's key."""

import pytest
from sqlalchemy import select

from caseflow.database.tables.consents import GrantDue
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.merges import Merge
from caseflow.vault.part_records import part_records
from caseflow.vault.permit import Ask
from caseflow.vault.same_person import person_of
from caseflow.vocabulary.acts import Act
from tests.factories.clients import Known, case_at, consented, entry, new_client, permitted, write
from tests.factories.copies import Shared, copied, copies, days_later, may_copy, settled
from tests.factories.emergencies import declared
from tests.factories.house import House
from tests.factories.merges import merged, undone
from tests.unit.vault.reading import read, texts


@pytest.fixture
def three(house: House) -> tuple[Known, Known, Known]:
    berta = house.actor("berta", "beratung")
    return new_client(house, berta), new_client(house, berta), new_client(house, berta)


def test_what_each_consent_opens_is_promised_by_the_consent_alone(
    house: House, three: tuple[Known, Known, Known]
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    one, other, _ = three
    shelter = house.units["frauenhaus"]
    before = consented(house, berta, one, [shelter], ["violence", "health"])
    merge = merged(house, berta, lea, one, other)
    consented(house, berta, one, [shelter], ["family"])  # for both: it waits for nobody
    undone(house, lea, merge)
    with house.sessions() as session:
        due = session.scalars(select(GrantDue)).all()
    # She has no drawer of either category: that is nobody's to learn from it.
    assert [(each.consent_id, each.unit_id, each.categories) for each in due] == [
        (before.id, berta.unit, ("health", "violence"))
    ]


def test_whom_another_merge_still_joins_stays_one_person(
    house: House, three: tuple[Known, Known, Known]
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    one, other, third = three
    merge = merged(house, berta, lea, one, other)
    merged(house, berta, lea, other, third)
    # A direct one as well, made by hand: whoever is one already is not merged once more.
    work = house.work(lea)
    direct = Merge(
        first_client=one.id,
        second_client=third.id,
        unit_id=lea.unit,
        proposed_by=berta.staff,
        proposed_at=work.clock.now(),
        answered_by=lea.staff,
        agreed_at=work.clock.now(),
    )
    work.session.add(direct)
    work.session.flush()
    given = permitted(work, lea, Ask(Act.MERGE_UNDO, one.id))
    row = work.session.get(Merge, merge)
    assert row is not None
    part_records(work, given, row)
    assert set(person_of(work, one.id).ids) == {each.id for each in three}
    work.abandon()


def test_an_emergency_that_began_meanwhile_keeps_no_key_of_the_other(
    house: House, three: tuple[Known, Known, Known]
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    frieda = house.actor("frieda", "frauenhaus")
    one, other, _ = three
    write(house, berta, other, entry("Krank", "health"))
    case_at(house, frieda, one)
    merge = merged(house, berta, lea, one, other)
    declared(house, frieda, one, "health")
    assert texts(read(house, frieda, one)) == ["Krank"]
    undone(house, lea, merge)
    assert texts(read(house, frieda, one)) == []
    with house.sessions() as session:
        [due] = session.scalars(select(Drawer.turn_due).where(Drawer.category == "health"))
    assert due is not None


def test_who_has_an_emergency_of_each_keeps_the_keys_of_each(
    house: House, three: tuple[Known, Known, Known]
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    frieda = house.actor("frieda", "frauenhaus")
    one, other, _ = three
    for known in (one, other):
        write(house, berta, known, entry(f"Krank {known.code}", "health"))
        case_at(house, frieda, known)
    declared(house, frieda, other, "health")
    merge = merged(house, berta, lea, one, other)
    # One that was declared before opens its own record alone, by either id.
    assert texts(read(house, frieda, one)) == [f"Krank {other.code}"]
    declared(house, frieda, one, "health")
    assert len(texts(read(house, frieda, one))) == 2
    undone(house, lea, merge)
    for known in (one, other):
        assert texts(read(house, frieda, known)) == [f"Krank {known.code}"]


def test_what_was_copied_by_a_consent_of_the_other_freezes_and_goes_in_time(
    house: House, three: tuple[Known, Known, Known]
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    frieda, (one, other, _) = house.actor("frieda", "frauenhaus"), three
    [told] = write(house, berta, other, entry("Sie kam."))
    merge = merged(house, berta, lea, one, other)
    case_at(house, frieda, one)
    consent = may_copy(house, berta, one, [frieda.unit], ["violence"])
    copied(house, Shared(berta, frieda, one, consent, told))
    undone(house, lea, merge)
    [copy] = copies(house, other)
    assert copy.frozen_at is not None
    days_later(house, 31)
    settled(house, berta)
    assert copies(house, other) == []


def test_what_was_written_of_one_meanwhile_stays_with_her_alone(
    house: House, three: tuple[Known, Known, Known]
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    one, other, _ = three
    write(house, berta, other, entry("Die andere."))
    merge = merged(house, berta, lea, one, other)
    write(house, berta, one, entry("Sie kam."))
    assert texts(read(house, berta, one)) == ["Die andere.", "Sie kam."]
    undone(house, lea, merge)
    assert texts(read(house, berta, one)) == ["Sie kam."]
    assert texts(read(house, berta, other)) == ["Die andere."]

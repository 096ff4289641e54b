"""From the agreement of a second person on, two clients are one person everywhere."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.keys.drawer_keys import due_to_turn
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from caseflow.vocabulary.states import KeyReader
from tests.factories.clients import Known, case_at, consented, entry, new_client, write
from tests.factories.house import House
from tests.factories.merges import answered_merge, came_back, later, merged, proposed
from tests.unit.vault.reading import log, newest, read, texts


@pytest.fixture
def pair(house: House) -> tuple[Known, Known]:
    """One client of the counselling, and another whom it has under a second code."""
    berta = house.actor("berta", "beratung")
    one, other = new_client(house, berta), new_client(house, berta)
    write(house, berta, one, entry("Aus der ersten."), entry("Gesund.", "health"))
    write(house, berta, other, entry("Aus der zweiten."))
    return one, other


def readers(house: House, client: UUID, category: str) -> set[UUID]:
    """Return the units that hold the present key of a drawer."""
    work = house.work()
    found = work.session.execute(
        select(Envelope.reader_id)
        .join(Drawer, Drawer.id == Envelope.drawer_id)
        .where(
            Drawer.client_id == client,
            Drawer.category == category,
            Envelope.reader == KeyReader.UNIT,
            Envelope.key_version == Drawer.key_version,
        )
    )
    held = set(found.scalars())
    work.finish()
    return held


def test_the_own_unit_reads_both_by_either_id(house: House, pair: tuple[Known, Known]) -> None:
    one, other = pair
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    assert texts(read(house, berta, one)) == ["Aus der ersten.", "Gesund."]
    merged(house, berta, lea, one, other)
    for known in pair:
        assert texts(read(house, berta, known)) == [
            "Aus der ersten.",
            "Aus der zweiten.",
            "Gesund.",
        ]


def test_what_both_consents_open_stays_open_and_the_rest_loses_its_keys(
    house: House, pair: tuple[Known, Known]
) -> None:
    one, other = pair
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    frieda = house.actor("frieda", "frauenhaus")
    case_at(house, frieda, one)
    first = consented(house, berta, one, [frieda.unit], ["violence", "health"])
    second = consented(house, berta, other, [frieda.unit], ["violence"])
    assert readers(house, one.id, "health") == {berta.unit, frieda.unit}
    merged(house, berta, lea, one, other)
    assert readers(house, one.id, "health") == {berta.unit}
    assert frieda.unit in readers(house, other.id, "violence")
    # She has both records open where both consents meet, and the consents of both are named.
    assert texts(read(house, frieda, one)) == ["Aus der ersten.", "Aus der zweiten."]
    named = {each["id"] for each in newest(house, Act.STORY_READ)["bases"]}
    assert {str(first.id), str(second.id)} <= named
    work = house.work()
    drawers = list(work.session.scalars(select(Drawer)))
    due = {each.category for each in drawers if each.id in due_to_turn(work, drawers)}
    assert due == {"health"}


def test_one_consent_alone_opens_nothing_any_more_and_a_new_one_opens_both(
    house: House, pair: tuple[Known, Known]
) -> None:
    one, other = pair
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    frieda = house.actor("frieda", "frauenhaus")
    case_at(house, frieda, one)
    consented(house, berta, one, [frieda.unit], ["violence"])
    merged(house, berta, lea, one, other)
    assert texts(read(house, frieda, one)) == []
    assert readers(house, one.id, "violence") == {berta.unit}
    consented(house, berta, other, [frieda.unit], ["violence"])
    came_back(house, berta)
    assert texts(read(house, frieda, one)) == ["Aus der ersten.", "Aus der zweiten."]
    assert "alarm.key" not in {each["act"] for each in log(house)}


def test_whoever_knew_her_by_one_id_does_not_learn_the_other(
    house: House, pair: tuple[Known, Known]
) -> None:
    one, other = pair
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    frieda = house.actor("frieda", "frauenhaus")
    case_at(house, frieda, one)
    merged(house, berta, lea, one, other)
    assert read(house, frieda, other) == Refused(Reason.NOT_OPEN)
    assert read(house, frieda, Known(uuid4(), "")) == Refused(Reason.NOT_OPEN)
    opened = read(house, frieda, one)
    assert not isinstance(opened, Refused)
    assert opened.code == one.code


def test_never_who_proposed_it_nor_twice_nor_from_elsewhere(
    house: House, pair: tuple[Known, Known]
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    merge = proposed(house, berta, *pair)
    assert answered_merge(house, berta, merge) == Refused(Reason.NOT_YOUR_ROLE)
    for elsewhere in (house.actor("frieda", "frauenhaus"), house.actor("lea", "frauenhaus")):
        assert answered_merge(house, elsewhere, merge) == Refused(Reason.NOT_OPEN)
        assert answered_merge(house, elsewhere, uuid4()) == Refused(Reason.NOT_OPEN)
    assert answered_merge(house, lea, merge) == Done(None)
    assert answered_merge(house, lea, merge) == Refused(Reason.TOO_LATE)
    assert answered_merge(house, lea, uuid4()) == Refused(Reason.NOT_OPEN)


def test_an_officer_agrees_by_the_ids_alone(house: House, pair: tuple[Known, Known]) -> None:
    berta, olga = house.actor("berta", "beratung"), house.actor("olga", "datenschutz")
    merge = proposed(house, berta, *pair)
    later(house)
    assert answered_merge(house, olga, uuid4()) == Refused(Reason.NOT_OPEN)
    assert answered_merge(house, olga, merge) == Done(None)
    assert len(texts(read(house, berta, pair[1]))) == 3


def test_a_refusal_ends_the_proposal_and_changes_nothing(
    house: House, pair: tuple[Known, Known]
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    merge = proposed(house, berta, *pair)
    assert answered_merge(house, lea, merge, agreed=False) == Done(None)
    assert len(texts(read(house, berta, pair[0]))) == 2
    told = newest(house, Act.MERGE_ANSWER)["details"]
    assert told == {"merge": str(merge), "agreed": "no"}
    assert answered_merge(house, lea, merge) == Refused(Reason.TOO_LATE)


def test_two_who_are_kept_apart_meanwhile_are_never_one(
    house: House, pair: tuple[Known, Known]
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    merge = proposed(house, berta, *pair)
    work = house.work()
    apart = KeptApart(
        client_id=pair[1].id,
        other_id=pair[0].id,
        unit_id=lea.unit,
        recorded_by=lea.staff,
        recorded_at=work.clock.now(),
    )
    work.session.add(apart)
    work.finish()
    assert answered_merge(house, lea, merge) == Refused(Reason.NOT_OPEN)
    assert answered_merge(house, lea, merge, agreed=False) == Done(None)


def test_a_second_proposal_of_the_same_pair_is_agreed_to_once(
    house: House, pair: tuple[Known, Known]
) -> None:
    berta, lea, olga = (
        house.actor("berta", "beratung"),
        house.actor("lea", "beratung"),
        house.actor("olga", "datenschutz"),
    )
    frieda, other_lea = house.actor("frieda", "frauenhaus"), house.actor("lea", "frauenhaus")
    for known in pair:
        case_at(house, frieda, known)
    first, second = proposed(house, berta, *pair), proposed(house, frieda, *pair)
    assert first != second
    assert answered_merge(house, lea, first) == Done(None)
    assert answered_merge(house, other_lea, second) == Refused(Reason.TOO_LATE)
    assert answered_merge(house, olga, second, agreed=False) == Done(None)


def test_both_entries_tell_of_the_merge_and_neither_of_the_other_client(
    house: House, pair: tuple[Known, Known]
) -> None:
    one, other = pair
    merge = merged(
        house, house.actor("berta", "beratung"), house.actor("lea", "beratung"), one, other
    )
    for act in (Act.MERGE_PROPOSE, Act.MERGE_ANSWER):
        entries = [each for each in log(house) if each["act"] == act]
        assert {each["client"] for each in entries} == {str(one.id), str(other.id)}
        assert all(each["details"]["merge"] == str(merge) for each in entries)
        assert not any(
            str(other.id) in str(each) for each in entries if each["client"] == str(one.id)
        )

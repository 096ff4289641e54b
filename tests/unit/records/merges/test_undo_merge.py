"""Undone, each is again who she was, and what each consent opens comes back by its owner alone."""

from uuid import uuid4

import pytest
from sqlalchemy import select

from caseflow.database.tables.drawers import Envelope
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.states import KeyReader
from tests.factories.clients import Known, case_at, consented, entry, new_client, withdrawn, write
from tests.factories.emergencies import declared
from tests.factories.house import House
from tests.factories.merges import came_back, merged, proposed, undone
from tests.unit.vault.reading import log, newest, read, texts


@pytest.fixture
def pair(house: House) -> tuple[Known, Known]:
    """Two clients of the counselling, each with an entry of her own."""
    berta = house.actor("berta", "beratung")
    one, other = new_client(house, berta), new_client(house, berta)
    write(house, berta, one, entry("Aus der ersten."), entry("Gesund.", "health"))
    write(house, berta, other, entry("Aus der zweiten."))
    return one, other


def test_each_consent_opens_again_what_it_did_once_the_owner_was_there(
    house: House, pair: tuple[Known, Known]
) -> None:
    one, other = pair
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    frieda = house.actor("frieda", "frauenhaus")
    for known in pair:
        case_at(house, frieda, known)
    consented(house, berta, one, [frieda.unit], ["violence", "health"])
    before = {known.id: texts(read(house, frieda, known)) for known in pair}
    assert before == {one.id: ["Aus der ersten.", "Gesund."], other.id: []}
    merge = merged(house, berta, lea, one, other)
    assert texts(read(house, frieda, one)) == []
    assert undone(house, lea, merge) == Done(None)
    # By reading nothing comes back, and that it waits is no alarm.
    assert texts(read(house, frieda, one)) == []
    came_back(house, berta)
    assert {known.id: texts(read(house, frieda, known)) for known in pair} == before
    assert texts(read(house, berta, other)) == ["Aus der zweiten."]
    assert not {each["act"] for each in log(house)} & {"alarm.key", "alarm.seal"}


def test_what_was_withdrawn_meanwhile_stays_withdrawn(
    house: House, pair: tuple[Known, Known]
) -> None:
    one, other = pair
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    frieda = house.actor("frieda", "frauenhaus")
    case_at(house, frieda, one)
    consent = consented(house, berta, one, [frieda.unit], ["violence"])
    merge = merged(house, berta, lea, one, other)
    withdrawn(house, berta, other, consent)  # by the other of her ids
    undone(house, lea, merge)
    came_back(house, berta)
    assert texts(read(house, frieda, one)) == []


def test_what_was_agreed_to_meanwhile_opens_its_own_record_alone(
    house: House, pair: tuple[Known, Known]
) -> None:
    one, other = pair
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    frieda = house.actor("frieda", "frauenhaus")
    case_at(house, frieda, one)
    merge = merged(house, berta, lea, one, other)
    consented(house, berta, one, [frieda.unit], ["violence"])
    assert texts(read(house, frieda, one)) == ["Aus der ersten.", "Aus der zweiten."]
    undone(house, lea, merge)
    assert texts(read(house, frieda, one)) == ["Aus der ersten."]
    with house.sessions() as session:
        kept = select(Envelope).where(
            Envelope.client_id == other.id, Envelope.reader_id == frieda.unit
        )
        assert session.scalars(kept).all() == []


def test_an_emergency_keeps_no_key_of_a_stranger(house: House, pair: tuple[Known, Known]) -> None:
    one, other = pair
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    frieda = house.actor("frieda", "frauenhaus")
    write(house, berta, other, entry("Auch gesund.", "health"))
    case_at(house, frieda, one)
    merge = merged(house, berta, lea, one, other)
    declared(house, frieda, one, "health")
    assert texts(read(house, frieda, one)) == ["Auch gesund.", "Gesund."]
    undone(house, lea, merge)
    assert texts(read(house, frieda, one)) == ["Gesund."]
    with house.sessions() as session:
        kept = select(Envelope.client_id).where(Envelope.reader == KeyReader.STAFF)
        assert set(session.scalars(kept)) == {one.id}


def test_who_may_and_what_she_must_say(house: House, pair: tuple[Known, Known]) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    olga = house.actor("olga", "datenschutz")
    frieda, elsewhere = house.actor("frieda", "frauenhaus"), house.actor("lea", "frauenhaus")
    case_at(house, frieda, pair[0])
    merge = proposed(house, berta, *pair)
    assert undone(house, lea, merge) == Refused(Reason.TOO_LATE)
    merge = merged(house, berta, lea, *pair)
    assert undone(house, berta, merge) == Refused(Reason.NOT_YOUR_ROLE)
    # That unit knows one of the two alone: for it there is no merge.
    assert undone(house, elsewhere, merge) == Refused(Reason.NOT_OPEN)
    assert undone(house, elsewhere, uuid4()) == Refused(Reason.NOT_OPEN)
    assert undone(house, olga, merge) == Done(None)
    assert undone(house, olga, merge) == Refused(Reason.TOO_LATE)


def test_a_reason_is_needed_and_sealed(house: House, pair: tuple[Known, Known]) -> None:
    from caseflow.records.merges import undo_merge  # noqa: PLC0415 - the one that says nothing

    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    merge = merged(house, berta, lea, *pair)
    work = house.work(lea)
    assert undo_merge(work, lea, merge, " ") == Invalid((Problem("reason", "required"),))
    assert undone(house, lea, merge) == Done(None)
    entries = [each for each in log(house) if each["act"] == Act.MERGE_UNDO]
    assert [each for each in entries if "reason_digest" in each]
    assert "Es waren zwei" not in str(entries)
    assert newest(house, Act.MERGE_UNDO)["details"] == {"merge": str(merge)}

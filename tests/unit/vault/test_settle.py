from datetime import timedelta

import pytest
from sqlalchemy import select, update

from caseflow.database.tables.consents import Consent, GrantDue
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.tables.records import Entry
from caseflow.vault.emergencies import grant_by_emergency
from caseflow.vault.permit import Ask, trace
from caseflow.vault.settle import settle
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.states import KeyReader
from tests.factories.clients import (
    Known,
    case_at,
    consented,
    entry,
    new_client,
    permitted,
    withdrawn,
    write,
)
from tests.factories.house import House, StoppedClock
from tests.unit.vault.reading import done_by, log, newest, read, rows_of, texts


def drawer_of(house: House, category: str) -> Drawer:
    with house.sessions() as session:
        return session.scalars(select(Drawer).where(Drawer.category == category)).one()


def readers(house: House, category: str) -> set[object]:
    drawer = drawer_of(house, category)
    with house.sessions() as session:
        return set(
            session.scalars(select(Envelope.reader_id).where(Envelope.drawer_id == drawer.id))
        )


def test_a_consent_recorded_elsewhere_opens_by_the_trustee_at_once(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    case_at(house, frieda, known)
    consented(house, frieda, known, [frieda.unit], ["violence"], [berta.unit])
    assert texts(read(house, frieda, known)) == ["Gewalt"]


def test_whereabouts_wait_for_the_owning_unit(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Adresse", "whereabouts"))
    case_at(house, frieda, known)
    consented(house, frieda, known, [frieda.unit], ["whereabouts"], [berta.unit])
    assert texts(read(house, frieda, known)) == []
    assert not [each for each in log(house) if each["act"] == Act.ALARM_KEY]
    settle(house.work(berta), berta)
    assert texts(read(house, frieda, known)) == ["Adresse"]
    told, to_shelter = newest(house, Act.KEY_GRANT), Envelope.reader_id == frieda.unit
    with house.sessions() as session:
        due = session.scalars(select(GrantDue)).one()
        given = session.scalars(select(Envelope).where(to_shelter)).one()
    assert due.done_at == house.around.clock.now()
    assert (str(given.act), given.basis_id) == (told["id"], due.consent_id)
    assert done_by(told, berta)
    assert (told["client"], told["details"]) == (str(known.id), {"consent": str(due.consent_id)})
    assert [each["reader_id"] for each in told["keys"]] == [str(frieda.unit)]
    assert ("grants_due", str(due.id)) in rows_of(told)


def test_an_expired_consent_is_settled_by_whoever_comes(house: House, clock: StoppedClock) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    case_at(house, frieda, known)
    consented(house, berta, known, [frieda.unit], ["violence"])
    clock.advance(timedelta(days=366))
    assert texts(read(house, frieda, known)) == []
    assert frieda.unit in readers(house, "violence")
    settle(house.work(frieda), frieda)
    assert frieda.unit not in readers(house, "violence")
    assert done_by(newest(house, Act.CONSENT_EXPIRE), frieda)
    assert drawer_of(house, "violence").turn_due is not None
    settle(house.work(berta), berta)
    assert drawer_of(house, "violence").key_version == 2
    assert texts(read(house, berta, known)) == ["Gewalt"]
    with house.sessions() as session:
        assert session.scalars(select(Consent.settled_at)).one() is not None


def test_a_drawer_due_to_turn_turns_before_the_next_write(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("alt"))
    case_at(house, frieda, known)
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    withdrawn(house, frieda, known, consent)
    assert drawer_of(house, "violence").turn_due is not None
    write(house, berta, known, entry("neu"))
    assert drawer_of(house, "violence").key_version == 2
    assert texts(read(house, berta, known)) == ["alt", "neu"]


def declared(house: House, clock: StoppedClock) -> tuple[Actor, Actor, Known]:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Allergie", "health"), entry("Adresse", "whereabouts"))
    case_at(house, frieda, known)
    work = house.work(frieda)
    given = permitted(work, frieda, Ask(Act.EMERGENCY_DECLARE, known.id))
    emergency = EmergencyAccess(
        client_id=known.id,
        staff_id=frieda.staff,
        unit_id=frieda.unit,
        categories=("health", "whereabouts"),
        reason=b"sealed",
        reason_digest=b"digest",
        declared_at=clock.now(),
        until=clock.now() + timedelta(hours=4),
    )
    work.session.add(emergency)
    work.session.flush()
    trace(work, given, grant_by_emergency(work, given, emergency))
    work.finish()
    return berta, frieda, known


def test_an_emergency_opens_its_categories_and_never_whereabouts(
    house: House, clock: StoppedClock
) -> None:
    _, frieda, known = declared(house, clock)
    assert texts(read(house, frieda, known)) == ["Allergie"]


def test_an_emergency_ends_by_itself_and_its_keys_go(house: House, clock: StoppedClock) -> None:
    berta, frieda, known = declared(house, clock)
    assert texts(read(house, frieda, known)) == ["Allergie"]
    clock.advance(timedelta(hours=5))
    assert texts(read(house, frieda, known)) == []
    settle(house.work(frieda), frieda)
    told = newest(house, Act.EMERGENCY_END)
    assert done_by(told, frieda)
    assert [each["use"] for each in told["ended"]] == [1]
    drawer = drawer_of(house, "health")
    with house.sessions() as session:
        kinds = set(session.scalars(select(Envelope.reader).where(Envelope.drawer_id == drawer.id)))
    assert KeyReader.STAFF not in kinds
    assert drawer.turn_due is not None
    settle(house.work(berta), berta)
    assert texts(read(house, berta, known)) == ["Allergie", "Adresse"][::-1]


def test_an_emergency_is_for_the_one_who_declared_it(house: House, clock: StoppedClock) -> None:
    _, _, known = declared(house, clock)
    lea = house.actor("lea", "frauenhaus")
    assert texts(read(house, lea, known)) == []
    ida = house.actor("ida", "wohnen")
    assert read(house, ida, known) == Refused(Reason.NOT_OPEN)


def test_a_running_emergency_outlives_a_turn_of_the_key(house: House, clock: StoppedClock) -> None:
    berta, frieda, known = declared(house, clock)
    consent = consented(house, berta, known, [house.units["wohnen"]], ["health"])
    withdrawn(house, berta, known, consent)
    assert drawer_of(house, "health").key_version == 2
    assert texts(read(house, frieda, known)) == ["Allergie"]


def expired(house: House, clock: StoppedClock) -> tuple[Actor, Actor, list[Known]]:
    """Return two clients whose consents have ended, the first with a damaged text."""
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    clients = [new_client(house, berta) for _ in range(2)]
    for known in clients:
        write(house, berta, known, entry("Gewalt"))
        case_at(house, frieda, known)
        consented(house, berta, known, [frieda.unit], ["violence"])
    with house.sessions() as session:
        damaged = update(Entry).where(Entry.client_id == clients[0].id)
        session.execute(damaged.values(title=b"\x01damaged"))
        session.commit()
    clock.advance(timedelta(days=366))
    return berta, frieda, clients


def versions(house: House) -> set[int]:
    with house.sessions() as session:
        return set(session.scalars(select(Drawer.key_version)))


def test_a_damaged_field_keeps_no_consent_from_ending_and_no_drawer_from_turning(
    house: House, clock: StoppedClock
) -> None:
    berta, frieda, clients = expired(house, clock)
    settle(house.work(berta), berta)
    with house.sessions() as session:
        assert None not in set(session.scalars(select(Consent.settled_at)))
        assert frieda.unit not in set(session.scalars(select(Envelope.reader_id)))
    assert versions(house) == {2}
    assert [texts(read(house, berta, known)) for known in clients] == [["Gewalt"], ["Gewalt"]]


def test_an_envelope_that_does_not_open_keeps_no_consent_from_ending(
    house: House, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise BrokenKey("x")

    monkeypatch.setattr("caseflow.vault.turn_behind.bring_key", broken)
    monkeypatch.setattr("caseflow.vault.revocations.bring_key", broken)
    berta, frieda, _ = expired(house, clock)
    settle(house.work(berta), berta)
    with house.sessions() as session:
        assert None not in set(session.scalars(select(Consent.settled_at)))
        assert frieda.unit not in set(session.scalars(select(Envelope.reader_id)))
        due = {str(each) for each in session.scalars(select(Drawer.id))}
    assert versions(house) == {1}
    alarms = {each["details"]["row"] for each in log(house) if each["act"] == Act.ALARM_KEY}
    assert alarms == due


def test_a_drawer_whose_key_is_not_at_hand_stays_due(
    house: House, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseflow.vault.turn_behind.bring_key", lambda *_: None)
    berta, _, _ = expired(house, clock)
    settle(house.work(berta), berta)
    assert versions(house) == {1}


def test_cards_that_cannot_be_filed_keep_nobody_from_her_work(
    house: House, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise BrokenKey("x")

    monkeypatch.setattr("caseflow.vault.settle_cards.file_inbox", broken)
    berta, _, _ = expired(house, clock)
    settle(house.work(berta), berta)
    assert versions(house) == {2}


def test_where_nothing_is_due_nothing_is_written(house: House) -> None:
    berta = house.actor("berta", "beratung")
    for work in (house.work(berta), house.work()):  # without her unit's key too
        settle(work, berta)
        work.finish()
    assert log(house) == []


def test_what_waited_for_a_consent_that_is_over_hands_out_nothing(
    house: House, clock: StoppedClock
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Adresse", "whereabouts"))
    case_at(house, frieda, known)
    consented(house, frieda, known, [frieda.unit], ["whereabouts"], [berta.unit])
    clock.advance(timedelta(days=366))
    work = house.work(berta)
    settle(work, berta)
    work.finish()
    assert frieda.unit not in readers(house, "whereabouts")
    with house.sessions() as session:
        assert session.scalars(select(GrantDue.done_at)).one() is not None

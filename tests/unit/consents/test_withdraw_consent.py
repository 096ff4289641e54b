from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update

from caseflow.consents import Choice, withdraw_consent
from caseflow.database.tables.consents import Consent, Withdrawal
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.tables.records import Entry
from caseflow.vault.settle import settle
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at, entry, new_client, write
from tests.factories.declarations import agreed, at_a_desk, declaration, offer, took_back
from tests.factories.house import House, StoppedClock
from tests.unit.vault.reading import log, newest, read, texts


def _drawer(house: House, category: str) -> tuple[Drawer, set[object]]:
    """Return a drawer and the ids of whoever has an envelope of it."""
    with house.sessions() as session:
        drawer = session.scalars(select(Drawer).where(Drawer.category == category)).one()
        found = select(Envelope.reader_id).where(Envelope.drawer_id == drawer.id)
        return drawer, set(session.scalars(found))


def test_the_very_next_read_is_refused_and_the_key_is_gone(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Amira Beispiel")
    write(house, berta, known, entry("Gewalt"))
    offered = offer([berta.unit], [frieda.unit], "violence", "identity")
    consent = agreed(house, berta, known, declaration(offered))
    case_at(house, frieda, known)
    assert texts(read(house, frieda, known)) == ["Gewalt"]
    answer = took_back(house, berta, known, consent.id)
    assert answer.effective_at == house.around.clock.now()
    assert texts(read(house, frieda, known)) == []
    drawer, readers = _drawer(house, "violence")
    assert frieda.unit not in readers
    assert (drawer.key_version, drawer.turn_due) == (2, None)
    assert texts(read(house, berta, known)) == ["Gewalt"]
    with house.sessions() as session:
        assert frieda.unit not in set(session.scalars(select(NameCard.unit_id)))


def test_the_trace_ends_the_consent_with_its_last_use(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    offered = offer([berta.unit], [frieda.unit], "violence")
    consent = agreed(house, berta, known, declaration(offered))
    case_at(house, frieda, known)
    read(house, frieda, known)
    read(house, frieda, known)
    answer = took_back(house, berta, known, consent.id)
    told = newest(house, Act.CONSENT_WITHDRAW)
    assert told["ended"] == [{"kind": "consent", "id": str(consent.id), "use": 2}]
    assert {row["table"] for row in told["rows"]} == {"consents", "withdrawals"}
    revoked = [key["reader_id"] for key in told["keys"] if key["act"] == Act.KEY_REVOKE]
    assert revoked == [str(frieda.unit)]
    assert [(each.unit, each.category, each.owner) for each in answer.seen] == [
        (frieda.unit, "violence", berta.unit)
    ]


def test_a_part_of_it_closes_and_the_rest_stays_open(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    ida = house.actor("ida", "wohnen")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"), entry("Asthma", "health"))
    offered = offer([berta.unit], [frieda.unit, ida.unit], "violence", "health")
    consent = agreed(house, berta, known, declaration(offered))
    case_at(house, frieda, known)
    part = Choice(frozenset({frieda.unit}), frozenset({"violence"}))
    took_back(house, berta, known, consent.id, part)
    assert texts(read(house, frieda, known)) == ["Asthma"]
    assert ida.unit in _drawer(house, "violence")[1]
    assert not newest(house, Act.CONSENT_WITHDRAW).get("ended")
    took_back(house, berta, known, consent.id, Choice(to_units=frozenset({frieda.unit})))
    assert texts(read(house, frieda, known)) == []
    took_back(house, berta, known, consent.id, Choice(categories=frozenset({"violence", "health"})))
    with house.sessions() as session:
        row = session.scalars(select(Consent)).one()
        whole = [each.whole for each in session.scalars(select(Withdrawal))]
    assert (row.version, row.withdrawn_at is not None, sorted(whole)) == (
        4,
        True,
        [False, False, True],
    )
    assert newest(house, Act.CONSENT_WITHDRAW)["ended"]


def test_names_that_it_does_not_know_change_nothing_and_are_no_error(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    consent = agreed(
        house, berta, known, declaration(offer([berta.unit], [frieda.unit], "violence"))
    )
    case_at(house, frieda, known)
    for choice in (
        Choice(to_units=frozenset({new_id()})),
        Choice(categories=frozenset({"colour"})),
        Choice(frozenset(), frozenset()),
    ):
        took_back(house, berta, known, consent.id, choice)
        assert texts(read(house, frieda, known)) == ["Gewalt"]


def test_it_is_never_undone_and_keeps_its_first_instant(house: House, clock: StoppedClock) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    consent = agreed(
        house, berta, known, declaration(offer([berta.unit], [frieda.unit], "violence"))
    )
    first = took_back(house, berta, known, consent.id)
    clock.advance(timedelta(hours=1))
    again = took_back(house, berta, known, consent.id)
    assert again.effective_at == first.effective_at
    with house.sessions() as session:
        assert len(session.scalars(select(Withdrawal)).all()) == 1


def test_elsewhere_the_keys_go_at_once_and_the_owners_next_request_turns(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    olga = house.actor("olga", "datenschutz")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    consent = agreed(
        house, berta, known, declaration(offer([berta.unit], [frieda.unit], "violence"))
    )
    case_at(house, frieda, known)
    read(house, frieda, known)
    answer = took_back(house, olga, known, consent.id)
    assert (answer.seen, len(answer.for_receipt)) == ((), 1)
    drawer, readers = _drawer(house, "violence")
    assert frieda.unit not in readers
    assert (drawer.key_version, drawer.turn_due is None) == (1, False)
    assert texts(read(house, frieda, known)) == []
    settle(house.work(berta), berta)
    drawer, _ = _drawer(house, "violence")
    assert (drawer.key_version, drawer.turn_due) == (2, None)


def test_at_a_desk_it_is_withdrawn_and_what_was_seen_is_on_her_receipt_only(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    ida = house.actor("ida", "wohnen")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    consent = agreed(
        house, berta, known, declaration(offer([berta.unit], [frieda.unit], "violence"))
    )
    case_at(house, frieda, known)
    read(house, frieda, known)
    work = house.work(ida)
    assert withdraw_consent(work, ida, known.id, consent.id) == Refused(Reason.NOT_OPEN)
    work.finish()
    at_a_desk(house, ida, known)
    answer = took_back(house, ida, known, consent.id)
    assert (answer.seen, len(answer.for_receipt)) == ((), 1)
    assert texts(read(house, frieda, known)) == []


def test_an_unknown_consent_is_refused_with_one_trace(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    before = len(log(house))
    work = house.work(berta)
    assert withdraw_consent(work, berta, known.id, new_id()) == Refused(Reason.NOT_OPEN)
    work.finish()
    assert len(log(house)) == before + 1


def test_a_widened_row_opens_nothing_raises_an_alarm_and_can_be_withdrawn(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"), entry("Asthma", "health"))
    consent = agreed(
        house, berta, known, declaration(offer([berta.unit], [frieda.unit], "violence"))
    )
    case_at(house, frieda, known)
    with house.sessions.begin() as session:
        session.execute(update(Consent).values(categories=("health", "violence")))
    assert texts(read(house, frieda, known)) == []
    assert newest(house, Act.ALARM_SEAL)["details"] == {
        "table": "consents",
        "row": str(consent.id),
    }
    took_back(house, berta, known, consent.id)
    assert frieda.unit not in _drawer(house, "violence")[1]
    with house.sessions() as session:
        row = session.scalars(select(Consent)).one()
        written = session.scalars(select(Withdrawal)).one()
    assert row.withdrawn_at is None  # no seal is put on what somebody forged
    assert (written.consent_id, written.whole) == (consent.id, True)


def test_something_damaged_in_a_drawer_blocks_no_withdrawal(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    consent = agreed(
        house, berta, known, declaration(offer([berta.unit], [frieda.unit], "violence"))
    )
    case_at(house, frieda, known)
    with house.sessions.begin() as session:
        session.execute(update(Entry).values(text=b"damaged"))
    took_back(house, berta, known, consent.id)
    drawer, readers = _drawer(house, "violence")
    assert frieda.unit not in readers
    # What does not open stays as it is and is named; all else turns.
    assert (drawer.key_version, drawer.turn_due) == (2, None)
    assert newest(house, Act.ALARM_KEY)["details"]["table"] == "entries"
    with house.sessions() as session:
        assert session.scalars(select(Consent)).one().withdrawn_at is not None
    settle(house.work(berta), berta)


def test_after_its_last_day_it_can_still_be_withdrawn(house: House, clock: StoppedClock) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    consent = agreed(
        house, berta, known, declaration(offer([berta.unit], [frieda.unit], "violence"))
    )
    clock.at = datetime(2027, 5, 1, 9, tzinfo=UTC)
    work = house.work(berta)
    assert isinstance(withdraw_consent(work, berta, known.id, consent.id), Done)
    work.finish()

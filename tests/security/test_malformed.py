"""Values of no type, in rows that are used before their seal is looked at, stop nobody's work.

What is no list is tried in every table by the harness of the seals; here are the ids, days and
counters that only SQLite takes.
"""

from sqlalchemy import text

from caseflow.audit.check_uses import load_counters
from caseflow.audit.integrate import integrate
from caseflow.audit.verify import verify
from caseflow.consents import withdraw_everything
from caseflow.database.tables.drawers import Envelope
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done
from tests.factories.clients import Known, case_at, consented, entry, new_client, write
from tests.factories.house import House
from tests.factories.houses import on_sqlite
from tests.unit.vault.reading import log, read, texts


def spoil(house: House, statement: str) -> None:
    """Write past the program."""
    with house.sessions.begin() as session:
        session.execute(text("PRAGMA foreign_keys=OFF"))
        session.execute(text(statement))
        assert session.scalar(text("SELECT changes()"))


def shared(house: House) -> Known:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    case_at(house, frieda, known)
    consented(house, berta, known, [frieda.unit], ["violence"])
    consented(house, berta, known, [frieda.unit, house.units["wohnen"]], ["violence"])
    return known


@on_sqlite
def test_everything_can_be_withdrawn_among_rows_that_cannot_be_read(house: House) -> None:
    known = shared(house)
    berta = house.actor("berta", "beratung")
    shelter = house.units["frauenhaus"].hex
    spoil(house, "UPDATE consents SET id = 'nobody' WHERE to_units NOT LIKE '%, %'")
    spoil(house, f"UPDATE envelopes SET reader_id = 'nobody' WHERE reader_id = '{shelter}'")  # noqa: S608 - our own id
    spoil(house, "UPDATE envelopes SET key_id = 'no bytes' WHERE reader = 'unit'")
    spoil(house, "UPDATE entries SET recorded_at = 'some day'")
    work = house.work(berta)
    assert isinstance(withdraw_everything(work, berta, known.id), Done)
    work.finish()
    with house.sessions() as session:
        readers = {row.reader_id for row in session.query(Envelope) if row.reader == "unit"}
    assert readers == {berta.unit}


@on_sqlite
def test_a_turn_seals_a_row_with_no_day_and_keeps_its_digest_to_itself(house: House) -> None:
    known = shared(house)
    berta = house.actor("berta", "beratung")
    spoil(house, "UPDATE entries SET recorded_at = 'some day'")
    work = house.work(berta)
    assert isinstance(withdraw_everything(work, berta, known.id), Done)
    work.finish()
    assert texts(read(house, berta, known)) == ["Gewalt"]
    [told] = [each for each in log(house) if each["act"] == Act.DRAWER_TURN]
    assert "entries" not in {each["table"] for each in told.get("rows", ())}
    assert {each["details"]["table"] for each in log(house) if each["act"] == Act.ALARM_KEY} == {
        "entries"
    }


@on_sqlite
def test_the_log_goes_on_behind_an_entry_of_no_type(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    spoil(house, "UPDATE staged_entries SET id = 'nobody', payload = 'no bytes' WHERE rowid = 1")
    work = house.work()
    assert integrate(work, house.server.signer) > 1
    assert integrate(work, house.server.signer) == 0
    spoil(house, "UPDATE memberships SET uses = 'many' WHERE uses > 0")
    spoil(house, "UPDATE log_leaves SET payload = 'no bytes' WHERE position = 0")
    assert set(load_counters(work).values()) >= {0}
    work.abandon()
    report = verify(work, house.server.signer.public)
    assert not report.verified

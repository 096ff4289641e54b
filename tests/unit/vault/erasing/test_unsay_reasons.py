"""What was said to the officers about her goes; that something was said stays, with its hash."""

import hashlib

from sqlalchemy import insert, select, update

from caseflow.database.tables.audit_log import SealedReason, StagedEntry
from caseflow.database.tables.clients import Case
from caseflow.database.tables.exceptions import EmergencyAccess, LawfulException
from caseflow.records import close_case
from caseflow.vault.bring_in import bring_in
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, entry, new_client, write
from tests.factories.emergencies import declared
from tests.factories.erasing import TwoFiles, erased, two_files
from tests.factories.house import House
from tests.factories.lawful import excepted, ground
from tests.factories.retention import erasure_of
from tests.unit.vault.reading import newest


def spoken_of(house: House) -> TwoFiles:
    """Let an emergency and another ground be declared at the shelter."""
    where = two_files(house)
    write(house, where.berta, where.known, entry("Allergie", "health"))
    declared(house, where.frieda, where.known, "health")
    excepted(house, where.frieda, where.known, ground([where.berta.unit], "family"))
    return where


def test_reasons_go_whether_their_entries_are_in_the_tree_or_wait(house: House) -> None:
    where = spoken_of(house)
    other = new_client(house, where.berta)
    _close(house, other)
    work = house.work()
    bring_in(work)
    work.finish()
    _close(house, where.known)
    assert len(_reasons(house)) == 4  # of both cases, of the emergency and of the ground
    erased(house, where.known.id)
    assert len(_reasons(house)) == 1
    assert "reason_digest" in newest(house, Act.CASE_CLOSE)
    with house.sessions() as session:
        [emergency] = session.scalars(select(EmergencyAccess))
        [exception] = session.scalars(select(LawfulException))
        assert (emergency.reason, emergency.note) == (b"", None)
        assert exception.grounds == b""


def test_of_one_units_file_that_units_reasons_alone_go(house: House) -> None:
    where = spoken_of(house)
    _close(house, where.known)
    erased(house, where.known.id, where.berta.unit)
    with house.sessions() as session:
        assert session.scalars(select(EmergencyAccess.reason)).one() != b""
    assert len(_reasons(house)) == 2
    erased(house, where.known.id, where.frieda.unit)
    assert _reasons(house) == []


def test_with_the_last_file_of_any_unit_go_the_reasons_of_others_too(house: House) -> None:
    berta, olga = house.actor("berta", "beratung"), house.actor("olga", "datenschutz")
    known = new_client(house, berta)
    erasure_of(house, olga, known.id, berta.unit)
    assert len(_reasons(house)) == 1
    assert erased(house, known.id, berta.unit).whole
    assert _reasons(house) == []


def test_a_changed_row_loses_its_words_all_the_same(house: House) -> None:
    where = spoken_of(house)
    with house.sessions() as session:
        session.execute(update(EmergencyAccess).values(note=b"von anderer Hand"))
        forged = {"id": new_id(), "at": house.around.clock.now(), "payload": b"kein Eintrag"}
        session.execute(insert(StagedEntry).values(**forged, row_seal=b""))
        session.commit()
    erased(house, where.known.id)
    with house.sessions() as session:
        [row] = session.execute(select(EmergencyAccess.reason, EmergencyAccess.note))
        assert tuple(row) == (b"", b"")


def _close(house: House, known: Known) -> None:
    """Close a case at counselling, and say why."""
    lea = house.actor("lea", "beratung")
    with house.sessions() as session:
        hers = select(Case.id).where(Case.client_id == known.id, Case.unit_id == lea.unit)
        case = session.scalars(hers).one()
    work = house.work(lea)
    assert isinstance(close_case(work, lea, case, "Sie ist umgezogen."), Done)
    work.finish()


def _reasons(house: House) -> list[str]:
    with house.sessions() as session:
        rows = session.scalars(select(SealedReason))
        return [hashlib.sha256(row.sealed).hexdigest() for row in rows]

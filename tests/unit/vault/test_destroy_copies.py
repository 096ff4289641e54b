"""Some days after it was frozen a copy is gone: keys, rows, and the drawer."""

import pytest
from sqlalchemy import select, update

from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.records import Entry
from caseflow.exceptions import keep_copy
from caseflow.vault.destroy_copies import destroy_copy
from caseflow.vault.gather import drawers_of
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done
from caseflow.vocabulary.errors import Stale
from tests.factories.copies import TOLD, copied, copies, days_later, settled, shared, taken_back
from tests.factories.house import House
from tests.unit.vault.reading import log, newest, read, texts


def test_on_its_day_whoever_comes_destroys_it_and_nothing_else(house: House) -> None:
    where = shared(house)
    copy = copied(house, where)
    taken_back(house, where)
    [drawer] = copies(house, where.known)
    days_later(house, 29)
    settled(house, house.actor("wanda", "wohnen"))
    assert copies(house, where.known)
    days_later(house, 1)
    settled(house, house.actor("wanda", "wohnen"))
    assert copies(house, where.known) == []
    with house.sessions() as session:
        assert session.get(Entry, (where.known.id, copy)) is None
        assert not list(session.scalars(select(Envelope).where(Envelope.drawer_id == drawer.id)))
    told = newest(house, Act.COPY_DESTROY)
    assert told["details"] == {"consent": str(where.consent), "pieces": "1"}
    assert [each["id"] for each in told["drawers"]] == [str(drawer.id)]
    assert {each["reader"] for each in told["keys"]} == {"unit", "trustee", "recovery"}
    assert texts(read(house, where.berta, where.known)) == [TOLD]
    settled(house, where.frieda)
    assert len([each for each in log(house) if each["act"] == Act.COPY_DESTROY]) == 1


def test_one_that_is_kept_stays(house: House) -> None:
    where, olga = shared(house), house.actor("olga", "datenschutz")
    copied(house, where)
    taken_back(house, where)
    [drawer] = copies(house, where.known)
    work = house.work(olga)
    assert keep_copy(work, olga, drawer.id, "legal_claims", "Klage") == Done(None)
    work.finish()
    days_later(house, 31)
    settled(house, where.frieda)
    assert len(copies(house, where.known)) == 1


def test_a_damaged_one_stays_due_and_holds_up_no_other(house: House) -> None:
    where = shared(house)
    copied(house, where)
    copied(house, where, "client_name")
    taken_back(house, where)
    with house.sessions() as session:
        damaged = (Drawer.copied_from.is_not(None), Drawer.category == "violence")
        session.execute(update(Drawer).where(*damaged).values(key_version=9))
        session.commit()
    days_later(house, 30)
    settled(house, where.berta)
    assert [each.category for each in copies(house, where.known)] == ["violence"]
    assert newest(house, Act.ALARM_SEAL)


def test_whoever_was_faster_with_another_basis_keeps_it(house: House) -> None:
    where = shared(house)
    copied(house, where)
    taken_back(house, where)
    work = house.work(where.frieda)
    drawer = next(each for each in drawers_of(work, where.known.id) if each.frozen_at)
    work.session.expunge(drawer)
    work.finish()
    olga = house.actor("olga", "datenschutz")
    officer = house.work(olga)
    assert keep_copy(officer, olga, drawer.id, "statutory_duty", "Gesetz") == Done(None)
    officer.finish()
    with pytest.raises(Stale):
        destroy_copy(work, where.frieda, drawer)
    work.abandon()
    assert len(copies(house, where.known)) == 1

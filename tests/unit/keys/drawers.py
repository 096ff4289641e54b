"""Drawers for the tests of the key store."""

from uuid import UUID

from sqlalchemy import select

from caseflow.crypto.ciphers import Cipher
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.unit_of_work import Work
from caseflow.keys.drawer_keys import birth
from caseflow.keys.drawer_readers import ReaderPlan
from caseflow.keys.envelopes import find, open_found
from caseflow.keys.keyring import ring
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House

CLIENT = UUID("00000000-0000-4000-8000-000000000001")
NOBODY_ELSE = ReaderPlan()


def keep(work: Work, unit: UUID, readers: ReaderPlan = NOBODY_ELSE) -> tuple[Drawer, Cipher]:
    """Return a new drawer of the unit and its key."""
    drawer, _ = birth(work, CLIENT, unit, "family", readers, new_id())
    work.session.flush()
    return drawer, ring(work).ciphers[drawer.id, 1]


def kept(house: House, readers: ReaderPlan = NOBODY_ELSE) -> tuple[Drawer, Cipher]:
    """Return a drawer of the counselling unit that is in the database, and its key."""
    work = house.work_as("berta", "beratung")
    drawer, cipher = keep(work, house.units["beratung"], readers)
    work.finish()
    return drawer, cipher


def rows_of(work: Work, drawer: Drawer) -> dict[str, Envelope]:
    """Return the envelopes of a drawer by the kind of their reader; of units the last one."""
    found = work.session.scalars(select(Envelope).where(Envelope.drawer_id == drawer.id))
    return {row.reader: row for row in found}


def opened(work: Work, drawer: Drawer) -> bytes | None:
    """Return the drawer's key as the unit on the keyring opens it, or None without envelope."""
    envelopes = find(work, [drawer])
    keys = open_found(ring(work), work.installation, envelopes)
    return keys[drawer.id].key if drawer.id in keys else None


def opened_by(house: House, name: str, slug: str, drawer: Drawer) -> bytes | None:
    """Return the drawer's key as this person in this unit opens it, or None without envelope."""
    work = house.work_as(name, slug)
    key = opened(work, drawer)
    work.finish()
    return key

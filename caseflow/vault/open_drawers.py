"""Open drawers: the one that a write goes into, born or turned first, and those that are read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.fields import FieldsOfDrawer
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.drawer_keys import birth, count_write, due_to_turn
from caseflow.keys.envelopes import find, open_found
from caseflow.keys.events import KeyEvent
from caseflow.keys.keyring import ring
from caseflow.keys.trustee import drawer_key_by_trustee
from caseflow.vault.gather import Gathered
from caseflow.vault.honoured import honoured
from caseflow.vault.plans import reader_plan
from caseflow.vault.turn import turn
from caseflow.vocabulary.errors import BrokenKey, MissingKey, Stale


@dataclass(frozen=True, slots=True)
class OpenDrawer:
    """A drawer of the acting unit with its key at hand, inside a write's transaction."""

    drawer: Drawer
    cipher: Cipher
    fields: FieldsOfDrawer
    keys: tuple[KeyEvent, ...] = ()  # what happened to its key on the way


def open_for_writing(
    work: Work, gathered: Gathered, unit: UUID, client: UUID, category: str, act: UUID
) -> OpenDrawer:
    """Return the unit's drawer of a category, ready to be written into once.

    Raises Stale when it was born, or its key was turned or fell due, in the meantime.
    """
    drawer = _own_under(gathered, client, unit, category)
    born: tuple[KeyEvent, ...] = ()
    if drawer is None:
        if _born_meanwhile(work, client, unit, category):
            raise Stale("drawers")
        running = honoured(work, client, gathered.facts.consents)
        plan = reader_plan(work, running, client, unit, category)
        drawer, events = birth(work, client, unit, category, plan, act)
        gathered.drawers[drawer.id] = drawer
        work.session.flush()
        born = tuple(events)
    return ready(work, gathered, drawer, act, born)


def ready(
    work: Work, gathered: Gathered, drawer: Drawer, act: UUID, born: tuple[KeyEvent, ...]
) -> OpenDrawer:
    """Return a drawer of the unit, just born or turned first if it is due, for one write.

    Raises Stale when its key was turned or fell due in the meantime.
    """
    events = born
    if not born and due_to_turn(work, [drawer]):
        key_of(work, drawer)
        events = turn(work, gathered.facts.consents, drawer, act)
    if not count_write(work, drawer):
        raise Stale("drawers")
    cipher = key_of(work, drawer)
    return OpenDrawer(drawer, cipher, fields_in(work, drawer, cipher), events)


def _own_under(gathered: Gathered, client: UUID, unit: UUID, category: str) -> Drawer | None:
    """Return the unit's drawer that is kept under the id by which something is written.

    What is told under one of her ids lies under that one: undone, a merge leaves nothing of it with
    whom she was taken for.
    """
    found = own_drawers(gathered.drawers.values(), unit, category)
    return next((drawer for drawer in found if drawer.client_id == client), None)


def _born_meanwhile(work: Work, client: UUID, unit: UUID, category: str) -> bool:
    """Say whether the unit has a drawer of the category by now that was not gathered.

    Asked after the case was used: from there on the writes of a unit go one by one, and without
    this each of several first answers to one question made a drawer of its own.
    """
    where = (Drawer.client_id == client, Drawer.unit_id == unit, Drawer.category == category)
    own = select(Drawer.id).where(*where, Drawer.copied_from.is_(None))
    return work.session.scalar(own.limit(1)) is not None


def own_drawer(gathered: Gathered, unit: UUID, category: str) -> Drawer | None:
    """Return the unit's drawer of a category; of two (after a merging) the older one."""
    return own_among(gathered.drawers.values(), unit, category)


def own_among(drawers: Iterable[Drawer], unit: UUID, category: str) -> Drawer | None:
    """Return the unit's drawer of a category among all of a client; never one of copies."""
    return next(iter(own_drawers(drawers, unit, category)), None)


def own_drawers(drawers: Iterable[Drawer], unit: UUID, category: str) -> list[Drawer]:
    """Return the unit's drawers of a category, the oldest first: one under each id of hers."""
    wanted = unit, category, None
    found = [each for each in drawers if (each.unit_id, each.category, each.copied_from) == wanted]
    return sorted(found, key=lambda drawer: (drawer.born_at, drawer.id))


def key_of(work: Work, drawer: Drawer) -> Cipher:
    """Return the key of a drawer that is open to the acting unit; raises MissingKey else."""
    ciphers = ring(work).ciphers
    at_hand = ciphers.get((drawer.id, drawer.key_version))
    if at_hand is not None:
        return at_hand
    envelopes = find(work, [drawer])
    if drawer.id not in envelopes:
        raise MissingKey(f"no envelope leads this unit to drawer {drawer.id}")
    return open_found(ring(work), work.installation, envelopes)[drawer.id]


def bring_key(work: Work, drawer: Drawer, unit: UUID) -> Cipher | None:
    """Return a drawer's key for a recorded act: the unit's own, else through the trustee.

    None where neither has it. Never called on a read.
    """
    if drawer.unit_id != unit:
        allowed = drawer.category in work.configuration.trustee_categories
        return drawer_key_by_trustee(work, drawer) if allowed else None
    try:
        return key_of(work, drawer)
    except MissingKey:
        return None


def open_each(
    work: Work, envelopes: Mapping[UUID, Envelope]
) -> tuple[dict[UUID, Cipher], list[Alarm]]:
    """Return the keys of the drawers whose envelopes open, and the alarms of those that do not.

    Raises Stale when one was turned meanwhile.
    """
    ciphers: dict[UUID, Cipher] = {}
    broken = []
    for drawer, envelope in envelopes.items():
        try:
            ciphers |= open_found(ring(work), work.installation, {drawer: envelope})
        except BrokenKey:
            broken.append(Alarm.of_key(Envelope.__tablename__, envelope.id))
    return ciphers, broken


def fields_in(work: Work, drawer: Drawer, cipher: Cipher) -> FieldsOfDrawer:
    """Return what seals and opens the fields of a drawer under its present key."""
    return FieldsOfDrawer(cipher, drawer.key_version, work.installation, drawer.id)

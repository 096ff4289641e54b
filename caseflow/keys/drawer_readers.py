"""Seal a drawer's key to its readers: units, one person in an emergency, trustee, recovery."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.envelopes import Destination, seal_envelope, seal_own
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.unit_of_work import Work
from caseflow.keys.events import KeyEvent
from caseflow.keys.keyring import Recipient, ring
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.keys.recipients import find_recipient
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.states import KeyReader


@dataclass(frozen=True, slots=True)
class Reader:
    """Who gets an envelope, and what opened the drawer to it."""

    kind: KeyReader
    id: UUID  # unit or staff member; for trustee and recovery the installation
    basis: UUID | None = None  # consent or emergency; none: owner, trustee, recovery


@dataclass(frozen=True, slots=True)
class ReaderPlan:
    """Who can open a drawer beside its owning unit, as policy has worked it out."""

    units: Mapping[UUID, UUID | None] = field(default_factory=dict)  # unit to consent
    staff: Mapping[UUID, UUID | None] = field(default_factory=dict)  # person to emergency
    trustee: bool = True
    recovery: bool = True

    def readers(self, installation: UUID, owner: UUID) -> Iterator[Reader]:
        """Yield every reader once, the owner first."""
        yield Reader(KeyReader.UNIT, owner)
        for unit in sorted(self.units.keys() - {owner}):
            yield Reader(KeyReader.UNIT, unit, self.units[unit])
        for person in sorted(self.staff):
            yield Reader(KeyReader.STAFF, person, self.staff[person])
        if self.trustee:
            yield Reader(KeyReader.TRUSTEE, installation)
        if self.recovery:
            yield Reader(KeyReader.RECOVERY, installation)


class HandingOut:
    """One version of a drawer's key on its way to its readers, by one act."""

    def __init__(self, work: Work, drawer: Drawer, cipher: Cipher, act: UUID) -> None:
        """Take the drawer as it stands with this key, and the id of the log entry."""
        self._work = work
        self._drawer = drawer
        self._cipher = cipher
        self._act = act

    def to(self, reader: Reader) -> KeyEvent | None:
        """Add a reader's envelope; None where the reader has no sound public key.

        The owning unit seals to itself under its own envelope key, if that is on the keyring.
        """
        row = self._sealed(reader)
        if row is None:
            return None
        self._work.session.add(row)
        drawer = self._drawer
        return KeyEvent(
            Act.KEY_GRANT,
            "drawer",
            drawer.id,
            drawer.key_version,
            drawer.key_id,
            reader.kind,
            row.reader_id,
        )

    def _sealed(self, reader: Reader) -> Envelope | None:
        unit = ring(self._work).unit
        owner = reader.kind is KeyReader.UNIT and reader.id == self._drawer.unit_id
        found = find_recipient(self._work, reader.kind, reader.id)
        # Else somebody left since this request opened the unit's key, and may know it.
        newest = unit is None or found is None or found.public.key_id == unit.key_id
        if owner and unit is not None and unit.unit == reader.id and newest:
            return self._to_oneself(unit)
        return None if found is None else self._to_another(found, reader.basis)

    def _to_oneself(self, unit: OpenedUnit) -> Envelope:
        sealed = seal_own(unit.own, self._destination(unit.key_id), self._cipher.key)
        oneself = Recipient(KeyReader.UNIT, unit.unit, unit.private.public)
        return self._row(oneself, None, sealed, symmetric=True)

    def _to_another(self, found: Recipient, basis: UUID | None) -> Envelope:
        destination = self._destination(found.public.key_id)
        sealed = seal_envelope(found.public, destination, self._cipher.key)
        return self._row(found, basis, sealed, symmetric=False)

    def _destination(self, reader_key_id: bytes) -> Destination:
        return Destination(
            self._work.installation,
            "drawer",
            self._drawer.id,
            self._drawer.key_version,
            self._cipher.key_id,
            reader_key_id,
            self._act,
        )

    def _row(
        self, found: Recipient, basis: UUID | None, sealed: bytes, *, symmetric: bool
    ) -> Envelope:
        return Envelope(
            client_id=self._drawer.client_id,
            drawer_id=self._drawer.id,
            key_version=self._drawer.key_version,
            key_id=self._cipher.key_id,
            reader=found.reader,
            reader_id=found.id,
            reader_key_id=found.public.key_id,
            symmetric=symmetric,
            basis_id=basis,
            act=self._act,
            made_at=self._work.clock.now(),
            sealed=sealed,
        )

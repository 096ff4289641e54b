"""Make and open the key pair of a staff member; opening it with her password is the log-in."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, select

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.key_pairs import PrivateKey, new_pair
from caseflow.crypto.passwords import new_password_record, password_key
from caseflow.crypto.wrapping import unwrap, wrap
from caseflow.database import sealed_rows
from caseflow.database.tables.accounts import StaffPair, StaffWrapping
from caseflow.database.tables.api_tokens import ApiToken
from caseflow.database.unit_of_work import Work
from caseflow.keys.events import KeyEvent, pair_born
from caseflow.keys.keyring import OpenedPair, ring
from caseflow.keys.outside_keys import present_root, root_of
from caseflow.keys.recipients import newest_staff_pair
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.states import KeyReader

_PASSWORD = "password"  # noqa: S105 - the kind of a wrapping
LABEL = "staff key"  # what every wrapping of a private key is labelled with


def make_staff_pair(work: Work, staff: UUID, password: str) -> KeyEvent:
    """Give a staff member a new pair that only this password opens; older wrappings go."""
    delete_wrappings(work, staff)
    private = new_pair()
    pair = StaffPair(
        staff_id=staff,
        version=_last_version(work, staff) + 1,
        public=private.public.raw(),
        key_id=private.public.key_id,
        born_at=work.clock.now(),
    )
    work.session.add(pair)
    work.session.flush()  # before the wrapping that points to it
    work.session.add(_wrapping(work, pair, private, password))
    ring(work).recipients.pop((KeyReader.STAFF, staff), None)
    return pair_born("staff", staff, pair.version, private.public)


def delete_wrappings(work: Work, staff: UUID) -> None:
    """Delete every way to a staff member's private keys, her programs' tokens too."""
    work.session.execute(
        delete(ApiToken).where(ApiToken.staff_id == staff),
        execution_options={"synchronize_session": False},
    )
    pairs = select(StaffPair.id).where(StaffPair.staff_id == staff)
    work.session.execute(
        delete(StaffWrapping).where(StaffWrapping.pair_id.in_(pairs)),
        execution_options={"synchronize_session": False},
    )


@dataclass(frozen=True, slots=True)
class StaffLock:
    """What a password is tried on: the newest pair and its wrapping, both as they were written."""

    pair: StaffPair
    wrapping: StaffWrapping


def open_staff(work: Work, staff: UUID | None, password: str) -> OpenedPair | None:
    """Put a staff member's private key onto the keyring, if this is her password.

    It takes the same time whether she is known, has a password or typed another one.
    """
    return unlock(work, find_lock(work, staff), password)


def find_lock(work: Work, staff: UUID | None) -> StaffLock | None:
    """Return what a staff member's password opens; None when there is nothing to open."""
    return None if staff is None else _find(work, staff)


def unlock(work: Work, lock: StaffLock | None, password: str) -> OpenedPair | None:
    """Put the private key behind the lock onto the keyring, if this is its password.

    It needs no statement, so that nobody waits for the database while the password is worked on.
    """
    if lock is None:
        spend_the_time(work, password)
        return None
    private = _opened(work, lock.pair, lock.wrapping, password)
    if private is None:
        return None
    opened = OpenedPair(lock.pair.staff_id, lock.pair.id, private)
    ring(work).staff = opened
    return opened


def spend_the_time(work: Work, password: str) -> None:
    """Take as long as a log-in takes, so that the time does not tell who is known."""
    password_key(password, new_password_record(ring(work).server.password_cost))


def _last_version(work: Work, staff: UUID) -> int:
    query = select(StaffPair.version).where(StaffPair.staff_id == staff)
    return work.session.scalar(query.order_by(StaffPair.version.desc()).limit(1)) or 0


def _find(work: Work, staff: UUID) -> StaffLock | None:
    pair = newest_staff_pair(work, staff)
    if pair is None:
        return None
    query = select(StaffWrapping).where(
        StaffWrapping.pair_id == pair.id, StaffWrapping.kind == _PASSWORD
    )
    wrappings = sealed_rows.intact(work, work.session.scalars(query))
    return StaffLock(pair, wrappings[0]) if wrappings else None


def _wrapping(work: Work, pair: StaffPair, private: PrivateKey, password: str) -> StaffWrapping:
    root = present_root(work)
    record = new_password_record(ring(work).server.password_cost)
    by_password = Cipher(password_key(password, record))
    context = pair_context(work, pair)
    return StaffWrapping(
        pair_id=pair.id,
        kind=_PASSWORD,
        record=record,
        root_key_id=root.key_id,
        wrapped=wrap(root, LABEL, context, wrap(by_password, LABEL, context, private.raw())),
    )


def _opened(
    work: Work, pair: StaffPair, wrapping: StaffWrapping, password: str
) -> PrivateKey | None:
    context = pair_context(work, pair)
    root = root_of(work, wrapping.root_key_id)
    inner = unwrap(root, LABEL, context, wrapping.wrapped)
    by_password = Cipher(password_key(password, wrapping.record))
    try:
        private = PrivateKey(unwrap(by_password, LABEL, context, inner))
    except BrokenKey:
        return None
    return private if private.public.key_id == pair.key_id else None


def pair_context(work: Work, pair: StaffPair) -> tuple[bytes, ...]:
    """Return what every wrapping of a pair's private key is bound to."""
    return (
        work.installation.bytes,
        pair.staff_id.bytes,
        pair.id.bytes,
        pair.version.to_bytes(4, "big"),
        pair.key_id,
    )

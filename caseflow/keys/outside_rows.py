"""Name the rows that lie under a root or a trustee secret, and move them in batches to another."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from caseflow.crypto.ciphers import Cipher
from caseflow.database.row_values import table_name
from caseflow.database.tables.accounts import StaffSession, StaffWrapping
from caseflow.database.tables.api_tokens import ApiToken
from caseflow.database.tables.installation import TrusteeEnvelope
from caseflow.database.tables.second_factors import LogInStep
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.outside_versions import ROOT, TRUSTEE
from caseflow.keys.rewrap_root import UNDER_THE_ROOT, Rewrap
from caseflow.keys.trustee import rewrap_envelope
from caseflow.vocabulary.errors import BrokenKey, Stale

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST = UUID(int=0)  # before every id
_AT_ONCE = 50  # rows in one transaction: others wait for it on SQLite

Row = ApiToken | StaffWrapping | StaffSession | LogInStep | TrusteeEnvelope


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of some rows."""

    last: UUID | None  # go on behind it; None: there were none left
    done: int = 0
    broken: int = 0  # they do not open, and stay as they are


def _under_root(table: type[Any], key_id: bytes) -> ColumnElement[bool]:
    # what is emptied when a session ends lies under nothing
    return and_(table.root_key_id == key_id, table.wrapped != b"")


def _under_secret(table: type[Any], key_id: bytes) -> ColumnElement[bool]:
    return or_(table.secret_key_id == key_id, table.secret_key_id.is_(None))


_UNDER: Mapping[str, Callable[[type[Any], bytes], ColumnElement[bool]]] = MappingProxyType(
    {ROOT: _under_root, TRUSTEE: _under_secret}
)
TABLES: Mapping[str, Mapping[type[Any], Rewrap]] = MappingProxyType(
    {
        ROOT: UNDER_THE_ROOT,
        TRUSTEE: MappingProxyType({TrusteeEnvelope: rewrap_envelope}),
    }
)


def count_under(session: Session, what: str, key_id: bytes) -> int:
    """Return how many rows lie under this root or secret, the server keys left out."""
    counts = (
        select(func.count()).select_from(table).where(_UNDER[what](table, key_id))
        for table in TABLES[what]
    )
    return sum(session.scalars(query).one() for query in counts)


def move(
    work: Work, what: str, table: type[Any], keys: tuple[Cipher, Cipher], after: UUID
) -> Moved:
    """Move the next rows of a table, in the order of their ids, from the first key to the other.

    What somebody else changes at the same instant is left to the next round.
    """
    former, present = keys
    query = select(table).where(_UNDER[what](table, former.key_id), table.id > after)
    rows: Sequence[Row] = work.session.scalars(query.order_by(table.id).limit(_AT_ONCE)).all()
    outcomes = [_move_one(work, TABLES[what][table], row, (former, present)) for row in rows]
    last = rows[-1].id if rows else None
    return Moved(last, outcomes.count("done"), outcomes.count("broken"))


def _move_one(work: Work, rewrap: Rewrap, row: Row, keys: tuple[Cipher, Cipher]) -> str:
    try:
        rewrap(work, row, *keys)
    except BrokenKey:
        work.alarms.append(Alarm.of_key(table_name(row), row.id))
        return "broken"
    except Stale:
        return "later"
    return "done"

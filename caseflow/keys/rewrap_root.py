"""Move what lies under a root to another one, row by row, without opening what is inside.

Whatever is wrapped under the root stands in this list, with the server keys: the test of this file
looks through the tables and through whoever asks for a root.
"""

from collections.abc import Callable, Mapping
from os import urandom
from types import MappingProxyType
from typing import Any, cast

from sqlalchemy import CursorResult, delete, update

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.wrapping import unwrap, wrap
from caseflow.database import sealed_rows
from caseflow.database.tables.accounts import StaffPair, StaffSession, StaffWrapping
from caseflow.database.tables.api_tokens import ApiToken
from caseflow.database.tables.second_factors import LogInStep
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys import staff_keys, token_keys
from caseflow.keys.session_keys import SESSION, STEP, SessionPlace, place_of_session, place_of_step
from caseflow.vocabulary.errors import BrokenKey, Stale


def _rewrap_staff(work: Work, row: StaffWrapping, former: Cipher, root: Cipher) -> None:
    pair = work.session.get(StaffPair, row.pair_id)
    if pair is None or not sealed_rows.intact(work, [row]) or not sealed_rows.intact(work, [pair]):
        raise BrokenKey("A wrapping is not as it was written.")
    place = staff_keys.LABEL, staff_keys.pair_context(work, pair)
    moved = wrap(root, *place, unwrap(former, *place, row.wrapped))
    sealed_rows.change(work, row, root_key_id=root.key_id, wrapped=moved)


def _rewrap_session(work: Work, row: StaffSession, former: Cipher, root: Cipher) -> None:
    try:
        moved = _moved(SESSION, place_of_session(row), row.wrapped, (former, root))
    except BrokenKey:
        # It opens nothing, whoever has the cookie: it ends, as at her next request.
        work.alarms.append(Alarm.of_key(StaffSession.__tablename__, row.id))
        _put(work, row, root_key_id=root.key_id, wrapped=b"", ended_at=work.clock.now())
        return
    _put(work, row, root_key_id=root.key_id, wrapped=moved)


def _rewrap_step(work: Work, row: LogInStep, former: Cipher, root: Cipher) -> None:
    place = place_of_step(row)
    if row.staff_id is None:
        # Chance that nobody can unwrap, since what it was bound to is written nowhere: new chance.
        inner = urandom(len(row.wrapped) - len(wrap(root, STEP, (), b"")))
        _put(work, row, root_key_id=root.key_id, wrapped=wrap(root, STEP, place.context(), inner))
        return
    try:
        moved = _moved(STEP, place, row.wrapped, (former, root))
    except BrokenKey:
        work.alarms.append(Alarm.of_key(LogInStep.__tablename__, row.id))
        work.session.execute(
            delete(LogInStep).where(LogInStep.id == row.id),
            execution_options={"synchronize_session": False},
        )
        return
    _put(work, row, root_key_id=root.key_id, wrapped=moved)


def _rewrap_token(work: Work, row: ApiToken, former: Cipher, root: Cipher) -> None:
    if not sealed_rows.intact(work, [row]):
        raise BrokenKey("A token is not as it was written.")
    place = token_keys.LABEL, token_keys.place_of_token(row).context()
    moved = wrap(root, *place, unwrap(former, *place, row.wrapped))
    sealed_rows.change(work, row, root_key_id=root.key_id, wrapped=moved)


Rewrap = Callable[[Work, Any, Cipher, Cipher], None]
UNDER_THE_ROOT: Mapping[type[Any], Rewrap] = MappingProxyType(
    {
        ApiToken: _rewrap_token,
        StaffWrapping: _rewrap_staff,
        StaffSession: _rewrap_session,
        LogInStep: _rewrap_step,
    }
)


def _moved(label: str, place: SessionPlace, wrapped: bytes, roots: tuple[Cipher, Cipher]) -> bytes:
    former, root = roots
    return wrap(root, label, place.context(), unwrap(former, label, place.context(), wrapped))


def _put(work: Work, row: StaffSession | LogInStep, **values: object) -> None:
    """Change a row that nobody has changed since it was loaded; raises Stale when somebody has."""
    table = type(row)
    statement = (
        update(table)
        .where(table.id == row.id, table.wrapped == row.wrapped)
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    if cast("CursorResult[Any]", work.session.execute(statement)).rowcount != 1:
        raise Stale(table.__tablename__)

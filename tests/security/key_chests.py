"""The private keys of units, people and the server, as they lie wrapped in the database."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from caseflow.crypto.envelopes import Destination, open_envelope
from caseflow.crypto.tokens import token_digest
from caseflow.database.tables.accounts import StaffPair, StaffSession, StaffWrapping
from caseflow.database.tables.api_tokens import ApiToken
from caseflow.database.tables.installation import ServerKey, TrusteeEnvelope, TrusteePair
from caseflow.database.tables.second_factors import LogInStep, OneTimeSecret
from caseflow.database.tables.units import UnitEnvelope, UnitPair
from caseflow.database.unit_of_work import Work
from caseflow.identity import one_time_codes
from caseflow.keys import server_keys, trustee
from caseflow.keys.former_keys import FormerKey, open_former
from caseflow.keys.keyring import ring
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.keys.session_keys import open_session, open_step
from caseflow.keys.staff_keys import StaffLock, unlock
from caseflow.keys.token_keys import open_token
from tests.factories.house import PASSWORD, House
from tests.security.chest_rows import chest_of, rows_of, unit_of
from tests.security.tamperings import Chest


@dataclass(frozen=True)
class Tokens:
    """What people and programs show, under which a private key rests."""

    session: str
    step: str
    program: str


def unit_chests(work: Work) -> Iterator[Chest]:
    """Yield what leads to a unit's keys, and from them to its former ones."""
    keyring, unit = ring(work), unit_of(work)
    assert keyring.staff is not None
    pairs = {pair.id: pair for pair in rows_of(work, UnitPair, unit_id=unit.unit)}
    by_version = {pair.version: pair for pair in pairs.values()}
    for row in rows_of(work, UnitEnvelope, reader_id=keyring.staff.pair):
        if row.unit_pair_id in pairs:
            yield chest_of(work, row, "sealed", partial(_unit_key, work, pairs[row.unit_pair_id]))
    for version in by_version.keys() & {version + 1 for version in by_version}:
        opened = partial(_former_key, work, unit, by_version[version - 1])
        yield chest_of(work, by_version[version], "previous", opened)


def _unit_key(work: Work, pair: UnitPair, row: UnitEnvelope) -> bytes:
    staff = ring(work).staff
    assert staff is not None
    destination = Destination(
        work.installation,
        "unit",
        pair.unit_id,
        pair.version,
        pair.key_id,
        staff.private.public.key_id,
        row.act,
    )
    return open_envelope(staff.private, destination, row.sealed)


def _former_key(work: Work, unit: OpenedUnit, older: UnitPair, newer: UnitPair) -> object:
    former = FormerKey(work.installation, older.unit_id, older.version, older.key_id)
    return open_former(unit.of(newer.key_id).private, former, newer.previous or b"")


def trustee_chests(work: Work) -> Iterator[Chest]:
    """Yield what leads from a unit's keys to the trustee."""
    unit, (trusted,) = unit_of(work), rows_of(work, TrusteePair)
    pairs = {pair.id: pair for pair in rows_of(work, UnitPair, unit_id=unit.unit)}
    for row in rows_of(work, TrusteeEnvelope):
        if row.unit_pair_id in pairs:
            key = unit.of(pairs[row.unit_pair_id].key_id).private
            opened = partial(trustee._opened_row, work, key, trusted)  # noqa: SLF001
            yield chest_of(work, row, "sealed", opened)


def people_chests(house: House, work: Work, tokens: Tokens) -> Iterator[Chest]:
    """Yield the private keys of people as they rest under a password and under tokens."""
    pairs = {pair.id: pair for pair in rows_of(work, StaffPair)}
    for row in rows_of(work, StaffWrapping):
        yield chest_of(work, row, "wrapped", partial(_unlocked, work, pairs[row.pair_id]))
    for table, column, token, opened in (
        (StaffSession, "cookie_digest", tokens.session, open_session),
        (LogInStep, "token_digest", tokens.step, open_step),
        (ApiToken, "token_digest", tokens.program, open_token),
    ):
        for row in rows_of(work, table, **{column: token_digest(token)}):
            yield chest_of(work, row, "wrapped", partial(_resting, work, opened, token))
    for row in rows_of(work, OneTimeSecret):
        yield chest_of(work, row, "sealed", partial(one_time_codes._opened, work))  # noqa: SLF001
    assert house.staff


def _unlocked(work: Work, pair: StaffPair, row: StaffWrapping) -> object:
    return unlock(work, StaffLock(pair, row), PASSWORD)


def _resting(work: Work, opened: Callable[..., object], token: str, row: object) -> object:
    return opened(work, row, token)


def server_chests(house: House, work: Work) -> Iterator[Chest]:
    root = house.server.root
    opened = partial(server_keys._opened, {root.key_id: root}, root)  # noqa: SLF001
    for row in rows_of(work, ServerKey):
        yield chest_of(work, row, "wrapped", opened)

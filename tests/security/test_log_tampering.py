"""T10: whatever is done to the log before the last anchor is found, with its own key as well."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from sqlalchemy import Connection, select
from sqlalchemy.orm import Session
from typing_extensions import override

from caseflow.audit import check_heads, check_leaves, witness
from caseflow.audit.findings import Finding
from caseflow.audit.log_source import DatabaseSource
from caseflow.audit.read_ahead import alone
from caseflow.audit.verify import verify
from caseflow.audit.witness import Contradiction, Seen, look
from caseflow.audit.witness_file import Witness
from caseflow.database.tables.audit_log import Checkpoint
from caseflow.database.unit_of_work import Work
from tests.factories.log import Log, NoKeys, empty_log
from tests.factories.scale import scaled
from tests.factories.second_reading import here
from tests.security.log_attacks import HEADS, KINDS, Attack, tamper

ANCHORED, ENTRIES = 12, 15
ON_SQLITE, ON_BOTH = 1000, 35


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Log]:
    made = empty_log(f"sqlite:///{tmp_path_factory.mktemp('log') / 'log.db'}")
    fill(made)
    yield made
    made.close()


def fill(log: Log) -> None:
    case, desk = log.case(), log.desk()
    for number in range(ENTRIES):
        log.access(*((case, desk)[: number % 3]))
        if number % 3 != 0:  # heads of one and of two entries more
            log.integrate()
    log.integrate()


def anchored(log: Log) -> Witness:
    """Return what a witness had seen when the log was younger."""
    source = DatabaseSource(log.work(), log.signer.public)
    with log.engine.connect() as connection:
        wanted = select(Checkpoint.note).where(Checkpoint.size == ANCHORED)
        note: str = connection.execute(wanted).scalar_one()

    class Younger(DatabaseSource):
        @override
        def checkpoint(self) -> str:
            return note

    found = look(Younger(source.work, source.public), None)
    assert isinstance(found, Seen)
    return found.witness


@contextmanager
def attacked(log: Log, number: int) -> Iterator[tuple[Attack, Work]]:
    """Yield an attack and a unit of work that sees it; nothing of it stays."""
    with log.engine.connect() as connection:
        done = tamper(log, connection, number)
        yield done, Work(_session(connection), log.around, NoKeys(), "request-1")
        connection.rollback()


def _session(connection: Connection) -> Session:
    return Session(connection, join_transaction_mode="create_savepoint", expire_on_commit=False)


def missed(log: Log, attacks: int) -> Counter[str]:
    """Return which attacks on what was anchored were not found, or not named where they begin."""
    former, heads = anchored(log), sizes(log)
    failed: Counter[str] = Counter()
    for number in range(attacks):
        with attacked(log, number) as (done, work):
            if done.reach < HEADS:
                # Every other time of each kind a second process would have looked first.
                second = here() if number // len(KINDS) % 2 else alone
                findings = verify(work, log.signer.public, second=second).findings
                wrong = "" if names(findings, done.first, heads) else "not named"
            else:
                wrong = _witnessed(look(DatabaseSource(work, log.signer.public), former), done)
            work.put_away()
        if wrong:
            failed[f"{done.kind}, reach {done.reach}: {wrong}"] += 1
    return failed


def _witnessed(seen: Seen | Contradiction, done: Attack) -> str:
    """Say what is wrong with what the witness says of a log that was signed anew."""
    contradicted = isinstance(seen, Contradiction)
    if done.first < ANCHORED:
        return "" if contradicted else "not found"
    return "false alarm" if contradicted and done.first > ANCHORED else ""


def sizes(log: Log) -> list[int]:
    with log.engine.connect() as connection:
        return [0, *connection.scalars(select(Checkpoint.size).order_by(Checkpoint.size))]


def names(findings: tuple[Finding, ...], first: int, heads: list[int]) -> bool:
    """Say whether the first finding is the first bad entry, or the few that one head signed."""
    if not findings or findings[0].position is None:
        return False
    signed = max(size for size in heads if size <= first)
    return signed <= findings[0].position <= first


def test_everything_before_the_last_anchor_is_found_and_the_first_bad_entry_named(
    log: Log,
) -> None:
    assert missed(log, scaled(ON_SQLITE)) == Counter()


def test_on_the_other_database_too(engine: str) -> None:
    made = empty_log(engine)
    fill(made)
    assert missed(made, scaled(ON_BOTH)) == Counter()
    made.close()


def test_every_kind_was_tried_before_and_behind_the_anchor_with_the_key_and_without(
    log: Log,
) -> None:
    seen = set()
    for number in range(7 * 12):
        with log.engine.connect() as connection:
            done = tamper(log, connection, number)
            connection.rollback()
        seen.add((done.kind, done.reach == HEADS, done.first < ANCHORED))
    assert {kind for kind, key, before in seen if key and before} == set(KINDS)
    assert {kind for kind, key, before in seen if not key and before} == set(KINDS)
    assert any(key and not before for _, key, before in seen)


def _blind(*_told: object, **_more: object) -> None:
    """See nothing."""


FAULTS = {
    "heads are not compared": (check_heads.HeadCheck, "check", _blind),
    "hashes are not compared": (check_leaves, "leaf_hash", lambda _leaf: b""),
    "a second process is believed whatever the tree holds": (
        check_leaves,
        "sha256",
        lambda _hashes: SimpleNamespace(digest=_Anything),
    ),
    "the witness asks for no old root": (
        witness,
        "load_frontier",
        lambda size, _read: _Believed(size),
    ),
}


class _Believed:
    """A tree that has whatever root it is asked to have."""

    def __init__(self, size: int) -> None:
        self.size = size

    def root(self) -> object:
        return _Anything()

    def grown(self, _hashes: object) -> "_Believed":
        return self


class _Anything:
    @override
    def __eq__(self, other: object) -> bool:
        return True

    @override
    def __hash__(self) -> int:
        return 0


@pytest.mark.parametrize("name", FAULTS)
def test_a_seeded_fault_is_caught(log: Log, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    where, what, instead = FAULTS[name]
    monkeypatch.setattr(where, what, instead)
    assert missed(log, 35)

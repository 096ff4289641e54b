from typing import Any
from uuid import uuid4

from sqlalchemy import select, update

from caseflow.audit.column_texts import ColumnTexts
from caseflow.audit.sound_leaves import (
    PART,
    Fetched,
    fetch_parts,
    held_hashes,
    parts,
    pieces,
    recognise,
)
from caseflow.database.tables.audit_log import Leaf
from caseflow.merkle.tree import leaf_hash
from caseflow.vocabulary.acts import Act
from tests.factories.log import Log


def test_sound_leaves_are_recognised_and_no_others(log: Log) -> None:
    case = log.case()
    log.access(case, staff=uuid4(), unit=log.unit)
    log.access(act=Act.LOGOUT, decision="refused")
    log.integrate()
    work = log.work()
    connection = work.session.connection()
    [found] = fetch_parts(connection, 0, 2)
    assert found is not None
    read = select(Leaf.payload).order_by(Leaf.position)
    assert found.payloads == tuple(work.session.scalars(read))
    sound = recognise(found)
    assert sound is not None
    assert sound.hashes == [leaf_hash(each) for each in found.payloads]
    assert found.held == b"".join(sound.hashes)
    assert [each.act for each in sound.entries] == ["story.read", "logout"]
    for name in ColumnTexts._fields:
        lines = getattr(found.columns, name).split("\n")
        for wrong in ("\n".join(reversed(lines)), f"{lines[0]}\n\udc80"):
            other = found._replace(columns=found.columns._replace(**{name: wrong}))
            assert recognise(other) is None or wrong == getattr(found.columns, name), name
    for other in _with_others(found):
        assert recognise(other) is None
    assert fetch_parts(connection, 0, 3) == [None]
    work.session.execute(update(Leaf).values(request_id=""))
    assert fetch_parts(connection, 0, 2) == [None]
    work.abandon()


def _with_others(found: Fetched) -> list[Fetched]:
    """Return these leaves with hashes or bytes that are not theirs."""
    first, second = found.payloads
    text: Any = second.decode()
    return [
        found._replace(hashes=(found.hashes[0], leaf_hash(b""))),
        found._replace(held=found.held[:-1]),
        found._replace(payloads=(first, text)),
        _instead(found, b"{}"),
        _instead(found, second + b" "),
    ]


def _instead(found: Fetched, leaf: bytes) -> Fetched:
    """Return these leaves with another second one, hashed as it is."""
    hashes = (found.hashes[0], leaf_hash(leaf))
    return Fetched((found.payloads[0], leaf), hashes, found.columns, b"".join(hashes))


def test_an_entry_that_is_heeded_is_looked_at_by_itself(log: Log) -> None:
    log.access(act=Act.ALARM_SEAL)
    log.integrate()
    work = log.work()
    [found] = fetch_parts(work.session.connection(), 0, 1)
    work.abandon()
    assert found is not None
    assert recognise(found) is None


def test_no_tile_lends_a_hash_to_the_one_before_it() -> None:
    one, other = bytes(256 * 32), b"o" * 40 * 32
    assert held_hashes({2: one, 3: other}, 512, 800) == one + other[: 32 * 32]
    assert held_hashes({2: one[:-32], 3: one[:32] + other}, 512, 800) == b""
    assert held_hashes({2: one}, 512, 800) == b""


def test_leaves_are_looked_at_in_parts() -> None:
    assert parts(1024, 1024 + 2 * PART + 1) == [
        (1024, 1024 + PART),
        (1024 + PART, 1024 + 2 * PART),
        (1024 + 2 * PART, 1024 + 2 * PART + 1),
    ]
    assert pieces([b"a"] * 257) == [[b"a"] * 256, [b"a"]]

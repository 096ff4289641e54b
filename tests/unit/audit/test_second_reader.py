import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from threading import Thread
from typing import BinaryIO

from msgspec.json import decode, encode
from sqlalchemy import select, update

from caseflow.audit.second_process import Asked, wanted
from caseflow.audit.second_reader import Seen, answer
from caseflow.database.tables.audit_log import Leaf
from caseflow.database.tables.clients import Case
from caseflow.merkle.tree import root
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from tests.factories.log import Log, stage_access
from tests.factories.second_reading import seen_at

SIZE = 26


def used(log: Log, times: int) -> Case:
    case = log.case()
    work = log.work()
    for _ in range(times):
        stage_access(work, case)
    work.finish()
    log.integrate()
    return case


def seen(log: Log, staged: frozenset[str] = frozenset()) -> Seen | None:
    work = log.work()
    found = seen_at(work, Asked(size_of(log), 8192, staged), 0)
    work.abandon()
    return found


def size_of(log: Log) -> int:
    return len(log.read(select(Leaf.position)))


def test_it_says_what_sound_leaves_tell(log: Log) -> None:
    case = used(log, 260)
    hashes = log.read(select(Leaf.leaf_hash).order_by(Leaf.position))
    ended = (UsedBasis(BasisKind.OWN_UNIT, case.id, 260),)
    last = str(log.access(act=Act.CASE_CLOSE, ended=ended))
    log.integrate()
    found = seen(log, frozenset({last, "elsewhere"}))
    hashes += log.read(select(Leaf.leaf_hash).where(Leaf.position == 260))
    assert found == Seen(
        start=0,
        end=261,
        digest=sha256(b"".join(hashes)).digest(),
        tops=[root(hashes[:256])],
        used={str(case.id): [(1, 260)]},
        ended={str(case.id): (260, 260)},
        met=[last],
    )


def test_what_needs_a_closer_look_is_left_to_others(log: Log) -> None:
    case = log.case()
    for number, expected in ((1, [(1, 1)]), (4, [(1, 1), (4, 4)]), (3, [(1, 1), (3, 4)])):
        log.access(bases=(UsedBasis(BasisKind.OWN_UNIT, case.id, number),))
        log.integrate()
        found = seen(log)
        assert found is not None
        assert found.used == {str(case.id): expected}
    log.access(bases=(UsedBasis(BasisKind.OWN_UNIT, case.id, 3),))
    log.access(act=Act.ALARM_SEAL)
    log.integrate()
    work = log.work()
    # A use told twice, and an alarm that may be one of the log.
    found_at = [seen_at(work, Asked(5, step), start) for step, start in ((2, 0), (2, 2), (1, 4))]
    assert [each is None for each in found_at] == [False, True, True]
    work.session.execute(update(Leaf).where(Leaf.position == 0).values(act="login"))
    assert seen_at(work, Asked(5, 2), 0) is None
    work.abandon()


@contextmanager
def answering(log: Log, step: int) -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """Yield the ends of the pipes to somebody who answers, and who ends with the block."""
    asked, into = os.pipe()
    out, said = os.pipe()
    with (
        open(asked, "rb", buffering=0) as reads,  # noqa: PTH123 - no path
        open(out, "rb") as hears,  # noqa: PTH123 - no path
        open(said, "wb") as writes,  # noqa: PTH123 - no path
    ):
        thread = Thread(target=answer, args=(reads, writes))
        with open(into, "wb") as tells:  # noqa: PTH123 - no path
            tells.write(encode(wanted(log.engine, Asked(SIZE, step))) + b"\n")
            thread.start()
            yield tells, hears
        thread.join()


def test_it_answers_from_the_end_on_until_something_else_is_asked_or_nobody_asks(log: Log) -> None:
    case = used(log, SIZE)
    with answering(log, 10) as (tells, hears):

        def told(lines: bytes, times: int) -> dict[int, bytes]:
            tells.write(lines)
            tells.flush()
            heard = [hears.readline().partition(b" ") for _ in range(times)]
            return {int(position): line for position, _, line in heard}

        lines = told(b"[0,26]\n", 3)
        assert list(lines) == [20, 10, 0]
        work = log.work()
        for position, line in lines.items():
            assert decode(line, type=Seen) == seen_at(work, Asked(SIZE, 10), position)
        work.session.execute(update(Leaf).where(Leaf.position == 15).values(client_id=case.id))
        work.finish()
        assert list(told(b"[0,26]\n", 2)) == [20, 0]  # of what is not sound it says nothing
        assert list(told(b"[0,20]\n[20,25]\n", 1)) == [20]
        assert list(told(b"[21,25]\n", 1)) == [21]

"""What a second process says of a log, without one: said here, or waited for."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from time import monotonic

import pytest

from caseflow.audit.findings import Report
from caseflow.audit.joined_leaves import question
from caseflow.audit.leaf_reader import LeafReader
from caseflow.audit.second_process import Asked, Said, Second, second_process
from caseflow.audit.second_reader import Seen, look
from caseflow.audit.verify import verify
from caseflow.database.unit_of_work import Work
from tests.factories.log import Log

TILE = 256
PATIENCE = 60  # seconds


def here(begin: int = 0) -> Second:
    """Look at every stretch from a position on when it is asked for, in the same unit of work."""

    @contextmanager
    def second(work: Work, asked: Asked) -> Iterator[Said]:
        yield lambda start: seen_at(work, asked, start) if start >= begin else None

    return second


def early(then: Callable[[], object]) -> Second:
    """Look at every stretch before anybody else does, and do something in between."""

    @contextmanager
    def second(work: Work, asked: Asked) -> Iterator[Said]:
        starts = range(0, asked.size, asked.step)
        said: Mapping[int, Seen | None] = {at: seen_at(work, asked, at) for at in starts}
        work.abandon()
        then()
        yield said.get

    return second


def seen_at(work: Work, asked: Asked, start: int) -> Seen | None:
    """Return what there is to say of the stretch from a position on."""
    opened = work.session.connection()
    reader = LeafReader(question(opened.dialect), opened.connection.driver_connection)
    return look(reader, start, min(start + asked.step, asked.size), asked.staged)


@contextmanager
def patient(work: Work, asked: Asked) -> Iterator[Said]:
    """Let a second process have looked at all of a sound log before anybody else does."""
    with second_process(work, asked, worth=0) as said:
        assert said is not None
        late = monotonic() + PATIENCE
        while not (first := said(0)):
            assert monotonic() < late
        yield lambda start: said(start) if start else first


def verified(log: Log) -> Report:
    """Return the report on a log, which is the same if a second one looks at all or a part."""
    report = verify(log.work(), log.signer.public)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("caseflow.audit.read_ahead.CHUNK", TILE)
        for begin in (0, TILE):
            assert verify(log.work(), log.signer.public, second=here(begin)) == report
    return report

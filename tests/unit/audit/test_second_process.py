import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from io import FileIO
from types import SimpleNamespace
from typing import Any, cast

import pytest
from msgspec.json import encode
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from caseflow.audit import second_process as module
from caseflow.audit.second_process import Asked, Said, Words, environment, second_process, wanted
from caseflow.audit.second_reader import Seen
from caseflow.audit.verify import verify
from caseflow.database.unit_of_work import Work
from tests.factories.log import Log, stage_access
from tests.factories.second_reading import patient, seen_at

SIZE = 12


@pytest.fixture
def work(log: Log) -> Work:
    """A log of so many uses of one case."""
    case = log.case()
    work = log.work()
    for _ in range(SIZE):
        stage_access(work, case)
    work.finish()
    log.integrate()
    return log.work()


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list["subprocess.Popen[bytes]"]:
    """Every process that is started, the last one last."""
    running = []
    start = subprocess.Popen

    def noted(*told: Any, **more: Any) -> "subprocess.Popen[bytes]":  # noqa: ANN401 - as that takes them
        assert more["env"] == environment()
        running.append(start(*told, **more))
        return running[-1]

    monkeypatch.setattr(subprocess, "Popen", noted)
    return running


def test_it_says_what_this_one_would_and_ends_with_the_block(
    log: Log,
    work: Work,
    started: list["subprocess.Popen[bytes]"],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = Asked(SIZE, 8)
    with patient(work, asked) as said:
        found = [said(0), said(8)]
        assert started[0].poll() is None
    assert started[0].returncode is not None
    with pytest.raises(KeyboardInterrupt), second_process(work, asked, worth=0):
        raise KeyboardInterrupt
    assert started[1].returncode is not None
    assert found == [seen_at(work, asked, start) for start in (0, 8)]
    assert None not in found
    work.abandon()
    monkeypatch.delattr("caseflow.audit.check_leaves.recognise")
    assert verify(work, log.signer.public, second=patient).verified
    assert len(started) == 3


GIVE_UP = "import os; os.kill(os.getpid(), 9)"
TALK = "print('0 [', 'nonsense', '7', '-1 x', '0 {}', 'end', sep=chr(10), end='')"


def test_one_that_is_killed_talks_nonsense_or_does_not_start_changes_nothing(
    log: Log,
    work: Work,
    started: list["subprocess.Popen[bytes]"],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    @contextmanager
    def ended(work: Work, asked: Asked) -> Iterator[Said | None]:
        with second_process(work, asked, worth=0) as said:
            assert said is not None
            started[-1].wait()
            yield said

    for program in (GIVE_UP, TALK):
        monkeypatch.setattr(module, "PROGRAM", program)
        assert verify(work, log.signer.public, second=ended).verified
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with second_process(work, Asked(SIZE, 8), worth=0) as said:
        assert said is None
    assert verify(work, log.signer.public, second=partial(second_process, worth=0)).verified
    assert len(started) == 2


def test_none_is_started_where_it_is_of_no_use(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    monkeypatch.setattr(module, "_started", lambda: tried.append("tried"))

    def tries(asked: Asked, worth: int = 0, url: str = "sqlite:///there.db") -> int:
        somewhere = SimpleNamespace(session=Session(create_engine(url)))
        with second_process(cast("Work", somewhere), asked, worth=worth) as said:
            assert said is None
        return len(tried)

    asked = Asked(SIZE, 8)
    assert tries(asked, worth=SIZE + 1) == 0
    assert tries(asked._replace(staged=frozenset(map(str, range(501))))) == 0
    assert tries(asked, url="sqlite://") == 0
    assert tries(asked, url="sqlite:///:memory:") == 0
    with monkeypatch.context() as patch:
        patch.setattr(os, "sched_getaffinity", lambda _: {1})
        assert tries(asked) == 0
        patch.delattr(os, "sched_getaffinity")
        assert tries(asked) == 0
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {1, 2})
    assert tries(asked, worth=SIZE) == 1


def test_it_is_told_where_the_database_is_and_nothing_secret(
    log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CASEFLOW_ROOT_KEY", "PGPASSFILE", "HOME"):
        monkeypatch.setenv(name, "there")
    assert environment().items() >= {"PGPASSFILE": "there", "HOME": "there"}.items()
    assert "CASEFLOW_ROOT_KEY" not in environment()
    told = wanted(log.engine, Asked(SIZE, 8, frozenset({"b", "a"})))
    assert (told.step, told.staged) == (8, ["a", "b"])
    connection = import_module(told.driver).connect(*told.address, **told.named)
    assert connection.execute("SELECT count(*) FROM log_leaves").fetchall() == [(0,)]
    connection.close()


class Other:
    """The other end of what a second process would be spoken with."""

    def __init__(self, asked: Asked) -> None:
        into, tells = os.pipe()
        os.set_blocking(into, False)
        hears, out = os.pipe()
        self.heard, self.out = FileIO(into), FileIO(out, "w")
        running = SimpleNamespace(stdin=FileIO(tells, "w"), stdout=FileIO(hears))
        self.words = Words(cast("Any", running), cast("Any", ()), asked)
        self._ends = (self.heard, self.out, running.stdin, running.stdout)
        assert self.asked() == "[]"

    def asked(self) -> str:
        return self.heard.readline().decode().strip()

    def says(self, *starts: int) -> None:
        for start in starts:
            self.out.write(b"%d %b\n" % (start, encode(seen(start))))

    def close(self) -> None:
        for each in self._ends:
            each.close()


def seen(start: int) -> Seen:
    return Seen(start, start + 1, b"digest", [], {}, {}, [])


@pytest.fixture
def other() -> Iterator[Other]:
    made = Other(Asked(150, 1))
    yield made
    made.close()


def test_the_next_part_is_asked_for_where_both_meet(other: Other) -> None:
    assert other.asked() == "[0,64]"
    assert other.words.said(0) is None
    other.says(63, 61)
    assert other.words.said(61) == seen(61)
    assert other.asked() == "[64,128]"
    assert other.words.said(62) is None  # it was not sound
    assert other.words.said(63) == seen(63)
    other.says(62)
    assert other.words.said(64) is None
    assert other.words.said(62) is None  # it came too late, and nobody keeps it
    # Of this part nothing is said.
    assert [other.words.said(start) for start in range(65, 128)] == [None] * 63
    assert other.words.said(128) is None
    assert other.asked() == "[128,150]"
    other.says(149)
    assert other.words.said(149) == seen(149)


def test_a_line_may_come_in_pieces(other: Other) -> None:
    other.out.write(b"3 ")
    assert other.words.said(2) is None
    other.out.write(encode(seen(3)))
    other.out.write(b"\n")
    assert other.words.said(3) == seen(3)
    assert other.words.said(3) is None


def test_nobody_is_asked_who_has_gone(other: Other) -> None:
    other.heard.close()
    other.says(0)
    assert other.words.said(0) == seen(0)

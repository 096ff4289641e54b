import errno
import io
import json
import resource
import subprocess
import sys
from types import SimpleNamespace

import pytest

from caseflow.cleaning import child, clean
from tests.factories.planted_files import locked, paper, picture

NUMBERS = ["1073741824", "20", "1000", "5", "1000"]


def told(brought: bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[dict[str, str], bytes]:
    out = SimpleNamespace(buffer=io.BytesIO())
    monkeypatch.setattr(child, "restrict", lambda *_: None)
    monkeypatch.setattr(child, "shut", lambda: None)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(brought)))
    monkeypatch.setattr(sys, "stdout", out)
    child.main(NUMBERS)
    line, _, content = out.buffer.getvalue().partition(b"\n")
    return json.loads(line), content


def test_it_answers_with_type_and_file_or_with_why_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(b"Brief\n", monkeypatch) == ({"kind": "text/plain"}, b"Brief\n")
    assert told(b"", monkeypatch) == ({"why": "empty_file"}, b"")


def test_what_needs_more_memory_than_there_is_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    def too_much(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(clean, "clean", too_much)
    assert told(b"x", monkeypatch) == ({"why": "too_large_unpacked"}, b"")


def test_memory_time_files_and_traces_of_a_crash_are_taken_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    limits: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "setrlimit", limits.__setitem__)
    child.restrict(7, 3)
    assert limits == {
        resource.RLIMIT_AS: (7, 7),
        resource.RLIMIT_CPU: (3, 3),
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_NPROC: (0, 0),
        resource.RLIMIT_NOFILE: (16, 16),
    }
    child.shut()
    assert limits[resource.RLIMIT_NOFILE] == (0, 0)


def test_each_type_is_read_where_nothing_can_be_opened() -> None:
    brought = [picture("JPEG"), picture("PNG"), picture("WEBP"), paper(), locked(), b"PK\x03\x04"]
    program = f"""
import io, socket, sys
from caseflow.cleaning import child
from caseflow.cleaning.clean import clean
from caseflow.cleaning.outcome import Limits, NotTaken
child.restrict(1 << 30, 20)
child.shut()
for content in {brought!r}:
    try:
        print(clean(content, Limits(10_000, 5, 1 << 22))[0].name)
    except NotTaken as refused:
        print(refused.why.name)
for door in (lambda: open("/etc/hostname"), socket.socket):
    try:
        door()
    except OSError as error:
        print(error.errno)
"""
    command = [sys.executable, "-I", "-B", "-c", program]
    said = subprocess.run(command, env={}, capture_output=True, check=True)  # noqa: S603 - our own
    closed = str(errno.EMFILE)
    assert said.stdout.decode().split() == [
        *("JPEG", "PNG", "WEBP", "PDF", "LOCKED", "OFFICE", closed, closed)
    ]

import io
import json
import resource
import sys
from types import SimpleNamespace

import pytest

from caseflow.cleaning import child, clean

NUMBERS = ["1073741824", "20", "1000", "5", "1000"]


def told(brought: bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[dict[str, str], bytes]:
    out = SimpleNamespace(buffer=io.BytesIO())
    monkeypatch.setattr(child, "restrict", lambda *_: None)
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
    }

from typing import Any
from uuid import UUID

import pytest

from caseflow.audit.newest_digests import GONE, NewestDigests

ROW, OTHER = UUID(int=1), UUID(int=2)
ONE, TWO, THREE = (bytes([each]) * 32 for each in (1, 2, 3))


def told(digest: bytes, at: str, row: UUID = ROW, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    named = {"table": "cases", "id": str(row), "digest": digest.hex()}
    return {"act": "case.close", "at": at, "rows": [named], **more}


@pytest.fixture
def newest() -> NewestDigests:
    return NewestDigests()


def test_the_newest_counts_and_is_asked_for_once(newest: NewestDigests) -> None:
    newest.see(told(ONE, "1"), 0)
    newest.see(told(TWO, "2"), 1)
    newest.see(told(THREE, "2", OTHER), 2)
    assert newest.take(("cases", ROW)) == {TWO}
    assert newest.take(("cases", ROW)) == frozenset()
    assert newest.take(("drawers", OTHER)) == frozenset()
    assert list(newest.left()) == [("cases", OTHER)]
    newest.close()


def test_of_one_instant_each_may_be_the_last(newest: NewestDigests) -> None:
    for digest in (ONE, TWO):
        newest.see(told(digest, "1"), 0)
    assert newest.take(("cases", ROW)) == {ONE, TWO}
    newest.close()


def test_what_was_destroyed_is_not_missing(newest: NewestDigests) -> None:
    newest.see(told(ONE, "1"), 0)
    newest.see(told(b"", "2"), 1)
    assert list(newest.left()) == []
    assert newest.take(("cases", ROW)) == {GONE}
    newest.close()


def test_a_manifest_speaks_of_the_log_as_it_was(newest: NewestDigests) -> None:
    newest.see(told(TWO, "2"), 7)
    newest.see(told(ONE, "3", act="log.manifest", details={"upto": "7"}), 9)
    assert newest.take(("cases", ROW)) == {TWO}
    newest.see(told(TWO, "2"), 6)
    newest.see(told(ONE, "3", act="log.manifest", details={"upto": "7"}), 9)
    assert newest.take(("cases", ROW)) == {ONE}
    newest.close()


def test_how_a_row_stands_is_told_again_as_the_whole_log_tells_it(newest: NewestDigests) -> None:
    first, second, third = told(ONE, "1"), told(TWO, "2"), told(THREE, "1", OTHER)
    for at, content in enumerate((first, second, third)):
        newest.see(content, at)
    assert list(newest.again([first, {"act": "x"}])) == [(("cases", ROW), [TWO])]
    assert list(newest.again([third])) == [(("cases", OTHER), [THREE])]
    newest.see(told(b"", "1", OTHER), 2)  # of the same instant
    assert list(newest.again([third])) == [(("cases", OTHER), [b"", THREE])]
    newest.close()


def test_that_a_row_is_gone_is_told_while_an_entry_tells_how_it_stood(
    newest: NewestDigests,
) -> None:
    stood, changed, gone = told(ONE, "1"), told(TWO, "2"), told(b"", "3")
    for at, content in enumerate((stood, changed, gone)):
        newest.see(content, at)
    assert list(newest.again([stood])) == []  # the entry that tells of the end is still there
    assert list(newest.again([gone])) == [(("cases", ROW), [b""])]
    assert list(newest.again([changed])) == []
    assert list(newest.again([gone])) == []
    newest.close()


def test_what_is_no_entry_is_an_error(newest: NewestDigests) -> None:
    for broken in ({}, told(ONE, "1", act="log.manifest"), {"act": "x", "rows": [{}]}):
        with pytest.raises(KeyError):
            newest.see(broken, 0)
    newest.close()

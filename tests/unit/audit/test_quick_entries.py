import json
from uuid import UUID

import pytest

from caseflow.audit.entries import Trace, canonical, payload
from caseflow.audit.quick_entries import read_quickly
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from tests.factories.log import BEGIN

IDS = [UUID(int=number) for number in range(7)]
ENTRY = payload(
    IDS[1],
    BEGIN,
    "r-1",
    Trace(
        act=Act.STORY_READ,
        staff=IDS[2],
        unit=IDS[3],
        client=IDS[4],
        purpose="case_work",
        bases=(UsedBasis(BasisKind.CONSENT, IDS[5], 3),),
        ended=(UsedBasis(BasisKind.DESK, IDS[6], 0),),
    ),
)
SHORT = payload(IDS[1], BEGIN, "", Trace(act=Act.LOGOUT))


def changed(old: bytes, new: bytes) -> bytes:
    assert old in ENTRY
    return ENTRY.replace(old, new)


def test_of_an_entry_is_read_what_is_compared() -> None:
    entries = read_quickly([ENTRY, SHORT])
    assert entries is not None
    ids = tuple(str(each) for each in (IDS[1], IDS[2], IDS[3], IDS[4]))
    assert tuple(zip(entries.id, entries.staff, entries.unit, entries.client, strict=True)) == (
        ids,
        (ids[0], "", "", ""),
    )
    assert entries.at == ("2026-03-02T09:00:00.000000Z",) * 2
    assert entries.act == ("story.read", "logout")
    assert (entries.decision, entries.request) == (("permitted",) * 2, ("r-1", ""))
    [[basis], no_basis] = entries.bases
    [[ended], none_ended] = entries.ended
    assert (basis.kind, basis.id, basis.use) == ("consent", str(IDS[5]), 3)
    assert (ended.kind, ended.id, ended.use) == ("desk", str(IDS[6]), 0)
    assert (no_basis, none_ended) == ((), ())


@pytest.mark.parametrize("letter", ["ü", "x" * 4001])
def test_a_long_entry_and_one_in_other_letters_are_read(letter: str) -> None:
    entries = read_quickly([changed(b"case_work", letter.encode())])
    assert entries is not None
    assert entries.act == ("story.read",)


@pytest.mark.parametrize("blank", [b" ", b"\n", b"\t", b"\r"])
def test_an_entry_with_blanks_around_it_is_left_to_others(blank: bytes) -> None:
    for one in (blank + ENTRY, ENTRY + blank, b""):
        assert read_quickly([SHORT, one, SHORT]) is None


def test_an_entry_with_something_escaped_is_left_to_others() -> None:
    assert read_quickly([canonical(json.loads(ENTRY) | {"request": "a\nb"})]) is None


@pytest.mark.parametrize(
    "wrong",
    [
        b"[]",
        b'{"v":1}',
        changed(b'"v":1', b'"v":2'),
        changed(b"case_work", b"\xff"),  # where nothing is compared
        changed(b"case_work", b"\xed\xa0\x80"),
        b'{"a":' + b"9" * 5000 + b"," + ENTRY[1:],  # no number for Python
        changed(b'"use":3', b'"use":"3"'),
        changed(b'"use":3', b'"use":true'),
        changed(b'"story.read"', b"7"),
        b'{"a":' + b"[" * 9000 + b"]" * 9000 + b"," + ENTRY[1:],
    ],
)
def test_no_entry_is_none(wrong: bytes) -> None:
    with pytest.raises((ValueError, RecursionError), match=r".+"):
        read_quickly([SHORT, wrong])

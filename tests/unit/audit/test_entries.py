import json
from datetime import datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import quoted_name

from caseflow.audit.entries import (
    DrawerName,
    RowDigest,
    Trace,
    by,
    canonical,
    payload,
    read_payload,
)
from caseflow.vocabulary.actors import Actor, Person, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason
from caseflow.vocabulary.bases import BasisKind, UsedBasis

AT = datetime(2026, 3, 2, 11, 0, 0, 5, tzinfo=timezone(timedelta(hours=2)))
WORDS = st.characters(exclude_categories=["Cs"])  # a surrogate has no UTF-8
IDS = [UUID(int=number) for number in range(12)]


def test_an_entry_has_one_spelling_and_leaves_out_what_is_absent() -> None:
    assert payload(IDS[1], AT, "r-1", Trace(act=Act.LOGOUT, client=IDS[0])) == (
        b'{"act":"logout","at":"2026-03-02T09:00:00.000005Z",'
        b'"client":"00000000-0000-0000-0000-000000000000","decision":"permitted",'
        b'"id":"00000000-0000-0000-0000-000000000001","request":"r-1","v":1}'
    )


def test_everything_about_an_act_is_said() -> None:
    actor = Actor(IDS[1], IDS[2], IDS[3], IDS[4], Role.LEAD)
    trace = Trace(
        act=Act.STORY_READ,
        decision="refused",
        **by(actor),
        client=IDS[5],
        clients=(IDS[5], IDS[6]),
        drawers=(DrawerName(IDS[7], IDS[4], "health"),),
        fields=("title", "body"),
        purpose="case_work",
        reason=Reason.NOT_OPEN,
        bases=(UsedBasis(BasisKind.CONSENT, IDS[8], 3),),
        ended=(UsedBasis(BasisKind.DESK, IDS[9], 0),),
        rows=(RowDigest("entries", IDS[10], b"\x01\xff"),),
        reason_digest=b"\x02",
        keys=({"what": "drawer"},),
        details={"found": "ü"},
    )
    written = payload(IDS[11], AT, "r-1", trace)
    assert "ü".encode() in written
    assert read_payload(written) == {
        "v": 1,
        "id": str(IDS[11]),
        "at": "2026-03-02T09:00:00.000005Z",
        "request": "r-1",
        "act": "story.read",
        "decision": "refused",
        "staff": str(IDS[1]),
        "session": str(IDS[2]),
        "unit": str(IDS[4]),
        "role": "lead",
        "client": str(IDS[5]),
        "clients": [str(IDS[5]), str(IDS[6])],
        "drawers": [{"id": str(IDS[7]), "unit": str(IDS[4]), "category": "health"}],
        "fields": ["title", "body"],
        "purpose": "case_work",
        "reason": "not_open",
        "bases": [{"kind": "consent", "id": str(IDS[8]), "use": 3}],
        "ended": [{"kind": "desk", "id": str(IDS[9]), "use": 0}],
        "rows": [{"table": "entries", "id": str(IDS[10]), "digest": "01ff"}],
        "reason_digest": "02",
        "keys": [{"what": "drawer"}],
        "details": {"found": "ü"},
    }


def test_somebody_in_no_unit_acts_in_none() -> None:
    assert by(Person(IDS[1], IDS[2])) == {
        "staff": IDS[1],
        "session": IDS[2],
        "unit": None,
        "role": None,
        "token": None,
    }
    assert set(by(None).values()) == {None}


@given(st.dictionaries(st.text(WORDS), st.text(WORDS) | st.integers() | st.lists(st.text(WORDS))))
def test_what_was_spelled_reads_back_and_is_spelled_the_same(content: dict[str, object]) -> None:
    entry = content | {"v": 1}
    backwards = dict(reversed(entry.items()))
    assert read_payload(canonical(entry)) == entry
    assert canonical(backwards) == canonical(entry)
    assert canonical(json.loads(canonical(entry))) == canonical(entry)
    spelled = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert canonical(entry) == spelled.encode()


def test_a_name_of_a_table_is_a_text() -> None:
    assert canonical({"table": quoted_name("cases", quote=None)}) == b'{"table":"cases"}'


@pytest.mark.parametrize(
    "wrong", [b"", b"\xff", b"[]", b"1", b"{}", b'{"v":2}', b'{"v":1', b"[" * 9000]
)
def test_other_bytes_are_no_entry(wrong: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_payload(wrong)

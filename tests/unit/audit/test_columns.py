from typing import Any
from uuid import UUID, uuid4

import pytest

from caseflow.audit.columns import RawLeaf, plain_columns, repeats
from caseflow.audit.entries import Trace, payload, read_payload
from caseflow.vocabulary.acts import Act
from tests.factories.log import BEGIN


def test_the_columns_say_what_the_entry_says() -> None:
    entry, staff, unit, client = (uuid4() for _ in range(4))
    trace = Trace(act=Act.STORY_READ, staff=staff, unit=unit, client=client)
    assert plain_columns(read_payload(payload(entry, BEGIN, "r", trace))) == {
        "entry_id": entry,
        "at": BEGIN,
        "act": "story.read",
        "decision": "permitted",
        "staff_id": staff,
        "unit_id": unit,
        "client_id": client,
        "request_id": "r",
    }


def test_what_the_entry_leaves_out_is_empty() -> None:
    columns = plain_columns(read_payload(payload(uuid4(), BEGIN, "", Trace(act=Act.LOGOUT))))
    empty = {name for name, value in columns.items() if value is None}
    assert empty == {"staff_id", "unit_id", "client_id", "request_id"}


@pytest.mark.parametrize("wrong", [{}, {"id": "x", "at": "2026-03-02"}, {"at": "never"}])
def test_no_entry_has_no_columns(wrong: dict[str, str]) -> None:
    with pytest.raises((KeyError, ValueError)):
        plain_columns(wrong)


def _as_given(by: str) -> tuple[RawLeaf, dict[str, Any]]:
    """Return a leaf as one of the drivers gives it, and what its entry says."""
    entry, staff, client = (uuid4() for _ in range(3))
    said = read_payload(
        payload(entry, BEGIN, "r", Trace(act=Act.STORY_READ, staff=staff, client=client))
    )
    raw = plain_columns(said) | {"position": 0, "payload": b"", "leaf_hash": b"", "pruned_by": None}
    if by == "sqlite":
        ids = {name: value.hex for name, value in raw.items() if isinstance(value, UUID)}
        raw |= ids | {"at": "2026-03-02 09:00:00.000000"}
    return RawLeaf(**raw), said


@pytest.mark.parametrize("by", ["sqlite", "postgresql"])
def test_a_leaf_repeats_its_entry_as_each_driver_gives_it(by: str) -> None:
    row, said = _as_given(by)
    assert repeats(row, said)
    others: dict[str, Any] = {"at": "2026-03-02 09:00:00.000001", "act": "x", "decision": "refused"}
    others |= {"request_id": None, "entry_id": uuid4().hex, "staff_id": None, "unit_id": uuid4()}
    for name, value in (others | {"client_id": uuid4().hex}).items():
        assert not repeats(row._replace(**{name: value}), said), name

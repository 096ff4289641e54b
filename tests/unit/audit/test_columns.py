from uuid import uuid4

import pytest

from caseflow.audit.columns import plain_columns
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

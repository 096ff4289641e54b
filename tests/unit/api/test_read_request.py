from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from flask import Flask, request
from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.read_request import Unreadable, raw_body, raw_query, read_sent
from caseflow.http.schemas import InSchema
from caseflow.vocabulary.answers import Invalid, Problem
from caseflow.vocabulary.permissions import Permission


class Body(InSchema):
    name = fields.String(required=True)


class Query(InSchema):
    words = fields.List(fields.String())
    unit = fields.String()


CALL = Call(
    method="POST",
    address="/x",
    summary="",
    permission=Permission.MEMBER,
    act=lambda sent: sent,
    takes=Body,
    asks=Query,
    if_match="optional",
)
BARE = Call(
    method="GET", address="/x", summary="", permission=Permission.MEMBER, act=lambda sent: sent
)


def body(data: bytes, call: Call = CALL) -> Mapping[str, Any]:
    with Flask("x").test_request_context(method="POST", data=data):
        return raw_body(call)


def test_one_object_is_read() -> None:
    assert body(b'{"name": "\xc3\x84nne"}') == {"name": "Änne"}


def test_nothing_sent_is_an_empty_object() -> None:
    assert body(b"") == {}


def test_what_comes_in_chunks_is_read_too() -> None:
    """It has no length: taken for nothing, a part to be withdrawn became the whole consent."""
    chunked = {"wsgi.input_terminated": True, "wsgi.input": BytesIO(b'{"name": "Anna"}')}
    with Flask("x").test_request_context(method="POST", environ_overrides=chunked):
        assert request.content_length is None
        assert raw_body(CALL) == {"name": "Anna"}


def test_a_call_that_takes_nothing_complains_of_what_is_sent() -> None:
    with pytest.raises(Unreadable):
        body(b"{", BARE)
    assert body(b"{}", BARE) == body(b"", BARE) == {}
    with Flask("x").test_request_context():
        answer = read_sent(BARE, body(b'{"agreed": false}', BARE), {})
    assert answer == Invalid((Problem("agreed", "unknown_field"),))


@pytest.mark.parametrize("call", [replace(BARE, takes_file=True), replace(BARE, unhindered=True)])
def test_a_file_is_left_to_who_takes_it_and_nothing_holds_up_what_is_unhindered(call: Call) -> None:
    assert body(b"%PDF-", call) == {}


@pytest.mark.parametrize(
    "data",
    [
        b"{",
        b"[]",
        b"7",
        b'"x"',
        b"null",
        b"\xff",
        b'{"name": NaN}',
        b'{"name": "\\ud800"}',
        b"[" * 100_000,
        b'{"name": ' + b"9" * 5000 + b"}",
    ],
)
def test_anything_else_is_unreadable(data: bytes) -> None:
    with pytest.raises(Unreadable):
        body(data)


def test_a_query_spells_lists_by_repeating() -> None:
    with Flask("x").test_request_context("/x?words=a&words=b&unit=u&unit=v&other=1"):
        assert raw_query(CALL) == {"words": ["a", "b"], "unit": "u", "other": "1"}
        assert raw_query(BARE) == {"words": "a", "unit": "u", "other": "1"}


@pytest.mark.parametrize(("header", "version"), [('"3"', 3), ("3", 3), ('W/"3"', 3), (None, None)])
def test_if_match_names_a_version(header: str | None, version: int | None) -> None:
    headers = {} if header is None else {"If-Match": header}
    with Flask("x").test_request_context(headers=headers):
        assert read_sent(CALL, {"name": "x"}, {}) == Sent({"name": "x"}, {}, version)


@pytest.mark.parametrize("header", ["x", "1234567890", ""])
def test_what_is_no_version_is_a_problem(header: str) -> None:
    with Flask("x").test_request_context(headers={"If-Match": header}):
        found = read_sent(CALL, {"name": "x"}, {})
    assert found == Invalid((Problem("If-Match", "not_a_version"),))


def test_a_version_is_nothing_to_a_call_that_has_none() -> None:
    with Flask("x").test_request_context(headers={"If-Match": "x"}):
        assert read_sent(BARE, {}, {}) == Sent()


def test_every_problem_is_named_at_once() -> None:
    with Flask("x").test_request_context(headers={"If-Match": "x"}):
        found = read_sent(CALL, {"more": 1}, {"other": "1"})
    assert isinstance(found, Invalid)
    assert {each.field for each in found.problems} == {"other", "name", "more", "If-Match"}

from collections.abc import Mapping
from typing import Any

import pytest
from flask import Flask, Response

from caseflow.api.call import Call, Given
from caseflow.api.reply import reply
from caseflow.api.schemas import Saved
from caseflow.vocabulary.answers import Conflict, Disclosed, Done, Invalid, Problem, Refused
from caseflow.vocabulary.permissions import Permission

ID = "3804c8e1-56e7-4b84-bc0c-03d8dbd15ac5"


def show(version: int) -> Mapping[str, Any]:
    return {"id": ID, "version": version, "secret": "not in the schema"}


CALL = Call(
    method="POST",
    address="/x",
    summary="",
    permission=Permission.MEMBER,
    act=lambda sent: sent,
    show=show,
    gives=Saved,
    status=201,
    versioned=True,
)
EMPTY = Call(
    method="DELETE",
    address="/x",
    summary="",
    permission=Permission.MEMBER,
    act=lambda sent: sent,
    status=204,
)


def answered(app: Flask, answer: object, call: Call = CALL) -> Response:
    with app.test_request_context("/api/v1/x", headers={"Accept-Language": "en"}):
        return reply(call, answer)


@pytest.mark.parametrize("answer", [Done(3), Disclosed(3)])
def test_what_was_done_or_opened_is_shown_by_its_schema_alone(app: Flask, answer: object) -> None:
    response = answered(app, answer)
    assert response.status_code == 201
    assert response.get_json() == {"id": ID, "version": 3}
    assert response.headers["ETag"] == '"3"'


def test_an_answer_of_its_own_kind_has_its_status_and_headers(app: Flask) -> None:
    response = answered(app, Given(show(1), 200, {"X-More": "1"}))
    assert (response.status_code, response.headers["X-More"]) == (200, "1")


def test_nothing_is_shown_where_nothing_is_given(app: Flask) -> None:
    response = answered(app, Done(None), EMPTY)
    assert (response.status_code, response.data) == (204, b"")


@pytest.mark.parametrize(
    ("answer", "status"),
    [(Invalid((Problem("x", "required"),)), 422), (Conflict(4), 409), (Refused(), 404)],
)
def test_what_was_not_done_is_a_problem(app: Flask, answer: object, status: int) -> None:
    response = answered(app, answer)
    assert response.status_code == status
    assert response.content_type == "application/problem+json"


def test_a_conflict_names_the_version_that_stands(app: Flask) -> None:
    response = answered(app, Conflict(4))
    assert response.get_json()["version"] == 4
    assert response.headers["ETag"] == '"4"'


def test_a_response_is_left_as_it_is_and_anything_else_is_a_mistake(app: Flask) -> None:
    made = Response("x")
    assert answered(app, made) is made
    with pytest.raises(TypeError, match="post_x answers with int"):
        answered(app, 7)

"""What holds for every call of the interface, to be asked of each."""

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from tests.factories.house import House
from tests.factories.programs import Program
from tests.factories.told_log import told

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

Errors = dict[str, list[str]]


def assert_unknown_alike(
    program: Program, method: str, address: str, closed: UUID | str, body: object = None
) -> None:
    """Send what is right, and what is wrong, about what is closed and about what never was."""
    answers = []
    for row in (closed, uuid4()):
        there = address.format(row)
        answers.append(program.send(method, there, body))
        answers.append(program.send(method, there, None if body is None else {"bogus": 1}))
        answers.append(program.send(method, there, body, query={"bogus": "1"}))
    assert {each.status_code for each in answers} == {404}
    assert len({each.data for each in answers}) == 1
    assert {each.content_type for each in answers} == {"application/problem+json"}
    assert len({tuple(sorted(each.headers.keys())) for each in answers}) == 1


def errors(
    program: Program,
    method: str,
    address: str,
    body: object = None,
    *,
    headers: dict[str, str] | None = None,
    query: dict[str, Any] | None = None,
) -> Errors:
    """Return what is wrong, by field; it must be told in German and in English."""
    spoken = []
    for language in ("en", "de"):
        said = {**(headers or {}), "Accept-Language": language}
        answer = program.send(method, address, body, said, query)
        assert answer.status_code == 422, answer.text
        told_problem = answer.get_json()
        assert told_problem.keys() == {"type", "title", "status", "detail", "errors"}
        spoken.append(told_problem)
    english, german = spoken
    assert english["title"] != german["title"]
    assert english["errors"].keys() == german["errors"].keys()
    for field, sentences in english["errors"].items():
        assert set(sentences).isdisjoint(german["errors"][field]), field
    found: Errors = english["errors"]
    return found


def acts_of(house: House, answer: "TestResponse") -> list[str]:
    """Return the acts that the log knows under the request id of an answer."""
    request_id = answer.headers["X-Request-Id"]
    return [each["act"] for each in told(house) if each["request"] == request_id]

"""What programs send when a client agrees to something, and what they get for whom is closed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from tests.factories.programs import Program

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

CONSENT: dict[str, Any] = {
    "from_units": ["beratung"],
    "to_units": ["frauenhaus"],
    "categories": ["identity", "family"],
    "purposes": ["case_work"],
    "actions": ["view"],
    "valid_from": "2026-03-02",
    "valid_until": "2026-12-31",
    "language": "de",
    "template": "sharing",
    "declared_by": {"kind": "client"},
    "form": {"kind": "signed_paper"},
    "notices_given": ["purpose", "voluntary", "no_disadvantage", "withdrawal"],
}
MATRIX = ("from_units", "to_units", "categories", "purposes", "actions")


def agree(program: Program, client: UUID, **changed: Any) -> str:  # noqa: ANN401 - any field of it
    """Record a consent that nothing is wrong with, and return its id."""
    answer = program.send("POST", f"/clients/{client}/consents", {**CONSENT, **changed})
    assert answer.status_code == 201, answer.text
    return str(answer.get_json()["id"])


def is_as_unknown(ask: Callable[[UUID], "TestResponse"], closed: UUID) -> bool:
    """Say whether somebody closed is answered byte for byte like an id that was never issued."""
    told, unknown = ask(closed), ask(uuid4())
    headers = [
        {name: value for name, value in each.headers.items() if name != "X-Request-Id"}
        for each in (told, unknown)
    ]
    return told.status_code == 404 and told.data == unknown.data and headers[0] == headers[1]


def wrong_fields(answer: "TestResponse") -> set[str]:
    """Return the fields that an answer finds something wrong with, each with a sentence."""
    assert answer.status_code == 422, answer.text
    errors = answer.get_json()["errors"]
    assert all(sentences and all(sentences) for sentences in errors.values())
    return set(errors)

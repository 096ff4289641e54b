from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from caseflow.api.disclosures.make import NewDisclosure
from tests.factories.agreeing import is_as_unknown, wrong_fields
from tests.factories.declarations import took_back
from tests.factories.programs import Program
from tests.factories.telling import Ready

if TYPE_CHECKING:
    from werkzeug.test import TestResponse


def telling(ready: Ready, **changed: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of it
    body = {"consent": str(ready.consent), "purpose": "case_work", "entries": [str(ready.entry)]}
    return {**body, **changed}


def test_the_shape_is_fixed() -> None:
    assert set(NewDisclosure().fields) == {"consent", "purpose", "entries", "facts", "release"}


def test_what_was_chosen_is_given_out_once_with_the_answer(
    berta: Program, ready: Ready, address: str
) -> None:
    body = telling(ready, facts=["client_name"], release=[str(ready.entry)])
    answer = berta.send("POST", address, body, {"Idempotency-Key": "one"})
    assert answer.status_code == 201, answer.text
    told = answer.get_json()
    assert set(told) == {"id", "partner", "purpose", "at", "entries", "answers"}
    assert told["partner"] == str(ready.police)
    assert [each["text"] for each in told["entries"]] == ["Er hat gedroht."]
    assert [each["value"] for each in told["answers"]] == ["Samira"]
    assert berta.send("POST", address, body, {"Idempotency-Key": "one"}).get_json() == told
    assert len(berta.get(address).get_json()["items"]) == 1


def test_without_a_release_the_words_are_left_out(
    berta: Program, ready: Ready, address: str
) -> None:
    [entry] = berta.send("POST", address, telling(ready)).get_json()["entries"]
    assert (entry["redacted"], entry["title"], entry["text"]) == (True, None, None)


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({"entries": []}, {"entries"}),
        ({"entries": ["x"]}, {"entries"}),
        ({"facts": ["allergies"]}, {"facts"}),
        ({"purpose": "safety"}, {"purpose", "entries"}),
        ({"consent": "x"}, {"consent"}),
        ({"more": 1}, {"more"}),
    ],
)
def test_each_problem_stands_at_its_field(
    berta: Program, ready: Ready, address: str, changed: dict[str, Any], fields: set[str]
) -> None:
    answer = berta.send("POST", address, telling(ready, **changed))
    assert wrong_fields(answer) == fields


def test_nothing_chosen_is_never_everything(berta: Program, ready: Ready, address: str) -> None:
    body = telling(ready)
    del body["entries"]
    assert wrong_fields(berta.send("POST", address, body)) == {"entries", "facts"}


def test_after_a_withdrawal_it_is_too_late(berta: Program, ready: Ready, address: str) -> None:
    took_back(ready.house, ready.berta, ready.known, ready.consent)
    assert berta.send("POST", address, telling(ready)).status_code == 409


def test_another_consent_is_not_there(berta: Program, ready: Ready, address: str) -> None:
    body = telling(ready, consent=str(uuid4()))
    assert berta.send("POST", address, body).status_code == 404


def test_closed_and_unknown_are_one(frieda: Program, ready: Ready) -> None:
    for body in (telling(ready), {}, {"more": 1}):

        def ask(client: UUID, body: dict[str, Any] = body) -> "TestResponse":
            return frieda.send("POST", f"/clients/{client}/disclosures", body)

        assert is_as_unknown(ask, ready.known.id)


def test_an_answer_is_not_given_again_after_a_withdrawal(
    berta: Program, ready: Ready, address: str
) -> None:
    body, key = telling(ready, release=[str(ready.entry)]), {"Idempotency-Key": "one"}
    assert berta.send("POST", address, body, key).status_code == 201
    took_back(ready.house, ready.berta, ready.known, ready.consent)
    again = berta.send("POST", address, body, key)
    assert again.status_code == 409
    assert "gedroht" not in again.text

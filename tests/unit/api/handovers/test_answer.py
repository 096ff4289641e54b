from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from flask import Flask

from caseflow.api.handovers.answer import AnsweredHandover, WhyNot
from tests.factories.agreeing import agree, is_as_unknown, wrong_fields
from tests.factories.programs import Program

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

HANDOVER: dict[str, Any] = {
    "from_unit": "beratung",
    "to_unit": "frauenhaus",
    "slip": {"urgency": "today", "languages": ["uk"], "children": 0},
}
WHY = {"reason": "Das Haus ist voll."}
ENDINGS: list[tuple[str, dict[str, str] | None]] = [
    ("acceptance", None),
    ("decline", WHY),
    ("withdrawal", None),
]


def _sent(program: Program, client: UUID, consent: str | None = None) -> UUID:
    body = {**HANDOVER, "consent": consent}
    answer = program.send("POST", f"/clients/{client}/handovers", body)
    assert answer.status_code == 201, answer.text
    return UUID(answer.get_json()["id"])


def test_the_shape_is_fixed() -> None:
    assert set(AnsweredHandover().fields) == {"state", "client", "case"}
    assert set(WhyNot().fields) == {"reason"}


def test_a_consent_that_carries_her_opens_a_case_exactly_once(
    berta: Program, frieda: Program, client: UUID
) -> None:
    address = f"/handovers/{_sent(berta, client, agree(berta, client))}/acceptance"
    first = frieda.send("POST", address)
    told = first.get_json()
    assert (first.status_code, told["state"], told["client"]) == (200, "accepted", str(client))
    assert told["case"] is not None
    assert frieda.get(f"/clients/{client}").status_code == 200
    assert frieda.send("POST", address).status_code == 409


def test_without_a_consent_it_means_send_her(berta: Program, frieda: Program, client: UUID) -> None:
    answer = frieda.send("POST", f"/handovers/{_sent(berta, client)}/acceptance", {})
    assert answer.get_json() == {"state": "accepted", "client": None, "case": None}


def test_a_consent_that_ended_meanwhile_is_too_late(
    berta: Program, frieda: Program, client: UUID
) -> None:
    handover = _sent(berta, client, agree(berta, client))
    berta.send("POST", f"/clients/{client}/withdrawal")
    assert frieda.send("POST", f"/handovers/{handover}/acceptance").status_code == 409


def test_whatever_has_ended_is_too_late(berta: Program, frieda: Program, client: UUID) -> None:
    for ending, state in (("decline", "declined"), ("withdrawal", "withdrawn")):
        handover = _sent(berta, client)
        who, body = (frieda, WHY) if ending == "decline" else (berta, None)
        answer = who.send("POST", f"/handovers/{handover}/{ending}", body)
        assert answer.get_json() == {"state": state, "client": None, "case": None}
        assert who.send("POST", f"/handovers/{handover}/{ending}", body).status_code == 409
        assert frieda.send("POST", f"/handovers/{handover}/acceptance").status_code == 409


def test_an_answer_is_given_twice_and_done_once(
    berta: Program, frieda: Program, client: UUID
) -> None:
    address = f"/handovers/{_sent(berta, client, agree(berta, client))}/acceptance"
    key = {"Idempotency-Key": "k"}
    first = frieda.send("POST", address, None, key)
    assert (first.status_code, first.data) == (200, frieda.send("POST", address, None, key).data)


def test_whoever_declines_says_why(berta: Program, frieda: Program, client: UUID) -> None:
    address = f"/handovers/{_sent(berta, client)}/decline"
    for body in (None, {}, {"reason": "  "}):
        assert wrong_fields(frieda.send("POST", address, body)) == {"reason"}
    assert wrong_fields(frieda.send("POST", address, {**WHY, "more": 1})) == {"more"}
    assert frieda.send("POST", address, WHY).status_code == 200


def test_a_handover_of_others_and_an_unknown_one_are_one(
    app: Flask, berta: Program, client: UUID
) -> None:
    handover, wanda = _sent(berta, client), Program(app, "wanda")
    for ending, body in [*ENDINGS, ("decline", {})]:

        def ask(id_: UUID, ending: str = ending, body: object = body) -> "TestResponse":
            return wanda.send("POST", f"/handovers/{id_}/{ending}", body)

        assert is_as_unknown(ask, handover)


def test_an_officer_answers_none(olga: Program, berta: Program, client: UUID) -> None:
    handover = _sent(berta, client)
    for ending, body in ENDINGS:
        for named in (handover, uuid4()):
            answer = olga.send("POST", f"/handovers/{named}/{ending}", body)
            assert answer.status_code == 404

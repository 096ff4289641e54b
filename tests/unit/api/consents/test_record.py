from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import func, select

from caseflow.api.consents.record import NewConsent, RecordedConsent
from caseflow.consents import Declaration, Form
from caseflow.database.tables.consents import Consent, Refusal
from caseflow.vocabulary.answers import Refused
from tests.factories.agreeing import CONSENT, MATRIX, agree, is_as_unknown, wrong_fields
from tests.factories.house import House
from tests.factories.programs import Program

if TYPE_CHECKING:
    from werkzeug.test import TestResponse
GUARDIAN = {"kind": "guardian", "name": "Oma Schmidt", "authority": "custody_sole"}
WRONG: list[tuple[dict[str, Any], set[str]]] = [
    *(({name: []}, {name}) for name in MATRIX),
    ({"more": 1}, {"more"}),
    ({"to_units": ["mond"]}, {"to_units"}),
    ({"to_units": ["datenschutz"]}, {"to_units"}),
    ({"categories": ["evidence"]}, {"categories"}),
    ({"actions": ["burn"]}, {"actions"}),
    ({"purposes": ["fun"]}, {"purposes"}),
    ({"valid_until": "2026-03-01"}, {"valid_until"}),
    ({"valid_until": "31.12.2026"}, {"valid_until"}),
    ({"template": "x"}, {"template"}),
    ({"language": "xx"}, {"language"}),
    ({"partner": "Anwältin"}, {"partner"}),
    ({"partner": str(uuid4())}, {"partner", "to_units"}),
    ({"refused": [{"category": "family"}]}, {"refused"}),
    (
        {"declared_by": {"kind": "guardian"}},
        {"declared_by.name", "declared_by.authority"},
    ),
    (
        {"declared_by": {**GUARDIAN, "known_violent": "not_asked"}},
        {"declared_by.known_violent"},
    ),
    ({"declared_by": {**GUARDIAN, "known_violent": "yes"}}, {"declared_by.known_violent"}),
    ({"declared_by": {**GUARDIAN, "authority": "none"}}, {"declared_by.authority"}),
    ({"declared_by": {"kind": "cat"}}, {"declared_by.kind"}),
    ({"form": {"kind": "nod"}}, {"form.kind"}),
    ({"form": {"kind": "spoken"}}, {"form.witness", "form.reason"}),
    ({"refused": [{"to_unit": "mond", "category": "family"}]}, {"refused"}),
    ({"notices_given": ["purpose", "sunshine"]}, {"notices_given"}),
    ({"notices_given": []}, {"notices_given"}),
]


def _count(house: House, table: type[Consent] | type[Refusal]) -> int:
    with house.sessions() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_the_shape_is_fixed() -> None:
    assert set(RecordedConsent().fields) == {"id", "state", "pending_categories"}
    assert set(NewConsent().fields) == {
        *MATRIX,
        "partner",
        "valid_from",
        "valid_until",
        "language",
        "template",
        "declared_by",
        "form",
        "interpreter",
        "refused",
        "notices_given",
        "not_free",
    }


def test_it_is_recorded_as_it_was_sent(house: House, berta: Program, client: UUID) -> None:
    sent = {**CONSENT, "refused": [{"to_unit": "frauenhaus", "category": "family"}]}
    answer = berta.send("POST", f"/clients/{client}/consents", sent)
    told = answer.get_json()
    assert answer.status_code == 201
    assert (told["state"], told["pending_categories"]) == ("active", [])
    with house.sessions() as session:
        row = session.get_one(Consent, (client, UUID(told["id"])))
    assert (row.from_units, row.to_units) == (
        (house.units["beratung"],),
        (house.units["frauenhaus"],),
    )
    assert sorted(row.categories) == ["family", "identity"]
    assert [each["category"] for each in row.exclusions] == ["family"]
    assert _count(house, Refusal) == 1


def test_what_is_not_free_is_answered_alike_and_is_a_no(
    house: House, berta: Program, client: UUID
) -> None:
    freely = berta.send("POST", f"/clients/{client}/consents", CONSENT)
    forced = berta.send("POST", f"/clients/{client}/consents", {**CONSENT, "not_free": True})
    told = [{**each.get_json(), "id": ""} for each in (freely, forced)]
    assert (forced.status_code, told[0]) == (201, told[1])
    assert (_count(house, Consent), _count(house, Refusal)) == (1, 1)


def test_nothing_refused_may_be_said(berta: Program, client: UUID) -> None:
    assert agree(berta, client, refused=[])


def test_each_problem_stands_at_its_field(house: House, berta: Program, client: UUID) -> None:
    for changed, fields in WRONG:
        answer = berta.send("POST", f"/clients/{client}/consents", {**CONSENT, **changed})
        assert wrong_fields(answer) == fields, changed
    assert _count(house, Consent) == 0


def test_each_missing_notice_is_named(berta: Program, client: UUID) -> None:
    sent = {**CONSENT, "notices_given": ["purpose", "no_disadvantage"]}
    answer = berta.send("POST", f"/clients/{client}/consents", sent)
    told = " ".join(answer.get_json()["errors"]["notices_given"])
    assert ("voluntary" in told, "withdrawal" in told, "purpose" in told) == (True, True, False)


def test_closed_and_unknown_are_one_whatever_is_sent(frieda: Program, client: UUID) -> None:
    for body in (CONSENT, {"more": 1}, {**CONSENT, "to_units": ["mond"]}):

        def ask(id_: UUID, body: dict[str, Any] = body) -> "TestResponse":
            return frieda.send("POST", f"/clients/{id_}/consents", body)

        assert is_as_unknown(ask, client)


def test_an_officer_records_none(olga: Program, client: UUID) -> None:
    for body in (CONSENT, {"more": 1}):

        def ask(id_: UUID, body: dict[str, Any] = body) -> "TestResponse":
            return olga.send("POST", f"/clients/{id_}/consents", body)

        assert is_as_unknown(ask, client)


def test_what_is_sent_twice_is_recorded_once(house: House, berta: Program, client: UUID) -> None:
    address, key = f"/clients/{client}/consents", {"Idempotency-Key": "k"}
    first = berta.send("POST", address, CONSENT, key)
    again = berta.send("POST", address, CONSENT, key)
    assert (first.status_code, first.data) == (201, again.data)
    assert _count(house, Consent) == 1
    other = berta.send("POST", address, {**CONSENT, "categories": ["family"]}, key)
    assert wrong_fields(other) == {"Idempotency-Key"}


def test_who_was_walled_off_meanwhile_gets_no_answer_once_more(
    app: Flask, house: House, berta: Program, client: UUID
) -> None:
    address, key = f"/clients/{client}/consents", {"Idempotency-Key": "k"}
    assert berta.send("POST", address, CONSENT, key).status_code == 201
    wall = {"staff": str(house.staff["berta"])}
    lea = Program(app, "lea", "beratung")
    assert lea.send("POST", f"/clients/{client}/walls", wall).status_code == 201
    assert berta.send("POST", address, CONSENT, key).status_code == 404


def test_everything_that_proves_it_reaches_the_room(
    berta: Program, client: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Declaration] = []

    def keep(_work: object, _actor: object, _client: UUID, declared: Declaration) -> Refused:
        told.append(declared)
        return Refused()

    monkeypatch.setattr(import_module("caseflow.api.consents.record"), "record_consent", keep)
    sent = {
        **CONSENT,
        "declared_by": {"kind": "client", "name": "A. Öztürk", "authority": "sie selbst"},
        "form": {
            "kind": "spoken",
            "witness": "Zoe Zeugin",
            "reason": "gebrochene Hand",
            "signature": "—",
        },
        "interpreter": "Ivo Dolmetscher, verpflichtet",
    }
    assert berta.send("POST", f"/clients/{client}/consents", sent).status_code == 404
    [declared] = told
    assert (declared.declarer, declared.authority) == ("A. Öztürk", "sie selbst")
    assert declared.form == Form("spoken", "Zoe Zeugin", "gebrochene Hand")
    assert declared.signature == "—"
    assert declared.interpreter == "Ivo Dolmetscher, verpflichtet"
    assert (declared.valid_from, declared.valid_until) == (date(2026, 3, 2), date(2026, 12, 31))
    assert declared.notices == frozenset(CONSENT["notices_given"])


def test_a_guardian_declares_who_is_not_blocked(house: House, berta: Program, client: UUID) -> None:
    address = f"/clients/{client}"
    father = {"name": "Beispiel, Karim", "authority": "custody_joint", "blocked": "violent"}
    berta.send("POST", f"{address}/guardians", father)
    blocked = {**CONSENT, "declared_by": {**GUARDIAN, "name": "karim BEISPIEL"}}
    answer = berta.send("POST", f"{address}/consents", blocked)
    assert answer.status_code == 422
    (said,) = answer.get_json()["errors"]["declared_by.name"]
    assert "may never declare for her" in said
    assert _count(house, Consent) == 0
    answer = berta.send("POST", f"{address}/consents", {**CONSENT, "declared_by": GUARDIAN})
    assert answer.status_code == 201
    (listed,) = berta.get(f"{address}/consents").get_json()["items"]
    assert listed["declared_by"] == "guardian"


def test_majority_is_the_latest_day(berta: Program, client: UUID) -> None:
    told = {"unit": "beratung", "state": "answered", "value": "28.2.2008"}
    berta.send("PUT", f"/clients/{client}/facts/birth_date", {**told, "value": "1.6.2008"})
    sent = {**CONSENT, "declared_by": GUARDIAN, "valid_until": "2026-06-01"}
    answer = berta.send("POST", f"/clients/{client}/consents", sent)
    assert answer.status_code == 422
    (said,) = answer.get_json()["errors"]["valid_until"]
    assert "2026-05-31" in said
    sent["valid_until"] = "2026-05-31"
    assert berta.send("POST", f"/clients/{client}/consents", sent).status_code == 201
    berta.send("PUT", f"/clients/{client}/facts/birth_date", told)
    answer = berta.send("POST", f"/clients/{client}/consents", sent)
    assert answer.get_json()["errors"].keys() == {"declared_by.authority"}
    sent["declared_by"] = {**GUARDIAN, "authority": "adult_care"}
    assert berta.send("POST", f"/clients/{client}/consents", sent).status_code == 201

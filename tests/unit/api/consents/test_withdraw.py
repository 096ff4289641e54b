from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from flask import Flask

from caseflow.api.consents.withdraw import WithdrawnConsent
from tests.factories.agreeing import agree, is_as_unknown, wrong_fields
from tests.factories.clients import Known, case_at, fact, write
from tests.factories.house import House
from tests.factories.programs import Program
from tests.unit.vault.reading import read

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

NOW = "2026-03-02T09:00:00Z"


def _state(program: Program, client: UUID) -> str:
    [shown] = program.get(f"/clients/{client}/consents").get_json()["items"]
    return str(shown["state"])


def test_the_shape_is_fixed() -> None:
    assert set(WithdrawnConsent().fields) == {"effective_at", "seen", "frozen"}
    seen = WithdrawnConsent().fields["seen"].inner.nested  # type: ignore[attr-defined]  # a list of schemas
    assert set(seen().fields) == {"unit", "partner", "category", "at"}


@pytest.mark.parametrize("body", [None, {}, {"categories": None, "to_units": None}])
def test_nothing_named_withdraws_all_of_it(
    berta: Program, client: UUID, body: dict[str, Any] | None
) -> None:
    consent = agree(berta, client)
    answer = berta.send("POST", f"/consents/{consent}/withdrawal", body)
    assert (answer.status_code, answer.get_json()) == (
        200,
        {"effective_at": NOW, "seen": [], "frozen": []},
    )
    assert _state(berta, client) == "withdrawn"


def test_both_lists_meet(berta: Program, client: UUID) -> None:
    consent = agree(berta, client, to_units=["frauenhaus", "wohnen"])
    part = {"to_units": ["wohnen"], "categories": ["family"]}
    assert berta.send("POST", f"/consents/{consent}/withdrawal", part).status_code == 200
    [shown] = berta.get(f"/clients/{client}/consents").get_json()["items"]
    taken = [(each["to_unit"], each["category"]) for each in shown["matrix"]["withdrawn"]]
    assert (shown["state"], taken) == ("partly_withdrawn", [("wohnen", "family")])


def test_what_does_not_stand_in_it_changes_nothing_and_is_no_error(
    berta: Program, client: UUID
) -> None:
    consent = agree(berta, client, to_units=["frauenhaus"], categories=["family"])
    for body in ({"to_units": ["wohnen"]}, {"categories": ["health"]}):
        assert berta.send("POST", f"/consents/{consent}/withdrawal", body).status_code == 200
        assert _state(berta, client) == "active"


def test_a_word_that_nobody_knows_is_no_withdrawal(berta: Program, client: UUID) -> None:
    """Answered as one that has taken effect, a slip of the pen would leave everything open."""
    consent = agree(berta, client)
    for name, words in (("to_units", ["frauenhaus", "mond"]), ("categories", ["health", "helth"])):
        answer = berta.send("POST", f"/consents/{consent}/withdrawal", {name: words})
        assert wrong_fields(answer) == {f"{name}.1"}
    assert _state(berta, client) == "active"


def test_an_empty_list_never_means_all(berta: Program, client: UUID) -> None:
    consent = agree(berta, client)
    for name in ("to_units", "categories"):
        answer = berta.send("POST", f"/consents/{consent}/withdrawal", {name: []})
        assert wrong_fields(answer) == {name}
    assert _state(berta, client) == "active"


@pytest.mark.parametrize(
    "address", ["/consents/{consent}/withdrawal", "/clients/{client}/withdrawal"]
)
@pytest.mark.parametrize("by", ["berta", "olga"])
def test_what_was_seen_is_told_to_a_unit_with_a_case_and_to_no_officer(
    app: Flask, house: House, client: UUID, address: str, by: str
) -> None:
    actor, reader = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = Known(client, "x")
    write(house, actor, known, fact("children", '{"type":"text","value":"zwei"}', "family"))
    consent = agree(Program(app, "berta"), client, categories=["family"])
    case_at(house, reader, known)
    read(house, reader, known)
    answer = Program(app, by).send("POST", address.format(consent=consent, client=client), {})
    seen = [{"unit": "frauenhaus", "category": "family", "at": NOW}]
    told = {"effective_at": NOW, "seen": seen if by == "berta" else [], "frozen": []}
    assert (answer.status_code, answer.get_json()) == (200, told)


@pytest.mark.parametrize("body", [None, {}, {"reason": "keiner"}])
def test_everything_ends_at_once_whatever_is_sent_with_it(
    berta: Program, client: UUID, body: dict[str, Any] | None
) -> None:
    agree(berta, client)
    answer = berta.send("POST", f"/clients/{client}/withdrawal", body, query={"why": "so"})
    assert (answer.status_code, answer.get_json()["effective_at"]) == (200, NOW)
    assert _state(berta, client) == "withdrawn"


def test_it_is_done_once_and_answered_twice(berta: Program, client: UUID) -> None:
    consent, key = agree(berta, client), {"Idempotency-Key": "k"}
    address = f"/consents/{consent}/withdrawal"
    first = berta.send("POST", address, {}, key)
    assert (first.status_code, first.data) == (200, berta.send("POST", address, {}, key).data)


def test_closed_and_unknown_are_one(berta: Program, frieda: Program, client: UUID) -> None:
    consent = UUID(agree(berta, client))
    bodies: list[dict[str, Any]] = [{}, {"more": 1}, {"to_units": []}]
    for body in bodies:

        def ask(id_: UUID, body: dict[str, Any] = body) -> "TestResponse":
            return frieda.send("POST", f"/consents/{id_}/withdrawal", body)

        assert is_as_unknown(ask, consent)
    assert is_as_unknown(lambda id_: frieda.send("POST", f"/clients/{id_}/withdrawal"), client)


def test_an_unknown_consent_is_not_there_for_an_officer_either(olga: Program) -> None:
    for body in ({}, {"more": 1}):
        assert olga.send("POST", f"/consents/{uuid4()}/withdrawal", body).status_code == 404


def test_whoever_acts_in_no_unit_is_asked_for_one(app: Flask, berta: Program, client: UUID) -> None:
    consent = agree(berta, client)
    assert Program(app, "lea").send("POST", f"/consents/{consent}/withdrawal").status_code == 400
    assert Program(app).send("POST", f"/consents/{consent}/withdrawal").status_code == 401

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask

from caseflow.api.log.entries import AskEntries, AuditEntry, GivenReason
from caseflow.vocabulary.fhir import Release
from tests.factories.agreeing import wrong_fields
from tests.factories.clients import Known, new_client
from tests.factories.emergencies import DANGER, declared
from tests.factories.fhir import checked
from tests.factories.house import House, StoppedClock
from tests.factories.programs import Program
from tests.unit.vault.reading import read

ENTRY = {
    "index",
    "at",
    "act",
    "staff",
    "unit",
    "client",
    "drawers",
    "fields",
    "purpose",
    "decision",
    "basis",
    "request_id",
}


def _listed(program: Program, **query: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - as it is sent
    answer = program.get("/audit/entries", **query)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.get_json()["items"]
    return items


def test_the_shapes_are_fixed(olga: Program, client: UUID) -> None:
    assert {each.data_key or name for name, each in AuditEntry().fields.items()} == ENTRY
    assert set(GivenReason().fields) == {"reason"}
    asked = {"client", "staff", "unit", "act", "since", "until", "cursor", "limit"}
    assert set(AskEntries().fields) == asked
    [shown] = _listed(olga, client=str(client), act="story.read")
    assert set(shown) == ENTRY
    assert {*shown["basis"][0]} == {"kind", "id", "use"}
    assert {*shown["drawers"][0]} == {"id", "unit", "category"}


def test_what_was_done_a_moment_ago_is_told_with_its_basis(
    house: House, olga: Program, client: UUID
) -> None:
    [shown] = _listed(olga, client=str(client), act="story.read")
    assert (shown["at"], shown["staff"]) == ("2026-03-02T09:00:00Z", str(house.staff["berta"]))
    assert (shown["unit"], shown["client"]) == ("beratung", str(client))
    assert (shown["decision"], shown["purpose"]) == ("permitted", "case_work")
    assert sorted(each["category"] for each in shown["drawers"]) == ["family", "identity"]
    assert {each["unit"] for each in shown["drawers"]} == {"beratung"}
    assert shown["fields"]
    assert [each["kind"] for each in shown["basis"]] == ["own_unit"]
    assert shown["request_id"]


def test_a_refused_id_stands_there_as_it_was_asked_for(app: Flask, olga: Program) -> None:
    nobody = uuid4()
    refused = Program(app, "frieda").send("POST", f"/clients/{nobody}/withdrawal")
    assert refused.status_code == 404
    [shown] = _listed(olga, client=str(nobody), act="consent.withdraw")
    assert (shown["client"], shown["decision"], shown["basis"]) == (str(nobody), "refused", [])
    assert shown["request_id"] == refused.headers["X-Request-Id"]


def test_each_filter_narrows(house: House, olga: Program, known: Known) -> None:
    clock = house.around.clock
    assert isinstance(clock, StoppedClock)
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    other = new_client(house, berta)
    clock.advance(timedelta(days=1))
    read(house, frieda, known)
    read(house, berta, other)
    olga.log_in("olga")  # nobody stays logged in that long
    reads = {"act": "story.read"}
    for query, fits in (
        (reads, 3),
        ({**reads, "client": str(known.id)}, 2),
        ({**reads, "client": known.code}, 2),
        ({**reads, "staff": str(house.staff["frieda"])}, 1),
        ({**reads, "unit": "beratung"}, 2),
        ({**reads, "unit": "datenschutz"}, 0),
        ({**reads, "since": "2026-03-03"}, 2),
        ({**reads, "until": "2026-03-02"}, 1),
        ({**reads, "since": "2026-03-03T09:00:01Z"}, 0),
        ({**reads, "until": "2026-03-03T09:00:00Z"}, 1),
    ):
        assert len(_listed(olga, **query)) == fits, query


def test_they_come_page_by_page_the_newest_first(house: House, olga: Program) -> None:
    for _ in range(3):
        new_client(house, house.actor("berta", "beratung"))
    everything = [each["index"] for each in _listed(olga, act="client.create")]
    query: dict[str, Any] = {"act": "client.create", "limit": 2}
    first = olga.get("/audit/entries", **query).get_json()
    second = olga.get("/audit/entries", **query, cursor=first["next"]).get_json()
    pages = [[each["index"] for each in page["items"]] for page in (first, second)]
    assert pages == [everything[:2], everything[2:]]
    assert (len(everything), second["next"]) == (3, None)
    assert everything == sorted(everything, reverse=True)


def test_a_look_is_an_entry_itself(olga: Program, client: UUID) -> None:
    _listed(olga, client=str(client))
    [look] = _listed(olga, client=str(client), act="log.read")
    assert (look["unit"], look["client"], look["basis"]) == ("datenschutz", str(client), [])


def test_a_wrong_question_is_named_at_its_field(olga: Program) -> None:
    wrong = {"staff": "olga", "act": "x", "since": "x", "until": "x", "limit": 0, "more": 1}
    assert wrong_fields(olga.get("/audit/entries", cursor="x", **wrong)) == {*wrong, "cursor"}
    assert wrong_fields(olga.get("/audit/entries", unit="mond")) == {"unit"}
    assert wrong_fields(olga.get("/audit/entries", client="Olena")) == {"client"}


def test_a_sealed_reason_opens_apart(house: House, olga: Program, known: Known) -> None:
    declared(house, house.actor("berta", "beratung"), known, "health")
    [shown] = _listed(olga, act="emergency.declare")
    answer = olga.get(f"/audit/entries/{shown['index']}/reason")
    assert DANGER.danger in answer.get_json()["reason"]
    assert len(_listed(olga, act="reason.read")) == 1


def test_no_reason_and_no_entry_are_one(olga: Program, client: UUID) -> None:
    [shown] = _listed(olga, client=str(client), act="story.read")
    for index in (shown["index"], 10_000, 2**63, 10**40):
        assert olga.get(f"/audit/entries/{index}/reason").status_code == 404


def test_nobody_else_learns_whether_an_index_exists(
    olga: Program, others: list[Program], client: UUID
) -> None:
    [shown] = _listed(olga, client=str(client), act="story.read")
    for program in others:
        refused = program.get("/audit/entries", unit="beratung")
        for answer in (
            program.get("/audit/entries", more=1),
            program.get(f"/audit/entries/{shown['index']}/reason"),
            program.get("/audit/entries/999999/reason"),
        ):
            assert (answer.status_code, answer.data) == (403, refused.data)


@pytest.mark.parametrize("release", Release)
def test_as_fhir_they_are_events_and_lead_to_the_next_page(
    olga: Program, client: UUID, release: Release
) -> None:
    accept = {"Accept": f"application/fhir+json; fhirVersion={release}"}
    query = {"client": str(client), "limit": 1}
    answer = olga.send("GET", "/audit/entries", headers=accept, query=query)
    assert answer.content_type == accept["Accept"]
    found = checked(answer.get_json(), release)
    [event] = [each["resource"] for each in found["entry"]]
    assert event["resourceType"] == "AuditEvent"
    [link] = found["link"]
    following = olga.client.get(link["url"], headers={**olga.headers, **accept}).get_json()
    [other] = [each["resource"] for each in following["entry"]]
    assert other["id"] != event["id"]
    everything = {"client": str(client), "act": "story.read"}
    last = olga.send("GET", "/audit/entries", headers=accept, query=everything).get_json()
    assert "link" not in last
    wrong = {"Accept": "application/fhir+json; fhirVersion=1.0"}
    assert olga.send("GET", "/audit/entries", headers=wrong).status_code == 406

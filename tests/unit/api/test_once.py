from datetime import timedelta
from importlib import import_module
from typing import TYPE_CHECKING, cast
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from caseflow.database.tables.clients import Client, Wall
from caseflow.database.tables.kept_answers import KeptAnswer
from caseflow.database.tables.records import Entry
from caseflow.exceptions import record_wall
from tests.factories.house import House, StoppedClock
from tests.factories.programs import Program
from tests.factories.told_log import told

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

once = import_module("caseflow.api.once")
KEY = {"Idempotency-Key": "7d1f"}
ENTRY = {
    "unit": "beratung",
    "category": "violence",
    "occurred_on": "2026-03-01",
    "kind": "note",
    "fields": {"title": "Anruf"},
}


def create(program: Program, headers: dict[str, str] = KEY) -> "TestResponse":
    return program.send("POST", "/clients", {"unit": "beratung"}, headers)


def count(house: House, table: type[Client | Entry | Wall | KeptAnswer]) -> int:
    work = house.work()
    found = len(work.session.scalars(select(table)).all())
    work.put_away()
    return found


def test_the_same_request_is_done_once_and_answered_alike(house: House, berta: Program) -> None:
    first, second = create(berta), create(berta)
    assert (first.status_code, first.data) == (second.status_code, second.data)
    assert count(house, Client) == 1
    assert create(berta, {"Idempotency-Key": "another"}).data != first.data


def test_an_answer_given_again_is_traced(house: House, berta: Program) -> None:
    client = create(berta).get_json()["id"]
    for _ in range(2):
        answer = berta.send("POST", f"/clients/{client}/entries", ENTRY, {"Idempotency-Key": "e"})
        assert answer.headers["ETag"] == '"1"'
    assert count(house, Entry) == 1
    written = [each for each in told(house) if each["act"] == "entry.write"]
    assert [each.get("details") for each in written] == [None, {"again": "yes"}]


def test_the_same_key_with_another_request_is_refused(berta: Program) -> None:
    create(berta)
    body = {"unit": "beratung", "anonymous": True}
    answer = berta.send("POST", "/clients", body, KEY)
    assert answer.status_code == 422
    assert answer.get_json()["errors"].keys() == {"Idempotency-Key"}


def test_a_refusal_is_decided_anew(berta: Program) -> None:
    wrong = {"unit": "beratung", "facts": {"nothing": 1}}
    assert berta.send("POST", "/clients", wrong, KEY).status_code == 422
    assert create(berta).status_code == 201


def test_keys_belong_to_who_acts_and_where(app: Flask, house: House) -> None:
    ids = set()
    for name, unit in (("berta", None), ("lea", "beratung"), ("lea", "frauenhaus")):
        body = {"unit": unit or "beratung"}
        ids.add(Program(app, name, unit).send("POST", "/clients", body, KEY).get_json()["id"])
    assert len(ids) == count(house, Client) == 3


def test_what_was_closed_since_is_not_given_again(house: House, berta: Program) -> None:
    first = create(berta)
    lea = house.actor("lea", "beratung")
    work = house.work(lea)
    record_wall(work, lea, UUID(first.get_json()["id"]), house.staff["berta"])
    work.finish()
    assert create(berta).status_code == 404


def test_answers_are_kept_for_a_day(house: House, berta: Program) -> None:
    create(berta)
    cast("StoppedClock", house.around.clock).advance(timedelta(hours=25))
    berta.log_in("berta")
    create(berta)
    assert count(house, Client) == 2
    assert count(house, KeptAnswer) == 1


@pytest.mark.parametrize("key", ["", "x" * 201])
def test_a_key_has_some_characters_and_not_too_many(berta: Program, key: str) -> None:
    assert create(berta, {"Idempotency-Key": key}).status_code == 422


def test_a_lost_race_is_answered_with_what_the_other_did(
    house: House, berta: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, first = once.kept_answer, create(berta)
    blind = iter([True])

    def late(*arguments: object) -> object:
        return None if next(blind, False) else real(*arguments)

    monkeypatch.setattr(once, "kept_answer", late)
    assert create(berta).data == first.data
    assert count(house, Client) == 1
    monkeypatch.setattr(once, "kept_answer", lambda *_: None)
    assert create(berta).status_code == 409
    assert count(house, Client) == 1

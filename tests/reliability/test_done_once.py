"""What is done once is done once, however many ask for it at the same instant, and how often."""

from collections import Counter
from importlib import import_module
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import func, select

from caseflow.database.tables.clients import Case, Client
from tests.factories.application import application
from tests.factories.clients import consented, new_client
from tests.factories.handovers import sent
from tests.factories.house import House
from tests.factories.programs import Program
from tests.factories.scale import scaled
from tests.reliability.crowd import at_once

ROUNDS = 4
PEOPLE = ("frieda", "lea") * 4
ONE_OF_ALL = Counter({409: len(PEOPLE) - 1, 200: 1})


@pytest.fixture
def app(house: House) -> Flask:
    return application(house)


def test_of_eight_who_accept_one_is_told_that_she_did(house: House, app: Flask) -> None:
    crowd = [Program(app, name, "frauenhaus") for name in PEOPLE]
    rounds = scaled(ROUNDS)
    told = [accepted(crowd, handover(house)) for _ in range(rounds)]
    assert told == [ONE_OF_ALL] * rounds
    here = Case.unit_id == house.units["frauenhaus"]
    assert count(house, Case.id, here) == rounds


def test_an_acceptance_that_ends_nothing_is_found(
    house: House, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = import_module("caseflow.handovers.accept_handover")
    monkeypatch.setattr(room, "end", lambda *_, **__: None)
    crowd = [Program(app, name, "frauenhaus") for name in PEOPLE]
    assert accepted(crowd, handover(house, named=False)) != ONE_OF_ALL


def test_one_request_that_is_sent_twice_at_once_is_done_once(house: House, app: Flask) -> None:
    pair = [Program(app, name, "beratung") for name in ("berta", "berta")]
    for number in range(scaled(ROUNDS)):
        before = count(house, Client.id)
        first, second = sent_twice(pair, f"key {number}")
        assert first == second
        assert first[0] == 201
        assert count(house, Client.id) == before + 1


def test_a_key_that_nobody_heeds_is_found(
    house: House, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseflow.api.once.kept_answer", lambda *_: None)
    monkeypatch.setattr("caseflow.api.once.keep_answer", lambda *_: True)
    pair = [Program(app, name, "beratung") for name in ("berta", "berta")]
    first, second = sent_twice(pair, "key")
    assert first != second
    assert count(house, Client.id) == 2


def accepted(crowd: list[Program], named: UUID) -> "Counter[int]":
    def accept(program: Program) -> int:
        return program.send("POST", f"/handovers/{named}/acceptance").status_code

    return Counter(at_once(crowd, accept))


def handover(house: House, *, named: bool = True) -> UUID:
    """Return a handover that waits for the shelter, with a consent that carries her or without."""
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta, "Olena")
    if not named:
        return sent(house, berta, known, "frauenhaus")
    consent = consented(house, berta, known, [house.units["frauenhaus"]], ["identity"])
    return sent(house, berta, known, "frauenhaus", consent)


def sent_twice(pair: list[Program], key: str) -> list[tuple[int, bytes]]:
    def create(program: Program) -> tuple[int, bytes]:
        body = {"unit": "beratung"}
        answer = program.send("POST", "/clients", body, {"Idempotency-Key": key})
        return answer.status_code, answer.data

    return at_once(pair, create)


def count(house: House, column: Any, *where: Any) -> int:  # noqa: ANN401 - any column of a table
    with house.sessions() as session:
        return session.scalar(select(func.count(column)).where(*where)) or 0

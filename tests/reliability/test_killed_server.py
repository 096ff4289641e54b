"""A server that is killed at any instant loses nothing it has acknowledged, and does nothing half.

The real server, all its processes at once, by a signal that nobody can catch; and again, and again,
on the same database, while others write without a pause.
"""

import json
import secrets
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from threading import Event
from time import sleep
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select

from caseflow.audit.entries import read_payload
from caseflow.audit.findings import Report
from caseflow.audit.verify import verify
from caseflow.database.tables.audit_log import Leaf
from caseflow.database.tables.records import Entry
from caseflow.vocabulary.acts import Act
from tests.factories.application import application
from tests.factories.clients import Known, new_client
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.factories.programs import API, Program
from tests.factories.reopened_house import address_of
from tests.factories.scale import scaled
from tests.factories.served_house import BROKEN, HOST, ServedHouse, free_port
from tests.unit.vault.reading import read, texts

# For each engine; CASEFLOW_TEST_SCALE=13 is 52 and 26, before a release it is 250.
KILLS = {"sqlite": 4, "postgresql": 2}
WRITERS = ("berta", "lea", "berta")
LATEST = 300  # milliseconds from the first acknowledgement of a round to its kill
PATIENCE = 30.0


@dataclass
class Written:
    """What was acknowledged, by its text, and whether somebody is to stop."""

    port: int
    client: UUID
    acknowledged: dict[str, UUID] = field(default_factory=dict)
    over: Event = field(default_factory=Event)


def test_nothing_acknowledged_is_lost_and_nothing_is_half_done(house: House) -> None:
    known, written = _killed_again_and_again(house)
    assert _lost(house, written) == []
    assert _half_done(house) == (set(), set())
    assert _log(house).findings == ()
    berta = house.actor("berta", "beratung")
    assert set(written.acknowledged) <= set(texts(read(house, berta, known)))


def test_an_entry_that_is_lost_without_its_trace_is_found(house: House) -> None:
    written = Written(0, new_client(house, house.actor("berta", "beratung")).id)
    program = Program(application(house), "berta", "beratung")
    address = f"/clients/{written.client}/entries"
    answer = program.send("POST", address, _entry("eins")).get_json()
    written.acknowledged["eins"] = UUID(answer["id"])
    assert _lost(house, written) == []
    with house.sessions.begin() as session:
        session.execute(delete(Entry))
    assert _lost(house, written) == ["eins"]
    assert _half_done(house) == (set(), set(written.acknowledged.values()))


def _killed_again_and_again(house: House) -> tuple[Known, Written]:
    known = new_client(house, house.actor("berta", "beratung"))
    written = Written(free_port(), known.id)
    address, kills = address_of(house), scaled(KILLS[house.engine.dialect.name])
    with _writing(house, written):
        for _ in range(kills):
            server = ServedHouse(address, written.port)
            before = len(written.acknowledged)
            while len(written.acknowledged) == before:
                sleep(0.005)
            sleep(secrets.randbelow(LATEST) / 1000)
            server.kill()
    assert len(written.acknowledged) >= kills
    return known, written


@contextmanager
def _writing(house: House, written: Written) -> Iterator[None]:
    """Let three write while somebody is there to write to; their sessions outlive every kill."""
    programs = [Program(application(house), name, "beratung") for name in WRITERS]
    with ThreadPoolExecutor(len(programs)) as threads:
        writing = [threads.submit(_write_on, written, program.headers) for program in programs]
        try:
            yield
        finally:
            written.over.set()
        for each in writing:
            each.result(PATIENCE)


def _write_on(written: Written, headers: dict[str, str]) -> None:
    while not written.over.is_set():
        text = secrets.token_hex(8)
        try:
            status, answer = _sent(written, headers, text)
        except BROKEN:
            sleep(0.01)
            continue
        assert status == 201, answer
        written.acknowledged[text] = UUID(answer["id"])


def _sent(written: Written, headers: dict[str, str], text: str) -> tuple[int, dict[str, Any]]:
    connection = HTTPConnection(HOST, written.port, timeout=PATIENCE)
    try:
        body = json.dumps(_entry(text))
        told = {**headers, "Content-Type": "application/json"}
        connection.request("POST", f"{API}/clients/{written.client}/entries", body, told)
        response = connection.getresponse()
        return response.status, json.loads(response.read())
    finally:
        connection.close()


def _entry(text: str) -> dict[str, Any]:
    return {
        "unit": "beratung",
        "category": "violence",
        "occurred_on": "2026-03-01",
        "kind": "note",
        "fields": {"title": "Gespräch", "text": text},
    }


def _lost(house: House, written: Written) -> list[str]:
    """Return what was acknowledged and is not there."""
    with house.sessions() as session:
        there = set(session.scalars(select(Entry.id)))
    return [text for text, entry in written.acknowledged.items() if entry not in there]


def _half_done(house: House) -> tuple[set[UUID], set[UUID]]:
    """Return the entries that no trace tells of, and those that only a trace tells of."""
    while integrated(house):
        pass
    with house.sessions() as session:
        there = set(session.scalars(select(Entry.id)))
        leaves = session.scalars(select(Leaf.payload).where(Leaf.act == Act.ENTRY_WRITE)).all()
    rows = [row for each in leaves for row in read_payload(each).get("rows", ())]
    told = {UUID(row["id"]) for row in rows if row["table"] == Entry.__tablename__}
    return there - told, told - there


def _log(house: House) -> Report:
    return verify(house.work(), house.server.signer.public)

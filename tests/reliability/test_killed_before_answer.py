"""A server that is killed between the commit of a trace and the answer has told nobody anything.

The trace stands, and not one byte of the answer has left: neither of a page, nor of what a program
asks for, nor of a file that is sent piece by piece.
"""

import os
import signal
import socket
from contextlib import closing
from time import sleep
from typing import Any

import pytest
from sqlalchemy import event, select
from werkzeug.serving import make_server

from caseflow.audit.entries import read_payload
from caseflow.database.tables.audit_log import StagedEntry
from tests.factories.application import application
from tests.factories.clients import entry, new_client, write
from tests.factories.documents import attached
from tests.factories.house import House
from tests.factories.processes import MACHINE
from tests.factories.programs import API, Program
from tests.factories.reopened_house import HouseAddress, address_of, reopened

TEXT, FILE = "Kanarienvogel-Eintrag-4f19", b"Kanarienvogel-Brief-77d0\n"
HOST = "127.0.0.1"


@pytest.fixture
def roads(house: House) -> dict[str, str]:
    """Write what is asked for, and return where it stands."""
    berta = house.actor("berta", "beratung")
    client = new_client(house, berta)
    write(house, berta, client, entry(TEXT))
    document = attached(house, berta, client, FILE * 40_000).id
    return {
        "story.read": f"{API}/clients/{client.id}/story",
        "document.read": f"{API}/documents/{document}/content",
    }


def test_a_kill_behind_the_trace_lets_no_byte_out(house: House, roads: dict[str, str]) -> None:
    program = Program(application(house), "berta")
    for act, road in roads.items():
        assert secret_in(program.get(road.removeprefix(API)).data)
        before = told(house, act)
        assert asked(house, road, program.headers["Authorization"]) == b""
        assert told(house, act) == before + 1


def asked(house: House, road: str, token: str) -> bytes:
    """Ask a server of its own, which is killed behind the trace, and return all that it sent."""
    with closing(socket.create_server((HOST, 0))) as listening:
        port = listening.getsockname()[1]
    server = MACHINE.Process(target=_serve, args=(address_of(house), port))
    server.start()
    try:
        return _sent(port, f"GET {road} HTTP/1.1\r\nHost: {HOST}\r\nAuthorization: {token}\r\n")
    finally:
        server.kill()
        server.join()


def secret_in(answer: bytes) -> bool:
    return TEXT.encode() in answer or FILE in answer


def told(house: House, act: str) -> int:
    """Return how often the log tells of an act."""
    with house.sessions() as session:
        payloads = session.scalars(select(StagedEntry.payload)).all()
    return sum(read_payload(each)["act"] == act for each in payloads)


def _serve(address: HouseAddress, port: int) -> None:
    house = reopened(address)
    traced: list[str] = []

    def note(*happened: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own signature
        traced.extend(each for each in happened[2:3] if each.startswith("INSERT INTO staged"))

    def die(_session: object) -> None:
        if traced:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(house.engine, "before_cursor_execute", note)
    event.listen(house.sessions, "after_commit", die)
    make_server(HOST, port, application(house)).handle_request()


def _sent(port: int, head: str) -> bytes:
    answer = b""
    with closing(_connected(port)) as connection:
        connection.sendall(f"{head}Connection: close\r\n\r\n".encode())
        try:
            while piece := connection.recv(65_536):
                answer += piece
        except ConnectionResetError:
            return answer
    return answer


def _connected(port: int) -> socket.socket:
    for _ in range(600):
        try:
            return socket.create_connection((HOST, port), timeout=30)
        except ConnectionRefusedError:
            sleep(0.02)
    raise TimeoutError("the server does not answer")

"""`caseflow serve` answers whoever does not keep to HTTP with less than 500, or not at all.

What it answers and what it prints holds no trace of the program, and afterwards it goes on
serving others, also while somebody sends her request byte by byte.
"""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from caseflow.database.engines import open_engine
from caseflow.operations.found_installation import found_installation
from caseflow.operations.migrate import upgrade
from tests.factories.founding import FOUNDING, OUTSIDE
from tests.factories.house import ROOT, TRUSTEE, StoppedClock, configuration
from tests.security.raw_lines import BROKEN, HOST, LOG_IN, NAME

HERE = Path(__file__).resolve().parents[2]
COMMAND = "from caseflow.app import main; main()"
PATIENCE = 60.0  # seconds until it serves
QUIET = 1.0  # seconds without a further byte: it waits for more than will come
UNKNOWN_CODING = 501  # what gunicorn says of one, as RFC 9112, section 6.1, wants it
_STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})")
_INSIDE = (b"Traceback", b"site-packages", b".py", b"sqlalchemy", b"gunicorn/", b"werkzeug")


@dataclass(frozen=True)
class Served:
    """A server of our own, where it listens and what it prints."""

    port: int
    printed: Path


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    url = f"sqlite:///{folder / 'caseflow.db'}"
    assert upgrade(url).agrees
    engine = open_engine(url)
    found_installation(engine, OUTSIDE, configuration(), StoppedClock(), FOUNDING)
    engine.dispose()
    surroundings = {
        **os.environ,
        "CASEFLOW_DATA_DIR": str(folder),
        "CASEFLOW_DATABASE_URL": url,
        "CASEFLOW_ROOT_KEY": ROOT.hex(),
        "CASEFLOW_TRUSTEE_KEY": TRUSTEE.hex(),
    }
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = [sys.executable, "-c", COMMAND, "serve", "--port", str(port), "--workers", "1"]
    printed = folder / "printed.txt"
    with printed.open("wb") as file:
        server = subprocess.Popen(  # noqa: S603 - ourselves
            words, cwd=HERE, env=surroundings, stdout=file, stderr=file
        )
    try:
        _wait(port)
        yield Served(port, printed)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


def _wait(port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while b" 200 " not in asked(port):
        assert time.monotonic() < deadline
        time.sleep(0.1)


def asked(port: int) -> bytes:
    """Ask for a page as a browser would; nothing while nobody listens."""
    with contextlib.suppress(ConnectionError):
        return said(port, b"GET /log-in HTTP/1.1\r\nConnection: close\r\n" + HOST + b"\r\n")
    return b""


def said(port: int, sent: bytes, quiet: float = 10.0) -> bytes:
    """Send bytes and return all that comes back until it is quiet."""
    found = b""
    with socket.create_connection(("127.0.0.1", port), timeout=quiet) as line:
        # It may hang up before all is sent, or wait for what will never come.
        with contextlib.suppress(OSError):
            line.sendall(sent)
            line.shutdown(socket.SHUT_WR)
        with contextlib.suppress(ConnectionError, TimeoutError):
            while piece := line.recv(65_536):
                found += piece
    return found


def unwell(told: bytes) -> list[str]:
    """Return what is wrong with an answer, or with what was printed."""
    statuses = [int(each) for each in _STATUS.findall(told)]
    found = [
        f"status {status}" for status in statuses if status >= 500 and status != UNKNOWN_CODING
    ]
    return found + [f"{inside!r} in it" for inside in _INSIDE if inside in told]


def test_whatever_is_sent_is_no_error_of_the_server(served: Served) -> None:
    for what, sent in BROKEN.items():
        assert unwell(said(served.port, sent, QUIET)) == [], what
    assert b" 200 " in asked(served.port)
    printed = served.printed.read_bytes()
    assert unwell(printed) == []
    assert not any(word in printed for word in NAME.split()), "what was searched for is in the log"


def test_most_of_it_is_answered_with_a_refusal(served: Served) -> None:
    for what in ("half a percent sign", "dots in the address", "hidden dots"):
        assert b" 404 " in said(served.port, BROKEN[what], QUIET), what
    for what in ("pieces that are none", "a host beyond this machine", "a body of bytes"):
        assert b" 400 " in said(served.port, BROKEN[what], QUIET), what

    assert b" 413 " in said(served.port, BROKEN["more than is taken"], QUIET)


@pytest.mark.parametrize("what", ["two lengths", "length and pieces", "two requests in one"])
def test_nobody_hides_a_request_behind_another(served: Served, what: str) -> None:
    found = said(served.port, BROKEN[what], QUIET)
    assert len(_STATUS.findall(found)) == (2 if what == "two requests in one" else 1)
    assert (b" 400 " in found) == (what != "two requests in one")


def test_others_are_served_while_somebody_is_slow(served: Served) -> None:
    slow = LOG_IN + HOST + b"Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"
    with contextlib.ExitStack() as lines:
        for begun in (slow, b"GET /log-in HTTP/1.1\r\nX", b"P"):
            for _ in range(2):
                at = ("127.0.0.1", served.port)
                line = lines.enter_context(socket.create_connection(at))
                line.sendall(begun)
        begin = time.monotonic()
        assert b" 200 " in asked(served.port)
        assert time.monotonic() - begin < 8.0
    assert b" 200 " in asked(served.port)


def test_an_error_of_the_server_is_found() -> None:
    assert unwell(b"HTTP/1.1 200 OK\r\n\r\n<h1>Caseflow</h1>") == []
    assert unwell(b"HTTP/1.1 500 Internal Server Error\r\n\r\n") == ["status 500"]
    assert unwell(b'Traceback (most recent call last):\n  File "a.py", line 1') != []

"""The demo as its users start it: made once, served, kept."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

import pytest

from caseflow.cli.demo.people import PASSWORD, STAFF

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 120  # until it is made and answers, on a busy machine
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@contextmanager
def served(data: Path) -> Iterator[str]:
    """Yield the address of a demo that runs as long as the block."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = "from caseflow.app import main; main()"
    words = ["demo", "--port", str(port), "--data", str(data)]
    server = subprocess.Popen([sys.executable, "-c", command, *words], cwd=ROOT, env=os.environ)  # noqa: S603 - ourselves
    try:
        _wait(f"http://127.0.0.1:{port}/readyz")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(30)


def _wait(address: str) -> None:
    deadline = time.monotonic() + SECONDS
    while True:
        try:
            build_opener().open(address, timeout=10).close()
        except OSError:  # urllib's own errors are of this kind
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
        else:
            return


def browser() -> OpenerDirector:
    """Return a browser of its own."""
    return build_opener(HTTPCookieProcessor(CookieJar()))


def look(visitor: OpenerDirector, address: str) -> str:
    """Return a page."""
    with visitor.open(address, timeout=30) as answer:
        text: str = answer.read().decode()
    return text


def log_in(visitor: OpenerDirector, address: str, email: str) -> str:
    """Log in with the password of the demo, and return the page that follows."""
    found = _TOKEN.search(look(visitor, f"{address}/log-in"))
    assert found is not None
    typed = {"csrf_token": found[1], "email": email, "password": PASSWORD}
    form = Request(  # noqa: S310 - loopback
        f"{address}/log-in",
        urlencode(typed).encode(),
        {"Sec-Fetch-Site": "same-origin", "Accept-Language": "de"},
    )
    with visitor.open(form, timeout=30) as answer:
        text: str = answer.read().decode()
    return text


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory of a demo, not made yet."""
    return tmp_path_factory.mktemp("data") / "demo"


def test_everybody_logs_in_and_the_counsellor_finds_her_clients(data: Path) -> None:
    with served(data) as address:
        for person in STAFF:
            assert 'id="password"' not in log_in(browser(), address, person.email), person.email
        page = log_in(browser(), address, "beratung@demo.example")
        assert "Nazari, Samira" in page
        assert "Öztürk, Gülşen" in page
        assert "Kowalczyk" not in page


def test_a_second_start_keeps_the_data(data: Path) -> None:
    code = re.compile(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}-[0-9A-Z]{2}\b")
    pages = []
    for _ in range(2):
        with served(data) as address:
            pages.append(set(code.findall(log_in(browser(), address, "wohnen@demo.example"))))
    assert pages[0] == pages[1]
    assert len(pages[0]) >= 3

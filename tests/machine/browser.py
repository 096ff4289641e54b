"""A browser and a server for tests of pages: the system's Chromium, Caseflow on loopback."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from tests.machine.chromium import find_chromium

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

# Nothing leaves the host: all that a browser does on its own is off.
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield this worker's one browser."""
    with started() as browser:
        yield browser


@contextmanager
def started() -> Iterator[Browser]:
    """Yield a browser that runs without a sandbox, and meets our own pages only."""
    program = find_chromium()
    if program is None:
        raise RuntimeError("There is no Chromium: run the tests with `python3 -m tests`.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=list(FLAGS), chromium_sandbox=False
        )
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Yield an empty page in a profile of its own."""
    context = browser.new_context(locale="de-DE", timezone_id="Europe/Berlin")
    yield context.new_page()
    context.close()


@pytest.fixture
def live_server() -> Iterator["Callable[[WSGIApplication], str]"]:
    """Yield a function that serves a WSGI application until the test ends and returns its URL."""
    with ExitStack() as servers:
        yield lambda application: servers.enter_context(serve(application))


@contextmanager
def serve(application: "WSGIApplication") -> Iterator[str]:
    """Serve an application on a free loopback port, a thread a request, and yield its URL."""
    server = make_server("127.0.0.1", 0, application, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()

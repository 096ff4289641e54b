"""The application over a born installation, and a visitor who fills its forms in."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from flask import Flask

from caseflow.app import Caseflow, Road, build_app
from caseflow.identity import OpenIdProvider
from caseflow.operations.open_installation import OpenInstallation
from tests.factories.copied_house import copied
from tests.factories.house import PASSWORD, House
from tests.factories.page_rules import faults
from tests.factories.page_skeletons import skeleton
from tests.machine.counted_lines import counted_once, uncounted

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

LOOPBACK = "http://127.0.0.1:8000"
_MARK = re.compile(
    r'(?:(?<=name="csrf_token" )|(?<=name="shown" )|(?<=name="form-window" ))value="[^"]+"'
)
_SOUND: set[str] = set()  # skeletons of pages found to be sound, which many tests look at again
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@pytest.fixture
def house(
    first_house_on_sqlite: House, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[House]:
    """Yield a born house on SQLite; what depends on the engine is tested below the faces."""
    with copied(first_house_on_sqlite, request, tmp_path) as made:
        yield made


@pytest.fixture
def app(house: House) -> Flask:
    """Return the application over the house."""
    return resting(application(house))


@pytest.fixture
def visitor(app: Flask) -> "Visitor":
    """Return somebody who has not logged in."""
    return Visitor(app)


def application(
    house: House, *, tls: bool = False, openid: OpenIdProvider | None = None
) -> Caseflow:
    """Return the application that serves this house."""
    installation = OpenInstallation(house.sessions, house.around, house.server)
    with counted_once(("application", tls, openid is None)):
        return build_app(installation, Road(tls=tls), lambda: True, openid)


def resting(app: Caseflow) -> Caseflow:
    """Return an application that leaves its entries staged after an answer.

    A third of the time of a request in a test goes into the tree; whoever looks at the log brings
    them in first.
    """
    app.after_commit = lambda: None
    return app


class Visitor:
    """Somebody with a browser of her own."""

    def __init__(self, app: Flask, base: str = LOOPBACK) -> None:
        self.browser: FlaskClient = app.test_client()
        self._base = base

    def look(self, address: str) -> "TestResponse":
        """Open a page."""
        return sound(self.browser.get(address, base_url=self._base, buffered=True))

    def send(
        self, address: str, page: str | None = None, **typed: str | list[str]
    ) -> "TestResponse":
        """Fill in the form on a page (left out: at the same address) and send it."""
        headers = {"Sec-Fetch-Site": "same-origin"}
        data = {"csrf_token": token_on(self.look(page or address).text), **typed}
        answer = self.browser.post(
            address, data=data, headers=headers, base_url=self._base, buffered=True
        )
        return sound(answer)

    def log_in(self, name: str, password: str = PASSWORD) -> "TestResponse":
        """Log in as a person of the house."""
        with counted_once(("log in", password == PASSWORD)):
            return self.send("/log-in", email=f"{name}@example.org", password=password)


def token_on(text: str) -> str:
    """Return the token of the forms on a page."""
    found = _TOKEN.search(text)
    assert found is not None, text
    return found.group(1)


def sound(answer: "TestResponse") -> "TestResponse":
    """Return an answer whose page, if it is one, keeps the rules of every page."""
    text = unmarked(answer.text) if _is_page(answer) else ""
    bare = skeleton(text)
    if text and bare not in _SOUND:
        with uncounted():
            wrong = faults(text)
        assert wrong == [], "\n".join(wrong)
        _SOUND.add(bare)
    return answer


def _is_page(answer: "TestResponse") -> bool:
    return answer.mimetype == "text/html" and answer.location is None


def unmarked(text: str) -> str:
    """Return a page without the marks that each showing of it has of its own."""
    return _MARK.sub("", text)

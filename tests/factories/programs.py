"""A program that speaks to the interface: its token, its unit, what it sends and gets."""

from typing import TYPE_CHECKING, Any

import pytest
from flask import Flask

from tests.factories.application import LOOPBACK
from tests.factories.house import PASSWORD

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

API = "/api/v1"


class Program:
    """A program that acts for one staff member in one unit."""

    def __init__(self, app: Flask, name: str = "", unit: str | None = None) -> None:
        self.client = app.test_client()
        self.headers = {"Accept-Language": "en"}
        if unit is not None:
            self.headers["Caseflow-Unit"] = unit
        if name:
            self.log_in(name)

    def log_in(self, name: str, password: str = PASSWORD, otp: str = "") -> "TestResponse":
        """Log in as a person of the house, and send her token from now on."""
        asked = {"email": f"{name}@example.org", "password": password}
        asked |= {"otp": otp} if otp else {}
        answer = self.send("POST", "/sessions", asked)
        if answer.status_code == 201:
            self.headers["Authorization"] = f"Bearer {answer.json['token']}"  # type: ignore[index]  # an object
        return answer

    def get(self, address: str, **query: Any) -> "TestResponse":  # noqa: ANN401 - as it is sent
        """Ask for something."""
        return self.send("GET", address, query=query or None)

    def send(
        self,
        method: str,
        address: str,
        body: object = None,
        headers: dict[str, str] | None = None,
        query: dict[str, Any] | None = None,
    ) -> "TestResponse":
        """Send something, and return the answer."""
        return self.client.open(
            f"{API}{address}",
            method=method,
            json=body,
            headers={**self.headers, **(headers or {})},
            query_string=query,
            base_url=LOOPBACK,
            buffered=True,
        )


@pytest.fixture
def berta(app: Flask) -> Program:
    """Return the program of the case worker of counselling."""
    return Program(app, "berta")


@pytest.fixture
def frieda(app: Flask) -> Program:
    """Return the program of the case worker of the shelter."""
    return Program(app, "frieda")


@pytest.fixture
def ida(app: Flask) -> Program:
    """Return the program of housing's intake."""
    return Program(app, "ida")


@pytest.fixture
def olga(app: Flask) -> Program:
    """Return the program of the officer."""
    return Program(app, "olga")

"""Where the program asks somebody, it does not follow when it is led elsewhere."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

from typing_extensions import override

from caseflow.identity import OpenIdProvider
from caseflow.vocabulary.configuration import OpenIdConnect

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


class _Leading(BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(302)
        self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}/elsewhere")  # type: ignore[attr-defined]  # it has one
        self.end_headers()

    @override
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def leading(asked: list[str]) -> Iterator[str]:
    """Yield the address of somebody who leads everybody elsewhere."""
    handler = type("Leading", (_Leading,), {"asked": asked})
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_the_program_does_not_follow_where_a_provider_leads_it() -> None:
    asked: list[str] = []
    with leading(asked) as issuer:
        provider = OpenIdProvider(OpenIdConnect(issuer, "caseflow", "Konto"), "geheim")
        assert not provider.answers(NOW)
    assert asked == ["/.well-known/openid-configuration"]

from collections.abc import Mapping
from io import BytesIO

import pytest
import requests

from caseflow.cli.remote_log import RemoteLog, log_in_there, over_the_net
from caseflow.vocabulary.errors import OperatorError


class Service:
    """A service that gives the answers it was told to, and remembers what it was asked."""

    def __init__(self, *answers: tuple[int, bytes]) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, str, Mapping[str, str], object]] = []

    def __call__(
        self, method: str, address: str, headers: Mapping[str, str], sent: object
    ) -> tuple[int, bytes]:
        self.asked.append((method, address, headers, sent))
        return self.answers.pop(0)


BEGUN = b'{"token":"t","memberships":[{"unit":"b","role":"lead"},{"unit":"d","role":"officer"}]}'


def test_an_officer_reads_with_her_token_and_in_her_unit() -> None:
    service = Service((201, BEGUN), (200, b"key"), (200, b"note"), (200, b"hashes"), (404, b"?"))
    there = log_in_there(service, "olga@example.org", "secret", "123456")
    assert (there.key(), there.checkpoint()) == ("key", "note")
    assert there.tile("tile/0/000") == b"hashes"
    assert there.tile("tile/0/001") == b""
    asked = {"email": "olga@example.org", "password": "secret", "otp": "123456"}
    assert service.asked[0] == ("POST", "/api/v1/sessions", {}, asked)
    headers = {"Authorization": "Bearer t", "Caseflow-Unit": "d"}
    assert service.asked[3] == ("GET", "/api/v1/audit/tile/0/000", headers, None)


def test_a_cosignature_is_handed_in_and_she_logs_out() -> None:
    service = Service((200, b'{"unanchored":2}'), (204, b""))
    there = RemoteLog(service, "t", "d")
    assert there.hand_in("note", "key") == 2
    there.leave()
    assert [each[:2] for each in service.asked] == [
        ("POST", "/api/v1/audit/cosignatures"),
        ("DELETE", "/api/v1/sessions/current"),
    ]


def test_who_is_not_let_in_or_no_officer_reads_nothing() -> None:
    with pytest.raises(OperatorError, match="do not match"):
        log_in_there(Service((401, b"{}")), "o@example.org", "secret", "")
    lead = b'{"token":"t","memberships":[{"unit":"b","role":"lead"}]}'
    for begun, unit, left in (
        (lead, {"Caseflow-Unit": "b"}, (204, b"")),
        (b'{"token":"t","memberships":[]}', {}, (500, b"")),
    ):
        service = Service((201, begun), left)
        with pytest.raises(OperatorError, match="no data-protection officer"):
            log_in_there(service, "o@example.org", "s", "")
        headers = {"Authorization": "Bearer t", **unit}
        assert service.asked[1:] == [("DELETE", "/api/v1/sessions/current", headers, None)]
    with pytest.raises(OperatorError, match="refused"):
        RemoteLog(Service((403, b"")), "t", "d").key()


@pytest.mark.parametrize("url", ["http://example.org", "ftp://127.0.0.1", "example.org"])
def test_a_password_travels_over_tls_alone(url: str) -> None:
    with pytest.raises(OperatorError, match="over TLS"):
        over_the_net(url)


def test_a_service_that_is_not_there_is_told() -> None:
    ask = over_the_net("http://127.0.0.1:1")
    with pytest.raises(OperatorError, match="cannot be reached"):
        ask("GET", "/", {}, None)


def test_certificates_that_are_named_come_before_those_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    checked = []

    def send(_session: object, _request: object, **how: object) -> requests.Response:
        checked.append(how["verify"])
        answer = requests.Response()
        answer.status_code, answer.raw = 204, BytesIO()
        return answer

    monkeypatch.setattr(requests.Session, "send", send)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "of-the-environment.pem")
    for ca in ("named.pem", None):
        assert over_the_net("https://example.org", ca)("GET", "/", {}, None)[0] == 204
    assert checked == ["named.pem", "of-the-environment.pem"]

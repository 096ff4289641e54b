from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from caseflow.identity.openid_provider import (
    Asked,
    Identity,
    OpenIdProvider,
    Returned,
    Unreachable,
)
from caseflow.vocabulary.configuration import OpenIdConnect
from tests.factories.house import StoppedClock
from tests.factories.openid_provider import CLIENT, SECRET, Provider, provider

ASKED = Asked("http://127.0.0.1:8000/openid/return", "s-1", "n-1", "v" * 43)
FRESH = Asked(ASKED.redirect, "s-1", "n-1", "v" * 43, timedelta(minutes=5))
NOW = StoppedClock().at


@pytest.fixture
def there() -> Iterator[Provider]:
    with provider(StoppedClock()) as made:
        yield made


def went(there: Provider, client: OpenIdProvider, asked: Asked = ASKED) -> Returned:
    address = client.question(asked, NOW)
    assert isinstance(address, str)
    back = {name: each[0] for name, each in parse_qs(urlsplit(there.visit(address)).query).items()}
    return Returned(back["state"], back["code"], back["iss"])


@pytest.mark.parametrize("asked", [ASKED, FRESH])
def test_a_code_names_who_it_is_once(there: Provider, asked: Asked) -> None:
    client = there.client()
    back = went(there, client, asked)
    assert client.identity(asked, back, NOW) == Identity(there.issuer, there.subject)
    assert client.identity(asked, back, NOW) is None


@pytest.mark.parametrize(
    "lie",
    [
        {"verifier": "w" * 43},
        {"redirect": "http://127.0.0.1:8000/elsewhere"},
        {"nonce": "n-2"},
    ],
)
def test_another_verifier_address_or_nonce_names_nobody(
    there: Provider, lie: dict[str, str]
) -> None:
    client = there.client()
    back = went(there, client)
    values = {"redirect": ASKED.redirect, "nonce": ASKED.nonce, "verifier": ASKED.verifier} | lie
    asked = Asked(values["redirect"], ASKED.state, values["nonce"], values["verifier"])
    assert client.identity(asked, back, NOW) is None


def test_a_false_secret_or_an_answer_without_a_token_names_nobody(
    there: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    false = OpenIdProvider(OpenIdConnect(there.issuer, CLIENT, "x"), SECRET + "x")
    assert false.identity(ASKED, went(there, false), NOW) is None
    client = there.client()
    back = went(there, client)
    monkeypatch.setattr(there, "redeem", lambda *_: {"access_token": "x"})
    assert client.identity(ASKED, back, NOW) is None


def test_whose_answer_it_is_must_be_said_where_the_provider_says_it(there: Provider) -> None:
    client = there.client()
    for issuer in ("", "https://another.example"):
        back = went(there, client)
        assert client.identity(ASKED, Returned(back.state, back.code, issuer), NOW) is None
    there.about = {"authorization_response_iss_parameter_supported": False}
    silent = there.client()
    back = went(there, silent)
    assert silent.identity(ASKED, Returned(back.state, back.code), NOW) is not None


@pytest.mark.parametrize(
    "about",
    [
        {"issuer": "https://another.example"},
        {"token_endpoint": None},
        {"token_endpoint": "ftp://127.0.0.1/token"},
        {"jwks_uri": 7},
        {"authorization_endpoint": "javascript:x()"},
    ],
)
def test_what_does_not_say_who_it_is_is_no_provider(
    there: Provider, about: dict[str, object]
) -> None:
    there.about = about
    assert isinstance(there.client().question(ASKED, NOW), Unreachable)


def test_an_outage_is_told_apart_from_a_wrong_answer(
    there: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = there.client()
    back = went(there, client)
    there.down = True
    assert isinstance(client.identity(ASKED, back, NOW), Unreachable)
    assert isinstance(there.client().question(ASKED, NOW), Unreachable)
    assert isinstance(there.client().identity(ASKED, back, NOW), Unreachable)
    there.down = False
    monkeypatch.setattr(there, "told", lambda _path: [])
    assert isinstance(there.client().question(ASKED, NOW), Unreachable)
    nobody = OpenIdProvider(OpenIdConnect("http://127.0.0.1:9", CLIENT, "x"), SECRET)
    assert isinstance(nobody.question(ASKED, NOW), Unreachable)


def test_what_it_says_of_itself_is_kept_for_ten_minutes(there: Provider) -> None:
    client = there.client()
    for minutes in (0, 9, 11):
        client.question(ASKED, NOW + timedelta(minutes=minutes))
    assert there.asked == ["/.well-known/openid-configuration"] * 2


def test_nothing_is_asked_before_somebody_goes_there(there: Provider) -> None:
    there.client()
    assert there.asked == []


def test_secrets_are_printed_nowhere() -> None:
    assert "geheim" not in f"{Returned('s', 'geheim')}{Asked('r', 's', 'geheim', 'geheim')}"

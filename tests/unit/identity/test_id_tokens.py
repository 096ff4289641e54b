from datetime import timedelta
from typing import Any

import pytest

from caseflow.identity.id_tokens import Expected, subject_of
from tests.factories.house import StoppedClock
from tests.factories.openid_provider import keys, signed

NOW = StoppedClock().at
SECONDS = int(NOW.timestamp())
EXPECTED = Expected("https://login.example", "caseflow", "n-1")
TRUE: dict[str, Any] = {
    "iss": "https://login.example",
    "sub": "samira",
    "aud": "caseflow",
    "iat": SECONDS,
    "exp": SECONDS + 300,
    "nonce": "n-1",
}


def told(sign: str = "RS256", expected: Expected = EXPECTED, **claims: Any) -> str | None:  # noqa: ANN401 - claims are JSON
    wanted = {name: each for name, each in (TRUE | claims).items() if each is not None}
    return subject_of(signed(wanted, sign), keys(), expected, NOW)


def test_a_true_token_names_its_subject() -> None:
    assert told() == "samira"
    assert told(aud=["other", "caseflow"], azp="caseflow") == "samira"
    assert told(exp=SECONDS - 30) == "samira"  # two clocks may differ a little


@pytest.mark.parametrize(
    "lie",
    [
        {"iss": "https://login.example/"},
        {"iss": None},
        {"aud": "other"},
        {"aud": "other", "azp": "caseflow"},
        {"aud": ["other", "caseflow"]},  # whose party it is for is not said
        {"aud": ["other", "caseflow"], "azp": "other"},
        {"aud": None},
        {"exp": SECONDS - 61},
        {"exp": None},
        {"exp": "later"},
        {"iat": SECONDS + 600},
        {"nbf": SECONDS + 600},
        {"nonce": "n-2"},
        {"nonce": None},
        {"nonce": ["n-1"]},
        {"sub": None},
        {"sub": ""},
        {"sub": 7},
        {"sub": "x" * 256},
    ],
)
def test_what_does_not_fit_names_nobody(lie: dict[str, Any]) -> None:
    assert told(**lie) is None


@pytest.mark.parametrize("sign", ["none", "HS256", "another key"])
def test_only_the_provider_signs_and_with_no_key_that_everybody_knows(sign: str) -> None:
    assert told(sign) is None


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "..", "\udc00.a.b", "é.é.é"])
def test_what_is_no_token_names_nobody(token: str) -> None:
    assert subject_of(token, keys(), EXPECTED, NOW) is None


@pytest.mark.parametrize(
    "published", [{}, {"keys": None}, {"keys": [7]}, {"keys": [{"kty": "RSA"}]}]
)
def test_without_keys_nobody_is_named(published: dict[str, Any]) -> None:
    assert subject_of(signed(TRUE, "RS256"), published, EXPECTED, NOW) is None


def test_where_it_must_be_fresh_the_log_in_there_was_just_now() -> None:
    fresh = Expected(EXPECTED.issuer, EXPECTED.client, EXPECTED.nonce, timedelta(minutes=5))
    assert told(expected=fresh, auth_time=SECONDS - 300) == "samira"
    for stale in (SECONDS - 361, SECONDS + 61, None, "now", True):
        assert told(expected=fresh, auth_time=stale) is None

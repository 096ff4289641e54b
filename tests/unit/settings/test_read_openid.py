from pathlib import Path

import pytest

from caseflow.settings.read_configuration import read_configuration
from caseflow.vocabulary.configuration import OpenIdConnect
from tests.unit.settings.conftest import Complaint

LIMITS = "[limits]\n"  # where the table begins
TABLE = """
[openid_connect]
issuer = "{issuer}"
client_id = "caseflow"
label = "{label}"

[limits]
"""


def with_table(issuer: str = "https://login.example", label: str = "Login") -> str:
    return TABLE.format(issuer=issuer, label=label)


def test_left_out_nobody_is_asked() -> None:
    assert read_configuration().openid is None


@pytest.mark.parametrize(
    "issuer", ["https://login.example/realms/a", "http://127.0.0.1:8080", "http://localhost"]
)
def test_a_provider_is_named_over_tls_or_on_this_machine(own: Path, issuer: str) -> None:
    file = own / "provider.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(LIMITS, with_table(issuer), 1), encoding="utf-8")
    assert read_configuration(own).openid == OpenIdConnect(issuer, "caseflow", "Login")


@pytest.mark.parametrize(
    "issuer",
    [
        "http://login.example",
        "http://10.0.0.1",
        "login.example",
        "https://",
        "https://login.example?x=1",
        "https://login.example#x",
        "https://anna@login.example",
        "https://[login",
    ],
)
def test_what_is_no_provider(complaint: Complaint, issuer: str) -> None:
    found = complaint("provider.toml", LIMITS, with_table(issuer))
    assert "must begin with https://" in found


def test_what_else_a_provider_may_not_say(complaint: Complaint) -> None:
    assert "it stands on a button" in complaint("provider.toml", LIMITS, with_table(label="x" * 61))
    assert "`secret` is no setting here" in complaint(
        "provider.toml", "[openid_connect]", "[openid_connect]\nsecret = 'x'"
    )

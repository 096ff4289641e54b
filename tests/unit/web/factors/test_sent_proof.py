import pytest
from flask import Flask

from caseflow.identity import Site
from caseflow.web.factors.sent_proof import sent_proof, site


@pytest.mark.parametrize(
    ("base", "there"),
    [
        ("http://127.0.0.1:8000", Site("127.0.0.1", "http://127.0.0.1:8000")),
        ("https://fall.example.org", Site("fall.example.org", "https://fall.example.org")),
    ],
)
def test_where_the_browser_is(base: str, there: Site) -> None:
    with Flask("x").test_request_context("/factor", base_url=base):
        assert site() == there


def test_what_stands_in_the_form_is_shown() -> None:
    typed = {"code": " 123 456 ", "passkey": "{}"}
    with Flask("x").test_request_context("/factor", method="POST", data=typed):
        found = sent_proof("code", "passkey")
        assert (found.code, found.passkey) == ("123 456", "{}")
        assert sent_proof("other", "another").code == ""

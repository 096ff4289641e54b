from flask import Flask

from caseflow.http.doorkeeper import policy
from caseflow.http.openid import RETURN, install_openid, openid_here
from caseflow.identity import OpenIdProvider
from caseflow.vocabulary.configuration import OpenIdConnect
from caseflow.vocabulary.permissions import Permission

PROVIDER = OpenIdProvider(OpenIdConnect("https://login.example", "caseflow", "Login"), "x")


@policy(Permission.PUBLIC)
def where() -> str:
    here = openid_here()
    return "nowhere" if here is None else here.redirect


def asked(provider: OpenIdProvider | None, base: str) -> str:
    app = Flask("here")
    install_openid(app, provider)
    app.add_url_rule("/where", "where", where)
    assert app.jinja_env.globals["openid_label"] == ("Login" if provider else "")
    return app.test_client().get("/where", base_url=base).text


def test_the_browser_comes_back_to_the_address_that_it_knows() -> None:
    assert asked(PROVIDER, "https://caseflow.example") == f"https://caseflow.example{RETURN}"
    assert asked(PROVIDER, "http://127.0.0.1:8000") == f"http://127.0.0.1:8000{RETURN}"


def test_without_a_provider_it_is_led_nowhere() -> None:
    assert asked(None, "http://127.0.0.1:8000") == "nowhere"

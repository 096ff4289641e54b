"""People who go to the OpenID provider and come back."""

import html
import re

from flask import Flask

from tests.factories.application import Visitor, token_on
from tests.factories.house import House
from tests.factories.openid_provider import Provider
from tests.factories.second_factors import code_now, with_codes

_AWAY = re.compile(r'content="0; url=([^"]+)"')
_HIDDEN = re.compile(r'<input type="hidden" name="(state|code|iss)" value="([^"]*)"')


def away(text: str) -> str:
    """Return where a page leads by itself."""
    found = _AWAY.search(text)
    assert found is not None, text
    return html.unescape(found.group(1))


def back(visitor: Visitor, address: str) -> dict[str, str]:
    """Come back to this address, as a browser does; return what the last form would send."""
    path = address.removeprefix("http://127.0.0.1:8000")
    assert path.startswith("/openid/return?")
    form = visitor.look(away(visitor.look(path).text)).text
    brought = {name: html.unescape(value) for name, value in _HIDDEN.findall(form)}
    return {**brought, "csrf_token": token_on(form)}


def linked(app: Flask, house: House, provider: Provider, name: str) -> Visitor:
    """Let somebody set up one-time codes, and link her account at the provider."""
    made = with_codes(house, name)
    visitor = Visitor(app)
    visitor.log_in(name)
    visitor.send("/log-in/factor", "/log-in", code=code_now(made.secret, house.around.clock, 1))
    led = visitor.send("/factors/openid", "/factors")
    brought = back(visitor, provider.visit(away(led.text)))
    answer = visitor.send("/factor/openid/finish", "/factors", **brought)
    assert (answer.status_code, answer.location) == (303, "/factors")
    return visitor


def stepped(app: Flask, provider: Provider, name: str, **typed: str) -> tuple[Visitor, str]:
    """Type address and password, and go to the provider; return where it leads back to."""
    visitor = Visitor(app)
    visitor.log_in(name, **typed)
    led = visitor.send("/log-in/openid", "/log-in", next="/unit?a=1")
    return visitor, provider.visit(away(led.text))

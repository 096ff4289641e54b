"""Hold the OpenID provider of this house, and say where the browser comes back to from it."""

from typing import cast

from flask import Flask, g, request

from caseflow.identity import Elsewhere, OpenIdProvider

RETURN = "/openid/return"


def install_openid(app: Flask, provider: OpenIdProvider | None) -> None:
    """Let the pages offer this provider as a second factor; None: nothing is offered or asked."""

    def hold() -> None:
        g.openid = provider

    app.before_request(hold)
    app.jinja_env.globals["openid_label"] = "" if provider is None else provider.rule.label


def openid_here() -> Elsewhere | None:
    """Return the provider, and our address as this browser knows it; None where there is none.

    Whoever sends a false name of the host leads nobody but herself astray: the provider sends
    browsers only to addresses that it was told of.
    """
    provider = cast("OpenIdProvider | None", g.get("openid"))
    if provider is None:
        return None
    return Elsewhere(provider, request.host_url.rstrip("/") + RETURN)

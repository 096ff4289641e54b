"""Know a request of a program: its address, its bearer token, and the unit that it acts for."""

from flask import Request, request

PREFIX = "/api/"
UNIT_HEADER = "Caseflow-Unit"
_SCHEME = "bearer"


def of_program() -> bool:
    """Say whether the request at hand asks the interface for programs."""
    return request.path.startswith(PREFIX)


def bearer_token(asked: Request) -> str | None:
    """Return the token that a request brings (RFC 6750, section 2.1); a cookie is no token here."""
    scheme, _, token = asked.headers.get("Authorization", "").partition(" ")
    return token.strip() or None if scheme.lower() == _SCHEME else None


def unit_asked(asked: Request) -> str | None:
    """Return the slug of the unit that a request names, if any."""
    return asked.headers.get(UNIT_HEADER, "").strip() or None

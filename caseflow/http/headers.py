"""Put the headers on every answer that keep it in this browser, on this page, for this person."""

from collections.abc import Mapping
from types import MappingProxyType

from flask import Flask, Response

from caseflow.http import current

_OWN = ("style-src", "script-src", "img-src", "font-src", "connect-src", "form-action")
_POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{each} 'self'" for each in _OWN),
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_CLOSED = ("camera", "microphone", "geolocation", "payment", "usb", "display-capture")
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": _POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": ", ".join(f"{each}=()" for each in _CLOSED),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
)
_TWO_YEARS = 63_072_000


def install_headers(app: Flask, *, tls: bool) -> None:
    """Put the headers on every answer; only files without content may be kept by the browser."""

    def put(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)  # a file is kept in by more than a page
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers["X-Request-Id"] = current.request_id()
        if tls:
            response.headers["Strict-Transport-Security"] = (
                f"max-age={_TWO_YEARS}; includeSubDomains"
            )
        return response

    app.after_request(put)


def forget_everything(response: Response, *, but_cookies: bool = False) -> None:
    """Tell the browser to keep nothing of us after a log-out, or only the cookies that we leave."""
    cleared = ("cache", "storage") if but_cookies else ("cache", "cookies", "storage")
    response.headers["Clear-Site-Data"] = ", ".join(f'"{each}"' for each in cleared)

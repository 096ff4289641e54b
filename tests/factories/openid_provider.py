"""A small OpenID provider in this process, which a test may let lie in every way."""

import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit
from uuid import uuid4

from joserfc import jwt
from joserfc.jwk import RSAKey
from typing_extensions import override

from caseflow.identity import OpenIdProvider
from caseflow.vocabulary.clock import Clock
from caseflow.vocabulary.configuration import OpenIdConnect

CLIENT, SECRET, LABEL = "caseflow", "geheim-7f3a", "Träger-Konto"
_KEY = RSAKey.generate_key(2048, {"kid": "eins", "use": "sig"})


@dataclass
class Provider:
    """What the provider answers; `claims` and the others say how it lies."""

    issuer: str
    clock: Clock
    claims: dict[str, Any] = field(
        default_factory=dict
    )  # in place of the true ones; None: left out
    sign: str = "RS256"  # or none, HS256 with the public key, another: with a key of nobody
    down: bool = False
    about: dict[str, Any] = field(default_factory=dict)  # what it says of itself besides
    asked: list[str] = field(default_factory=list)  # the paths that were asked for
    subject: str = "samira@träger"
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def client(self) -> OpenIdProvider:
        """Return what asks this provider."""
        return OpenIdProvider(OpenIdConnect(self.issuer, CLIENT, LABEL), SECRET)

    def visit(self, address: str) -> str:
        """Be the browser that is led to this address; return where it is led back to."""
        query = {name: each[0] for name, each in parse_qs(urlsplit(address).query).items()}
        code = str(uuid4())
        self._codes[code] = query
        back = {"code": code, "state": query["state"], "iss": self.issuer}
        return f"{query['redirect_uri']}?{urlencode(back)}"

    def told(self, path: str) -> dict[str, Any]:
        """Return what is answered to a question."""
        if path == "/keys":
            return {"keys": [_KEY.as_dict(private=False), {"kty": "oct", "k": "AA"}]}
        here = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "authorization_response_iss_parameter_supported": True,
        }
        return here | self.about

    def redeem(self, form: dict[str, str], authorization: str) -> dict[str, Any]:
        """Return what is answered for a code, once."""
        asked = self._codes.pop(form.get("code", ""), None)
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        verified = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = _text(verified)
        if (
            asked is None
            or authorization != f"Basic {basic}"
            or challenge != asked.get("code_challenge")
            or asked.get("code_challenge_method") != "S256"
            or form.get("redirect_uri") != asked["redirect_uri"]
        ):
            return {"error": "invalid_grant"}
        return {"access_token": "x", "token_type": "Bearer", "id_token": self._token(asked)}

    def _token(self, asked: dict[str, str]) -> str:
        now = int(self.clock.now().timestamp())
        true = {
            "iss": self.issuer,
            "sub": self.subject,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "auth_time": now,
            "nonce": asked.get("nonce"),
        }
        claims = {name: each for name, each in (true | self.claims).items() if each is not None}
        return signed(claims, self.sign)


def signed(claims: dict[str, Any], sign: str) -> str:
    """Return an ID token as honest or false providers write it."""
    if sign in {"none", "HS256"}:
        head = _text(json.dumps({"alg": sign, "kid": "eins"}).encode())
        told = f"{head}.{_text(json.dumps(claims).encode())}"
        public = _KEY.as_pem(private=False)  # what everybody knows, as if it were a secret
        mac = b"" if sign == "none" else hmac.digest(public, told.encode(), "sha256")
        return f"{told}.{_text(mac)}"
    key = _KEY if sign == "RS256" else RSAKey.generate_key(2048, {"kid": "eins"})
    return jwt.encode({"alg": "RS256", "kid": "eins"}, claims, key)


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def keys() -> dict[str, Any]:
    """Return the provider's keys as it publishes them."""
    return {"keys": [_KEY.as_dict(private=False)]}


@contextmanager
def provider(clock: Clock) -> Iterator[Provider]:
    """Yield a provider that listens on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    made = Provider(f"http://127.0.0.1:{server.server_port}", clock)
    server.provider = made  # type: ignore[attr-defined]  # for its answers
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Answers(BaseHTTPRequestHandler):
    """Answers over HTTP what the provider says."""

    @property
    def _provider(self) -> Provider:
        found: Provider = self.server.provider  # type: ignore[attr-defined]  # put there
        return found

    def do_GET(self) -> None:
        """Answer what it says of itself, its keys, or lead back whoever logs in."""
        path = urlsplit(self.path).path
        self._provider.asked.append(path)
        if path == "/authorize":
            self.send_response(302)
            self.send_header("Location", self._provider.visit(self.path))
            self.end_headers()
            return
        self._say(self._provider.told(path))

    def do_POST(self) -> None:
        """Answer for a code."""
        self._provider.asked.append(self.path)
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = {name: each[0] for name, each in parse_qs(sent).items()}
        self._say(self._provider.redeem(form, self.headers.get("Authorization", "")))

    def _say(self, told: dict[str, Any]) -> None:
        body = json.dumps(told).encode()
        self.send_response(503 if self._provider.down else 400 if "error" in told else 200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

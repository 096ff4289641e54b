"""An authenticator made of software: it makes passkeys and shows them as a browser would say it."""

import base64
import hashlib
import json
import os
import struct
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from caseflow.identity import Site

SITE = Site("localhost", "http://localhost:8000")
_PRESENT, _VERIFIED, _WITH_KEY = 0x01, 0x04, 0x40


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@dataclass
class Authenticator:
    """One passkey of one person."""

    site: Site = SITE
    counts: bool = True
    id: bytes = field(default_factory=lambda: os.urandom(32))
    signed: int = 0
    _key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    def make(self, options: str) -> str:
        """Answer a browser that is asked to make a passkey."""
        numbers = self._key.public_key().public_numbers()
        x, y = numbers.x.to_bytes(32, "big"), numbers.y.to_bytes(32, "big")
        cose = cbor2.dumps({1: 2, 3: -7, -1: 1, -2: x, -3: y})
        told = struct.pack(">16sH", bytes(16), len(self.id)) + self.id + cose
        data = self._data(_PRESENT | _VERIFIED | _WITH_KEY) + told
        attested = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        client = self._client("webauthn.create", options)
        response = {"clientDataJSON": _text(client), "attestationObject": _text(attested)}
        return self._answer(response)

    def show(self, options: str) -> str:
        """Answer a browser that is asked to show a passkey."""
        self.signed += self.counts
        data = self._data(_PRESENT | _VERIFIED)
        client = self._client("webauthn.get", options)
        signature = self._key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(SHA256()))
        response = {
            "clientDataJSON": _text(client),
            "authenticatorData": _text(data),
            "signature": _text(signature),
        }
        return self._answer(response)

    def _data(self, flags: int) -> bytes:
        site = hashlib.sha256(self.site.host.encode()).digest()
        return site + struct.pack(">BI", flags, self.signed)

    def _client(self, kind: str, options: str) -> bytes:
        challenge = json.loads(options)["challenge"]
        told = {"type": kind, "challenge": challenge, "origin": self.site.origin}
        return json.dumps(told).encode()

    def _answer(self, response: dict[str, Any]) -> str:
        told = {"id": _text(self.id), "rawId": _text(self.id), "type": "public-key"}
        return json.dumps({**told, "response": response, "clientExtensionResults": {}})

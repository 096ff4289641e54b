"""Sign a hand-out so that public tools check it: JWS, compact, EdDSA (RFC 7515, RFC 8037)."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from hashlib import sha256

from caseflow.crypto.signing import Signer

ALGORITHM = "EdDSA"


def public_jwk(public: bytes) -> Mapping[str, str]:
    """Return a public key as a JSON web key, its id the thumbprint of RFC 7638."""
    members = {"crv": "Ed25519", "kty": "OKP", "x": _encoded(public)}
    return {**members, "kid": _encoded(sha256(_json(members)).digest())}


def sign_jws(signer: Signer, content: Mapping[str, object]) -> str:
    """Return a token that holds the content and the signature over it.

    What it says cannot be taken for a checkpoint: no signed note begins with these letters.
    """
    header = {"alg": ALGORITHM, "kid": public_jwk(signer.public)["kid"]}
    signed = f"{_encoded(_json(header))}.{_encoded(_json(content))}"
    return f"{signed}.{_encoded(signer.sign(signed.encode()))}"


def _json(content: Mapping[str, object]) -> bytes:
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def _encoded(piece: bytes) -> str:
    return urlsafe_b64encode(piece).decode().rstrip("=")

import json
from base64 import urlsafe_b64decode

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from caseflow.crypto.jws import public_jwk, sign_jws
from caseflow.crypto.signing import Signer

# RFC 8037, appendices A.1 to A.3: the key of the examples, and its thumbprint.
SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
THUMBPRINT = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"


def _bytes(piece: str) -> bytes:
    return urlsafe_b64decode(piece + "=" * (-len(piece) % 4))


def test_a_key_is_spelled_as_in_rfc_8037() -> None:
    jwk = public_jwk(Signer(bytes.fromhex(SEED)).public)
    assert jwk == {"kty": "OKP", "crv": "Ed25519", "x": X, "kid": THUMBPRINT}


def test_the_cipher_library_alone_checks_a_token() -> None:
    token = sign_jws(Signer(bytes.fromhex(SEED)), {"b": "Grüße", "a": 1})
    header, content, signature = token.split(".")
    assert json.loads(_bytes(header)) == {"alg": "EdDSA", "kid": THUMBPRINT}
    assert _bytes(content) == '{"a":1,"b":"Grüße"}'.encode()
    key = Ed25519PublicKey.from_public_bytes(_bytes(X))
    key.verify(_bytes(signature), f"{header}.{content}".encode())
    with pytest.raises(InvalidSignature):
        key.verify(_bytes(signature), f"{header}.{content}A".encode())

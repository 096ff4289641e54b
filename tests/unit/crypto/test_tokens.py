import base64
import hashlib

from caseflow.crypto.tokens import new_token, token_digest


def test_a_token_is_32_random_bytes_for_a_link() -> None:
    token = new_token()
    assert len(base64.urlsafe_b64decode(token + "=")) == 32
    assert len({new_token() for _ in range(100)}) == 100


def test_the_digest_is_labelled_sha256() -> None:
    assert token_digest("t") == hashlib.sha256(b"caseflow tokent").digest()

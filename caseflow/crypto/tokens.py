"""Make the random tokens of links and sessions, of which the database keeps a digest only."""

import hashlib
import secrets

_BYTES = 32


def new_token() -> str:
    """Return 32 random bytes as text for a link or a cookie."""
    return secrets.token_urlsafe(_BYTES)


def token_digest(token: str) -> bytes:
    """Return the 32 bytes under which a token is looked up; it is too long to be guessed."""
    return hashlib.sha256(b"caseflow token" + token.encode()).digest()

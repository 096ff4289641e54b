"""Check the examples of log-ins: known browsers, secrets, codes on paper, challenges."""

import base64
import hmac
from uuid import UUID

from caseflow.crypto import one_time_codes
from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.derivation import derive
from caseflow.crypto.encoding import parts
from caseflow.crypto.padding import unpad
from caseflow.crypto.wrapping import unwrap
from tests.functional import format_reader as reader
from tests.functional.format_page import Numbers


def one_time_secret(given: Numbers) -> None:
    cookie, sealed, secret = given.raw("cookie key"), given.raw("sealed"), given.text("secret")
    ids = [given.raw(name) for name in ("installation", "staff", "row")]
    place = one_time_codes.SecretPlace(*(UUID(bytes=each) for each in ids))
    key = one_time_codes.secrets_key(cookie)
    assert one_time_codes.open_secret(key, place, sealed) == secret
    under = reader.derived(cookie, "one-time secrets")
    assert reader.unwrapped(under, "one-time secret", ids, sealed) == secret.encode()
    assert _code(base64.b32decode(secret), given.number("step")) == given.text("code")


def own_address(given: Numbers) -> None:
    private, sealed, text = given.raw("private key"), given.raw("sealed"), given.text("text")
    ids = [given.raw(name) for name in ("installation", "staff")]
    under = reader.derived(private, "own address")
    assert reader.unpadded(reader.unwrapped(under, "own address", ids, sealed)) == text
    key = Cipher(derive(private, "own address"))
    assert unpad(unwrap(key, "own address", ids, sealed)) == text


def draft(given: Numbers) -> None:
    names = ("installation", "staff", "unit", "client", "place")
    context = [*(given.raw(name) for name in names), given.text("kept at").encode()]
    whose = context[1] + context[2] + given.text("path").encode()
    secret = reader.derived(given.raw("cookie key"), "draft places")
    assert hmac.digest(secret, whose, "sha256") == given.raw("place")
    hers, units, sealed = (
        given.raw(name) for name in ("private key", "private key of the unit", "sealed")
    )
    inner = reader.unwrapped(reader.derived(hers, "drafts"), "draft", context, sealed)
    under = reader.derived(units, "drafts")
    assert reader.unpadded(reader.unwrapped(under, "draft", context, inner)) == given.text("text")
    inner = unwrap(Cipher(derive(hers, "drafts")), "draft", context, sealed)
    assert unpad(unwrap(Cipher(derive(units, "drafts")), "draft", context, inner)) == given.text(
        "text"
    )


def recovery_code(given: Numbers) -> None:
    bare = given.text("code").replace("-", "").encode()
    for key in (
        derive(given.raw("cookie key"), "recovery codes"),
        reader.derived(given.raw("cookie key"), "recovery codes"),
    ):
        digest = hmac.digest(key, given.raw("staff") + bare, "sha256")
        assert digest == given.raw("digest")


def passkey_challenge(given: Numbers) -> None:
    nonce = given.raw("nonce")
    told = nonce + given.raw("subject") + given.text("end").encode()
    for key in (
        derive(given.raw("cookie key"), "passkey challenges"),
        reader.derived(given.raw("cookie key"), "passkey challenges"),
    ):
        assert nonce + hmac.digest(key, told, "sha256") == given.raw("challenge")


def known_browser(given: Numbers) -> None:
    cookie, token = given.raw("cookie key"), given.text("token")
    for key in (derive, reader.derived):
        tag = hmac.digest(key(cookie, "browser tokens"), token[:43].encode(), "sha256").hex()
        assert token[43:] == tag[:22]
        told = given.raw("staff") + token.encode()
        assert hmac.digest(key(cookie, "known browsers"), told, "sha256") == given.raw("digest")


def openid_identity(given: Numbers) -> None:
    cookie, state = given.raw("cookie key"), given.text("state").encode()
    told = parts(given.text("issuer").encode(), given.text("subject").encode())
    for key in (derive, reader.derived):
        digest = hmac.digest(key(cookie, "openid identities"), told, "sha256")
        assert digest == given.raw("identity")
        for what in ("nonce", "verifier"):
            chance = hmac.digest(key(cookie, "openid trips", what.encode()), state, "sha256")
            assert base64.urlsafe_b64encode(chance).decode().rstrip("=") == given.text(what)


def _code(secret: bytes, step: int) -> str:
    """RFC 4226, section 5.3."""
    digest = hmac.digest(secret, step.to_bytes(8, "big"), "sha1")
    start = digest[-1] & 0x0F
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"

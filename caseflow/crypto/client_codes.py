"""Make and read the speakable codes on the clients' cards.

Sixteen characters of Crockford's base 32 carry 80 random bits; two more make the whole number
leave the remainder 1 under 1021, the largest prime that two characters can hold, in the manner
of ISO/IEC 7064. One wrong character or two exchanged ones are always noticed.
"""

import hmac
import secrets

from caseflow.crypto.encoding import parts

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BASE = 32
_BITS = 80
_LENGTH = 18
_CHECK_BASE = _BASE * _BASE
_MODULUS = 1021
_GROUP = 4
_READ_AS = str.maketrans("OIL", "011")
_LABEL = parts(b"caseflow client code 1")
_TAG_LENGTH = 16


def new_code() -> str:
    """Return a new random code, as it is printed: XXXX-XXXX-XXXX-XXXX-XX."""
    return _spelled(secrets.randbits(_BITS))


def read_code(text: str) -> str | None:
    """Return the code as it is printed, or None when the text spells none.

    Case, blanks and hyphens do not matter, O is read as 0, I and L as 1.
    """
    typed = "".join(filter(str.isalnum, text.upper())).translate(_READ_AS)
    if len(typed) != _LENGTH or not set(typed) <= set(_ALPHABET):
        return None
    value = 0
    for character in typed:
        value = value * _BASE + _ALPHABET.index(character)
    code = _spelled(value // _CHECK_BASE)
    return code if code.replace("-", "") == typed else None


def code_tag(key: bytes, code: str) -> bytes:
    """Return the 16 bytes under which a client is found by a code, spelled as it is printed."""
    return hmac.digest(key, _LABEL + code.encode(), "sha256")[:_TAG_LENGTH]


def _spelled(number: int) -> str:
    value = number * _CHECK_BASE
    value += (1 - value) % _MODULUS
    characters = ""
    for _ in range(_LENGTH):
        value, last = divmod(value, _BASE)
        characters = _ALPHABET[last] + characters
    return "-".join(characters[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))

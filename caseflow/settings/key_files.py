"""Read a secret from a file that nobody else may read, and a key from its text."""

import base64
import binascii
import stat
from pathlib import Path

from caseflow.vocabulary.errors import BadConfiguration
from caseflow.vocabulary.sentences import Sentence

KEY_BYTES = 32
HOW_TO_MAKE = Sentence(
    "Make one with: (umask 077; "
    "python3 -c 'import secrets; print(secrets.token_hex(32))' > root.key)"
)


def read_secret_file(name: str, path: Path) -> str:
    """Return the text of a file that only its owner may read; `name` is the setting."""
    try:
        mode = path.stat().st_mode
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise BadConfiguration("{name}: there is no file {path}.", name=name, path=path) from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadConfiguration(
            "{name}: {path} cannot be read ({error}).",
            name=name,
            path=path,
            error=type(error).__name__,
        ) from error
    if stat.S_IMODE(mode) & 0o077:
        raise BadConfiguration(
            "{name}: {path} may be read or changed by others; run: chmod 600 {path}",
            name=name,
            path=path,
        )
    return text.strip()


def read_key(name: str, text: str) -> bytes:
    """Return the 32 bytes that the text spells as hexadecimal digits or base64."""
    key = _decoded(text)
    if key is None or len(key) != KEY_BYTES:
        raise BadConfiguration(
            "{name} must be 32 bytes, written as 64 hexadecimal digits or as base64. {how}",
            name=name,
            how=HOW_TO_MAKE,
        )
    # 32 random bytes with fewer than 8 different values do not occur
    if len(set(key)) < 8:  # noqa: PLR2004 - explained in the line above
        raise BadConfiguration("{name} is not random. {how}", name=name, how=HOW_TO_MAKE)
    return key


def _decoded(text: str) -> bytes | None:
    try:
        return bytes.fromhex(text)
    except ValueError:
        pass
    try:
        standard = text.replace("-", "+").replace("_", "/").rstrip("=")
        return base64.b64decode(standard + "=" * (-len(standard) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None

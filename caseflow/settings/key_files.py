"""Read a secret from a file that nobody else may read, and a key from its text."""

import base64
import binascii
import os
from pathlib import Path

from caseflow.settings.file_rights import Reader, file_fault, folder_fault
from caseflow.vocabulary.errors import BadConfiguration
from caseflow.vocabulary.sentences import Sentence

KEY_BYTES = 32
MOST_BYTES = 4096  # of a secret: no key and no password is longer
HOW_TO_MAKE = Sentence(
    "Make one with: (umask 077; "
    "python3 -c 'import secrets; print(secrets.token_hex(32))' > root.key)"
)


def read_secret_file(name: str, path: Path, *, credential: bool = False) -> str:
    """Return the text of a file that only its owner may read; `name` is the setting."""
    try:
        text, fault = _read(name, path, credential=credential)
    except FileNotFoundError:
        raise BadConfiguration("{name}: there is no file {path}.", name=name, path=path) from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadConfiguration(
            "{name}: {path} cannot be read ({error}).",
            name=name,
            path=path,
            error=type(error).__name__,
        ) from error
    if fault is not None:
        raise BadConfiguration(fault)
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


def _read(name: str, path: Path, *, credential: bool) -> tuple[str, Sentence | None]:
    """Return the text, and what is wrong with the rights of the very file that was opened."""
    reader = Reader.here()
    # without waiting: a pipe that nobody writes to would hold the start for ever
    opened = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    with os.fdopen(opened, "rb") as file:
        fault = file_fault(name, path, os.fstat(opened), reader, credential=credential)
        if fault is None and not credential:
            fault = folder_fault(name, path, reader)
        text = "" if fault else file.read(MOST_BYTES).decode()
    return text, fault


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

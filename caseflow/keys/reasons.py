"""Seal a text to a unit that is not here, and open it as that unit: reasons, notes, slips.

Format: `key id of the unit's pair(16) | sealed text`, so that a unit whose key was renewed finds
the version it was sealed to without trying.
"""

from collections.abc import Iterable
from uuid import UUID

from caseflow.crypto.envelopes import open_from, seal_to
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import RequestKeyring
from caseflow.keys.recipients import find_recipient
from caseflow.vocabulary.errors import MissingKey
from caseflow.vocabulary.states import KeyReader

_KEY_ID_LENGTH = 16


def seal_to_unit(
    work: Work, unit: UUID, purpose: str, context: Iterable[bytes], text: str
) -> bytes:
    """Return a text sealed to a unit's newest key; raises MissingKey when it has no sound one."""
    found = find_recipient(work, KeyReader.UNIT, unit)
    if found is None:
        raise MissingKey("This unit has no key that anything could be sealed to.")
    return found.public.key_id + seal_to(found.public, purpose, context, text)


def open_as_unit(
    keyring: RequestKeyring, purpose: str, context: Iterable[bytes], sealed: bytes
) -> str:
    """Return the text that was sealed to the unit on the keyring.

    Raises BrokenKey for another unit, purpose or context.
    """
    if keyring.unit is None:
        raise MissingKey("The key of the unit is not on the keyring.")
    keys = keyring.unit.of(sealed[:_KEY_ID_LENGTH])
    return open_from(keys.private, purpose, context, sealed[_KEY_ID_LENGTH:])

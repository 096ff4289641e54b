"""Seal a text to a unit that is not here, and open it as that unit: reasons, notes, slips.

Format: `key id of the unit's pair(16) | sealed text`, so that a unit whose key was renewed finds
the version it was sealed to without trying; with a 2 between the two where the context ends with
the column, so that of several texts of one row none opens in another's place.
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
_OF_COLUMN = b"\x02"  # a sealed text itself begins with 1


def seal_to_unit(
    work: Work, unit: UUID, purpose: str, context: Iterable[bytes], text: str, *, column: str = ""
) -> bytes:
    """Return a text sealed to a unit's newest key, for one column of its row if one is named.

    Raises MissingKey when the unit has no sound key.
    """
    found = find_recipient(work, KeyReader.UNIT, unit)
    if found is None:
        raise MissingKey("This unit has no key that anything could be sealed to.")
    if not column:
        return found.public.key_id + seal_to(found.public, purpose, context, text)
    bound = (*context, column.encode())
    return found.public.key_id + _OF_COLUMN + seal_to(found.public, purpose, bound, text)


def open_as_unit(
    keyring: RequestKeyring,
    purpose: str,
    context: Iterable[bytes],
    sealed: bytes,
    *,
    column: str = "",
) -> str:
    """Return the text that was sealed to the unit on the keyring.

    One that was sealed before columns were named opens without. Raises BrokenKey for another unit,
    purpose, context or column.
    """
    if keyring.unit is None:
        raise MissingKey("The key of the unit is not on the keyring.")
    keys = keyring.unit.of(sealed[:_KEY_ID_LENGTH])
    text = sealed[_KEY_ID_LENGTH:]
    if column and text.startswith(_OF_COLUMN):
        bound = (*context, column.encode())
        return open_from(keys.private, purpose, bound, text.removeprefix(_OF_COLUMN))
    return open_from(keys.private, purpose, context, text)

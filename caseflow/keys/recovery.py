"""Make the recovery pair from a seed that is shared out among people and then forgotten.

Its private half is nowhere: k of n people restore it together from their printed shares.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from typing_extensions import override

from caseflow.crypto.key_pairs import PrivateKey, PublicKey, pair_from_seed
from caseflow.crypto.recovery_shares import SEED_LENGTH, ShareSet, join, look_at, split
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.keys.recipients import find_recipient
from caseflow.keys.unit_envelopes import UnitReader, open_unit_key
from caseflow.vocabulary.states import KeyReader

_LABEL = "recovery"


@dataclass(frozen=True, slots=True)
class Sharing:
    """How many of how many people restore the recovery key together."""

    needed: int
    made: int

    @override
    def __str__(self) -> str:
        return f"{self.needed}-of-{self.made}"


@dataclass(frozen=True, slots=True, repr=False)
class Recovery:
    """The public half, and the shares to be printed and handed out; nothing else is kept."""

    public: PublicKey
    shares: list[str]


def make_recovery(sharing: Sharing) -> Recovery:
    """Return a new recovery key in shares; raises ValueError for an impossible sharing."""
    seed = secrets.token_bytes(SEED_LENGTH)
    shares = split(seed, sharing.needed, sharing.made)
    return Recovery(pair_from_seed(seed, _LABEL).public, shares)


def look_at_shares(shares: Sequence[str]) -> ShareSet:
    """Return what the shares say of themselves: mistyped, mixed, too few."""
    return look_at(shares)


def join_shares(shares: Sequence[str]) -> PrivateKey:
    """Return the recovery private key; raises BrokenKey when the shares do not restore it."""
    return pair_from_seed(join(shares), _LABEL)


def open_unit_by_recovery(work: Work, recovery: PrivateKey, unit: UUID) -> bool:
    """Put a unit's key onto the keyring, so that a member can be admitted to it again.

    A former recovery key opens what has not been moved yet. False, and an alarm, when it opens
    nothing.
    """
    present = find_recipient(work, KeyReader.RECOVERY, work.installation)
    key_id = recovery.public.key_id
    counts = present is not None and present.public.key_id == key_id
    named = work.installation if counts else UUID(bytes=key_id)
    reader = UnitReader(KeyReader.RECOVERY, named)
    ring(work).unit = open_unit_key(work, unit, reader, recovery)
    return ring(work).unit is not None

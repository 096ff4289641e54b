"""Share the recovery seed out among people, so that k of n together can restore it: SLIP-39."""

from collections.abc import Sequence
from dataclasses import dataclass

from shamir_mnemonic import (
    MnemonicError,
    Share,
    decode_mnemonics,
    generate_mnemonics,
    recover_ems,
)

from caseflow.vocabulary.errors import BrokenKey

SEED_LENGTH = 32
_PASSPHRASE = b""  # a passphrase would be one more thing that only one person knows


@dataclass(frozen=True, slots=True)
class ShareSet:
    """What some shares say of themselves, before they restore anything."""

    mistyped: tuple[int, ...] = ()  # which of them, counted from one, are no shares at all
    mixed: bool = False  # they are of different sets, or one is there twice with another text
    needed: int = 0  # how many restore the seed together
    given: int = 0  # how many different ones there are


def look_at(shares: Sequence[str]) -> ShareSet:
    """Return what is wrong with the shares, or that nothing is; each word is checked by its sum."""
    found: list[Share] = []
    mistyped = []
    for number, text in enumerate(shares, start=1):
        try:
            found.append(Share.from_mnemonic(text))
        except MnemonicError:
            mistyped.append(number)
    if mistyped or not found:
        return ShareSet(mistyped=tuple(mistyped))
    different = set(found)
    return ShareSet(
        mixed=len({each.group_parameters() for each in found}) > 1
        or len({each.index for each in different}) < len(different),
        needed=found[0].member_threshold,
        given=len(different),
    )


def split(seed: bytes, needed: int, made: int) -> list[str]:
    """Return the shares, 33 words each, of which `needed` restore the seed of 32 bytes.

    Raises ValueError when the numbers allow no sharing: 2 to 16 people, or one of one.
    """
    if len(seed) != SEED_LENGTH:
        raise ValueError(f"A recovery seed has {SEED_LENGTH} bytes.")
    groups = generate_mnemonics(1, [(needed, made)], seed, _PASSPHRASE)
    return [str(share) for share in groups[0]]


def join(shares: Sequence[str]) -> bytes:
    """Return the seed; raises BrokenKey when the shares are too few, mistyped or of another set."""
    try:
        groups = decode_mnemonics(shares)
        # One share too many is no fault of the people who brought it.
        enough = {index: group.get_minimal_group() for index, group in groups.items()}
        seed: bytes = recover_ems(enough).decrypt(_PASSPHRASE)
    except MnemonicError as error:
        raise BrokenKey("These recovery shares do not restore a seed together.") from error
    if len(seed) != SEED_LENGTH:
        raise BrokenKey("These recovery shares restore something of another length.")
    return seed

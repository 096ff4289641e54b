"""Hold the opened key of a unit, and its former keys as far as they are asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from caseflow.crypto.cards import card_key
from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.envelopes import own_envelope_key
from caseflow.crypto.kept_answers import answer_key
from caseflow.crypto.key_pairs import PrivateKey
from caseflow.keys.former_keys import FormerKey, open_former
from caseflow.vocabulary.errors import MissingKey


class UnitKeys:
    """One version of a unit's private key and what is derived from it."""

    def __init__(self, private: PrivateKey) -> None:
        self.private = private

    @cached_property
    def own(self) -> Cipher:
        """Return the key under which the unit seals drawer keys to itself."""
        return own_envelope_key(self.private)

    @cached_property
    def cards(self) -> Cipher:
        """Return the key of the unit's name cards and of the codes on its cases."""
        return card_key(self.private)

    @cached_property
    def answers(self) -> Cipher:
        """Return the key of the answers that are kept for programs of the unit."""
        return answer_key(self.private)


@dataclass(frozen=True, slots=True)
class LooseLink:
    """A former key that lies under no newer one yet: that pair was made where neither was open."""

    newer: UUID  # the pairs
    older: UUID
    sealed: bytes = field(repr=False)  # as it is to lie in the newer one


class OpenedUnit:
    """A unit's newest keys and the way to the former ones."""

    def __init__(
        self,
        unit: UUID,
        pair: UUID,
        version: int,
        private: PrivateKey,
        chain: Sequence[tuple[FormerKey, bytes]] = (),
    ) -> None:
        """Take the newest private key, and each former one sealed under the next newer."""
        self.loose: tuple[LooseLink, ...] = ()  # links of the chain that no row holds yet
        self.unit = unit
        self.pair = pair
        self.version = version
        self.chain = tuple(chain)
        self.newest = UnitKeys(private)
        self._closed = iter(self.chain)
        self._last = private
        self._open = {private.public.key_id: self.newest}

    @property
    def private(self) -> PrivateKey:
        """Return the newest private key."""
        return self.newest.private

    @property
    def key_id(self) -> bytes:
        """Return the key id of the newest pair."""
        return self.private.public.key_id

    @property
    def own(self) -> Cipher:
        """Return the newest key under which the unit seals drawer keys to itself."""
        return self.newest.own

    @property
    def cards(self) -> Cipher:
        """Return the newest key of the unit's cards."""
        return self.newest.cards

    def of(self, key_id: bytes) -> UnitKeys:
        """Return the version with this key id; raises MissingKey when the chain has none."""
        while key_id not in self._open:
            self._open_next()
        return self._open[key_id]

    def _open_next(self) -> None:
        link = next(self._closed, None)
        if link is None:
            raise MissingKey("The unit has never had this key, or its chain is broken.")
        former, sealed = link
        self._last = open_former(self._last, former, sealed)
        self._open[former.key_id] = UnitKeys(self._last)

"""Name the keys that an installation is handed from outside: two, and their former ones."""

from dataclasses import dataclass

from caseflow.crypto.passwords import STANDARD_COST, PasswordCost
from caseflow.keys.server_keys import FormerKeys

# The demo's only password stands in its manual: there is nothing to guess, and a start is quick.
PUBLIC_PASSWORD_COST = PasswordCost(memory_kib=1024, passes=1)


@dataclass(frozen=True, slots=True, repr=False)
class OutsideKeys:
    """The root key and the trustee secret, 32 bytes each; never kept in the database."""

    root: bytes
    trustee: bytes | None  # none: this process cannot call the trustee
    password_cost: PasswordCost = STANDARD_COST  # a lower one is for tests and the demo only
    former_root: bytes | None = None  # while a rotation runs
    former_trustee: bytes | None = None

    def former(self) -> FormerKeys:
        """Return the keys that counted before, as the key store takes them."""
        return FormerKeys(self.former_root, self.former_trustee)

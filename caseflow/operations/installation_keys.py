"""Name the two keys that an installation is handed from outside."""

from dataclasses import dataclass

from caseflow.crypto.passwords import STANDARD_COST, PasswordCost


@dataclass(frozen=True, slots=True, repr=False)
class OutsideKeys:
    """The root key and the trustee secret, 32 bytes each; never kept in the database."""

    root: bytes
    trustee: bytes | None  # none: this process cannot call the trustee
    password_cost: PasswordCost = STANDARD_COST  # a lower one is for tests only

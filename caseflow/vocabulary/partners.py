"""A partner organisation outside the provider, as rooms hand it to each other."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """An organisation outside, how it is reached, and what was agreed with it."""

    id: UUID
    name: str
    kind: str  # a key of the provider's kinds of partner
    address: str
    telephone: str
    email: str
    duties: str  # what both sides owe each other by the agreement
    agreed_from: date
    agreed_until: date | None  # the last day; None without an end
    version: int
    ended: bool
    runs: bool  # it may be named and told something now

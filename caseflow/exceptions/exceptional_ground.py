"""What somebody declares who needs to read on another lawful ground than consent."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from uuid import UUID

from caseflow.vocabulary.states import ExceptionKind

# What each kind has to say, all of it; sealed to the officers.
SAID: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        ExceptionKind.CHILD_PROTECTION: (
            "indications",  # § 8a(4) SGB VIII: weighty ones
            "parents",  # talked with, or why not
            "advice",  # of an experienced expert, pseudonymised
            "own_means",  # why they fail
            "prior_notice",  # to those concerned (§ 4(3) KKG), or why not
        ),
        ExceptionKind.ORDER: ("issuer", "reference", "scope"),
    }
)


@dataclass(frozen=True, slots=True)
class ExceptionalGround:
    """On which ground, what it says, and what it is to open; nothing is ever empty to mean all."""

    kind: str
    said: Mapping[str, str]
    from_units: frozenset[UUID]
    categories: frozenset[str]
    purpose: str
    expressly: frozenset[str] = frozenset()  # whereabouts: named apart or not at all
    until: date | None = None  # the last day; left out, as long as the provider usually allows
    issued_on: date | None = None  # the day on the paper of an order

    def written(self) -> str:
        """Return what is sealed to the officers."""
        said = {name: self.said.get(name, "") for name in SAID[self.kind]}
        if self.kind == ExceptionKind.ORDER and self.issued_on is not None:
            said["issued_on"] = self.issued_on.isoformat()
        return json.dumps(said, ensure_ascii=False, sort_keys=True)

"""Find everything wrong with what is said of a partner organisation."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.configuration import Configuration


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerSaid:
    """An organisation outside, how it is reached, and what was agreed with it."""

    name: str
    kind: str
    agreed_from: date | None
    agreed_until: date | None = None
    address: str = ""
    telephone: str = ""
    email: str = ""
    duties: str = ""

    def columns(self) -> dict[str, object]:
        """Return what of it stands in the row."""
        return {
            "name": self.name.strip(),
            "kind": self.kind,
            "address": self.address.strip(),
            "telephone": self.telephone.strip(),
            "email": self.email.strip(),
            "duties": self.duties.strip(),
            "agreed_from": self.agreed_from,
            "agreed_until": self.agreed_until,
        }


def check_partner(said: PartnerSaid, configuration: Configuration) -> Iterator[Problem]:
    """Yield what is wrong with it."""
    if not said.name.strip():
        yield Problem("name", "missing")
    if said.kind not in configuration.partner_kinds:
        yield Problem("kind", "not_a_choice")
    if said.agreed_from is None:
        yield Problem("agreed_from", "required")
    elif said.agreed_until is not None and said.agreed_until < said.agreed_from:
        yield Problem("agreed_until", "before_the_agreement")

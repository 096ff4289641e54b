"""What is counted, and how a figure is shown: as a number, or not at all."""

from dataclasses import dataclass
from enum import StrEnum


class Measure(StrEnum):
    """What the units are asked about every year; each by its instant, in the provider's zone."""

    CASES_OPENED = "cases_opened"
    CASES_CLOSED = "cases_closed"
    CONSENTS_RECORDED = "consents_recorded"
    CONSENTS_WITHDRAWN = "consents_withdrawn"  # wholly or in part
    REFUSALS_RECORDED = "refusals_recorded"
    HANDOVERS_SENT = "handovers_sent"
    HANDOVERS_ACCEPTED = "handovers_accepted"  # of those received there are as many as sent
    EMERGENCIES_DECLARED = "emergencies_declared"
    DISCLOSURES_MADE = "disclosures_made"


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure; None where it could tell of single people."""

    value: int | None

    @property
    def suppressed(self) -> bool:
        """Say whether the figure is kept back."""
        return self.value is None


HIDDEN = Cell(None)

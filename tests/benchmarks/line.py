"""A line of the table."""

from dataclasses import dataclass

from tests.benchmarks.measure import Comparison


@dataclass(frozen=True)
class Figures:
    """What was measured where no ratio says it: each as it shall stand in the table."""

    measured: str
    ours: str
    twin: str


@dataclass(frozen=True)
class Line:
    """What was measured, against what, and what it should be."""

    name: str
    work: str
    against: str
    goal: str
    measured: Comparison | Figures

"""Measure two pieces of work against each other: interleaved, in one run, on one machine."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

ROUNDS = 9


@dataclass(frozen=True)
class Comparison:
    """What a piece of work costs as a ratio of its twin, and both in milliseconds."""

    ratio: float  # median over the rounds of the ratio of the medians within a round
    ratio_p99: float  # of the 99th percentiles over all calls
    ours_ms: float
    twin_ms: float


def compare(
    ours: Callable[[], object],
    twin: Callable[[], object],
    *,
    calls: int = 12,
    between: Callable[[], object] = lambda: None,
    clock: Callable[[], float] = time.perf_counter,
) -> Comparison:
    """Return how the two compare; each round calls them in turn, so that noise meets both.

    `between` runs after each call, outside the measure. With `time.process_time` as the clock what
    others do on the machine counts less.
    """
    all_ours: list[float] = []
    all_twin: list[float] = []
    ratios = []
    for _ in range(ROUNDS):
        gc.collect()
        pairs = [
            (seconds(ours, between, clock), seconds(twin, between, clock)) for _ in range(calls)
        ]
        mine, others = [each[0] for each in pairs], [each[1] for each in pairs]
        ratios.append(median(mine) / median(others))
        all_ours += mine
        all_twin += others
    return Comparison(
        ratio=median(ratios),
        ratio_p99=_p99(all_ours) / _p99(all_twin),
        ours_ms=median(all_ours) * 1000,
        twin_ms=median(all_twin) * 1000,
    )


def seconds(
    work: Callable[[], object],
    afterwards: Callable[[], object] = lambda: None,
    clock: Callable[[], float] = time.perf_counter,
) -> float:
    """Return how long a piece of work takes, without what comes afterwards."""
    begun = clock()
    work()
    taken = clock() - begun
    afterwards()
    return taken


def _p99(seconds: list[float]) -> float:
    return sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * 0.99))]

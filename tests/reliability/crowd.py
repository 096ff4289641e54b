"""Several programs of people who send something at the same instant, each on a thread of its own.

They share one server as the threads of a worker do; what keeps them apart is the database.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from tests.factories.programs import Program

T = TypeVar("T")
PATIENCE = 60.0  # seconds; whoever waits longer has lost the others


def at_once(programs: Sequence[Program], act: Callable[[Program], T]) -> list[T]:
    """Let everybody act at the same instant; return what each came to."""
    line = Barrier(len(programs))

    def start(program: Program) -> T:
        line.wait(PATIENCE)
        return act(program)

    with ThreadPoolExecutor(len(programs)) as threads:
        return list(threads.map(start, programs))

"""Further processes that integrate the log of a test."""

from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.synchronize import Event
from uuid import UUID

from tests.factories.log import Log, open_log
from tests.factories.processes import MACHINE


@contextmanager
def integrators(log: Log, count: int) -> Iterator[None]:
    """Let this many processes integrate until the block ends and nothing is left to them."""
    over = MACHINE.Event()
    url = log.engine.url.render_as_string(hide_password=False)
    arguments = url, log.around.installation, over
    processes = [MACHINE.Process(target=_integrate, args=arguments) for _ in range(count)]
    for process in processes:
        process.start()
    try:
        yield
    finally:
        over.set()
        for process in processes:
            process.join()
    assert [process.exitcode for process in processes] == [0] * count


def _integrate(url: str, installation: UUID, over: Event) -> None:
    log = open_log(url, installation)
    while not over.is_set():
        log.integrate(at_most=7)
        over.wait(0.002)
    log.close()

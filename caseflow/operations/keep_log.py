"""Move what was staged into the log as soon as the answer's own transaction is committed."""

import time
from collections.abc import Callable

import structlog
from sqlalchemy.exc import SQLAlchemyError

from caseflow.audit.integrate import integrate
from caseflow.crypto.signing import Signer
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.errors import CaseflowError

_LOG = structlog.get_logger()


class LogKeeper:
    """Integrates in a unit of work of its own; a failure waits for the next turn."""

    def __init__(
        self,
        open_work: Callable[[], Work],
        signer: Signer,
        pause: float,
        *,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._open_work = open_work
        self._signer = signer
        self._pause = pause  # seconds between two turns of this process; 0: after every request
        self._seconds = seconds
        self._next = 0.0

    def integrate(self) -> int:
        """Return how many entries were moved; the trace itself is safe even where this fails."""
        now = self._seconds()
        if now < self._next:
            return 0
        self._next = now + self._pause
        work = self._open_work()
        try:
            return integrate(work, self._signer)
        except (CaseflowError, SQLAlchemyError) as error:
            _LOG.error("log not integrated", error=type(error).__name__)
            return 0
        finally:
            work.put_away()

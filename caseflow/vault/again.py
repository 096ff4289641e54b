"""Do an act again when another request was faster: a lost race is no reason to refuse."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.exc import OperationalError

from caseflow.database.unit_of_work import Work
from caseflow.vault.begin_again import begin_again
from caseflow.vocabulary.errors import Stale

TRIES = 6

T = TypeVar("T")


def again(work: Work, attempt: Callable[[], T]) -> T:
    """Return what an attempt returns; what a lost one did is rolled back before the next.

    An attempt begins with its permit. PostgreSQL ends one of two requests that wait for each
    other's rows: that is a lost race too. Raises Stale or OperationalError after the last try.
    """
    for _ in range(TRIES - 1):
        try:
            return attempt()
        except (Stale, OperationalError):
            begin_again(work)
    return attempt()

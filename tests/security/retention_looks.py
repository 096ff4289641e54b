"""Acts of the officer on erasures and retention, each answering with what she got to see."""

from collections.abc import Callable
from typing import Any

from caseflow.audit.record import record_alarms
from caseflow.subject_rights.erasure import list_erasures
from caseflow.subject_rights.retention import list_holds, list_runs
from caseflow.vocabulary.answers import Disclosed
from tests.factories.house import House
from tests.security.filled_house import Filled


def proposed(house: House, _life: Filled) -> set[str]:
    """List what is proposed to be erased."""
    return {"a proposal"} if _seen(house, list_erasures) else set()


def held(house: House, _life: Filled) -> set[str]:
    """List what is held, and why."""
    return {str(each.reason) for each in _seen(house, list_holds)}


def prepared(house: House, _life: Filled) -> set[str]:
    """List the retention runs."""
    return {"a run"} if _seen(house, list_runs) else set()


def _seen(house: House, look: Callable[..., Any]) -> tuple[Any, ...]:
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    answer = look(work, olga)
    record_alarms(work)
    work.finish()
    work.put_away()
    return answer.value if isinstance(answer, Disclosed) else ()

"""Count which clients a staff member opens, and hold her back beyond an hour's budget.

An account that opens one client after the other copies the house out: it is paused, and the
officer is told once for each pause. Counted in the transaction of the trace, after the use of the
membership, so that two requests of hers do not overlook each other; one statement, of her own few
rows, for a client whom she has open already.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import bindparam, delete, select

from caseflow.database.tables.readings import Reading
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.policy.facts import Facts, Question
from caseflow.policy.grounds import OUTSIDE_ACTS, READING_ACTS, running_emergencies
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.states import ReadingMark

_HOUR = timedelta(hours=1)
_COUNTED = READING_ACTS | OUTSIDE_ACTS
_OF_HER = select(Reading.kind, Reading.client_id, Reading.until).where(
    Reading.staff_id == bindparam("staff")
)


def count_reading(work: Work, question: Question, facts: Facts) -> Refused | None:
    """Count a look that is permitted; returns how long to wait where her budget is used up.

    A client whom she has opened within the hour costs nothing, and stays open in a pause. An
    emergency is never held back, nor counted.
    """
    if question.act not in _COUNTED or running_emergencies(question, facts):
        return None
    found = work.session.execute(_OF_HER, {"staff": question.staff}).all()
    live = [row for row in found if row.until > question.at]
    opened = {row.client_id: row.until for row in live if row.kind == ReadingMark.CLIENT}
    if question.client in opened:
        return None
    pauses = [row.until for row in live if row.kind == ReadingMark.PAUSE]
    if pauses:
        return _wait(question, max(pauses))
    if len(live) < len(found):
        _forget(work, question)
    if len(opened) >= work.configuration.limits.reading.clients:
        return _wait(question, _begin_pause(work, question, opened.values()))
    _mark(work, question, ReadingMark.CLIENT, question.at + _HOUR)
    return None


def _begin_pause(work: Work, question: Question, ends: Collection[datetime]) -> datetime:
    """Return the end of the pause: by then there is room for one more client at least."""
    budget = work.configuration.limits.reading
    room = sorted(ends)[len(ends) - budget.clients]
    until = max(question.at + budget.pause, room)
    pause = _mark(work, question, ReadingMark.PAUSE, until)
    work.alarms.append(Alarm(Act.ALARM_BULK, Reading.__tablename__, pause.id))
    return until


def _mark(work: Work, question: Question, kind: ReadingMark, until: datetime) -> Reading:
    client = question.client if kind is ReadingMark.CLIENT else None
    row = Reading(staff_id=question.staff, kind=kind, client_id=client, until=until)
    work.session.add(row)
    return row


def _forget(work: Work, question: Question) -> None:
    over = delete(Reading).where(Reading.staff_id == question.staff, Reading.until <= question.at)
    work.session.execute(over, execution_options={"synchronize_session": False})


def _wait(question: Question, until: datetime) -> Refused:
    return Refused(Reason.TOO_MANY, ceil((until - question.at).total_seconds()))

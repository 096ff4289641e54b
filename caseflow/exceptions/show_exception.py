"""Show one lawful exception; to an officer with what was said for it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from caseflow.database.tables.exceptions import LawfulException
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.exceptions.exception_row import permit_on
from caseflow.exceptions.exception_views import ExceptionView, view_of_exception
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.erasing.unsay_reasons import UNSAID
from caseflow.vault.permit import Deeds, trace
from caseflow.vault.reasons import open_as_oversight
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.errors import BrokenKey


@dataclass(frozen=True, slots=True)
class ExceptionDetail:
    """A lawful exception, and what was said for it: for officers alone."""

    exception: ExceptionView
    said: Mapping[str, str]  # empty for everybody else
    damaged: bool = False


def show_exception(
    work: Work, actor: Actor, exception: UUID
) -> Disclosed[ExceptionDetail] | Refused:
    """Return it to the unit that asks, a lead of an owning unit, or an officer."""
    officer = actor.role is Role.OFFICER
    act = Act.REASON_READ if officer else Act.EXCEPTION_READ
    found = permit_on(work, actor, act, exception)
    if isinstance(found, Refused):
        work.finish()
        return found
    given, asked = found
    view = view_of_exception(work, actor, asked)
    trace(work, given, Deeds(details={"exception": str(exception)}))
    work.finish()
    if not officer or asked.row.grounds == UNSAID:  # or she was erased, and what was said with her
        return Disclosed(ExceptionDetail(view, {}))
    try:
        said = json.loads(open_as_oversight(work, view.id, asked.row.grounds))
    except BrokenKey:
        raise_alarms(work, actor, [Alarm.of_key(LawfulException.__tablename__, view.id)])
        return Disclosed(ExceptionDetail(view, {}, damaged=True))
    return Disclosed(ExceptionDetail(view, said))

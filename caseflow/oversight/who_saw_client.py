"""Say who saw a client, when, and by which basis; the same of a staff member, unit, consent."""

from dataclasses import replace

from caseflow.database.unit_of_work import Work
from caseflow.oversight.look_at_log import LogPage, LogQuery, look_at_log
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Invalid, Refused
from caseflow.vocabulary.sights import SEEING


def who_saw(
    work: Work, actor: Actor, query: LogQuery, after: int | None = None
) -> Disclosed[LogPage] | Invalid | Refused:
    """Return the accesses to a client, of a staff member or a unit, or by a consent."""
    seeing = replace(query, act=None, acts=SEEING, permitted=True)
    return look_at_log(work, actor, seeing, after)


def who_saw_client(
    work: Work, actor: Actor, client: str, after: int | None = None
) -> Disclosed[LogPage] | Invalid | Refused:
    """Return the accesses to a client, by her code or any of her ids, the newest first.

    What was refused was not seen; `look_at_log` shows that too.
    """
    return who_saw(work, actor, LogQuery(client=client), after)

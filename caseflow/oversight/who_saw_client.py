"""Say who saw a client, when, and by which basis."""

from caseflow.database.unit_of_work import Work
from caseflow.oversight.look_at_log import LogPage, LogQuery, look_at_log
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Invalid, Refused
from caseflow.vocabulary.sights import SEEING


def who_saw_client(
    work: Work, actor: Actor, client: str, after: int | None = None
) -> Disclosed[LogPage] | Invalid | Refused:
    """Return the accesses to a client, by her code or any of her ids, the newest first.

    What was refused was not seen; `look_at_log` shows that too.
    """
    return look_at_log(work, actor, LogQuery(client=client, acts=SEEING, permitted=True), after)

"""Say who saw a client, when, and by which basis."""

from caseflow.database.unit_of_work import Work
from caseflow.oversight.look_at_log import LogPage, LogQuery, look_at_log
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Invalid, Refused

SEEING = frozenset(
    {
        Act.STORY_READ,
        Act.INTAKE_READ,
        Act.ENTRY_READ,
        Act.CLIENT_READ,
        Act.CLIENT_EXPORT,
        Act.COPY_MAKE,
        Act.FAMILY_READ,
        Act.GUARDIAN_CHECK,
        Act.CLIENT_SHOWN,
        Act.CASE_DESERTED,
        Act.CLIENT_LOOKUP,
        Act.CONSENT_READ,
        Act.HANDOVER_READ,
        Act.HANDOVER_ACCEPT,
        Act.CARD_PRINT,
        Act.WALL_READ,
        Act.DISCLOSURE_PREPARE,
        Act.DISCLOSURE_READ,
        Act.DISCLOSURE_MAKE,
        Act.DISCLOSURE_PRINT,
    }
)


def who_saw_client(
    work: Work, actor: Actor, client: str, after: int | None = None
) -> Disclosed[LogPage] | Invalid | Refused:
    """Return the accesses to a client, by her code or her id, the newest first.

    What was refused was not seen; `look_at_log` shows that too.
    """
    return look_at_log(work, actor, LogQuery(client=client, acts=SEEING, permitted=True), after)

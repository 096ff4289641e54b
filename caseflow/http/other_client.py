"""Find the second client of an act by the code on her card: a hit opens a desk, as always."""

from uuid import UUID

from caseflow.http import current
from caseflow.records import knock, look_up_client
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Invalid, Refused


def client_by_code(act: Act, first: UUID, code: str) -> UUID | Invalid | Refused:
    """Return who has this code, or what the first client or the code is refused for.

    Nobody opens a desk for an act that she may not do with the first. The look-up is traced and
    throttled as any other, and stays whatever becomes of the act.
    """
    work, actor = current.work(), current.actor()
    refused = knock(work, actor, act, first)
    if refused is not None:
        return refused
    answer = look_up_client(work, actor, code, beside=first)
    if isinstance(answer, Invalid | Refused):
        return answer
    work.finish()
    return answer.value.client

"""Write what a client answered to one question."""

from dataclasses import replace
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.schemas import OfUnit, Saved
from caseflow.http import current
from caseflow.records import Told, knock, write_fact
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Invalid, Problem, Refused
from caseflow.vocabulary.permissions import Permission

_OF_QUESTION = frozenset({"no_such_question", "not_kept_here"})


class Answered(OfUnit):
    """Whether she answers, withholds it or does not know, and what she answers."""

    state = fields.String(required=True)
    value = fields.Raw(allow_none=True)


def write(client: UUID, question: str, sent: Sent) -> object:
    """Write the answer; one told before is replaced, if it is at the version that If-Match names.

    Version 0 says that there is none yet.
    """
    told = Told(sent.body["state"], sent.body.get("value"), version=sent.version)
    answer = write_fact(current.work(), current.actor(), client, question, told)
    if isinstance(answer, Invalid):
        return Invalid(tuple(_placed(question, each) for each in answer.problems))
    return answer


def _placed(question: str, problem: Problem) -> Problem:
    """Return a problem at what was sent: the room names the question, as forms do."""
    return replace(problem, field=_field(question, problem))


def _field(question: str, problem: Problem) -> str:
    if problem.code in _OF_QUESTION:
        return "question"
    if problem.code == "no_such_state":
        return "state"
    return f"value{problem.field.removeprefix(question)}"


def _knock(client: UUID, question: str, *, again: bool = False) -> Refused | None:  # noqa: ARG001 - whichever question it is
    return knock(current.work(), current.actor(), Act.FACT_WRITE, client, again=again)


CALL = Call(
    method="PUT",
    address="/clients/<uuid:client>/facts/<question>",
    summary="Write what she answered to one question.",
    permission=Permission.WRITE_FACT,
    takes=Answered,
    gives=Saved,
    versioned=True,
    if_match="optional",
    act=write,
    knock=_knock,
)

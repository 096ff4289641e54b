"""Turn answers that she says are still true into answers told to the acting unit today."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.records.intake import IntakeForm, IntakeQuestion
from caseflow.records.open_intake import open_intake
from caseflow.records.own_unit import today
from caseflow.records.told import ReadFact
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Problem, Refused
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.questions.files import files_of
from caseflow.vocabulary.questions.stored_answer import answer_text
from caseflow.vocabulary.states import FactState

_LENT: Mapping[BasisKind | None, str] = MappingProxyType(
    {
        BasisKind.EMERGENCY: "open_in_emergency",
        BasisKind.EXCEPTION: "open_by_exception",
    }
)


def read_confirmed(
    work: Work, actor: Actor, client: UUID, confirmed: Collection[str]
) -> tuple[list[ReadFact], list[Problem]] | Refused:
    """Return the facts ready to be written; the reading that brings the answers is traced."""
    if not confirmed:
        return [], []
    answer = open_intake(work, actor, client)
    if isinstance(answer, Refused):
        return answer
    facts: list[ReadFact] = []
    problems: list[Problem] = []
    for question in sorted(confirmed):
        fact = _fact(work, answer.value, question)
        if isinstance(fact, Problem):
            problems.append(fact)
        else:
            facts.append(fact)
    return facts, problems


def _fact(work: Work, form: IntakeForm, question: str) -> ReadFact | Problem:
    asked = work.configuration.catalogue.question(question)
    line = next((each for each in form.questions if each.question == question), None)
    if asked is None or line is None or line.shown is None or files_of(line.shown):
        return Problem(question, "nothing_to_confirm")  # files of others are not this unit's
    lent = _LENT.get(_opened_by(line))
    if lent is not None:
        # What an exception shows must not stay with the unit when it is over.
        return Problem(question, lent)
    fields = {
        "question": question,
        "state": FactState.ANSWERED.value,
        "value": answer_text(line.shown),
        "told_on": today(work).isoformat(),
    }
    # What stood on the form when she confirmed it; a newer own answer is not written over.
    return ReadFact(question, asked.category, fields, _version(line))


def _opened_by(line: IntakeQuestion) -> BasisKind | None:
    return None if line.source is None else line.source.basis.kind


def _version(line: IntakeQuestion) -> int:
    return 0 if line.own_version is None else line.own_version

"""Note that a partner outside was told of an erasure, or why it was not (Art. 19 GDPR)."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change
from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.erasure.erasure_rows import permit_on
from caseflow.subject_rights.erasure.told_before import load_overtaken, overtaken_by
from caseflow.vault.again import again
from caseflow.vault.begin_again import begin_again
from caseflow.vault.permit import Deeds, trace
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.states import Retold


@dataclass(frozen=True, slots=True)
class Retelling:
    """Of which telling it is said, whether the partner was told, and how, or why not."""

    disclosure: UUID
    retold: str  # a Retold
    text: str  # sealed to the officers: her own words are gone with her keys


def retell_erasure(
    work: Work, actor: Actor, erasure: UUID, said: Retelling
) -> Done[None] | Invalid | Refused:
    """Note it once, and return nothing; TOO_LATE the second time."""
    return again(work, partial(_attempt, work, actor, erasure, said))


def _attempt(
    work: Work, actor: Actor, erasure: UUID, said: Retelling
) -> Done[None] | Invalid | Refused:
    found = permit_on(work, actor, Act.ERASURE_RETELL, erasure, said.text.strip())
    if isinstance(found, Refused):
        return found
    given, row = found
    told = overtaken_by(row, load_overtaken(work))
    telling = next((each for each in told if each.id == said.disclosure), None)
    if telling is None:
        return refuse(work, given)
    problems = tuple(_problems(said))
    if problems:
        begin_again(work)
        return Invalid(problems)
    if telling.retold is not None:
        return refuse(work, given, Reason.TOO_LATE)
    at = work.clock.now()
    change(work, telling, retold=said.retold, retold_at=at, retold_by=actor.staff)
    details = {"erasure": str(erasure), "disclosure": str(telling.id)}
    trace(work, given, Deeds(rows=(digest_of(telling),), details=details))
    return Done(None)


def _problems(said: Retelling) -> list[Problem]:
    problems = [] if said.text.strip() else [Problem("text", "required")]
    if said.retold not in list(Retold):
        problems.append(Problem("retold", "not_a_choice"))
    return problems

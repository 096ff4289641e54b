"""Save an intake form: many answers in one act, all of them or none."""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.records.attempt import attempt
from caseflow.records.confirmed import read_confirmed
from caseflow.records.put_facts import put_fact, read_all, renew_after
from caseflow.records.told import ReadFact, Told
from caseflow.vault.contents import joined
from caseflow.vault.permit import Ask, Deeds, Permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict, Done, Invalid, Problem, Refused


def save_intake(
    work: Work,
    actor: Actor,
    client: UUID,
    answers: Mapping[str, Told],
    confirmed: Collection[str] = frozenset(),
) -> Done[int] | Invalid | Refused:
    """Write the answers and return how many; `confirmed` names shown ones that are still true.

    What she confirms she has told the acting unit today. Nothing is written while anything is
    wrong, so that the whole form can be shown again.
    """
    read = read_confirmed(work, actor, client, set(confirmed) - answers.keys())
    if isinstance(read, Refused):
        return read
    still_true, unconfirmed = read

    def act(given: Permit) -> Done[int] | Invalid:
        facts, problems = read_all(work, actor, answers, given)
        if problems or unconfirmed:
            return Invalid((*problems, *unconfirmed))
        facts += still_true
        deeds, changed = _put_all(work, given, facts)
        if changed:
            return Invalid(tuple(changed))
        after = renew_after(work, given, facts)
        trace(work, given, joined(deeds, after))
        return Done(len(facts))

    return attempt(work, actor, Ask(Act.FACT_WRITE, client), act)


def _put_all(work: Work, given: Permit, facts: Iterable[ReadFact]) -> tuple[Deeds, list[Problem]]:
    deeds: list[Deeds] = []
    changed: list[Problem] = []
    for fact in facts:
        written = put_fact(work, given, fact)
        if isinstance(written, Conflict):
            now = {"version": str(written.version)}
            changed.append(Problem(fact.question, "changed_meanwhile", now))
        else:
            deeds.append(written.deeds)
    return joined(*deeds), changed

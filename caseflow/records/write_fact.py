"""Write the answer to one question: answered, withheld or unknown."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.records.attempt import Saved, attempt
from caseflow.records.put_facts import put_fact, read_all, renew_after
from caseflow.records.told import Told
from caseflow.vault.contents import joined
from caseflow.vault.permit import Ask, Permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict, Done, Invalid, Refused


def write_fact(
    work: Work, actor: Actor, client: UUID, question: str, told: Told
) -> Done[Saved] | Invalid | Conflict | Refused:
    """Write what she told into the own drawer; a further telling is a further version of it."""

    def act(given: Permit) -> Done[Saved] | Invalid | Conflict:
        facts, problems = read_all(work, actor, {question: told}, given)
        if problems:
            return Invalid(tuple(problems))
        written = put_fact(work, given, facts[0])
        if isinstance(written, Conflict):
            return written
        after = renew_after(work, given, facts)
        trace(work, given, joined(written.deeds, after))
        return Done(Saved(written.row.id, written.row.version))

    return attempt(work, actor, Ask(Act.FACT_WRITE, client), act)

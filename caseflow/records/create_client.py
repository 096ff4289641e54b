"""Create a client with her code, a case in the acting unit, and what she has told."""

from collections.abc import Mapping

from caseflow.database.unit_of_work import Work
from caseflow.records.add_clients import Created, NewClient, add_clients
from caseflow.records.attempt import attempt
from caseflow.records.put_facts import read_all
from caseflow.records.told import Told
from caseflow.vault.identity_cards import NAME
from caseflow.vault.permit import Ask, Permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import FactState


def create_client(
    work: Work, actor: Actor, facts: Mapping[str, object], *, anonymous: bool = False
) -> Done[Created] | Invalid | Refused:
    """Create a client; `facts` are answers as typed, by question.

    All problems are found before anything is written. Of an anonymous client the name is kept as
    withheld: she was asked.
    """
    client = new_id()

    def act(given: Permit) -> Done[Created] | Invalid:
        read, problems = read_all(work, actor, _told(facts, anonymous=anonymous))
        if anonymous and NAME in facts:
            problems.append(Problem(NAME, "named_and_anonymous"))
        if problems:
            return Invalid(tuple(problems))
        ((created, deeds),) = add_clients(work, [NewClient(given, read)])
        trace(work, given, deeds)
        return Done(created)

    return attempt(work, actor, Ask(Act.CLIENT_CREATE, client), act)


def _told(facts: Mapping[str, object], *, anonymous: bool) -> dict[str, Told]:
    told = {question: Told(FactState.ANSWERED, value) for question, value in facts.items()}
    return {NAME: Told(FactState.WITHHELD), **told} if anonymous else told

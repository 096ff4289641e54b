"""Create a client with her code, a case in the acting unit, and what she has told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.crypto.client_codes import new_code
from caseflow.database.tables.clients import Client
from caseflow.database.tables.records import Fact
from caseflow.database.unit_of_work import Work
from caseflow.records.attempt import attempt
from caseflow.records.case_rows import add_case
from caseflow.records.put_facts import read_all, renew_after
from caseflow.records.told import ReadFact, Told
from caseflow.vault.codes import tag_of
from caseflow.vault.contents import Content, joined, put
from caseflow.vault.identity_cards import NAME
from caseflow.vault.permit import Ask, Deeds, Permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import FactState


@dataclass(frozen=True, slots=True)
class Created:
    """A new client: her id, the code for her card, and her case in the unit."""

    id: UUID
    code: str
    case: UUID


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
        created, deeds = add_client(work, given, read)
        trace(work, given, deeds)
        return Done(created)

    return attempt(work, actor, Ask(Act.CLIENT_CREATE, client), act)


def _told(facts: Mapping[str, object], *, anonymous: bool) -> dict[str, Told]:
    told = {question: Told(FactState.ANSWERED, value) for question, value in facts.items()}
    return {NAME: Told(FactState.WITHHELD), **told} if anonymous else told


def add_client(work: Work, given: Permit, facts: Sequence[ReadFact]) -> tuple[Created, Deeds]:
    """Add the client that a permit to create one names, with answers that have been checked."""
    code = new_code()
    client = Client(id=given.ask.client, code_tag=tag_of(work, code), created_at=work.clock.now())
    work.session.add(client)
    work.session.flush()
    case = add_case(work, given.actor, client.id, code)
    written = [put(work, given, Content(Fact, fact.category, fact.fields)).deeds for fact in facts]
    renew_after(work, given, facts)
    deeds = joined(Deeds(rows=(digest_of(client), digest_of(case))), *written)
    return Created(client.id, code, case.id), deeds

"""Add new clients to the acting unit: a code, a case, and what they have told."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.crypto.client_codes import new_code
from caseflow.database.tables.clients import Case, Client
from caseflow.database.tables.records import Fact
from caseflow.database.unit_of_work import Work
from caseflow.records.case_rows import new_case
from caseflow.records.told import ReadFact
from caseflow.vault.codes import tag_of
from caseflow.vault.contents import Content, joined
from caseflow.vault.newcomers import Newcomer, put_newcomers
from caseflow.vault.permit import Deeds, Permit


@dataclass(frozen=True, slots=True)
class Created:
    """A new client: her id, the code for her card, and her case in the unit."""

    id: UUID
    code: str
    case: UUID


@dataclass(frozen=True, slots=True)
class NewClient:
    """A client as she is added: all has been checked."""

    given: Permit  # to create her
    facts: Sequence[ReadFact]
    entries: Sequence[Content[Any]] = ()  # and other rows of her drawers


def add_clients(work: Work, clients: Sequence[NewClient]) -> list[tuple[Created, Deeds]]:
    """Add clients all together; returns each with what her trace has to tell."""
    codes = [new_code() for _ in clients]
    rows = [_rows(work, each.given, code) for each, code in zip(clients, codes, strict=True)]
    work.session.add_all(row for pair in rows for row in pair)
    written = put_newcomers(work, [Newcomer(each.given, _contents(each)) for each in clients])
    return [
        (
            Created(client.id, code, case.id),
            joined(Deeds(rows=(digest_of(client), digest_of(case))), deeds),
        )
        for (client, case), code, deeds in zip(rows, codes, written, strict=True)
    ]


def _rows(work: Work, given: Permit, code: str) -> tuple[Client, Case]:
    client = Client(id=given.ask.client, code_tag=tag_of(work, code), created_at=work.clock.now())
    return client, new_case(work, given.actor, client.id, code)


def _contents(client: NewClient) -> list[Content[Any]]:
    facts = [Content(Fact, fact.category, fact.fields) for fact in client.facts]
    return [*facts, *client.entries]

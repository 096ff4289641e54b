"""Look a client up by her code: a hit opens a desk, which records and reads nothing.

For her whom a wall keeps from this staff member it is as for a code that was never issued: the
same answer, work and time.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.entries import RowDigest, Trace, by
from caseflow.audit.record import digest_of, record
from caseflow.crypto.client_codes import read_code
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Client, Desk
from caseflow.database.unit_of_work import Work
from caseflow.records.attempt import attempt
from caseflow.records.lookup_throttle import held_back, remember_failure
from caseflow.vault.codes import sealed_code, tag_of
from caseflow.vault.gather import gather
from caseflow.vault.permit import Ask, Deeds, Permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.ids import new_id

BESIDE = "beside"  # the detail of the log's entry


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """The client is here: this session and unit may record for her until then."""

    client: UUID
    code: str
    until: datetime


def look_up_client(
    work: Work, actor: Actor, typed: str, beside: UUID | None = None
) -> Done[OpenDesk] | Invalid | Refused:
    """Open a desk for whoever has this code; TOO_MANY after too many that nobody has.

    A text that spells no code is Invalid and no try: its check characters tell. Where it was typed
    for the sake of another client, `beside` whom she is named, the log says so: no report to her
    may tell where that other one is.
    """
    details = {} if beside is None else {BESIDE: str(beside)}
    code = read_code(typed)
    if code is None:
        return Invalid((Problem("code", "no_client_code", {"given": typed}),))
    held = held_back(work, actor)
    if held is not None:
        return _refused(work, actor, Ask(Act.CLIENT_LOOKUP, new_id()), held)
    client = client_with(work, code)
    ask = Ask(Act.CLIENT_LOOKUP, client or new_id())
    walled = gather(work, actor, ask.client).facts.walled
    if client is None or walled:
        failed = remember_failure(work, actor)
        return _refused(work, actor, ask, Refused(), digest_of(failed))

    def act(given: Permit) -> Done[OpenDesk]:
        desk = _add_desk(work, given, code)
        trace(work, given, Deeds(rows=(digest_of(desk),), details=details))
        return Done(OpenDesk(desk.client_id, code, desk.until))

    return attempt(work, actor, ask, act)


def client_with(work: Work, code: str) -> UUID | None:
    """Return who has a code; whether she is open to whoever asks is still to be decided."""
    found = work.session.scalars(select(Client).where(Client.code_tag == tag_of(work, code)))
    return next((client.id for client in intact(work, found)), None)


def _add_desk(work: Work, given: Permit, code: str) -> Desk:
    now, row = work.clock.now(), new_id()
    desk = Desk(
        client_id=given.ask.client,
        id=row,
        session_id=given.actor.session,
        staff_id=given.actor.staff,
        unit_id=given.actor.unit,
        opened_at=now,
        until=now + work.configuration.limits.desk,
        **sealed_code(work, given.actor.unit, row, code),
    )
    work.session.add(desk)
    work.session.flush()
    return desk


def _refused(work: Work, actor: Actor, ask: Ask, answer: Refused, *rows: RowDigest) -> Refused:
    told = Trace(
        act=ask.act,
        decision="refused",
        client=ask.client,
        purpose=ask.purpose,
        reason=answer.reason,
        rows=rows,
        **by(actor),
    )
    record(work, told)
    return answer

"""List the tokens that one's own programs act by, and revoke one."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.unit_of_work import Work
from caseflow.identity.memberships import memberships
from caseflow.identity.own_membership import refuse
from caseflow.identity.token_rows import drop_token, tokens_of
from caseflow.vocabulary.actors import Actor, Person, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from caseflow.vocabulary.units import Unit


@dataclass(frozen=True, slots=True)
class TokenView:
    """A token as its owner sees it; its text is shown to nobody any more."""

    id: UUID
    name: str
    unit: Unit
    role: Role
    made_at: datetime
    ends_at: datetime
    last_day: date | None  # on which it was used
    over: bool


def list_tokens(work: Work, who: Actor | Person) -> list[TokenView]:
    """Return her tokens, the newest first; those that have run out too, until she revokes them."""
    units = {each.id: each.unit for each in memberships(work, who.staff)}
    now = work.clock.now()
    return [
        TokenView(
            row.id,
            row.name,
            units[row.membership_id],
            Role(row.role),
            row.made_at,
            row.ends_at,
            row.last_day,
            row.ends_at <= now,
        )
        for row in tokens_of(work, who.staff)
        if row.membership_id in units
    ]


def knock_at_token(work: Work, who: Actor | Person, token: UUID) -> Refused | None:
    """Say whether a token is one of hers."""
    found = any(each.id == token for each in tokens_of(work, who.staff))
    return None if found else refuse(work, who, Act.TOKEN_REVOKE, Reason.NOT_OPEN)


def revoke_token(work: Work, who: Actor | Person, token: UUID) -> Done[UUID] | Refused:
    """Revoke one of her tokens: the next request of its program is nobody's."""
    refused = knock_at_token(work, who, token)
    if refused is not None:
        return refused
    drop_token(work, token)
    record(work, Trace(act=Act.TOKEN_REVOKE, **by(who), details={"token": str(token)}))
    return Done(token)

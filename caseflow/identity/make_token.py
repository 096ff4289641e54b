"""Make a token with which a program acts for its owner, by one of her memberships."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import digest_of, record
from caseflow.crypto.tokens import new_token, token_digest
from caseflow.database.tables.api_tokens import ApiToken
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.identity.membership_rows import membership_by_id
from caseflow.identity.own_membership import refuse
from caseflow.identity.token_rows import PREFIX, tokens_of
from caseflow.keys.token_keys import TokenPlace, own_pair, seal_for_token
from caseflow.vocabulary.actors import WITHIN, Actor, Person, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id

_LONGEST_NAME = 80
_MOST = 20  # of one person: more is something that went wrong


@dataclass(frozen=True, slots=True)
class NewToken:
    """What a program is to be allowed, and for how many days."""

    name: str
    membership: UUID
    role: Role
    days: int


@dataclass(frozen=True, slots=True)
class MadeToken:
    """A token that has just been made; its text is told once, and kept nowhere."""

    id: UUID
    ends_at: datetime
    token: str = field(repr=False)


def make_token(
    work: Work, who: Actor | Person, new: NewToken
) -> Done[MadeToken] | Invalid | Refused:
    """Make it; whoever has no second factor makes none, and no program makes another one."""
    if who.token is not None:
        return refuse(work, who, Act.TOKEN_MAKE, Reason.NOT_YOUR_ROLE)
    held = membership_by_id(work, new.membership)
    mine = held if held is not None and held.staff_id == who.staff else None
    problems = _check(work, who, new, mine)
    if problems or mine is None:
        return Invalid(tuple(problems))
    text = PREFIX + new_token()
    row = _row(work, who.staff, new, mine, text)
    work.session.add(row)
    work.session.flush()
    told = {
        "token": str(row.id),
        "unit_id": str(mine.unit_id),
        "role": row.role,
        "days": str(new.days),
    }
    record(work, Trace(act=Act.TOKEN_MAKE, **by(who), rows=(digest_of(row),), details=told))
    return Done(MadeToken(row.id, row.ends_at, text))


def _check(
    work: Work, who: Actor | Person, new: NewToken, held: Membership | None
) -> list[Problem]:
    """Return everything that is wrong."""
    most = work.configuration.limits.api_token.days
    named = bool(new.name.strip()) and new.name.isprintable()
    role_fits = held is not None and new.role in WITHIN[Role(held.role)]
    checks = (
        (who.second_factor_at is None, Problem("name", "factor_first")),
        (not named, Problem("name", "missing")),
        (len(new.name) > _LONGEST_NAME, Problem("name", "too_long", {"most": str(_LONGEST_NAME)})),
        (held is None, Problem("unit", "not_a_choice")),
        (held is not None and not role_fits, Problem("role", "above_your_own")),
        (not 1 <= new.days <= most, Problem("days", "days_up_to", {"most": str(most)})),
        (len(tokens_of(work, who.staff)) >= _MOST, Problem("name", "too_many_tokens")),
    )
    return [problem for wrong, problem in checks if wrong]


def _row(work: Work, staff: UUID, new: NewToken, held: Membership, text: str) -> ApiToken:
    now = work.clock.now()
    place = TokenPlace(
        new_id(),
        staff,
        own_pair(work, staff),
        held.id,
        new.role.value,
        now + timedelta(days=new.days),
    )
    resting = seal_for_token(work, place, text)
    return ApiToken(
        id=place.token,
        staff_id=staff,
        pair_id=place.pair,
        membership_id=held.id,
        role=place.role,
        name=new.name.strip(),
        token_digest=token_digest(text),
        root_key_id=resting.root_key_id,
        wrapped=resting.wrapped,
        made_at=now,
        ends_at=place.ends_at,
    )

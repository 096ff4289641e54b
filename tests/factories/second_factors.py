"""People who have a second factor, and what they show of it."""

from dataclasses import dataclass, replace

import pyotp

from caseflow.identity import (
    Added,
    LoggedIn,
    NewSecret,
    Proof,
    add_passkey,
    begin_codes,
    begin_passkey,
    confirm_codes,
    log_in,
    resume,
)
from caseflow.vocabulary.actors import Actor, Person, Role
from caseflow.vocabulary.answers import Done
from caseflow.vocabulary.clock import Clock
from tests.factories.authenticator import SITE, Authenticator
from tests.factories.house import PASSWORD, House

REQUIRED = frozenset({Role.LEAD, Role.OFFICER})


@dataclass(frozen=True)
class Factored:
    """Somebody who has set up her first factor."""

    token: str  # of her session
    recovery_codes: tuple[str, ...]
    secret: str = ""  # of her one-time codes


def demanding(house: House) -> None:
    """Let leads, officers and administrators of this house need a second factor."""
    rule = replace(house.around.configuration.second_factor, required=REQUIRED, administrator=True)
    configuration = replace(house.around.configuration, second_factor=rule)
    house.around = replace(house.around, configuration=configuration)


def code_now(secret: str, clock: Clock, steps: int = 0) -> str:
    """Return the code that an authenticator shows, so many time steps from now."""
    return pyotp.TOTP(secret).generate_otp(int(clock.now().timestamp()) // 30 + steps)


def proof_now(secret: str, clock: Clock, steps: int = 0) -> Proof:
    """Return that code as it is shown to us."""
    return Proof(code=code_now(secret, clock, steps))


def token_of(house: House, name: str, otp: str = "") -> str:
    """Log somebody in, and return the token of her session."""
    work = house.work()
    begun = log_in(work, f"{name}@example.org", PASSWORD, otp)
    assert isinstance(begun, LoggedIn)
    work.finish()
    return begun.token


def who_has(house: House, token: str) -> Actor | Person:
    """Return who goes on with a session."""
    work = house.work()
    who = resume(work, token)
    work.finish()
    assert who is not None
    return who


def with_codes(house: House, name: str) -> Factored:
    """Let somebody set up one-time codes as her first factor; the code of this step is used."""
    work = house.work()
    who = resume(work, token_of(house, name))
    assert who is not None
    begun = begin_codes(work, who)
    assert isinstance(begun, NewSecret)
    code = code_now(begun.secret, house.around.clock)
    added = confirm_codes(work, who, begun.id, code)
    assert isinstance(added, Done)
    work.finish()
    return Factored(added.value.token, added.value.recovery_codes, begun.secret)


def with_passkey(house: House, name: str, authenticator: Authenticator) -> Factored:
    """Let somebody set up a passkey as her first factor."""
    work = house.work()
    who = resume(work, token_of(house, name))
    assert who is not None
    options = begin_passkey(work, who, SITE)
    assert options is not None
    added = add_passkey(work, who, "Stick", authenticator.make(options), SITE)
    assert isinstance(added, Done)
    work.finish()
    value: Added = added.value
    return Factored(value.token, value.recovery_codes)

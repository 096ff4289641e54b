"""Find everything wrong with who declares: a guardian needs a ground, and may be nobody violent."""

from collections.abc import Iterator
from datetime import date, timedelta

from caseflow.consents.declaration import Declaration
from caseflow.vault.declarers import OnDeclarers
from caseflow.vault.names import fold
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.states import Authority, Declarer, KnownViolent

_NAME, _AUTHORITY, _VIOLENT = (
    f"declared_by.{field}" for field in ("name", "authority", "known_violent")
)


def check_declarer(declared: Declaration) -> Iterator[Problem]:
    """Yield what is wrong with the declarer, whoever the client is."""
    if declared.declared_by not in list(Declarer):
        yield Problem("declared_by", "required")
    if declared.declared_by == Declarer.GUARDIAN:
        yield from _check_ground(declared)
        yield from _check_answer(declared.known_violent)


def _check_ground(declared: Declaration) -> Iterator[Problem]:
    if not fold(declared.declarer):  # signs alone are like no name, and so like nobody's
        yield Problem(_NAME, "required")
    if not declared.authority.strip():
        yield Problem(_AUTHORITY, "required")
    elif declared.authority == Authority.NONE:
        yield Problem(_AUTHORITY, "no_say")


def _check_answer(known_violent: str) -> Iterator[Problem]:
    if known_violent not in list(KnownViolent):
        yield Problem(_VIOLENT, "required")
    elif known_violent == KnownViolent.YES:
        yield Problem(_VIOLENT, "violent_declarer")


def check_guardian(declared: Declaration, known: OnDeclarers, today: date) -> Iterator[Problem]:
    """Yield what is wrong with a guardian for this client, as far as the unit can open it."""
    if known.damaged:
        yield Problem(_NAME, "guardian_damaged")
    if known.bars(declared.declarer):
        yield Problem(_NAME, "blocked_declarer")
    if declared.authority == Authority.ADULT_CARE:
        yield from _check_adult(known.surely, today)
    elif known.of_age is not None:
        yield from _check_minor(declared, known.of_age, today)


def _check_adult(surely: date | None, today: date) -> Iterator[Problem]:
    """Yield why nobody declares as a carer: it ends at no majority, so she must be of age."""
    if surely is None:
        yield Problem(_AUTHORITY, "age_not_known")
    elif today < surely:
        yield Problem(_AUTHORITY, "not_of_age")


def _check_minor(declared: Declaration, of_age: date, today: date) -> Iterator[Problem]:
    if today >= of_age:
        yield Problem(_AUTHORITY, "of_age")
    elif of_age <= declared.valid_until:
        latest = of_age - timedelta(days=1)
        yield Problem("valid_until", "beyond_majority", {"latest": latest.isoformat()})

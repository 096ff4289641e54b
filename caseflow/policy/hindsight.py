"""Decide an access of the log again, at its instant, and say whether the rows bear it out.

Pure: what the entry says and what the rows say in, verdict out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from caseflow.policy.decision import decide
from caseflow.policy.doubts import Deem, as_it_is, doubts
from caseflow.policy.exceptions import runs
from caseflow.policy.facts import DrawerFact, Facts, Question
from caseflow.policy.facts_then import facts_then
from caseflow.policy.grounds import (
    NEEDED,
    OPENING_ACTS,
    OUTSIDE_ACTS,
    formal_ground,
    needed,
    running_emergencies,
    standing,
)
from caseflow.policy.merging import NOBODY
from caseflow.policy.past import Access, Past
from caseflow.policy.shown_then import member_stood
from caseflow.policy.then import Then
from caseflow.policy.validity import valid_at
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.hindsight import Lost, Outcome, Verdict
from caseflow.vocabulary.matrices import Action
from caseflow.vocabulary.sights import SEEING

GRACE = timedelta(seconds=10)
_SHOWING_DRAWERS = OPENING_ACTS | OUTSIDE_ACTS
_AGREES, _NO_BASIS = Verdict(Outcome.AGREES), Verdict(Outcome.NO_BASIS)
_DIFFERS = Verdict(Outcome.BASIS_DIFFERS)


def is_judged(access: Access) -> bool:
    """Say whether an entry is an access that rests on something; others follow from such ones."""
    return bool(access.bases) or access.act in SEEING


def judge(access: Access, past: Past) -> Verdict:
    """Return whether what the access names permitted it at its instant."""
    if _is_broken(access, past):
        return Verdict(Outcome.UNDECIDABLE, Lost.BROKEN)
    if access.client is not None and access.client not in past.clients:
        return Verdict(Outcome.UNDECIDABLE, Lost.ERASED)
    then = _instants(access)
    if any(_bears_out(access, past, each, as_it_is) for each in then):
        return _AGREES
    lost = _why_lost(access, past, then)
    if lost is not None:
        return Verdict(Outcome.UNDECIDABLE, lost)
    return _DIFFERS if any(_would_do(access, past, each) for each in then) else _NO_BASIS


def _instants(access: Access) -> tuple[Then, Then]:
    return Then(access.at, timedelta()), Then(access.at, GRACE)


def _is_broken(access: Access, past: Past) -> bool:
    about = {access.client, *access.clients, *(each.id for each in access.bases)}
    return not past.broken.isdisjoint(about - {None})


def _why_lost(access: Access, past: Past, then: Iterable[Then]) -> Lost | None:
    """Return why it cannot be said, None where it can."""
    if any(not past.knows(each) for each in access.bases):
        return Lost.ERASED
    for lost, deem in doubts(access, past):
        if any(_bears_out(access, past, each, deem) for each in then):
            return lost
    return None


def _bears_out(access: Access, past: Past, then: Then, deem: Deem) -> bool:
    if access.client is None or access.act not in NEEDED:
        return member_stood(access, past, then, deem)
    facts = deem(facts_then(past, access, access.client, then))
    question = question_of(access)
    narrow = _named(access, facts)
    answer = decide(question, narrow)
    if isinstance(answer, Refused) or not access.bases <= _acceptable(question, narrow, then.at):
        return False
    if access.act not in _SHOWING_DRAWERS:
        return True
    opened = {each.drawer: {each.basis, *each.beside} for each in answer.openings}
    grounds = _grounds(question, narrow)
    return not grounds.isdisjoint(access.bases) and all(
        drawer in opened and opened[drawer] <= access.bases for drawer in _drawers(access, past)
    )


def _would_do(access: Access, past: Past, then: Then) -> bool:
    """Say whether something else would have permitted it."""
    if access.client is None or access.act not in NEEDED:
        return False
    facts = facts_then(past, replace(access, bases=frozenset()), access.client, then)
    answer = decide(question_of(access), facts)
    if isinstance(answer, Refused):
        return False
    opened = {each.drawer for each in answer.openings}
    return access.act not in _SHOWING_DRAWERS or opened >= _drawers(access, past)


def question_of(access: Access) -> Question:
    """Return what was asked then, as far as the entry says it."""
    consents = sorted(each.id for each in access.bases if each.kind is BasisKind.CONSENT)
    outside = access.act in OUTSIDE_ACTS
    return Question(
        at=access.at,
        staff=access.staff,
        session=access.session or NOBODY,
        unit=access.unit,
        role=access.role,
        act=Act(access.act),
        action=_action(access),
        purpose=access.purpose,
        client=access.client or NOBODY,
        reason_given=access.reasoned,
        consent=consents[0] if outside and consents else None,
    )


def _action(access: Access) -> Action:
    if access.act in OUTSIDE_ACTS:
        return Action.DISCLOSE
    return Action.COPY if access.act == Act.COPY_MAKE else Action.VIEW


def _named(access: Access, facts: Facts) -> Facts:
    """Return the facts with those consents and exceptions alone that the entry names.

    Those that something was copied under stay, for they say whether the copy is frozen.
    """
    ids = {each.id for each in access.bases}
    under = {each.copied_under for each in facts.drawers}
    return replace(
        facts,
        consents=tuple(each for each in facts.consents if each.id in ids | under),
        emergencies=tuple(each for each in facts.emergencies if each.id in ids),
        exceptions=tuple(each for each in facts.exceptions if each.id in ids),
    )


def _grounds(question: Question, facts: Facts) -> frozenset[Basis]:
    grounds = {**standing(question, facts), **formal_ground(question, facts)}
    helping = needed(question, facts)
    return frozenset(basis for ground, basis in grounds.items() if ground in helping)


def _acceptable(question: Question, facts: Facts, at: datetime) -> frozenset[Basis]:
    """Return everything that could be named: grounds, and what ran."""
    return _grounds(question, facts) | frozenset(_running(question, facts, at))


def _running(question: Question, facts: Facts, at: datetime) -> Iterator[Basis]:
    yield Basis(BasisKind.MEMBERSHIP, facts.membership.id)
    for consent in facts.consents:
        if valid_at(consent, at):
            yield Basis(BasisKind.CONSENT, consent.id)
    for emergency in running_emergencies(question, facts):
        yield Basis(BasisKind.EMERGENCY, emergency.id)
    for exception in facts.exceptions:
        if runs(exception, at):
            yield Basis(BasisKind.EXCEPTION, exception.id)


def _drawers(access: Access, past: Past) -> set[UUID]:
    """Return the drawers that were opened and are still there, without those it wrote into."""
    found = (past.drawers[each].fact for each in access.drawers if each in past.drawers)
    return {each.id for each in found if not _written(access, past, each)}


def _written(access: Access, past: Past, drawer: DrawerFact) -> bool:
    """Say whether the act put something in: a copy, or the words that were told."""
    copied = access.act == Act.COPY_MAKE and drawer.copied_under is not None
    told = access.act == Act.DISCLOSURE_MAKE and drawer.category in past.categories.never
    return drawer.unit == access.unit and (copied or told)

"""Decide whether a person may do this with this client, and say why.

Pure: facts in, answer out. No clock, no database, no request.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter

from caseflow.policy.act_roles import may_act
from caseflow.policy.facts import Facts, Question
from caseflow.policy.grounds import (
    OPENING_ACTS,
    OUTSIDE_ACTS,
    Ground,
    formal_ground,
    needed,
    standing,
)
from caseflow.policy.outside import asked_under, lets_disclose, still_covered
from caseflow.policy.rules import Opening, openings
from caseflow.vocabulary.actors import WITHIN, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.matrices import Action

# They would tell others, or open to her, what may not be shared any more.
_SHARING = OUTSIDE_ACTS | {Act.EMERGENCY_DECLARE, Act.HANDOVER_SEND, Act.COPY_MAKE}


@dataclass(frozen=True, slots=True)
class Permitted:
    """What opens, and every row that the permission rests on."""

    openings: tuple[Opening, ...]
    bases: tuple[Basis, ...]  # each once, ascending by id: the order of their updates


def decide(question: Question, facts: Facts) -> Permitted | Refused:
    """Return what permits the act, with the drawers it opens, or why it is refused.

    Only acts that read a client's drawers open any. An act about no client is not asked here:
    `caseflow.policy.act_roles.may_act` decides it.
    """
    if facts.walled or not _is_member(question, facts):
        return Refused(Reason.NOT_OPEN)
    known = standing(question, facts)
    if not _role_suffices(question, facts):
        return Refused(_for_want_of_role(question, facts, known))
    helping = needed(question, facts)
    grounds = {**known, **formal_ground(question, facts)}
    enough = {ground: basis for ground, basis in grounds.items() if ground in helping}
    if not enough:
        return Refused(_shortfall(helping, known))
    return _granted(question, facts, enough)


def _granted(
    question: Question, facts: Facts, enough: Mapping[Ground, Basis]
) -> Permitted | Refused:
    if facts.suspended and question.act in _SHARING:
        return Refused(Reason.SUSPENDED)
    if question.act in OUTSIDE_ACTS:
        return _hand_out(question, facts, enough)
    if question.act in OPENING_ACTS:
        return _read(question, facts, enough)
    return Permitted((), _bases(facts, {next(iter(enough.values()))}))


def _is_member(question: Question, facts: Facts) -> bool:
    member = facts.membership
    same = (member.staff, member.unit) == (question.staff, question.unit)
    return same and member.active and question.role in WITHIN[member.role]


def _role_suffices(question: Question, facts: Facts) -> bool:
    if not may_act(question.role, question.act):
        return False
    if question.act is not Act.CASE_CLOSE or question.role is Role.LEAD or facts.case is None:
        return True
    return question.staff in facts.case.assigned


def _for_want_of_role(question: Question, facts: Facts, known: Mapping[Ground, Basis]) -> Reason:
    """Return what to say to a role that never does this.

    The order matters: to whom the client is not open, the role is not the reason. A closed case is
    open for what a reason opens, once there is one.
    """
    closed = {Ground.CLOSED_CASE} | ({Ground.REASONED_CASE} - needed(question, facts))
    return Reason.NOT_YOUR_ROLE if known.keys() - closed else Reason.NOT_OPEN


def _shortfall(helping: frozenset[Ground], known: Mapping[Ground, Basis]) -> Reason:
    """Return what to say of an act for which her ground is too weak."""
    if Ground.CLOSED_CASE not in known:
        return Reason.NOT_OPEN
    if Ground.REASONED_CASE in helping:
        return Reason.REASON_NEEDED
    return Reason.TOO_LATE if Ground.OPEN_CASE in helping else Reason.NOT_OPEN


def _read(question: Question, facts: Facts, grounds: Mapping[Ground, Basis]) -> Permitted | Refused:
    opened = openings(question, facts, grounds)
    if not opened and question.action is not Action.VIEW:
        return Refused(Reason.NOT_OPEN)
    # A client without drawers is hers to read all the same: whether drawers exist is a secret.
    used = {next(iter(grounds.values()))} | {opening.basis for opening in opened}
    used |= {basis for opening in opened for basis in opening.beside}
    used |= {opening.emergency for opening in opened if opening.emergency is not None}
    return Permitted(opened, _bases(facts, used))


def _hand_out(
    question: Question, facts: Facts, grounds: Mapping[Ground, Basis]
) -> Permitted | Refused:
    """Return what may be handed to the partner that the consent names, the consent always used.

    Whoever only knocks names no consent, and nothing opens.
    """
    ground = next(iter(grounds.values()))
    if question.consent is None:
        return Permitted((), _bases(facts, {ground}))
    consent = asked_under(question, facts)
    if consent is None:
        return Refused(Reason.NOT_OPEN)
    running = lets_disclose(consent, facts.partners, question.at)
    if not running or not still_covered(consent, question, facts.categories):
        return Refused(Reason.TOO_LATE)
    used = {ground, Basis(BasisKind.CONSENT, consent.id)}
    return Permitted(openings(question, facts, grounds), _bases(facts, used))


def _bases(facts: Facts, used: set[Basis]) -> tuple[Basis, ...]:
    member = Basis(BasisKind.MEMBERSHIP, facts.membership.id)
    return tuple(sorted(used | {member}, key=attrgetter("id", "kind")))

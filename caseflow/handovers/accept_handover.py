"""Accept a handover, exactly once: a consent opens a case, without one it means "send her"."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.tables.clients import Case
from caseflow.database.tables.handovers import Handover
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.handovers.decide import decide, end
from caseflow.handovers.handover_rows import Direction, Found
from caseflow.handovers.letters import slip_letter
from caseflow.handovers.slip import WrittenSlip, opened_slip
from caseflow.records.case_rows import add_case
from caseflow.records.own_card import file_cards
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.consent_states import IDENTITY
from caseflow.vault.contents import joined
from caseflow.vault.keep_apart import keep_apart
from caseflow.vault.letters import open_letter, shown_by
from caseflow.vault.name_cards import CardText, file_card
from caseflow.vault.permit import Deeds, Permit, trace
from caseflow.vault.present_case import is_open
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.states import HandoverState


@dataclass(frozen=True, slots=True)
class Accepted:
    """An accepted handover; client and case are None without a consent."""

    handover: UUID
    client: UUID | None = None
    case: UUID | None = None


def accept_handover(work: Work, actor: Actor, handover: UUID) -> Done[Accepted] | Invalid | Refused:
    """Accept a handover to the acting unit; TOO_LATE when it, or its consent, has ended.

    Without a consent a case is opened when she is at the desk. A damaged slip opens none: it is a
    problem, and raises an alarm.
    """

    def deed(given: Permit, found: Found) -> Done[Accepted] | Invalid:
        end(work, given, found.row, HandoverState.ACCEPTED)
        told = Deeds(rows=(digest_of(found.row),), details={"handover": str(found.row.id)})
        if found.consent is None:
            trace(work, given, told)
            return Done(Accepted(found.row.id))
        try:
            case, opened = _take_in(work, given, found)
        except BrokenKey:
            return Invalid((Problem("slip", "damaged_slip"),))
        trace(work, given, joined(told, opened))
        return Done(Accepted(found.row.id, found.row.client_id, case.id))

    answer = decide(work, actor, Act.HANDOVER_ACCEPT, handover, deed)
    if isinstance(answer, Invalid):
        # Only now: the attempt and whatever it staged was rolled back.
        raise_alarms(work, actor, [Alarm.of_key(Handover.__tablename__, handover)])
    return answer


def _take_in(work: Work, given: Permit, found: Found) -> tuple[Case, Deeds]:
    """Return the unit's open case of her, a new one unless there is one, and what was done."""
    present = given.gathered.case
    if present is not None and is_open(present):
        return present, Deeds()
    letter = slip_letter(found, Direction.IN)
    assert letter is not None  # noqa: S101 - it is open and carried by a consent
    slip = opened_slip(open_letter(work, letter))
    former = given.gathered.case_under(found.row.client_id)
    case = add_case(work, given.actor, found.row.client_id, slip.code, former)
    _file(work, given, found, slip)
    apart = keep_apart(work, given.actor, case, None if former is None else former.id)
    return case, joined(Deeds(rows=(digest_of(case),)), apart, shown_by(work, letter))


def _file(work: Work, given: Permit, found: Found, slip: WrittenSlip) -> None:
    """File name cards: by the slip while her identity is open, and by what opens to the unit."""
    card = CardText(slip.name, slip.birth_year, " ".join(slip.languages))
    if slip.name and IDENTITY in found.categories:
        file_card(work, given.actor.unit, found.row.client_id, card, found.row.consent_id)
    # After the slip: what she withheld from this unit takes the slip's card away again.
    file_cards(work, given)

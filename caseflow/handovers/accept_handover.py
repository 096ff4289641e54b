"""Accept a handover, exactly once: a consent opens a case, without one it means "send her"."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.tables.clients import Case
from caseflow.database.unit_of_work import Work
from caseflow.handovers.decide import decide, end
from caseflow.handovers.handover_rows import Direction, Found
from caseflow.handovers.letters import slip_letter
from caseflow.handovers.slip import WrittenSlip, opened_slip
from caseflow.records.case_rows import add_case
from caseflow.records.own_card import file_own_card
from caseflow.vault.contents import joined
from caseflow.vault.identity_cards import IDENTITY
from caseflow.vault.letters import open_letter
from caseflow.vault.name_cards import CardText, file_card
from caseflow.vault.permit import Deeds, Permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.states import HandoverState


@dataclass(frozen=True, slots=True)
class Accepted:
    """An accepted handover; client and case are None without a consent."""

    handover: UUID
    client: UUID | None = None
    case: UUID | None = None


def accept_handover(work: Work, actor: Actor, handover: UUID) -> Done[Accepted] | Invalid | Refused:
    """Accept a handover to the acting unit; TOO_LATE when it, or its consent, has ended.

    Without a consent a case is opened when she is at the desk. Raises BrokenKey when the slip that
    carries her is damaged.
    """

    def deed(given: Permit, found: Found) -> Done[Accepted] | Invalid:
        end(work, given, found.row, HandoverState.ACCEPTED)
        told = Deeds(rows=(digest_of(found.row),), details={"handover": str(found.row.id)})
        if found.consent is None:
            trace(work, given, told)
            return Done(Accepted(found.row.id))
        case, opened = _take_in(work, given, found)
        trace(work, given, joined(told, opened))
        return Done(Accepted(found.row.id, found.row.client_id, case.id))

    return decide(work, actor, Act.HANDOVER_ACCEPT, handover, deed)


def _take_in(work: Work, given: Permit, found: Found) -> tuple[Case, Deeds]:
    """Return the unit's open case of her, a new one unless there is one, and what was done."""
    former = given.gathered.case
    if former is not None and former.closed_at is None:
        return former, Deeds()
    slip = _slip(work, found)
    case = add_case(work, given.actor, found.row.client_id, slip.code, former)
    _file(work, given, found, slip)
    return case, Deeds(rows=(digest_of(case),), fields=("handovers.slip_to",))


def _slip(work: Work, found: Found) -> WrittenSlip:
    letter = slip_letter(found, Direction.IN)
    assert letter is not None  # noqa: S101 - it is open and carried by a consent
    return opened_slip(open_letter(work, letter))


def _file(work: Work, given: Permit, found: Found, slip: WrittenSlip) -> None:
    """File a name card: by the slip while her identity is open, else by what the unit has."""
    card = CardText(slip.name, slip.birth_year, " ".join(slip.languages))
    if slip.name and IDENTITY in found.categories:
        file_card(work, given.actor.unit, found.row.client_id, card)
    else:
        file_own_card(work, given)

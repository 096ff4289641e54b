"""Give out once more what a partner was told: an act of its own, as long as the consent runs."""

from uuid import UUID

from caseflow.api.call import Call, Sent
from caseflow.api.disclosures.hand_outs import PartnersCopy, shown_made
from caseflow.disclosures import knock_at_disclosure, print_disclosure
from caseflow.http import current
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission


def print_again(disclosure: UUID, sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """Open it from the unit's own evidence, exactly as it was told."""
    return print_disclosure(current.work(), current.actor(), disclosure)


def _knock(disclosure: UUID, *, again: bool = False) -> Refused | None:
    work, actor = current.work(), current.actor()
    return knock_at_disclosure(work, actor, Act.DISCLOSURE_PRINT, disclosure, again=again)


CALL = Call(
    method="GET",
    address="/disclosures/<uuid:disclosure>",
    summary="Give out once more what a partner was told.",
    permission=Permission.DISCLOSE,
    gives=PartnersCopy,
    act=print_again,
    show=shown_made,
    knock=_knock,
)

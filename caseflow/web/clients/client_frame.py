"""The frame around the pages of one client: her code, the tabs, and what may be done."""

from dataclasses import dataclass
from uuid import UUID

from flask import Response

from caseflow.http import current
from caseflow.http.language import mark
from caseflow.identity import may
from caseflow.records import Overview, client_overview
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_sight
from caseflow.web.clients.words import Words, words
from caseflow.web.shell import Place, page

TABS = (
    Place("web.story", mark("Story"), Permission.READ_FACTS),
    Place("web.intake", mark("Intake form"), Permission.READ_FACTS),
    Place("web.appointments", mark("Appointments"), Permission.READ_STORY),
    Place("web.documents", mark("Documents"), Permission.READ_STORY),
    Place("web.family", mark("Family"), Permission.READ_FACTS),
    Place("web.consents", mark("Consents"), Permission.RECORD_CONSENT),
    Place("web.disclosures", mark("Told outside"), Permission.DISCLOSE),
    Place("web.handover", mark("Handover"), Permission.WRITE_ENTRY),
    Place("web.emergency", mark("Emergency"), Permission.DECLARE_EMERGENCY),
    Place("web.case", mark("Case"), Permission.MEMBER),
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A client as her pages know her."""

    overview: Overview
    words: Words
    tabs: tuple[Place, ...]
    reason: str = ""  # why her closed case was opened

    @property
    def id(self) -> UUID:
        """Return the id in the addresses of her pages."""
        return self.overview.id

    @property
    def writable(self) -> bool:
        """Say whether the unit has an open case; with a reason a closed one is read only."""
        return self.overview.case is not None and not self.reason

    @property
    def corrigible(self) -> bool:
        """Say whether her word may be written down here, which a closed case takes for a reason."""
        return self.overview.case is not None

    @property
    def emergencies(self) -> list[UUID]:
        """Return the running emergency accesses of who looks that open something here."""
        found = (each.basis for each in self.overview.drawers)
        return sorted({each.id for each in found if each.kind is BasisKind.EMERGENCY})

    def may(self, permission: str) -> bool:
        """Say whether who looks may do something here."""
        return may(current.actor(), Permission(permission))


def enter(client: UUID, reason: str = "") -> Frame | Response:
    """Return the frame of a client's pages, or the page that says why she is not open."""
    answer = client_overview(current.work(), current.actor(), client, reason)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return frame_of(answer.value, reason)


def frame_of(overview: Overview, reason: str = "") -> Frame:
    """Return the frame of a page whose own act of seeing has brought the overview with it."""
    tabs = tuple(each for each in TABS if may(current.actor(), each.permission))
    return Frame(overview, words(), tabs, reason)


def client_page(frame: Frame, template: str, status: int = 200, **values: object) -> Response:
    """Return a page of a client inside her frame."""
    return page(f"clients/{template}", status, client=frame, words=frame.words, **values)

"""File a card that rests on a consent, without what she withheld from the unit itself."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.audit.entries import DrawerName, Trace, by
from caseflow.audit.record import record
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.records import Fact
from caseflow.database.unit_of_work import Work
from caseflow.vault.consent_states import IDENTITY
from caseflow.vault.content_tables import field_names
from caseflow.vault.gather import drawers_of
from caseflow.vault.identity_cards import Told, told_unless_damaged
from caseflow.vault.name_cards import Text, file_card
from caseflow.vault.open_drawers import bring_key, own_drawers
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import UsedBasis


@dataclass(frozen=True, slots=True)
class Here:
    """What the acting unit's own drawers of a card say: one under each id that it has her by."""

    told: tuple[Told, ...]
    drawers: tuple[Drawer, ...]

    def spare(self, text: Text) -> Text:
        """Return a text from elsewhere without what she withheld in any of them."""
        for each in self.told:
            text = each.spare(text)
        return text


@dataclass(frozen=True, slots=True)
class Received:
    """What a card says, what it rests on, and which drawers were opened for it just now."""

    client: UUID
    consent: UUID | None
    text: Text | None  # none: nothing opened, and nothing is filed
    drawers: tuple[Drawer, ...] = ()
    used: tuple[UsedBasis, ...] = ()


def look_here(work: Work, unit: UUID, client: UUID, category: str = IDENTITY) -> Here | None:
    """Look what she withheld here; None where the own drawer stays closed: nothing may be filed."""
    own = own_drawers(drawers_of(work, client), unit, category)
    if any(bring_key(work, drawer, unit) is None for drawer in own):
        return None
    told = [told_unless_damaged(work, drawer) for drawer in own]
    whole = tuple(each for each in told if each is not None)
    return Here(whole, tuple(own)) if len(whole) == len(told) else None


def file_received(work: Work, actor: Actor, here: Here, received: Received) -> None:
    """File the card; the trace names every drawer that was opened for it."""
    if received.text is not None:
        text = here.spare(received.text)
        file_card(work, actor.unit, received.client, text, received.consent)
    opened = (*received.drawers, *here.drawers)
    trace = Trace(
        act=Act.CARD_FILE,
        client=received.client,
        bases=received.used,
        drawers=tuple(DrawerName(each.id, each.unit_id, each.category) for each in opened),
        fields=field_names(Fact) if opened else (),
        details={"consent": str(received.consent)},
        **by(actor),
    )
    record(work, trace)

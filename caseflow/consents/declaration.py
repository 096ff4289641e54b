"""What a client is asked, and how she declared what she agreed to, as the desk took it down."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from caseflow.vocabulary.states import Declarer, KnownViolent


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A sharing that is offered to her: who would tell whom what, what for, doing what.

    Words are taken as they were sent and checked by `check_offer`; nothing empty means all.
    """

    from_units: frozenset[UUID]
    to_units: frozenset[UUID]
    categories: frozenset[str]
    purposes: frozenset[str]
    actions: frozenset[str]
    refused: frozenset[tuple[UUID, str]] = frozenset()  # to whom, category: she said no to these
    partner: UUID | None = None  # outside the provider, instead of units

    @property
    def recipients(self) -> frozenset[UUID]:
        """Return whoever is named as receiving: units, or one partner."""
        return self.to_units if self.partner is None else self.to_units | {self.partner}


# Of a declaration about what another system sent: that says itself what she is offered.
NO_OFFER = Offer(
    from_units=frozenset(),
    to_units=frozenset(),
    categories=frozenset(),
    purposes=frozenset(),
    actions=frozenset(),
)


@dataclass(frozen=True, slots=True)
class Form:
    """How she declared it."""

    kind: str  # a DeclarationForm
    witness: str = ""  # of a spoken declaration
    reason: str = ""  # why it was not written


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """A consent as the client herself declared it, or a guardian for her."""

    offer: Offer
    valid_from: date
    valid_until: date  # the last day on which it holds
    template: str
    language: str
    notices: frozenset[str]  # what she was told
    form: Form
    signed_on: date | None = None  # the day on the paper, if earlier
    declarer: str = ""  # the name under which it is declared, where it was written down
    declared_by: str = Declarer.CLIENT
    authority: str = ""  # the ground on which a guardian declares: an Authority, or in words
    known_violent: str = KnownViolent.NOT_ASKED  # the desk's answer about a guardian
    interpreter: str = ""  # name, and the undertaking of confidentiality
    signature: str = field(
        default="", repr=False
    )  # drawn on the screen, PNG in base64; or where the paper is
    receipt: str = ""  # how the receipt was or may be handed out

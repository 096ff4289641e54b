"""What a provider decides for itself: its units, categories, purposes, limits, texts, questions.

Read and checked once at the start by `caseflow.settings`, and handed down frozen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from zoneinfo import ZoneInfo

from caseflow.vocabulary.accessibility import AccessibilityRule
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.backup_rule import BackupRule
from caseflow.vocabulary.document_limits import DocumentLimits
from caseflow.vocabulary.draft_rule import DraftRule
from caseflow.vocabulary.letters import LetterTemplate
from caseflow.vocabulary.questions.catalogue import Catalogue
from caseflow.vocabulary.quick_exit import QuickExit
from caseflow.vocabulary.review_rules import ReviewRules
from caseflow.vocabulary.states import Notice
from caseflow.vocabulary.tongues import Tongue
from caseflow.vocabulary.units import UnitKind


@dataclass(frozen=True, slots=True)
class Category:
    """What a piece of information is about; with a client and a unit it makes a drawer."""

    key: str
    labels: Mapping[str, str]
    special: bool  # Art. 9 GDPR: named apart in a consent
    emergency: bool  # opens in an emergency
    trustee: bool  # its drawer keys are sealed to the trustee
    consentable: bool  # a consent can open it to another unit
    consent_days: int  # how long a consent for it lasts unless the client says otherwise
    colour: str  # name of a custom property in the stylesheet
    symbol: str  # name of a symbol, so that colour is never alone


@dataclass(frozen=True, slots=True)
class UnitDefaults:
    """How a unit of one kind is founded."""

    kind: UnitKind
    labels: Mapping[str, str]
    slug: str
    categories: frozenset[str]  # the drawers that such a unit keeps


@dataclass(frozen=True, slots=True)
class Purpose:
    """What something may be read or told for."""

    key: str
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PartnerKind:
    """What an organisation outside the provider is."""

    key: str
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Throttle:
    """How repeated tries are slowed down."""

    free: int  # failures in a row before the first delay
    first_delay: timedelta  # doubled with each further failure
    longest_delay: timedelta
    most: int  # failures in a row before nothing more is tried


@dataclass(frozen=True, slots=True)
class ReadingBudget:
    """How many clients one staff member may open."""

    clients: int  # different ones within an hour
    pause: timedelta  # at least, once they are more


@dataclass(frozen=True, slots=True)
class Limits:
    """How long what lasts."""

    session_idle: timedelta
    session_absolute: timedelta
    desk: timedelta  # from the look-up of a client code
    emergency: timedelta  # from the declaration to its end by itself
    emergency_review: timedelta  # until the officer must have reviewed it
    exception: timedelta  # another lawful exception, unless its paper says otherwise
    longest_exception: timedelta
    handover: timedelta  # an open handover expires
    invitation: timedelta  # a one-time link expires
    consent: timedelta  # the longest period that a consent may be given for
    frozen_copy: timedelta  # a copy whose consent was withdrawn is destroyed
    api_token: timedelta  # the longest that a program's token may be made for
    known_browser: timedelta  # from the last log-in in it
    login: Throttle  # per account
    login_known_browser: int  # failures in a row in a browser she is known in, before it is none
    lookup: Throttle  # of client codes, per staff member
    reading: ReadingBudget  # per staff member
    scan_up_to: int  # clients of a unit; with more it is searched by an index
    documents: DocumentLimits  # of one file


@dataclass(frozen=True, slots=True)
class SecondFactor:
    """Who needs a second factor, and how long it counts as just shown."""

    required: frozenset[Role]  # whoever has such a role anywhere
    administrator: bool  # whoever administers accounts
    fresh: timedelta  # for acts that need it fresh


@dataclass(frozen=True, slots=True)
class OpenIdConnect:
    """Where people may show who they are, as a second factor."""

    issuer: str  # address of the provider, as it calls itself
    client_id: str  # of this installation, as the provider knows it
    label: str  # how people know the provider


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """How long a class of records is kept, from when, and on which ground."""

    key: str
    labels: Mapping[str, str]
    months: int
    reference: str  # the event after whose year's end the period runs
    ground: str  # the law it rests on
    grounds: Mapping[str, str] = field(default_factory=dict)  # the same as other languages cite it


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One numbered point of a consent form."""

    key: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class ConsentText:
    """The text of a consent form in one language, as the client reads it."""

    template: str
    version: int
    language: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    notices: Mapping[Notice, str]
    text_hash: str  # SHA-256, hexadecimal, of every word above
    reviewed: bool = True  # by a sworn translator, or no translation


@dataclass(frozen=True, slots=True)
class Contact:
    """How the provider is reached, and where its records lie; empty: not yet entered."""

    address: tuple[str, ...] = ()  # its lines
    email: str = ""
    telephone: str = ""
    representative: str = ""  # who speaks for the provider in law
    officer: str = ""  # how the data-protection officer is reached
    storage: str = ""  # where the machine stands that keeps the records, and who runs it


@dataclass(frozen=True, slots=True)
class Configuration:
    """All that the files of config/ say."""

    provider: str
    zone: ZoneInfo
    languages: tuple[str, ...]  # of the pages; the first is the default
    units: Mapping[UnitKind, UnitDefaults]
    categories: Mapping[str, Category]
    purposes: Mapping[str, Purpose]
    partner_kinds: Mapping[str, PartnerKind]
    limits: Limits
    second_factor: SecondFactor
    threshold: int  # below it a published figure is kept back
    openid: OpenIdConnect | None  # none: nobody is ever asked
    retention: Mapping[str, RetentionRule]
    texts: tuple[ConsentText, ...]
    catalogue: Catalogue
    contact: Contact = Contact()
    quick_exit: QuickExit = field(default_factory=QuickExit)
    backup: BackupRule = field(default_factory=BackupRule)
    drafts: DraftRule = field(default_factory=DraftRule)
    accessibility: AccessibilityRule = field(default_factory=AccessibilityRule)
    review: ReviewRules = field(default_factory=ReviewRules)
    tongues: Mapping[str, Tongue] = field(default_factory=dict)  # of clients alone, by tag
    letters: Mapping[str, LetterTemplate] = field(default_factory=dict)

    @property
    def emergency_categories(self) -> frozenset[str]:
        """Return the categories that an emergency opens."""
        return frozenset(key for key, found in self.categories.items() if found.emergency)

    @property
    def trustee_categories(self) -> frozenset[str]:
        """Return the categories whose drawer keys are sealed to the trustee."""
        return frozenset(key for key, found in self.categories.items() if found.trustee)

    @property
    def closed_categories(self) -> frozenset[str]:
        """Return the categories that no consent can open."""
        return frozenset(key for key, found in self.categories.items() if not found.consentable)

    def consent_text(
        self, template: str, language: str, version: int | None = None
    ) -> ConsentText | None:
        """Return the text of that version, or the newest where none is named; None if missing."""
        found = [
            text
            for text in self.texts
            if (text.template, text.language) == (template, language)
            and version in {None, text.version}
        ]
        return max(found, key=lambda text: text.version, default=None)

"""The states that acts and facts can be in, and the closed lists of small choices."""

from enum import StrEnum


class FactState(StrEnum):
    """Four different things everywhere."""

    ANSWERED = "answered"
    WITHHELD = "withheld"  # she was asked and does not say it here
    UNKNOWN = "unknown"  # she was asked and does not know
    NOT_ASKED = "not_asked"  # never stored: the absence of a fact


class EntryKind(StrEnum):
    """What a dated piece of history is."""

    CONTACT = "contact"
    NOTE = "note"
    ASSESSMENT = "assessment"
    EVENT = "event"
    DECISION = "decision"
    PROGRESS = "progress"


class CorrectionOutcome(StrEnum):
    """What became of something that she said against a piece of her record."""

    OPEN = "open"  # waits for the unit that wrote the piece
    CHANGED = "changed"  # the piece was changed, and her word is not shown with it any more
    STANDS = "stands"  # the piece stays as it is, and her word beside it
    TAKEN_BACK = "taken_back"  # she does not say so any more


class ConsentState(StrEnum):
    """What a consent is at an instant; computed, never stored."""

    PENDING = "pending"  # recorded, but some drawer still waits for its owning unit
    ACTIVE = "active"
    PARTLY_WITHDRAWN = "partly_withdrawn"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class HandoverState(StrEnum):
    """Where a handover stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Urgency(StrEnum):
    """How soon the receiving unit should act."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"


class Declarer(StrEnum):
    """Who declared a consent."""

    CLIENT = "client"
    GUARDIAN = "guardian"


class Authority(StrEnum):
    """On which ground somebody declares for a client, or would."""

    CUSTODY_JOINT = "custody_joint"  # §§ 1626, 1626a BGB
    CUSTODY_SOLE = "custody_sole"  # §§ 1626a(3), 1671 BGB
    GUARDIANSHIP = "guardianship"  # § 1773 BGB
    ADULT_CARE = "adult_care"  # § 1814 BGB: the one ground to declare for somebody of age
    NONE = "none"  # a person to know of, who has no say


class BlockedFor(StrEnum):
    """Why somebody can never declare for a client."""

    VIOLENT = "violent"  # towards her or a child
    COURT_ORDER = "court_order"
    OTHER = "other"


class KnownViolent(StrEnum):
    """What the desk answers: is the guardian known to have been violent to her or a child?"""

    NO = "no"
    YES = "yes"  # then nothing is recorded
    UNKNOWN = "unknown"  # cannot be answered
    NOT_ASKED = "not_asked"


class Kin(StrEnum):
    """What another client is to a client."""

    CHILD = "child"
    MOTHER = "mother"


class LinkState(StrEnum):
    """Where a link between two clients stands; it is ended, never deleted."""

    LINKED = "linked"
    ENDED = "ended"


class DeclarationForm(StrEnum):
    """How a consent was declared."""

    SIGNED_SCREEN = "signed_screen"
    SIGNED_PAPER = "signed_paper"
    SPOKEN = "spoken"  # before a witness, with the reason why not in writing


class Notice(StrEnum):
    """What she was told before she declared (Art. 7, 13 GDPR)."""

    PURPOSE = "purpose"
    VOLUNTARY = "voluntary"
    NO_DISADVANTAGE = "no_disadvantage"  # no service depends on it
    WITHDRAWAL = "withdrawal"  # how to take it back


class DisclosureNoteKind(StrEnum):
    """What is noted beside something that was told to a partner."""

    ANSWER = "answer"  # what the partner answered
    DIFFICULTY = "difficulty"  # what made the cooperation hard
    CHANGE_TOLD = "change_told"  # that it was told what stands otherwise now, and how
    CHANGE_NOT_TOLD = "change_not_told"  # why it was not (Art. 19 GDPR)


class Retold(StrEnum):
    """Whether a partner was told that something it had been told stands no more (Art. 19 GDPR)."""

    TOLD = "told"
    NOT_TOLD = "not_told"  # it was impossible, or would have taken a disproportionate effort


class ExceptionKind(StrEnum):
    """On which lawful ground somebody reads without consent."""

    CHILD_PROTECTION = "child_protection"  # § 8a SGB VIII, § 4 KKG
    ORDER = "order"  # by court or statute: the paper and its scope


class ExceptionState(StrEnum):
    """What a lawful exception is at an instant; computed, never stored."""

    WAITING = "waiting"  # no second person has agreed
    AGREED = "agreed"  # for one owning unit at least
    REFUSED = "refused"
    ENDED = "ended"
    EXPIRED = "expired"


class KeptFor(StrEnum):
    """On which other basis a copy stays whose consent was withdrawn (Art. 17(3) GDPR)."""

    LEGAL_CLAIMS = "legal_claims"  # Art. 17(3)(e): to establish, exercise or defend them
    STATUTORY_DUTY = "statutory_duty"  # Art. 17(3)(b): a law obliges the unit to keep it
    VITAL_INTERESTS = "vital_interests"  # Art. 6(1)(d), 9(2)(c): hers or another person's


class GoalState(StrEnum):
    """Where a goal stands."""

    OPEN = "open"
    REACHED = "reached"
    DROPPED = "dropped"


class AppointmentState(StrEnum):
    """What has become of a time that was agreed with a client."""

    PLANNED = "planned"
    CAME = "came"
    MISSED = "missed"  # she did not come; nothing says why
    CANCELLED = "cancelled"


class DocumentKind(StrEnum):
    """What an attached file is."""

    LETTER = "letter"
    DECISION = "decision"  # of an office or a court
    CERTIFICATE = "certificate"
    IDENTITY_PAPER = "identity_paper"
    CONTRACT = "contract"
    EVIDENCE = "evidence"  # a picture or message that shows what was done
    OTHER = "other"


class KeyReader(StrEnum):
    """Who an envelope is sealed to."""

    UNIT = "unit"
    STAFF = "staff"
    TRUSTEE = "trustee"
    RECOVERY = "recovery"


class ReadingMark(StrEnum):
    """What is remembered of a staff member's reading, each until its end."""

    CLIENT = "client"  # opened: again within the hour, she costs nothing
    PAUSE = "pause"  # further clients wait
    KIN = "kin"  # the officer was told today that the surname is hers
    ADDRESS = "address"  # the officer was told today that the address is hers

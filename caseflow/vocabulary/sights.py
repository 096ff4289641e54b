"""Say what counts as seeing a client: one table for officers, her reports and her copies."""

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import NamedTuple

from caseflow.vocabulary.acts import Act


class Deed(StrEnum):
    """What a unit did that let it learn of her, or let others learn of her."""

    READ_RECORD = "read_record"
    READ_FORM = "read_form"
    OPENED_PAGE = "opened_page"
    SHOWN_IN_LIST = "shown_in_list"
    LOOKED_UP = "looked_up"
    TOOK_HOURS = "took_hours"  # of appointments, out into somebody's own calendar
    MADE_COPY = "made_copy"  # for her
    COPIED = "copied"  # into the unit's own record
    KEPT = "kept"  # a copy, on another basis than her consent
    READ_CONSENTS = "read_consents"
    READ_HANDOVER = "read_handover"
    PRINTED_CARD = "printed_card"
    READ_PROTECTION = "read_protection"
    READ_FAMILY = "read_family"
    READ_DISCLOSURES = "read_disclosures"
    REVIEWED = "reviewed"  # the officers' own looks
    PROPOSED = "proposed"  # to another unit
    ACCEPTED = "accepted"
    TOLD_PARTNER = "told_partner"
    DECLARED_EMERGENCY = "declared_emergency"
    SAW = "saw"  # for guardians all that was seen is this
    TOLD = "told"  # and all that was told on is this


class Told(IntEnum):
    """Where an act is told of as one by which somebody saw her; each adds to those before."""

    REPORT = 1  # in her report on accesses alone: it lets others learn of her, or shows an id
    OFFICERS = 2  # and to an officer who asks who saw her
    EVERYWHERE = 3  # and in her copy: it opens what is hers


class Sight(NamedTuple):
    """What an act was to her, and where it is told."""

    deed: Deed
    told: Told


SIGHTS: Mapping[Act, Sight] = MappingProxyType(
    {
        Act.STORY_READ: Sight(Deed.READ_RECORD, Told.EVERYWHERE),
        Act.ENTRY_READ: Sight(Deed.READ_RECORD, Told.EVERYWHERE),
        Act.DOCUMENT_READ: Sight(Deed.READ_RECORD, Told.EVERYWHERE),
        Act.APPOINTMENT_READ: Sight(Deed.READ_RECORD, Told.EVERYWHERE),
        Act.DISCLOSURE_PREPARE: Sight(Deed.READ_RECORD, Told.EVERYWHERE),
        Act.INTAKE_READ: Sight(Deed.READ_FORM, Told.EVERYWHERE),
        Act.CLIENT_READ: Sight(Deed.OPENED_PAGE, Told.EVERYWHERE),
        Act.CLIENT_SHOWN: Sight(Deed.SHOWN_IN_LIST, Told.OFFICERS),
        Act.CASE_DESERTED: Sight(Deed.SHOWN_IN_LIST, Told.OFFICERS),
        # It names clients where their hours leave in a file; whom a look names is shown in a list.
        Act.CALENDAR_READ: Sight(Deed.TOOK_HOURS, Told.OFFICERS),
        Act.CLIENT_LOOKUP: Sight(Deed.LOOKED_UP, Told.OFFICERS),
        Act.CLIENT_EXPORT: Sight(Deed.MADE_COPY, Told.EVERYWHERE),
        Act.COPY_MAKE: Sight(Deed.COPIED, Told.EVERYWHERE),
        Act.CORRECTION_RECORD: Sight(Deed.READ_RECORD, Told.EVERYWHERE),
        Act.COPY_KEEP: Sight(Deed.KEPT, Told.REPORT),
        Act.CONSENT_READ: Sight(Deed.READ_CONSENTS, Told.EVERYWHERE),
        Act.EVIDENCE_READ: Sight(Deed.READ_CONSENTS, Told.EVERYWHERE),
        Act.HANDOVER_READ: Sight(Deed.READ_HANDOVER, Told.OFFICERS),
        Act.CARD_PRINT: Sight(Deed.PRINTED_CARD, Told.EVERYWHERE),
        Act.WALL_READ: Sight(Deed.READ_PROTECTION, Told.OFFICERS),
        Act.FAMILY_READ: Sight(Deed.READ_FAMILY, Told.EVERYWHERE),
        Act.GUARDIAN_CHECK: Sight(Deed.READ_FAMILY, Told.EVERYWHERE),
        Act.DISCLOSURE_READ: Sight(Deed.READ_DISCLOSURES, Told.EVERYWHERE),
        Act.DISCLOSURE_PRINT: Sight(Deed.READ_DISCLOSURES, Told.EVERYWHERE),
        Act.LOG_READ: Sight(Deed.REVIEWED, Told.REPORT),
        Act.REASON_READ: Sight(Deed.REVIEWED, Told.REPORT),
        Act.REPORT_RELEASE: Sight(Deed.REVIEWED, Told.REPORT),
        Act.HANDOVER_SEND: Sight(Deed.PROPOSED, Told.REPORT),
        Act.HANDOVER_ACCEPT: Sight(Deed.ACCEPTED, Told.OFFICERS),
        Act.DISCLOSURE_MAKE: Sight(Deed.TOLD_PARTNER, Told.EVERYWHERE),
        Act.EMERGENCY_DECLARE: Sight(Deed.DECLARED_EMERGENCY, Told.REPORT),
    }
)
DEEDS: Mapping[Act, Deed] = MappingProxyType({act: sight.deed for act, sight in SIGHTS.items()})
SEEING = frozenset(act for act, sight in SIGHTS.items() if sight.told >= Told.OFFICERS)
OPENED = frozenset(act for act, sight in SIGHTS.items() if sight.told is Told.EVERYWHERE)
TELLING = frozenset({Deed.PROPOSED, Deed.TOLD_PARTNER})

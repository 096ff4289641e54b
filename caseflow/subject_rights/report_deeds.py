"""Say which acts of the log a report on accesses tells of, and what each was to her."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from caseflow.vocabulary.acts import Act


class Deed(StrEnum):
    """What a unit did that let it learn of her, or let others learn of her."""

    READ_RECORD = "read_record"
    READ_FORM = "read_form"
    OPENED_PAGE = "opened_page"
    SHOWN_IN_LIST = "shown_in_list"
    LOOKED_UP = "looked_up"
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


DEEDS: Mapping[Act, Deed] = MappingProxyType(
    {
        Act.STORY_READ: Deed.READ_RECORD,
        Act.ENTRY_READ: Deed.READ_RECORD,
        Act.DISCLOSURE_PREPARE: Deed.READ_RECORD,
        Act.INTAKE_READ: Deed.READ_FORM,
        Act.CLIENT_READ: Deed.OPENED_PAGE,
        Act.CLIENT_SHOWN: Deed.SHOWN_IN_LIST,
        Act.CASE_DESERTED: Deed.SHOWN_IN_LIST,
        Act.CLIENT_LOOKUP: Deed.LOOKED_UP,
        Act.CLIENT_EXPORT: Deed.MADE_COPY,
        Act.COPY_MAKE: Deed.COPIED,
        Act.COPY_KEEP: Deed.KEPT,
        Act.CONSENT_READ: Deed.READ_CONSENTS,
        Act.HANDOVER_READ: Deed.READ_HANDOVER,
        Act.CARD_PRINT: Deed.PRINTED_CARD,
        Act.WALL_READ: Deed.READ_PROTECTION,
        Act.FAMILY_READ: Deed.READ_FAMILY,
        Act.GUARDIAN_CHECK: Deed.READ_FAMILY,
        Act.DISCLOSURE_READ: Deed.READ_DISCLOSURES,
        Act.DISCLOSURE_PRINT: Deed.READ_DISCLOSURES,
        Act.LOG_READ: Deed.REVIEWED,
        Act.REASON_READ: Deed.REVIEWED,
        Act.REPORT_RELEASE: Deed.REVIEWED,
        Act.HANDOVER_SEND: Deed.PROPOSED,
        Act.HANDOVER_ACCEPT: Deed.ACCEPTED,
        Act.DISCLOSURE_MAKE: Deed.TOLD_PARTNER,
        Act.EMERGENCY_DECLARE: Deed.DECLARED_EMERGENCY,
    }
)
TELLING = frozenset({Deed.PROPOSED, Deed.TOLD_PARTNER})

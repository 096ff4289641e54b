"""The words of erasure and retention: on which ground, what stands against it, what is due."""

from enum import StrEnum


class ErasureGround(StrEnum):
    """Why a record is erased (Art. 17(1) GDPR)."""

    WISH = "wish"  # she asked for it
    PERIOD_OVER = "period_over"  # nothing needs it any more: a retention rule says so
    UNLAWFUL = "unlawful"  # it should never have been kept


class ErasureState(StrEnum):
    """What became of a proposal to erase."""

    WAITING = "waiting"  # for a second person
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"  # by who proposed it
    DONE = "done"


class HoldKind(StrEnum):
    """What comes before every retention rule."""

    LEGAL = "legal_hold"  # a claim or a procedure needs it: nothing is erased
    WISH = "wish_to_keep"  # she wants it kept for longer; her wish to erase ends it
    RESTRICTION = "restriction"  # kept in place of an erasure (§ 35 BDSG)


class RecordKind(StrEnum):
    """What a retention run deletes at once."""

    FILE = "file"  # one unit's file of one client
    ENQUIRY = "enquiry"  # a client whom no unit ever had a case of
    SLIP = "slip"  # a handover that nobody accepted
    EVIDENCE = "evidence"  # what stays of an erased client: consents, disclosures, emergencies


class RunState(StrEnum):
    """What became of a retention run."""

    WAITING = "waiting"  # for a second person
    REFUSED = "refused"
    AGREED = "agreed"  # goes on until nothing of its list is left
    DONE = "done"

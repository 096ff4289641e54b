"""Say what a unit did and on which ground, as a report tells a client or her guardian."""

from collections.abc import Mapping
from types import MappingProxyType

from caseflow.http.language import mark
from caseflow.http.papers.voice import Voice
from caseflow.subject_rights import Deed, Ground
from caseflow.vocabulary.bases import BasisKind

DEEDS: Mapping[Deed, str] = MappingProxyType(
    {
        Deed.READ_RECORD: mark("read in the record"),
        Deed.READ_FORM: mark("read the intake form"),
        Deed.OPENED_PAGE: mark("opened the overview: which unit keeps what, not the words"),
        Deed.SHOWN_IN_LIST: mark("saw the name or the code in a list"),
        Deed.TOOK_HOURS: mark("took the hours of appointments out into a calendar, without a name"),
        Deed.LOOKED_UP: mark("looked the code up"),
        Deed.MADE_COPY: mark("made a copy of the record for you"),
        Deed.COPIED: mark("copied something into its own record"),
        Deed.KEPT: mark("kept a unit’s copy on another legal basis than your consent"),
        Deed.READ_CONSENTS: mark("read consents and refusals"),
        Deed.READ_HANDOVER: mark("read a handover"),
        Deed.PRINTED_CARD: mark("printed the client card"),
        Deed.READ_PROTECTION: mark("looked at who is kept away from the record"),
        Deed.READ_FAMILY: mark("looked at guardians and relatives"),
        Deed.READ_DISCLOSURES: mark("looked at what was told to organisations outside"),
        Deed.REVIEWED: mark("reviewed the log of accesses"),
        Deed.PROPOSED: mark("proposed you to another unit"),
        Deed.ACCEPTED: mark("accepted a handover"),
        Deed.TOLD_PARTNER: mark("told something to an organisation outside"),
        Deed.DECLARED_EMERGENCY: mark("declared an emergency, to read at once"),
        Deed.SAW: mark("saw something of the data"),
        Deed.TOLD: mark("told something of the data on"),
    }
)
GROUNDS: Mapping[str, str] = MappingProxyType(
    {
        BasisKind.OWN_UNIT: mark("its own case"),
        BasisKind.CONSENT: mark("a consent"),
        BasisKind.EMERGENCY: mark("danger to life or limb"),
        BasisKind.EXCEPTION: mark("another lawful ground without consent"),
        BasisKind.DESK: mark("a visit, with the client card"),
        BasisKind.MEMBERSHIP: mark("the task of the unit"),
    }
)
_OF_A_DAY = mark("your consent of %(day)s")


def deed_said(deed: Deed, voice: Voice) -> str:
    """Return what was done."""
    return voice.say(DEEDS[deed])


def ground_said(ground: Ground, voice: Voice) -> str:
    """Return on which ground; a word of a later version stays as it is."""
    if ground.day is not None:
        return voice.say(_OF_A_DAY, day=voice.day(ground.day))
    return voice.say(GROUNDS[ground.kind]) if ground.kind in GROUNDS else ground.kind

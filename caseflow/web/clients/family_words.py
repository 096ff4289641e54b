"""Name who declares, on which ground, who is blocked and why, and who is whose child."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeVar

from caseflow.http.language import gettext, mark
from caseflow.vocabulary.states import Authority, BlockedFor, Declarer, Kin, KnownViolent

W = TypeVar("W", bound=str)

DECLARERS: Mapping[Declarer, str] = MappingProxyType(
    {Declarer.CLIENT: mark("she herself"), Declarer.GUARDIAN: mark("a guardian")}
)
AUTHORITIES: Mapping[Authority, str] = MappingProxyType(
    {
        Authority.CUSTODY_SOLE: mark("custody alone"),
        Authority.CUSTODY_JOINT: mark("custody together with somebody else"),
        Authority.GUARDIANSHIP: mark("guardianship of a minor"),
        Authority.ADULT_CARE: mark("legal care of an adult (§ 1814 BGB)"),
        Authority.NONE: mark("no say for her"),
    }
)
BLOCKED: Mapping[BlockedFor, str] = MappingProxyType(
    {
        BlockedFor.VIOLENT: mark("violent towards her or a child"),
        BlockedFor.COURT_ORDER: mark("a court has decided so"),
        BlockedFor.OTHER: mark("another reason"),
    }
)
# What the desk answers; not asked is for programs alone.
VIOLENT: Mapping[KnownViolent, str] = MappingProxyType(
    {
        KnownViolent.NO: mark("No"),
        KnownViolent.YES: mark("Yes"),
        KnownViolent.UNKNOWN: mark("This cannot be answered"),
    }
)
KIN: Mapping[Kin, str] = MappingProxyType({Kin.CHILD: mark("Child"), Kin.MOTHER: mark("Mother")})


def declarer_name(declared_by: str, say: Callable[[str], str] = gettext) -> str:
    """Return who declared a consent; never a name."""
    return say(DECLARERS[Declarer(declared_by)])


def authority_name(authority: str) -> str:
    """Return a ground of authority."""
    return gettext(AUTHORITIES[Authority(authority)])


def blocked_name(blocked: str) -> str:
    """Return why somebody may never declare."""
    return gettext(BLOCKED[BlockedFor(blocked)])


def kin_name(kin: Kin) -> str:
    """Return what another client is to her."""
    return gettext(KIN[kin])


def choices(named: Mapping[W, str]) -> list[tuple[str, str]]:
    """Return words to choose from, in the reader's language."""
    return [(str(word), gettext(name)) for word, name in named.items()]

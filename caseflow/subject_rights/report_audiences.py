"""Say for whom a report on accesses is, and leave out what she or he must not learn."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from caseflow.subject_rights.access_lines import Ground, Sight, merged
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.sights import TELLING, Deed


class Audience(StrEnum):
    """For whom a report is."""

    CLIENT = "client"
    GUARDIAN = "guardian"
    BLOCKED = "blocked_guardian"  # violent, or not to be trusted with it; also when nobody knows


# Where she is, how she is reached and whom she fears: no guardian learns that it was written down.
HIDDEN = frozenset({"whereabouts", "contact", "violence", "evidence"})
# Purposes that name no kind of unit; of the others nothing is said.
_NEUTRAL = frozenset({"case_work", "continuing_help"})
# What was done in an emergency or for her protection may have been done against this guardian.
_PROTECTING = frozenset({BasisKind.EMERGENCY, BasisKind.EXCEPTION})
_KEPT = frozenset({BasisKind.OWN_UNIT, BasisKind.CONSENT, BasisKind.DESK})


def for_audience(found: Iterable[Sight], audience: Audience) -> tuple[Sight, ...]:
    """Return what may be told: to her all of it, to a blocked guardian nothing.

    Art. 15(4) GDPR: a blocked guardian gets what would be answered of a child nobody knows.
    """
    match audience:
        case Audience.CLIENT:
            return tuple(found)
        case Audience.GUARDIAN:
            return merged(_redacted(each) for each in found if not _protects(each))
        case Audience.BLOCKED:
            return ()


def _protects(sight: Sight) -> bool:
    return any(each.kind in _PROTECTING for each in sight.grounds)


def _redacted(sight: Sight) -> Sight:
    """Return what says neither which unit, nor where she is, nor on which day, nor how often."""
    return replace(
        sight,
        day=sight.day.replace(day=1),
        unit=None,
        deed=Deed.TOLD if sight.deed in TELLING else Deed.SAW,
        purpose=sight.purpose if sight.purpose in _NEUTRAL else "",
        grounds=tuple(sorted({Ground(each.kind) for each in sight.grounds if each.kind in _KEPT})),
        categories=tuple(each for each in sight.categories if each not in HIDDEN),
        partner="",
        times=0,
    )

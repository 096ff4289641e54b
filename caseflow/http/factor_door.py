"""Decide at the door whether a second factor is missing, or has to be shown once more.

The two marks stand on a view beside its policy; what they mean is decided here and nowhere else.
"""

from collections.abc import Callable
from typing import TypeVar

from flask.typing import RouteCallable

from caseflow.http import current
from caseflow.http.faults import Fault
from caseflow.vocabulary.actors import Actor, Person

View = TypeVar("View", bound=Callable[..., object])
_WITHOUT = "caseflow_without_factor"
_FRESH = "caseflow_fresh_factor"
_IN_PERSON = "caseflow_in_person"


def without_factor(view: View) -> View:
    """Let somebody come here who needs a second factor and has none: to set it up, or to leave."""
    setattr(view, _WITHOUT, True)
    return view


def fresh_factor(view: View) -> View:
    """Ask whoever has a second factor to show it just before this."""
    setattr(view, _FRESH, True)
    return view


def in_person(view: View) -> View:
    """Let nobody come here by a program's token: it is about her own account."""
    setattr(view, _IN_PERSON, True)
    return view


def token_not_enough(view: RouteCallable, who: Actor | Person) -> Fault | None:
    """Say that somebody came by a token where she has to be there herself, or show her factor."""
    hers = vars(view).get(_IN_PERSON) or vars(view).get(_FRESH)
    return Fault.IN_PERSON if who.token is not None and hers else None


def factor_missing(view: RouteCallable, who: Actor | Person) -> Fault | None:
    """Say that somebody has to set up a factor first.

    A session knows whether one was shown, and ends when the first one is set up elsewhere: so
    nobody has to be asked, and a session that was begun without counts for nothing.
    """
    if who.second_factor_at is not None or vars(view).get(_WITHOUT):
        return None
    return Fault.SET_UP_FACTOR if _needs_one(who) else None


def factor_stale(view: RouteCallable, who: Actor | Person) -> Fault | None:
    """Say that somebody has to show her factor once more; whoever has none is not asked."""
    if who.second_factor_at is None or not vars(view).get(_FRESH):
        return None
    work = current.work()
    shown_since = work.clock.now() - who.second_factor_at
    return None if shown_since < work.configuration.second_factor.fresh else Fault.FRESH_FACTOR


def _needs_one(who: Actor | Person) -> bool:
    """Say whether one of her roles, in whichever unit, needs a second factor."""
    rule = current.work().configuration.second_factor
    if isinstance(who, Person) and who.administrator:
        return rule.administrator
    return any(each.role in rule.required for each in current.memberships())

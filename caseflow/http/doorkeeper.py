"""Deny by default: every route declares one policy, and whoever may not is turned away."""

from collections.abc import Callable
from typing import TypeVar

from flask import Flask
from flask.typing import RouteCallable

from caseflow.http import current
from caseflow.http.csrf import check_late
from caseflow.http.factor_door import factor_missing, factor_stale
from caseflow.http.faults import Fault
from caseflow.http.form_marks import made_elsewhere
from caseflow.http.log_in_state import recognised
from caseflow.http.uploads import let_file_in
from caseflow.identity import list_units, may, memberships, note_refusal
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.errors import BadConfiguration
from caseflow.vocabulary.permissions import Permission

View = TypeVar("View", bound=Callable[..., object])
_MARK = "caseflow_policy"  # where a view keeps its policy


def policy(permission: Permission) -> Callable[[View], View]:
    """Declare what somebody must be allowed before this view is called at all."""

    def declare(view: View) -> View:
        if _MARK in vars(view):
            raise BadConfiguration(f"{view.__name__} declares two policies; keep one.")
        setattr(view, _MARK, permission)
        return view

    return declare


def policy_of(view: RouteCallable) -> Permission | None:
    """Return the policy that a view declares; None if it declares none."""
    found = vars(view).get(_MARK)
    return found if isinstance(found, Permission) else None


def check_routes(app: Flask) -> None:
    """Raise BadConfiguration when a route declares no policy: such a house does not open."""
    for rule in app.url_map.iter_rules():
        if policy_of(app.view_functions[rule.endpoint]) is None:
            raise BadConfiguration(
                f"The route {rule.rule} declares no policy; put @policy(...) above its view."
            )


def admit(view: RouteCallable) -> Fault | None:
    """Say why whoever asks may not come to this view; None when she may."""
    permission = policy_of(view)
    if permission is Permission.PUBLIC:
        return None
    who = recognise()
    if who is None:
        return Fault.LOG_IN
    let_file_in(view)
    check_late()
    # Before her role: what she typed for one unit must not be lost because the other forbids it.
    if permission is not Permission.LOGGED_IN and made_elsewhere(who):
        return Fault.OTHER_UNIT
    missing = factor_missing(view, who)
    if missing is not None:
        return missing
    return _turned_away(who, permission) or factor_stale(view, who)


def turn_away() -> Fault:
    """Return the fault of an address that is not there; for whoever is logged in it is traced."""
    who = recognise()  # so that unknown pages look like refused ones
    if who is not None:
        note_refusal(current.work(), who, None)
    return Fault.NOT_FOUND


def recognise() -> Actor | Person | None:
    """Find out who asks, and keep it for the rest of the request."""
    who = recognised()
    if who is not None:
        units = tuple(list_units(current.work()))
        held = tuple(memberships(current.work(), who.staff, units))
        current.hold_who(who, held, units)
    return who


def _turned_away(who: Actor | Person, permission: Permission | None) -> Fault | None:
    if permission is not None and may(who, permission):
        return None
    if _can_choose(who):
        return Fault.CHOOSE_UNIT
    note_refusal(current.work(), who, permission)
    return Fault.NOT_FOUND


def _can_choose(who: Actor | Person) -> bool:
    return isinstance(who, Person) and not who.administrator and bool(current.memberships())

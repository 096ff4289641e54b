"""Hold what belongs to the request at hand: its id, its unit of work, who asks and her units."""

from typing import TYPE_CHECKING, cast

from flask import g

from caseflow.identity import MembershipView
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.units import Unit

if TYPE_CHECKING:
    from caseflow.database.unit_of_work import Work


def request_id() -> str:
    """Return the id under which the log and the answer know this request."""
    if "request_id" not in g:
        g.request_id = str(new_id())
    return cast("str", g.request_id)


def hold_work(work: "Work") -> None:
    """Keep the unit of work of this request."""
    g.work = work


def work() -> "Work":
    """Return the unit of work of this request."""
    return cast("Work", g.work)


def hold_who(
    who: Actor | Person, memberships: tuple[MembershipView, ...], units: tuple[Unit, ...] = ()
) -> None:
    """Keep who asks, the units she belongs to, and all that there are."""
    g.who = who
    g.memberships = memberships
    g.units = units


def who() -> Actor | Person | None:
    """Return who asks; None while nobody is known to be logged in."""
    return cast("Actor | Person | None", g.get("who"))


def actor() -> Actor:
    """Return who asks, acting in a unit; only for routes whose policy asks for a role."""
    found = who()
    if not isinstance(found, Actor):
        raise TypeError("the policy of this route admits somebody who acts in no unit")
    return found


def memberships() -> tuple[MembershipView, ...]:
    """Return the memberships of who asks; none while nobody is logged in."""
    return cast("tuple[MembershipView, ...]", g.get("memberships", ()))


def units() -> tuple[Unit, ...]:
    """Return all units of the provider, by name; none while nobody is logged in."""
    return cast("tuple[Unit, ...]", g.get("units", ()))


def membership() -> MembershipView | None:
    """Return the membership that she acts in, if any."""
    found = who()
    chosen = found.membership if isinstance(found, Actor) else None
    return next((each for each in memberships() if each.id == chosen), None)

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from caseflow.http import current
from caseflow.http.factor_door import (
    factor_missing,
    factor_stale,
    fresh_factor,
    in_person,
    token_not_enough,
    without_factor,
)
from caseflow.http.faults import Fault
from caseflow.identity import memberships
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.factories.second_factors import demanding

Ask = Callable[[Callable[[], str], Actor | Person], tuple[Fault | None, Fault | None]]


def _any() -> str:
    return "any"


@without_factor
def _open() -> str:
    return "open"


@fresh_factor
def _fresh() -> str:
    return "fresh"


@pytest.fixture
def ask(house: House) -> Ask:
    def asked(view: Callable[[], str], who: Actor | Person) -> tuple[Fault | None, Fault | None]:
        with Flask("x").test_request_context():
            work = house.work()
            current.hold_work(work)
            current.hold_who(who, tuple(memberships(work, who.staff)))
            found = factor_missing(view, who), factor_stale(view, who)
            work.finish()
            return found

    return asked


def shown(house: House, name: str, slug: str, minutes: float | None) -> Actor:
    member = house.memberships[name, slug]
    at = None
    if minutes is not None:
        at = house.around.clock.now() - timedelta(minutes=minutes)
    found = house.actor(name, slug)
    return Actor(found.staff, found.session, member.id, found.unit, found.role, at)


def test_nobody_needs_one_unless_the_provider_says_so(house: House, ask: Ask) -> None:
    assert ask(_any, house.actor("lea", "beratung")) == (None, None)


def test_leads_officers_and_administrators_need_one(house: House, ask: Ask) -> None:
    demanding(house)
    missing = (Fault.SET_UP_FACTOR, None)
    assert ask(_any, house.actor("lea", "beratung")) == missing
    assert ask(_any, house.actor("olga", "datenschutz")) == missing
    assert ask(_any, Person(new_id(), new_id(), administrator=True)) == missing
    assert ask(_any, house.actor("berta", "beratung")) == (None, None)
    assert ask(_any, Person(new_id(), new_id())) == (None, None)


def test_a_role_elsewhere_needs_one_too_before_a_unit_is_chosen(house: House, ask: Ask) -> None:
    demanding(house)
    assert ask(_any, Person(house.staff["lea"], new_id()))[0] is Fault.SET_UP_FACTOR


def test_the_way_to_set_one_up_is_open(house: House, ask: Ask) -> None:
    demanding(house)
    assert ask(_open, house.actor("lea", "beratung")) == (None, None)


def test_whoever_has_shown_one_comes_in(house: House, ask: Ask) -> None:
    demanding(house)
    assert ask(_any, shown(house, "lea", "beratung", 500)) == (None, None)


@pytest.mark.parametrize(("minutes", "fault"), [(4.9, None), (5, Fault.FRESH_FACTOR)])
def test_what_needs_it_fresh_asks_after_five_minutes(
    house: House, ask: Ask, minutes: float, fault: Fault | None
) -> None:
    assert ask(_fresh, shown(house, "berta", "beratung", minutes)) == (None, fault)
    assert ask(_any, shown(house, "berta", "beratung", minutes)) == (None, None)


def test_whoever_has_none_is_not_asked_to_show_it(house: House, ask: Ask) -> None:
    assert ask(_fresh, house.actor("berta", "beratung")) == (None, None)


def test_a_token_stands_for_nobody_where_she_must_be_there_herself(house: House) -> None:
    berta = house.actor("berta", "beratung")
    program = replace(berta, token=new_id())
    hers = in_person(lambda: "hers")
    for view in (hers, _fresh):
        assert token_not_enough(view, program) is Fault.IN_PERSON
        assert token_not_enough(view, berta) is None
    assert token_not_enough(_any, program) is None

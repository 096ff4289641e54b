from uuid import uuid4

import pytest
from flask import Flask

from caseflow.http import current
from caseflow.identity import MembershipView
from caseflow.vocabulary.actors import Actor, Person, Role
from caseflow.vocabulary.units import Unit, UnitKind

UNIT = Unit(uuid4(), "wohnen", "Wohnen", UnitKind.HOUSING)
HELD = MembershipView(uuid4(), UNIT, Role.LEAD)
OTHER = MembershipView(uuid4(), UNIT, Role.INTAKE)
ACTOR = Actor(uuid4(), uuid4(), HELD.id, UNIT.id, Role.LEAD)


def test_nobody_is_known_at_first() -> None:
    with Flask("x").app_context():
        assert current.who() is None
        assert current.memberships() == ()
        assert current.units() == ()
        assert current.membership() is None


def test_the_membership_acted_in_is_the_chosen_one() -> None:
    with Flask("x").app_context():
        current.hold_who(ACTOR, (OTHER, HELD), (HELD.unit,))
        assert current.units() == (HELD.unit,)
        assert current.actor() is ACTOR
        assert current.membership() is HELD


def test_who_acts_in_no_unit_is_no_actor() -> None:
    with Flask("x").app_context():
        current.hold_who(Person(uuid4(), uuid4()), (HELD,))
        assert current.membership() is None
        with pytest.raises(TypeError, match="no unit"):
            current.actor()


def test_a_request_keeps_its_id_and_the_next_has_another() -> None:
    app = Flask("x")
    with app.app_context():
        first = current.request_id()
        assert current.request_id() == first
    with app.app_context():
        assert current.request_id() != first

from datetime import timedelta

from caseflow.database.tables.clients import Case, Desk
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.tables.units import Membership
from caseflow.policy.validity import lasts_beyond, valid_at
from caseflow.vault.facts_of_rows import (
    case_fact,
    category_rules,
    consent_fact,
    consent_now,
    desk_fact,
    drawer_fact,
    emergency_fact,
    matrix_of,
    membership_fact,
    parts_of,
)
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.matrices import Action, Exclusion, WithdrawnPart
from caseflow.vocabulary.states import Notice
from tests.factories.clients import Known, consent_row
from tests.factories.house import House, StoppedClock, configuration

NOW = StoppedClock().now()


def test_a_membership_is_active_until_it_ended() -> None:
    row = Membership(
        staff_id=new_id(), unit_id=new_id(), role="lead", admitted_by=None, since=NOW, ended_at=None
    )
    assert membership_fact(row).active
    assert membership_fact(row).role is Role.LEAD
    row.ended_at = NOW
    assert not membership_fact(row).active


def test_a_case_is_open_until_it_is_closed() -> None:
    someone = new_id()
    row = Case(
        client_id=new_id(),
        unit_id=new_id(),
        opened_at=NOW,
        opened_by=someone,
        restricted=True,
        assigned=(someone,),
        code=b"",
        code_key_id=b"",
    )
    fact = case_fact(row)
    assert (fact.open, fact.restricted, fact.assigned) == (True, True, frozenset({someone}))
    row.closed_at = NOW
    assert not case_fact(row).open


def test_a_drawer_a_desk_and_an_emergency_keep_their_places() -> None:
    drawer = Drawer(
        client_id=new_id(),
        unit_id=new_id(),
        category="health",
        key_version=1,
        key_id=b"",
        born_at=NOW,
    )
    assert drawer_fact(drawer).category == "health"
    desk = Desk(
        client_id=new_id(),
        session_id=new_id(),
        staff_id=new_id(),
        unit_id=new_id(),
        opened_at=NOW,
        until=NOW + timedelta(hours=1),
        code=b"",
        code_key_id=b"",
    )
    assert desk_fact(desk).session == desk.session_id
    assert desk_fact(desk).client == desk.client_id
    emergency = EmergencyAccess(
        client_id=new_id(),
        staff_id=new_id(),
        unit_id=new_id(),
        categories=("health", "family"),
        reason=b"",
        reason_digest=b"",
        declared_at=NOW,
        until=NOW + timedelta(hours=4),
    )
    assert emergency_fact(emergency).categories == {"health", "family"}
    assert emergency_fact(emergency).staff == emergency.staff_id


def test_a_consent_is_complete_with_every_notice_and_keeps_what_was_refused(house: House) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    row = consent_row(house.work(), berta, Known(new_id(), ""), [shelter], ["health", "family"])
    row.exclusions = ({"to_unit": str(shelter), "category": "family"},)
    row.withdrawn_parts = ({"to_unit": str(shelter), "category": "health", "at": NOW.isoformat()},)
    assert matrix_of(row).exclusions == {Exclusion(shelter, "family")}
    assert matrix_of(row).actions == {Action.VIEW}
    assert parts_of(row) == (WithdrawnPart(shelter, "health", NOW),)
    assert consent_fact(row).complete
    row.notices = tuple(Notice)[1:]
    assert not consent_fact(row).complete


def test_a_consent_whose_end_is_written_down_is_over_whatever_the_clock_says(house: House) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    row = consent_row(house.work(), berta, Known(new_id(), ""), [shelter], ["health"])
    assert valid_at(consent_now(row, frozenset()), NOW)
    row.settled_at = NOW + timedelta(days=1)
    assert not lasts_beyond(consent_now(row, frozenset()), NOW)
    assert not lasts_beyond(consent_now(row, frozenset()), NOW - timedelta(days=1))
    assert valid_at(consent_fact(row), NOW)  # as it was then, for whoever looks back


def test_the_rules_of_categories_are_those_of_the_configuration() -> None:
    rules = category_rules(configuration())
    assert "whereabouts" not in rules.trustee
    assert "evidence" in rules.never
    assert rules.emergency == configuration().emergency_categories

"""Four eyes, an officer's among them; then she is gone, and nobody can tell her from nobody."""

import pytest

from caseflow.records import look_up_client
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.emergencies import declared
from tests.factories.erasing import left_of, two_files
from tests.factories.house import House
from tests.factories.retention import (
    answered_erasure,
    erasure_of,
    held,
    proposed_erasure,
    second_officer,
)
from tests.unit.vault.reading import newest, read


def test_a_lead_proposes_and_an_officer_agrees(house: House) -> None:
    where, lea = two_files(house), house.actor("lea", "beratung")
    olga = house.actor("olga", "datenschutz")
    erasure = erasure_of(house, lea, where.known.id)
    assert answered_erasure(house, lea, erasure) == Refused(Reason.TOO_LATE)
    assert "drawers" in left_of(house, where.known.id)
    assert answered_erasure(house, olga, erasure) == Done(None)
    assert left_of(house, where.known.id) == {"erasures", "consents"}
    assert newest(house, Act.ERASURE_ANSWER)["details"]["agreed"] == "yes"
    assert answered_erasure(house, olga, erasure) == Refused(Reason.TOO_LATE)
    assert answered_erasure(house, lea, erasure) == Refused()


def test_two_leads_are_not_enough_and_two_officers_are(house: House) -> None:
    where, lea = two_files(house), house.actor("lea", "beratung")
    there = house.actor("lea", "frauenhaus")
    olga, orla = house.actor("olga", "datenschutz"), second_officer(house)
    by_lead = erasure_of(house, lea, where.known.id)
    assert answered_erasure(house, there, by_lead) == Refused(Reason.TOO_LATE)
    assert answered_erasure(house, olga, by_lead, agreed=False) == Done(None)
    by_officer = erasure_of(house, olga, where.known.id)
    assert answered_erasure(house, olga, by_officer) == Refused(Reason.TOO_LATE)
    assert answered_erasure(house, orla, by_officer) == Done(None)


def test_a_lead_agrees_for_her_own_unit_to_what_an_officer_proposes(house: House) -> None:
    where, olga = two_files(house), house.actor("olga", "datenschutz")
    erasure = erasure_of(house, olga, where.known.id, where.berta.unit)
    assert answered_erasure(house, house.actor("lea", "frauenhaus"), erasure) == Refused()
    assert answered_erasure(house, house.actor("wanda", "wohnen"), erasure) == Refused()
    assert answered_erasure(house, house.actor("lea", "beratung"), erasure) == Done(None)
    assert read(house, where.berta, where.known) == Refused()


def test_what_has_come_between_stops_it_and_a_lead_hears_no_more_than_that(house: House) -> None:
    where, olga = two_files(house), house.actor("olga", "datenschutz")
    erasure = erasure_of(house, olga, where.known.id)
    declared(house, where.frieda, where.known, "health")
    held(house, where.known.id)
    lea = house.actor("lea", "beratung")
    assert answered_erasure(house, lea, erasure) == Invalid(
        (Problem("ground", "officer_knows_why"),)
    )
    orla = second_officer(house)
    assert answered_erasure(house, orla, erasure) == Invalid(
        (Problem("ground", "emergency_not_reviewed"), Problem("ground", "held_back"))
    )
    assert "drawers" in left_of(house, where.known.id)


def test_while_the_period_runs_it_is_no_ground(house: House) -> None:
    where, olga = two_files(house), house.actor("olga", "datenschutz")
    answer = proposed_erasure(house, olga, where.known.id, ground="period_over")
    assert answer == Invalid((Problem("ground", "period_not_over"),))


@pytest.mark.parametrize("who", ["erased", "never there"])
def test_her_code_and_her_id_are_those_of_nobody(house: House, who: str) -> None:
    where, lea = two_files(house), house.actor("lea", "beratung")
    client = where.known.id if who == "erased" else new_id()
    erasure = erasure_of(house, lea, where.known.id)
    assert answered_erasure(house, house.actor("olga", "datenschutz"), erasure) == Done(None)
    assert proposed_erasure(house, lea, client) == Refused()
    ida = house.actor("ida", "wohnen")
    work = house.work(ida)
    assert look_up_client(work, ida, where.known.code) == Refused()

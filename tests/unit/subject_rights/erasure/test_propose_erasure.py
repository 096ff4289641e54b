"""A lead or an officer proposes; what stands against it is told to the officer alone."""

import pytest

from caseflow.subject_rights.erasure import Proposal, propose_erasure
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.erasing import erased, two_files
from tests.factories.house import House
from tests.factories.retention import held, proposed_erasure
from tests.unit.vault.reading import newest


def test_a_proposal_changes_nothing_and_stands_once(house: House) -> None:
    where, lea = two_files(house), house.actor("lea", "beratung")
    first = proposed_erasure(house, lea, where.known.id, lea.unit)
    assert isinstance(first, Done)
    assert proposed_erasure(house, lea, where.known.id, lea.unit) == first
    assert proposed_erasure(house, lea, where.known.id) != first
    told = newest(house, Act.ERASURE_PROPOSE)
    assert told["details"]["ground"] == "wish"
    assert "reason_digest" in told


def test_what_is_sent_must_fit(house: House) -> None:
    where, lea = two_files(house), house.actor("lea", "beratung")
    work = house.work(lea)
    answer = propose_erasure(work, lea, where.known.id, Proposal(where.frieda.unit, "because", " "))
    assert answer == Invalid(
        (
            Problem("ground", "not_a_choice"),
            Problem("text", "required"),
            Problem("unit", "not_a_choice"),
        )
    )


def test_an_officer_hears_of_a_hold_and_a_lead_does_not(house: House) -> None:
    where, lea = two_files(house), house.actor("lea", "beratung")
    olga = house.actor("olga", "datenschutz")
    held(house, where.known.id)
    assert isinstance(proposed_erasure(house, lea, where.known.id), Done)
    answer = proposed_erasure(house, olga, where.known.id)
    assert answer == Invalid((Problem("ground", "held_back"),))
    nowhere = proposed_erasure(house, olga, where.known.id, house.units["wohnen"])
    assert nowhere == Invalid((Problem("unit", "not_a_choice"),))


@pytest.mark.parametrize("who", ["unknown", "erased", "of another unit"])
def test_whoever_is_not_there_is_refused_alike(house: House, who: str) -> None:
    lea, olga = house.actor("lea", "beratung"), house.actor("olga", "datenschutz")
    known = new_client(house, house.actor("wanda", "wohnen"))
    client = new_id() if who == "unknown" else known.id
    if who == "erased":
        erased(house, client)
    assert proposed_erasure(house, lea, client) == Refused()
    if who != "of another unit":
        assert proposed_erasure(house, olga, client) == Refused()
    berta = house.actor("berta", "beratung")
    assert proposed_erasure(house, berta, client) == Refused(Reason.NOT_OPEN)

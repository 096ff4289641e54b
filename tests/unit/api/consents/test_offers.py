import pytest
from flask import Flask

from caseflow.api.consents.offers import Offered, read_offer
from caseflow.consents import Offer
from caseflow.http import current
from caseflow.http.schemas import read
from caseflow.identity import list_units
from caseflow.vocabulary.answers import Invalid, Problem
from caseflow.vocabulary.ids import new_id
from tests.factories.agreeing import CONSENT, MATRIX
from tests.factories.house import House

SENT = {name: CONSENT[name] for name in MATRIX}


@pytest.mark.parametrize("name", MATRIX)
def test_each_list_is_needed_and_none_may_be_empty(name: str) -> None:
    assert read(Offered(), SENT) == SENT
    empty = read(Offered(), {**SENT, name: []})
    assert empty == Invalid((Problem(name, "empty_list"),))
    left_out = read(Offered(), {key: value for key, value in SENT.items() if key != name})
    missing = [Problem(each, "units_or_partner") for each in ("to_units", "partner")]
    needed = missing if name == "to_units" else [Problem(name, "required")]
    assert left_out == Invalid(tuple(needed))


def test_units_and_a_partner_are_never_named_together() -> None:
    both = read(Offered(), {**SENT, "partner": str(new_id())})
    assert both == Invalid(
        (Problem("to_units", "units_or_partner"), Problem("partner", "units_or_partner"))
    )


def test_a_partner_is_named_by_its_id_in_what_she_refuses_too(app: Flask, house: House) -> None:
    police = new_id()
    sent = {key: value for key, value in SENT.items() if key != "to_units"}
    with app.test_request_context("/api/v1/x"):
        current.hold_who(house.actor("berta", "beratung"), (), ())
        offer = read_offer({**sent, "partner": police}, [(str(police), "family")])
    assert (offer.partner, offer.to_units) == (police, frozenset())
    assert offer.refused == {(police, "family")}


def test_units_go_by_their_slugs_and_an_unknown_one_is_left_to_the_room(
    app: Flask, house: House
) -> None:
    with app.test_request_context("/api/v1/x"):
        actor = house.actor("berta", "beratung")
        current.hold_who(actor, (), tuple(list_units(house.work())))
        offer = read_offer(SENT, [("frauenhaus", "family")])
        other = read_offer({**SENT, "to_units": ["wohnen", "mond"]}, [])
    assert offer == Offer(
        from_units=frozenset({house.units["beratung"]}),
        to_units=frozenset({house.units["frauenhaus"]}),
        categories=frozenset({"identity", "family"}),
        purposes=frozenset({"case_work"}),
        actions=frozenset({"view"}),
        refused=frozenset({(house.units["frauenhaus"], "family")}),
    )
    assert house.units["wohnen"] in other.to_units
    assert len(other.to_units - set(house.units.values())) == 1

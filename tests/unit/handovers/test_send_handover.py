from dataclasses import replace

import pytest
from sqlalchemy import select

from caseflow.database.tables.handovers import Handover
from caseflow.handovers import Direction, Slip, WrittenSlip, send_handover
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import Urgency
from tests.factories.clients import case_at, consented, fact, new_client, withdrawn, write
from tests.factories.handovers import SLIP, listed, sent
from tests.factories.house import House
from tests.unit.vault.reading import log, newest


def test_without_a_consent_the_slip_says_nothing_of_who_she_is(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Olena")
    handover = sent(house, berta, known, "frauenhaus")
    [view] = listed(house, frieda, Direction.IN)
    assert view.slip == WrittenSlip(Urgency.TODAY, ("uk", "ru"), 2)
    assert (view.id, view.client) == (handover, None)
    [own] = listed(house, berta, Direction.OUT)
    assert (own.slip, own.client) == (view.slip, known.id)


def test_with_a_consent_it_says_who_she_is(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Olena")
    birth = fact("birth_date", '{"type":"date","value":"1990-05-04"}', "identity")
    write(house, berta, known, birth)
    consent = consented(house, berta, known, [frieda.unit], ["identity"])
    sent(house, berta, known, "frauenhaus", consent, note="Sie kommt um drei.")
    [view] = listed(house, frieda, Direction.IN)
    written = replace(
        WrittenSlip(Urgency.TODAY, ("uk", "ru"), 2),
        note="Sie kommt um drei.",
        code=known.code,
        name="Olena",
        birth_year="1990",
    )
    assert (view.slip, view.client) == (written, known.id)


def test_its_trace_says_what_was_told_and_by_which_consent(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta, "Olena")
    consent = consented(house, berta, known, [house.units["frauenhaus"]], ["identity"])
    handover = sent(house, berta, known, "frauenhaus", consent)
    told = newest(house, Act.HANDOVER_SEND)
    assert {basis["kind"] for basis in told["bases"]} == {"membership", "own_unit", "consent"}
    assert [drawer["category"] for drawer in told["drawers"]] == ["identity"]
    assert told["details"] == {
        "handover": str(handover),
        "to_unit": str(house.units["frauenhaus"]),
        "consent": str(consent.id),
    }
    assert [row["table"] for row in told["rows"]] == ["handovers"]


def test_a_name_that_another_unit_opened_is_not_passed_on(house: House) -> None:
    frieda, berta = house.actor("frieda", "frauenhaus"), house.actor("berta", "beratung")
    known = new_client(house, frieda, "Olena")
    case_at(house, berta, known)
    consented(house, frieda, known, [berta.unit], ["identity"])
    onward = consented(house, berta, known, [house.units["wohnen"]], ["identity"])
    sent(house, berta, known, "wohnen", onward)
    [view] = listed(house, house.actor("ida", "wohnen"), Direction.IN)
    assert view.slip is not None
    assert (view.slip.code, view.slip.name) == (known.code, "")


def test_the_slip_lies_sealed(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta, "Olena")
    consent = consented(house, berta, known, [house.units["frauenhaus"]], ["identity"])
    sent(house, berta, known, "frauenhaus", consent, note="Sie kommt um drei.")
    with house.sessions() as session:
        row = session.scalars(select(Handover)).one()
    for sealed in (row.slip_from, row.slip_to):
        for word in ("Olena", known.code, "um drei", "uk"):
            assert word.encode() not in sealed


@pytest.mark.parametrize("unit", ["beratung", "datenschutz", "nowhere"])
def test_it_goes_to_another_unit_that_works_with_clients(house: House, unit: str) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    to_unit = house.units.get(unit, new_id())
    before = len(log(house))
    answer = send_handover(house.work(berta), berta, known.id, to_unit, None, SLIP)
    assert answer == Invalid((Problem("to_unit", "not_a_choice"),))
    assert len(log(house)) == before


def test_a_consent_must_open_something_there_now(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known, other = new_client(house, berta), new_client(house, berta)
    shelter, housing = house.units["frauenhaus"], house.units["wohnen"]
    elsewhere = consented(house, berta, known, [housing], ["violence"])
    ended = consented(house, berta, known, [shelter], ["violence"])
    withdrawn(house, berta, known, ended)
    of_another = consented(house, berta, other, [shelter], ["violence"])
    wrong = Invalid((Problem("consent", "opens_nothing"),))
    for consent in (elsewhere.id, ended.id, of_another.id, new_id()):
        work = house.work(berta)
        assert send_handover(work, berta, known.id, shelter, consent, SLIP) == wrong


def test_everything_wrong_is_named_at_once(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    slip = Slip("soon", ["uk"], 0)
    answer = send_handover(house.work(berta), berta, known.id, new_id(), new_id(), slip)
    assert isinstance(answer, Invalid)
    assert [each.field for each in answer.problems] == ["to_unit", "consent", "urgency"]


@pytest.mark.parametrize(
    ("name", "unit"), [("frieda", "frauenhaus"), ("olga", "datenschutz"), ("ida", "wohnen")]
)
def test_only_a_unit_with_her_open_case_sends(house: House, name: str, unit: str) -> None:
    known = new_client(house, house.actor("berta", "beratung"))
    actor = house.actor(name, unit)
    work = house.work(actor)
    answer = send_handover(work, actor, known.id, house.units["wohnen"], None, SLIP)
    work.finish()
    assert answer == Refused(Reason.NOT_OPEN)
    assert newest(house, Act.HANDOVER_SEND)["decision"] == "refused"

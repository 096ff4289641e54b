from datetime import timedelta

import pytest
from flask import Flask

from caseflow.records.search_clients import Hits
from caseflow.vocabulary.answers import Disclosed
from caseflow.web import work_list as module
from tests.factories.application import Visitor
from tests.factories.clients import new_client
from tests.factories.corrections import said
from tests.factories.desk_forms import administrator
from tests.factories.emergencies import declared
from tests.factories.handovers import sent
from tests.factories.house import House, StoppedClock
from tests.factories.known_clients import storied
from tests.factories.lawful import excepted, ground
from tests.factories.read_page import read_page
from tests.factories.retention import erasure_of


def _people(text: str) -> list[str]:
    page = read_page(text)
    return [each.text.strip() for each in page.select(".person .name")]


def test_a_member_of_one_unit_comes_straight_to_it(visitor: Visitor) -> None:
    visitor.log_in("berta")
    text = visitor.look("/").text
    assert "Beratung" in text
    assert "hat noch keinen offenen Fall" in text


def test_who_has_several_units_chooses_first(visitor: Visitor) -> None:
    visitor.log_in("lea")
    assert visitor.look("/").location == "/unit"


def test_nobody_is_sent_to_the_log_in(visitor: Visitor) -> None:
    assert visitor.look("/").location == "/log-in?next=/"


def test_an_officer_sees_what_waits_for_her_review_and_no_clients(
    house: House, visitor: Visitor
) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    visitor.log_in("olga")
    text = visitor.look("/").text
    assert 'role="search"' not in text
    assert "auf Ihre Prüfung" not in text
    known = new_client(house, frieda)
    erasure_of(house, house.actor("olga", "datenschutz"), known.id)  # for another to answer
    erasure_of(house, house.actor("lea", "frauenhaus"), known.id, frieda.unit)
    declared(house, frieda, known, "health")
    excepted(house, frieda, known, ground([house.units["beratung"]], "violence"))
    page = read_page(visitor.look("/").text)
    due = {str(each.a["href"]): each.strong.text for each in page.select(".due:has(.tag)")}  # type: ignore[index, union-attr]  # found
    assert due == {"/emergencies": "1", "/erasures": "1", "/exceptions": "1"}
    assert {"/log", "/emergencies"} <= {str(each["href"]) for each in page.select(".ways a")}


def test_an_administrator_comes_to_the_accounts(app: Flask, house: House) -> None:
    text = administrator(app, house).look("/").text
    page = read_page(text)
    assert [each["href"] for each in page.select(".ways a")] == ["/accounts"]
    assert "gehören noch zu keinem Bereich" not in text


def test_the_clients_of_the_unit_stand_in_order(house: House, visitor: Visitor) -> None:
    berta = house.actor("berta", "beratung")
    for name in ("Schmitt, Vera", "Amal", ""):
        new_client(house, berta, name)
    new_client(house, house.actor("frieda", "frauenhaus"), "Nur im Frauenhaus")
    visitor.log_in("berta")
    assert _people(visitor.look("/").text) == ["Amal", "Schmitt, Vera", "ohne Namen"]
    assert _people(visitor.look("/?start=2").text) == ["ohne Namen"]
    assert len(_people(visitor.look("/?start=x").text)) == 3


def test_a_consent_that_runs_out_is_announced(house: House, visitor: Visitor) -> None:
    storied(house)
    clock = house.around.clock
    assert isinstance(clock, StoppedClock)
    clock.advance(timedelta(days=340))
    visitor.log_in("frieda")
    text = visitor.look("/").text
    assert "Einwilligungen, die enden" in text
    assert "in einer Woche" not in text
    page = read_page(visitor.look("/?within=7").text)
    assert [each.text for each in page.select("#ending + .filters [aria-current]")] == [
        "in 7 Tagen"
    ]
    assert page.select("#ending ~ ul:not(.filters) li") == []
    clock.advance(timedelta(days=20))
    visitor.log_in("frieda")
    assert "in einer Woche" in visitor.look("/").text


def test_whom_she_works_with_is_a_link_away_and_what_she_says_waits_there(
    house: House, visitor: Visitor
) -> None:
    made = storied(house)
    new_client(house, house.actor("lea", "beratung"), "Zuletzt")
    said(house, house.actor("frieda", "frauenhaus"), made.id, made.entry)
    visitor.log_in("berta")
    page = read_page(visitor.look("/?mine=yes").text)
    assert [each.text.strip() for each in page.select(".person .name")] == ["Öztürk, Aylin"]
    assert [each["href"] for each in page.select("#not-so ~ ul a")] == [
        f"/clients/{made.id}/corrections"
    ]
    assert len(_people(visitor.look("/").text)) == 2
    visitor.log_in("frieda")
    page = read_page(visitor.look("/?mine=yes").text)
    assert "Ihnen ist niemand zugeteilt." in page.text
    assert page.select("#not-so") == []


def test_a_handover_that_waits_is_announced(house: House, visitor: Visitor) -> None:
    berta = house.actor("berta", "beratung")
    visitor.log_in("frieda")
    assert "Übergaben, die auf Antwort warten" not in visitor.look("/").text
    sent(house, berta, new_client(house, berta), "frauenhaus")
    page = read_page(visitor.look("/").text)
    assert [each.text for each in page.select(".due .tag")] == ["1"]


def test_a_search_tolerates_what_ears_do_and_stands_in_no_address(
    house: House, visitor: Visitor
) -> None:
    new_client(house, house.actor("berta", "beratung"), "Müller, Aylin")
    new_client(house, house.actor("berta", "beratung"), "Schmitt, Vera")
    visitor.log_in("berta")
    answer = visitor.send("/search", "/", q="mueler")
    assert _people(answer.text) == ["Müller, Aylin"]
    assert visitor.look("/search?q=Müller").status_code == 404
    nobody = visitor.send("/search", "/", q="Öztürk", closed="true")
    assert "passt niemand" in nobody.text
    assert visitor.send("/search", "/", q="x" * 201).status_code == 422


def test_of_a_unit_with_very_many_clients_it_is_said_what_a_search_does_not_find(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.log_in("berta")
    assert "drei Buchstaben" not in visitor.send("/search", "/", q="mona").text
    many = Disclosed(Hits((), more=False, by_index=True))
    monkeypatch.setattr(module, "search_clients", lambda *_, **__: many)
    assert "drei Buchstaben" in visitor.send("/search", "/", q="mona").text

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from bs4 import BeautifulSoup
from flask import Flask

from caseflow.consents import KeptCopy, Seen, Withdrawn
from caseflow.http import current
from caseflow.web.consents.withdrawn_page import once, withdrawn_page
from tests.factories.house import House
from tests.factories.read_page import read_page

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def _page(app: Flask, house: House, withdrawn: Withdrawn, spoken: str = "") -> BeautifulSoup:
    with app.test_request_context("/", headers={"Accept-Language": "de"}):
        current.hold_work(house.work())
        return read_page(withdrawn_page(uuid4(), withdrawn, spoken).get_data(as_text=True))


def _seen(house: House, category: str) -> Seen:
    unit: UUID = house.units["frauenhaus"]
    return Seen(AT, unit, category, house.units["beratung"])


def test_her_receipt_says_more_than_the_screen(app: Flask, house: House) -> None:
    all_of_it = (_seen(house, "family"), _seen(house, "violence"))
    page = _page(app, house, Withdrawn(AT, all_of_it[:1], all_of_it))
    assert len(page.select(".on-screen .seen li")) == 1
    assert len(page.select(".on-paper .seen li")) == 2


def test_what_is_printed_is_in_her_language_and_the_screen_in_ours(
    app: Flask, house: House
) -> None:
    page = _page(app, house, Withdrawn(AT, (), (_seen(house, "health"),)), "ar")
    paper = page.select_one(".on-paper")
    assert paper is not None
    assert (paper["lang"], paper["dir"]) == ("ar", "rtl")
    assert "\u0627\u0644\u0635\u062d\u0629" in paper.text  # health
    assert "2 \u0645\u0627\u0631\u0633 2026" in paper.text  # the day
    assert [each["lang"] for each in paper.select(".unreviewed")] == ["ar", "de"]
    assert "Widerrufen" in page.select_one("h1").text  # type: ignore[union-attr]


def test_at_a_desk_the_screen_shows_nothing(app: Flask, house: House) -> None:
    page = _page(app, house, Withdrawn(AT, (), ()))
    assert page.select(".seen") == []
    assert "Damit wurde nichts gelesen." in page.text


def test_copies_are_named_on_the_screen_as_far_as_the_unit_may_know_and_all_on_paper(
    app: Flask, house: House
) -> None:
    owner, unit = house.units["beratung"], house.units["frauenhaus"]
    copies = tuple(KeptCopy(AT, unit, category, owner) for category in ("family", "violence"))
    page = _page(app, house, Withdrawn(AT, (), (), copies[:1], copies))
    assert len(page.select(".on-screen .seen li")) == 1
    assert len(page.select(".on-paper .seen li")) == 2


def test_at_a_desk_frozen_copies_stand_on_paper_alone(app: Flask, house: House) -> None:
    copy = KeptCopy(AT, house.units["frauenhaus"], "family", house.units["beratung"])
    page = _page(app, house, Withdrawn(AT, (), (), (), (copy,)))
    assert page.select(".on-screen .seen") == []
    assert "Am genannten Tag werden sie vernichtet" in page.select_one(".on-paper").text  # type: ignore[union-attr]


def test_two_drawers_that_were_read_at_once_are_one_line(app: Flask, house: House) -> None:
    one = _seen(house, "family")
    other = replace(one, owner=house.units["wohnen"])
    later = replace(one, at=AT + timedelta(days=1))
    with app.test_request_context():
        current.hold_work(house.work())
        assert [each.at for each in once([one, other, later])] == [AT, later.at]

import pytest
from flask import Flask

from caseflow.vocabulary.ids import new_id
from tests.factories.application import Visitor
from tests.factories.declarations import took_back
from tests.factories.desk_forms import visiting
from tests.factories.house import House
from tests.factories.partners import told
from tests.factories.told_log import told as log
from tests.unit.web.disclosures.conftest import Telling


@pytest.fixture
def made(house: House, telling: Telling) -> str:
    actor = house.actor("berta", "beratung")
    facts = ("client_name",)
    found = told(house, actor, telling.known, telling.consent, telling.entry, facts=facts)
    return f"{telling.address}/{found.id}"


def test_each_look_at_the_sheet_is_an_act_of_its_own(
    house: House, berta: Visitor, made: str
) -> None:
    for _ in range(2):
        text = berta.look(f"{made}/print").text
        assert "Er hat gedroht." in text
        assert "Samira" in text
    acts = [each["act"] for each in log(house)]
    assert acts.count("disclosure.print") == 2


def test_after_a_withdrawal_the_sheet_is_not_printed_and_the_unit_reads_what_it_told(
    house: House, telling: Telling, berta: Visitor, made: str
) -> None:
    took_back(house, house.actor("berta", "beratung"), telling.known, telling.consent)
    assert berta.look(f"{made}/print").status_code == 409
    assert "Er hat gedroht." in berta.look(made).text


def test_nobody_else_finds_it(app: Flask, telling: Telling, berta: Visitor, made: str) -> None:
    frieda = visiting(app, "frieda")
    for address in (made, f"{made}/print"):
        assert frieda.look(address).status_code == 404
    for unknown in (new_id(), telling.consent):
        address = f"{telling.address}/{unknown}"
        assert berta.look(address).status_code == 404
        assert berta.look(f"{address}/print").status_code == 404

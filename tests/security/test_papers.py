"""What stands on papers: nothing that may not be told, and nothing at all without a trace.

A house full of canaries hands out every paper there is; each is read back and searched.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from flask import Flask

from caseflow.subject_rights import Audience
from tests.factories.application import application, resting
from tests.factories.copied_house import copied
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.factories.partners import POLICE
from tests.factories.programs import Program
from tests.security.faults import FAULTS
from tests.security.filled_house import GUARDIAN, NAME, NOTE, SECRETS, TOLD, Filled, filled
from tests.unit.paper.papers import read_back

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

PDF = {"Accept": "application/pdf"}
JSON = {"Accept": "application/json"}


@pytest.fixture(scope="module")
def house(
    first_house_on_sqlite: House,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[House]:
    with copied(first_house_on_sqlite, request, tmp_path_factory.mktemp("papers")) as made:
        yield made


@pytest.fixture(scope="module")
def life(house: House) -> Filled:
    found = filled(house)
    integrated(house)
    return found


@pytest.fixture(scope="module")
def app(house: House, life: Filled) -> Flask:
    assert life.known.code
    return resting(application(house))


@pytest.fixture(scope="module")
def berta(app: Flask) -> Program:
    return Program(app, "berta")


@pytest.fixture(scope="module")
def frieda(app: Flask, life: Filled) -> Program:
    frieda = Program(app, "frieda")
    assert frieda.get(f"/clients/{life.known.id}/story").status_code == 200
    return frieda


@pytest.fixture(scope="module")
def olga(app: Flask, frieda: Program) -> Program:
    assert frieda.headers
    return Program(app, "olga")


def squeezed(text: str) -> str:
    """Return a text without blanks: on paper, words break where a column ends."""
    return re.sub(r"[\s\u2068\u2069]", "", text)


def told(answer: "TestResponse") -> str:
    assert answer.status_code == 200
    paper = answer.mimetype == "application/pdf"
    return squeezed(read_back(answer.data) if paper else answer.get_data().decode())


def secrets_in(text: str) -> set[str]:
    return {each for each in SECRETS if squeezed(each) in text}


def report(olga: Program, life: Filled, audience: str, form: dict[str, str]) -> "TestResponse":
    asked = {"language": "de", "for": audience}
    return olga.send("GET", f"/clients/{life.known.id}/access-report", None, form, asked)


@pytest.mark.parametrize("form", [PDF, JSON], ids=["pdf", "json"])
@pytest.mark.parametrize("audience", Audience)
def test_no_report_holds_what_was_said_or_who_works_there(
    house: House, olga: Program, life: Filled, audience: Audience, form: dict[str, str]
) -> None:
    text = told(report(olga, life, audience, form))
    assert secrets_in(text) == set()
    assert life.known.code not in text
    for id_ in (life.known.id, *house.staff.values(), *house.units.values(), life.consent):
        assert str(id_) not in text
    for name in ("Berta", "Frieda", "Wanda", "Olga"):
        assert name not in text


@pytest.mark.parametrize("form", [PDF, JSON], ids=["pdf", "json"])
def test_no_guardian_learns_where_she_is_or_whom_she_fears(
    house: House, olga: Program, life: Filled, form: dict[str, str]
) -> None:
    hers = told(report(olga, life, Audience.CLIENT, JSON))
    partner = squeezed(POLICE.name)
    assert partner in hers
    assert "Frauenhaus" in hers
    text = told(report(olga, life, Audience.GUARDIAN, form))
    slugs = house.units.keys() - {"datenschutz"}  # the law itself begins with that word
    names = {slug.title() for slug in slugs} | slugs | {partner}
    words = {"whereabouts", "contact", "violence", "Aufenthalt", "Kontakt", "Gewalt", "Notfall"}
    assert [word for word in names | words if word in text] == []


def test_an_emergency_that_runs_is_in_no_report(olga: Program, life: Filled) -> None:
    for audience in Audience:
        text = told(report(olga, life, audience, JSON))
        assert "emergency" not in text
        assert "exception" not in text


def test_a_paper_of_hers_holds_what_the_copy_holds_and_nothing_else(
    berta: Program, frieda: Program, life: Filled
) -> None:
    address = f"/clients/{life.known.id}/export"
    for program in (berta, frieda):
        paper = told(program.send("GET", address, None, PDF))
        copy = told(program.send("GET", address, None, JSON))
        assert secrets_in(paper) == secrets_in(copy)
        assert not secrets_in(paper) & {GUARDIAN, NOTE}
        assert life.known.code in paper
    assert squeezed(NAME) in told(berta.send("GET", address, None, PDF))
    assert squeezed(TOLD) not in told(frieda.send("GET", address, None, PDF))


def papers(life: Filled) -> list[tuple[str, str]]:
    client = f"/clients/{life.known.id}"
    return [
        ("berta", f"{client}/export"),
        ("olga", f"{client}/access-report"),
        ("olga", "/processing-record"),
    ]


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_without_a_trace_no_paper_leaves(
    house: House, berta: Program, olga: Program, life: Filled, fault: str
) -> None:
    people = {"berta": berta, "olga": olga}
    with FAULTS[fault](house.engine):
        left = [people[who].send("GET", address, None, PDF) for who, address in papers(life)]
    assert [each.status_code // 100 for each in left] == [5, 5, 5]
    assert not any(each.data.startswith(b"%PDF") for each in left)


def test_a_paper_that_did_not_wait_for_its_trace_is_found_out(
    house: House, olga: Program, life: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseflow.vault.permit.record", lambda *_told: None)
    address = f"/clients/{life.known.id}/access-report"
    with FAULTS["disk full"](house.engine):
        assert olga.send("GET", address, None, PDF).data.startswith(b"%PDF")

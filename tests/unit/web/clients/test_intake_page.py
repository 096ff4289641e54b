from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup

from caseflow.records import IntakeQuestion
from caseflow.records.intake import Source
from caseflow.records.story import Origin, StoryFact
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.questions.files import NamedFile, with_files
from caseflow.vocabulary.questions.stored_answer import Answer
from caseflow.vocabulary.states import FactState
from caseflow.vocabulary.units import UnitKind
from caseflow.web.clients import intake_page
from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.corrections import NOT_SO, said
from tests.factories.house import House, configuration
from tests.factories.known_clients import FIRST_TOLD, Storied, told_elsewhere
from tests.factories.read_page import read_page
from tests.unit.records.desk_work import story, tell

AT = datetime(2026, 3, 1, tzinfo=UTC)


def _page(visitor: Visitor, made: Storied) -> BeautifulSoup:
    return read_page(visitor.look(f"/clients/{made.id}/intake").text)


def test_the_whole_first_day_is_there_and_the_first_weeks_behind_it(
    made: Storied, visitor: Visitor
) -> None:
    visitor.log_in("frieda")
    page = _page(visitor, made)
    catalogue = configuration().catalogue
    later = page.select("details.later fieldset.question")
    assert len(later) == len(catalogue.later(UnitKind.SHELTER))
    every = len(page.select("fieldset.question"))
    assert every - len(later) == len(catalogue.first_day(UnitKind.SHELTER))


def test_what_is_told_is_filled_in_with_its_source(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("frieda")
    page = _page(visitor, made)
    asked = {each.key for each in configuration().catalogue.first_day(UnitKind.SHELTER)}
    told = len(asked & FIRST_TOLD.keys())
    assert f"{told} von {len(asked)} schon erzählt" in page.text
    assert f"Noch nicht gefragt: {len(asked) - told}." in page.text
    [first] = page.select(".told-line a")
    assert page.select_one(str(first["href"])) is not None
    name = page.select_one("textarea[name=client_name]")
    assert name is not None
    assert name.text.strip() == "Öztürk, Aylin"
    found = page.select_one("fieldset:has([name=client_name]) .source")
    assert found is not None
    assert found.text == "Beratung · 02.03.2026 · mit ihrer Einwilligung"


def test_only_an_old_answer_that_may_change_asks_whether_it_is_true(
    made: Storied, visitor: Visitor
) -> None:
    visitor.log_in("frieda")
    asked = {each["value"] for each in _page(visitor, made).select("[name=confirmed]")}
    assert {"danger_now", "safe_phone"} <= asked
    assert "client_name" not in asked


def test_what_another_unit_was_told_stands_beside_it(
    made: Storied, house: House, visitor: Visitor
) -> None:
    told_elsewhere(house, made.id)
    berta, known = house.actor("berta", "beratung"), Known(made.id, made.code)
    facts = story(house, berta, known).facts
    [theirs] = [each for each in facts if each.question == "danger_now"]
    said(house, berta, made.id, theirs.origin.id)
    visitor.log_in("frieda")
    page = _page(visitor, made)
    conflicts = page.select(".told .conflict")
    assert len(conflicts) == 1
    assert "ja" in conflicts[0].text
    assert [NOT_SO in each.text for each in page.select(".told .conflict + .not-so")] == [True]
    tell(house, house.actor("frieda", "frauenhaus"), known, "danger_now", "yes")
    [same] = _page(visitor, made).select(".told .not-so")  # though another one counts now
    assert NOT_SO in same.text


def test_every_field_can_be_named_aloud(made: Storied, berta: Visitor) -> None:
    page = _page(berta, made)
    ids = {each["id"] for each in page.select("[id]")}
    for field in page.select("fieldset.question :is(input[type=text], select, textarea)"):
        named = field.get("aria-labelledby")
        label = page.select_one(f'label[for="{field["id"]}"]')
        assert label is not None or named in ids, field


def test_who_is_not_open_has_no_form(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("wanda")
    assert visitor.look(f"/clients/{made.id}/intake").status_code == 404


def test_own_files_are_offered_and_those_of_another_unit_are_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own, other = new_id(), new_id()
    who = SimpleNamespace(actor=lambda: SimpleNamespace(unit=own))
    monkeypatch.setattr(intake_page, "current", who)
    question = configuration().catalogue.by_key["evidence"]
    text = Answer("evidence", "list + file", {"list": ["bei ihr"]})
    shown = with_files(question, text, (NamedFile(new_id(), "Brief"),))
    basis = Basis(BasisKind.CONSENT, new_id())
    line = IntakeQuestion("evidence", later=True, value=shown.value, shown=shown)
    for unit, held in ((own, shown.value), (other, text.value)):
        line = replace(line, source=Source(unit, date(2026, 3, 2), basis))
        found = intake_page._own_files(question, line)  # noqa: SLF001 - no other unit asks for files
        assert (found.value, found.shown) == (held, shown)
    photo = NamedFile(new_id(), "Foto")
    mine = with_files(question, None, (photo,))
    origin = Origin(
        own, own, "documents", basis, urgent=False, version=1, author="", recorded_at=AT
    )
    beside = StoryFact(origin, "evidence", FactState.ANSWERED, mine, date(2026, 3, 1), counts=False)
    found = intake_page._own_files(question, replace(line, differing=(beside,)))  # noqa: SLF001 - as above
    assert found.value == with_files(question, text, (photo,)).value

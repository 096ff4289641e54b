from datetime import date

import pytest
from flask import Flask

from caseflow.vocabulary.units import UnitKind
from caseflow.web.clients.own_unit import own_categories, own_kind, typed_day
from tests.factories.application import Visitor
from tests.factories.house import configuration


@pytest.mark.parametrize(("language", "text"), [("de", "4.3.2022"), ("en", "4 March 2022")])
def test_a_day_is_typed_as_its_readers_type_it(app: Flask, language: str, text: str) -> None:
    with app.test_request_context(headers={"Accept-Language": language}):
        assert typed_day(date(2022, 3, 4)) == text


def test_who_acts_in_no_unit_has_no_kind(app: Flask) -> None:
    with app.test_request_context(), pytest.raises(TypeError):
        own_kind()


def test_a_unit_writes_into_its_own_categories_but_never_evidence(berta: Visitor) -> None:
    with berta.browser:
        berta.look("/clients/new")
        assert own_kind() is UnitKind.COUNSELLING
        found = [each.key for each in own_categories(configuration())]
    kept = configuration().units[UnitKind.COUNSELLING].categories
    assert "evidence" in kept
    assert set(found) == kept - {"evidence"}
    assert found == [key for key in configuration().categories if key in found]

from collections.abc import Callable
from datetime import timedelta

import pytest

from caseflow.settings.read_configuration import read_configuration
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.units import UnitKind

Complaint = Callable[[str, str, str], str]


def test_every_kind_of_unit_is_founded_with_its_drawers() -> None:
    configuration = read_configuration()
    assert set(configuration.units) == set(UnitKind)
    assert configuration.units[UnitKind.OVERSIGHT].categories == frozenset()
    assert configuration.units[UnitKind.SHELTER].slug == "frauenhaus"
    for kind in UnitKind:
        asked = {question.category for question in configuration.catalogue.asked(kind)}
        assert asked <= configuration.units[kind].categories


def test_leads_officers_and_administrators_need_a_second_factor() -> None:
    rule = read_configuration().second_factor
    assert rule.required == {Role.LEAD, Role.OFFICER}
    assert rule.administrator
    assert rule.fresh == timedelta(minutes=5)


def test_the_purposes_and_the_retention_classes() -> None:
    configuration = read_configuration()
    assert len(configuration.purposes) == 10
    assert len(configuration.retention) == 14
    assert configuration.partner_kinds["youth_office"].labels["de"] == "Jugendamt"
    assert configuration.retention["case_record"].months == 36
    assert configuration.zone.key == "Europe/Berlin"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("Europe/Berlin", "Europe/Espelkamp", "`Europe/Espelkamp` is no time zone"),
        ("Europe/Berlin", "../etc", "`../etc` is no time zone"),
        ('languages = ["de", "en"]', "languages = []", "must be codes such as de and en"),
        ('languages = ["de", "en"]', 'languages = ["German"]', "must be codes such as"),
        ('slug = "wohnen"', 'slug = "Wohnen"', "small letters, digits and hyphens"),
        ('slug = "wohnen"', 'slug = "beratung"', "two units have the same slug"),
        ('"lead", "officer"]', '"laed"]', "line 46: `required` names `laed`; did you mean `lead`?"),
        ('name = "Musterträger"', "", "`name` is missing"),
        ("administrator = true", 'administrator = "yes"', "`administrator` must be true or false"),
        ("fresh_minutes = 5", "fresh_minutes = 0", "whole number from 1 to 60"),
        ("fresh_minutes = 5", "fresh_minutes = 5\nforced = 1", "`forced` is no setting here"),
        ("categories = []", 'categories = ["goals"]', "keep no drawers"),
        ('"identity", "contact"', '"contact"', "must keep `identity` and `evidence`"),
        ('"identity", "contact"', '"identity"', "asks `referral_route` but keeps no drawer"),
        ('"goals", "documents"', '"gaols", "documents"', "did you mean `goals`?"),
        ("grounds.de =", "grounds.fr =", "`fr` is no setting here"),
        ("[units.housing]", "[units.housings]", "did you mean `housing`?"),
        ("case_work = {", "casework = {", "the purpose `case_work`; did you mean `casework`?"),
        (', en = "safety" }', "}", "`en` is missing"),
        (', en = "police" }', "}", "`en` is missing"),
        ('en = "safety" }', 'en = "safety", fr = "sûreté" }', "`fr` is no setting here"),
        ("months = 36", "months = 0", "whole number from 1 to 600"),
        ('reference = "case_closed"', 'reference = "case_close"', "did you mean `case_closed`?"),
        ('reference = "enquiry"', 'referenz = "enquiry"', "did you mean `reference`?"),
    ],
    ids=range(24),
)
def test_what_a_provider_may_not_say(
    complaint: Complaint, old: str, new: str, sentence: str
) -> None:
    found = complaint("provider.toml", old, new)
    assert found.startswith("config/provider.toml, line ")
    assert sentence in found

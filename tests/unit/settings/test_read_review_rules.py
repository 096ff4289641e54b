from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from caseflow.settings.read_configuration import read_configuration
from caseflow.settings.read_review_rules import read_review_rules
from caseflow.settings.toml_tables import Table
from caseflow.vocabulary.errors import BadConfiguration
from caseflow.vocabulary.review_rules import ReviewRules, Sample
from caseflow.vocabulary.units import UnitKind

NUMBERS = {
    "clients_a_day": 1,
    "searched_times": 2,
    "searched_least": 3,
    "search_minutes": 4,
    "leaver_days": 5,
    "leaver_times": 6,
    "handed_out_a_day": 7,
    "denials_in_a_row": 8,
    "denials_a_day": 11,
    "rate_times": 9,
    "rate_least": 10,
}
SAMPLE = {"percent": 0, "least": 1, "most": 2}


def _read(sample: dict[str, Any], **rules: object) -> ReviewRules:
    whole = {**NUMBERS, "hours": {"monday": "08:00-16:30"}, **rules}
    path = Path("config/provider.toml")
    return read_review_rules(Table(path, {}, ("oversight",), {"sample": sample, "rules": whole}))


def test_all_of_it_is_read() -> None:
    found = _read(SAMPLE, holidays=["2026-12-25"], round_the_clock=["shelter"])
    assert found == ReviewRules(
        sample=Sample(0, 1, 2),
        hours={"monday": (time(8), time(16, 30))},
        round_the_clock=frozenset({UnitKind.SHELTER}),
        holidays=frozenset({date(2026, 12, 25)}),
        **NUMBERS,
    )


def test_what_is_shipped_expects_nobody_at_weekends() -> None:
    shipped = read_configuration().review
    assert set(shipped.hours) == {"monday", "tuesday", "wednesday", "thursday", "friday"}


@pytest.mark.parametrize(
    "rules",
    [
        {"hours": {"monday": "16:00-08:00"}},
        {"hours": {"monday": "all day"}},
        {"hours": {"someday": "08:00-16:00"}},
        {"holidays": ["Christmas"]},
        {"round_the_clock": ["night"]},
        {"rate_least": 0},
        {"colour": 1},
    ],
)
def test_what_cannot_be_meant_is_refused(rules: dict[str, object]) -> None:
    with pytest.raises(BadConfiguration):
        _read(SAMPLE, **rules)


def test_a_sample_has_at_most_as_many_as_it_has_at_least() -> None:
    with pytest.raises(BadConfiguration):
        _read({"percent": 0, "least": 3, "most": 2})

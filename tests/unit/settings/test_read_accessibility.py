from pathlib import Path

import pytest

from caseflow.settings.read_accessibility import read_accessibility
from caseflow.settings.read_configuration import read_configuration
from caseflow.settings.toml_tables import Table
from caseflow.vocabulary.accessibility import AccessibilityRule
from caseflow.vocabulary.errors import BadConfiguration


def _table(**values: object) -> Table:
    return Table(Path("config/provider.toml"), {}, ("accessibility",), values)


def test_all_of_it_is_read() -> None:
    texts = {"stated_on": "2026-12-01", "body_address": "https://stelle.example/schlichtung/"}
    found = read_accessibility(_table(feedback=["buero@x.example ", ""], body=["Stelle"], **texts))
    assert found == AccessibilityRule(feedback=("buero@x.example",), body=("Stelle",), **texts)


def test_nothing_is_needed_and_nothing_is_made_up() -> None:
    assert read_accessibility(_table()) == AccessibilityRule()
    assert read_configuration().accessibility == AccessibilityRule()


@pytest.mark.parametrize(
    "values",
    [
        {"stated_on": "1.12.2026"},
        {"stated_on": "20261201"},
        {"stated_on": "2026-02-30"},
        {"body_address": "http://stelle.example/"},
        {"body_address": "javascript:alert(1)"},
        {"feedback": "buero@x.example"},
        {"fax": "1"},
    ],
)
def test_what_cannot_be_meant_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(BadConfiguration):
        read_accessibility(_table(**values))

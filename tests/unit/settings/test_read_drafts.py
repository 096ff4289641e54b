from datetime import timedelta
from pathlib import Path

import pytest

from caseflow.settings.read_configuration import read_configuration
from caseflow.settings.read_drafts import read_drafts
from caseflow.settings.toml_tables import Table
from caseflow.vocabulary.draft_rule import DraftRule
from caseflow.vocabulary.errors import BadConfiguration

RULE = {"days": 30, "kilobytes": 64, "most": 20}


def _table(**values: object) -> Table:
    return Table(Path("config/provider.toml"), {}, ("drafts",), values)


def test_the_rule_is_read() -> None:
    assert read_drafts(_table(**RULE)) == DraftRule(timedelta(days=30), 64_000, 20)
    assert read_configuration().drafts == DraftRule()


@pytest.mark.parametrize(
    "change", [{"days": 0}, {"days": 61}, {"kilobytes": 1001}, {"most": 9}, {"other": 1}]
)
def test_what_is_no_such_rule_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(BadConfiguration):
        read_drafts(_table(**{**RULE, **change}))

from typing import TYPE_CHECKING

import pytest

from caseflow.cli.demo.found_provider import found_provider
from caseflow.cli.demo.people import STAFF
from caseflow.identity import memberships
from caseflow.operations.installation_keys import PUBLIC_PASSWORD_COST, OutsideKeys
from caseflow.vocabulary.errors import OperatorError
from tests.factories.founding import empty_tables
from tests.factories.house import ROOT, TRUSTEE, StoppedClock, configuration
from tests.unit.cli.demo.conftest import Founded

if TYPE_CHECKING:
    from pathlib import Path

    from caseflow.database.unit_of_work import Work
    from caseflow.vocabulary.actors import Actor, Person


def test_everybody_belongs_where_the_manual_says(founded: Founded) -> None:
    stage, _ = founded

    def roles(work: "Work", who: "Actor | Person") -> dict[str, str]:
        return {each.unit.slug: each.role for each in memberships(work, who.staff)}

    for person in STAFF:
        assert stage.enter(person.email).do(roles) == dict(person.roles)


def test_a_configuration_that_does_not_fit_is_one_sentence(
    tmp_path: "Path", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseflow.cli.demo.found_provider.PASSWORD", "short")
    engine = empty_tables(f"sqlite:///{tmp_path / 'demo.db'}")
    outside = OutsideKeys(ROOT, TRUSTEE, PUBLIC_PASSWORD_COST)
    with pytest.raises(OperatorError, match="does not fit"):
        found_provider(engine, outside, configuration(), StoppedClock())
    engine.dispose()

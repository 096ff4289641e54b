from datetime import datetime
from uuid import UUID

from caseflow.subject_rights.copy_terms import Terms
from tests.factories.house import configuration
from tests.unit.subject_rights.views import GIVER, NOW, TAKER

TERMS = Terms(frozenset(), configuration(), {GIVER: "beratung", TAKER: "frauenhaus"}, NOW)


def test_units_are_called_by_their_slugs_while_they_are_there() -> None:
    gone = UUID(int=9)
    assert TERMS.slugs([TAKER, GIVER]) == ["beratung", "frauenhaus"]
    assert TERMS.slug(gone) == str(gone)


def test_days_are_the_providers() -> None:
    assert TERMS.day(datetime.fromisoformat("2026-03-02T23:30:00+00:00")) == "2026-03-03"

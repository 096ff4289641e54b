from caseflow.subject_rights.around_her import Around
from caseflow.subject_rights.client_copy import SCHEMA, Held, client_copy
from caseflow.subject_rights.copy_terms import Terms
from tests.factories.house import configuration
from tests.unit.subject_rights.views import CLIENT, GIVER, NOW, view


def test_it_says_whose_it_is_who_made_it_and_when() -> None:
    around = Around((view(),), (), (), ())
    held = Held(CLIENT, "CODE", GIVER, (), (), (), (), (), around)
    made = client_copy(held, Terms(frozenset(), configuration(), {GIVER: "beratung"}, NOW))
    assert (made["schema_version"], made["unit"]) == (SCHEMA, "beratung")
    assert made["client"] == {"id": str(CLIENT), "code": "CODE"}
    assert made["made_at"] == "2026-03-02T09:00:00.000000Z"
    assert len(made["consents"]) == 1
    assert made["entries"] == made["opened_by_others"] == []

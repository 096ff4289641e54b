from caseflow.api.retention.calendar import FallingDue
from tests.factories.clients import new_client
from tests.factories.erasing import erased
from tests.factories.house import House
from tests.factories.programs import Program
from tests.factories.retention import closed_client


def test_counts_by_month_class_and_unit(house: House, olga: Program, berta: Program) -> None:
    closed_client(house)
    erased(house, new_client(house, house.actor("berta", "beratung")).id)
    assert berta.get("/retention").status_code == 403
    found = olga.get("/retention").get_json()
    assert found["due"] == 0
    assert [(each["month"], each["rule"], each["unit"]) for each in found["items"]] == [
        ("2030-01-01", "case_record", "beratung"),
        ("2030-01-01", "consent_and_log", None),
    ]
    assert set(FallingDue().fields) == {"month", "rule", "unit", "count", "held"}

from sqlalchemy import select

from caseflow.database.tables.consents import Refusal
from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.house import House


def test_her_no_is_recorded(house: House, known: Known, berta: Visitor) -> None:
    unit = house.units["frauenhaus"]
    typed = {"to_units": [str(unit)], "categories": ["health"], "purposes": ["case_work"]}
    answer = berta.send(f"/clients/{known.id}/refusal", None, **typed, language="de")
    assert answer.status_code == 200
    work = house.work()
    row = work.session.scalars(select(Refusal)).one()
    assert (tuple(row.to_units), tuple(row.categories)) == ((unit,), ("health",))


def test_what_is_missing_is_named_and_the_rest_stays(known: Known, berta: Visitor) -> None:
    answer = berta.send(f"/clients/{known.id}/refusal", categories=["health"])
    assert answer.status_code == 422
    for field in ("to_units", "purposes", "language"):
        assert f'id="{field}-problem"' in answer.text
    assert 'value="health" checked' in answer.text
    assert berta.send(f"/clients/{known.id}/refusal", x="1").status_code == 422


def test_a_stranger_refuses_nothing_in_her_name(
    house: House, known: Known, visitor: Visitor
) -> None:
    visitor.log_in("ida")
    typed = {"to_units": [str(house.units["beratung"])], "categories": ["health"]}
    answer = visitor.send(
        f"/clients/{known.id}/refusal", None, **typed, purposes=["case_work"], language="de"
    )
    assert answer.status_code == 404

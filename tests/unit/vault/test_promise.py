from datetime import timedelta

from sqlalchemy import select

from caseflow.database.tables.consents import GrantDue
from caseflow.vault.promise import promise
from tests.factories.clients import consent_row, new_client
from tests.factories.house import House, StoppedClock


def test_each_owning_unit_of_a_consent_that_runs_is_promised_for(
    house: House, clock: StoppedClock
) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    known, work = new_client(house, berta), house.work()
    givers = {berta.unit, house.units["wohnen"]}
    over = consent_row(work, berta, known, [shelter], ["violence"])
    clock.advance(timedelta(days=400))
    runs = consent_row(work, berta, known, [shelter], ["health", "family"], givers)
    work.session.add_all([over, runs])
    promise(work, [over, runs])
    due = work.session.scalars(select(GrantDue)).all()
    assert {(each.consent_id, each.unit_id, each.categories) for each in due} == {
        (runs.id, giver, ("family", "health")) for giver in givers
    }

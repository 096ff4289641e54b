"""A wall between an officer and a client."""

from caseflow.database.tables.clients import Wall
from tests.factories.clients import Known
from tests.factories.house import House


def wall_off(house: House, known: Known, name: str = "olga") -> None:
    """Keep a client from somebody."""
    work = house.work()
    wall = Wall(
        client_id=known.id,
        staff_id=house.staff[name],
        unit_id=house.units["frauenhaus"],
        recorded_by=house.staff["lea"],
        recorded_at=work.clock.now(),
    )
    work.session.add(wall)
    work.finish()

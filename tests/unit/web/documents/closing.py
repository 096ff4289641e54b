"""Close her case in counselling, as whoever leads the unit does."""

from caseflow.records import close_case, list_cases
from caseflow.vocabulary.answers import Disclosed
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.unit.records.desk_work import do


def closed(house: House, made: Storied) -> None:
    """Close the case that the unit has of her."""
    lea = house.actor("lea", "beratung")
    cases = do(house, lea, list_cases, made.id)
    assert isinstance(cases, Disclosed), cases
    do(house, lea, close_case, cases.value[0].id)

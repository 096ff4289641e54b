from caseflow.records.appointments.told_places import ToldPlaces, told_places
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.states import FactState
from tests.factories.house import House
from tests.unit.records.desk_work import do, keep_back, shared, tell


def test_her_own_words_are_shown_and_what_she_keeps_back_here_is_not(house: House) -> None:
    known, berta, frieda = shared(house, "whereabouts")
    assert do(house, berta, told_places, known.id) == Disclosed(ToldPlaces())
    tell(house, berta, known, "meeting_place", "Stadtbücherei")
    tell(house, berta, known, "unsafe_places", "Bahnhof")
    told = Disclosed(ToldPlaces("Stadtbücherei", "Bahnhof"))
    assert do(house, berta, told_places, known.id) == told
    assert do(house, frieda, told_places, known.id) == told
    keep_back(house, frieda, known, "unsafe_places", FactState.WITHHELD)
    hers = Disclosed(ToldPlaces("Stadtbücherei", ""))
    assert do(house, frieda, told_places, known.id) == hers
    wanda = house.actor("wanda", "wohnen")
    assert do(house, wanda, told_places, known.id) == Refused(Reason.NOT_OPEN)

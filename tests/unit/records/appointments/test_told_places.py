from caseflow.records.appointments.told_places import ToldPlaces, told_places
from caseflow.records.attempt import Saved
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.states import FactState
from tests.factories.corrections import said, settled_so
from tests.factories.house import House
from tests.unit.records.desk_work import do, keep_back, shared, story, tell


def test_her_own_words_are_shown_and_what_she_keeps_back_here_is_not(house: House) -> None:
    known, berta, frieda = shared(house, "whereabouts")
    assert do(house, berta, told_places, known.id) == Disclosed(ToldPlaces())
    tell(house, berta, known, "meeting_place", "Stadtbücherei")
    tell(house, berta, known, "unsafe_places", "Bahnhof")
    told = Disclosed(ToldPlaces("Stadtbücherei", "Bahnhof"))
    assert do(house, berta, told_places, known.id) == told
    assert do(house, frieda, told_places, known.id) == told
    for fact in story(house, frieda, known).facts:
        said(house, frieda, known.id, fact.origin.id)
    doubted = Disclosed(ToldPlaces("", "Bahnhof"))  # avoided it is until somebody has settled it
    assert do(house, berta, told_places, known.id) == doubted
    for fact in story(house, berta, known).facts:
        for word in fact.her_words:
            settled_so(house, berta, Saved(word.id, word.version), "taken_back", "")
    keep_back(house, frieda, known, "unsafe_places", FactState.WITHHELD)
    hers = Disclosed(ToldPlaces("Stadtbücherei", ""))
    assert do(house, frieda, told_places, known.id) == hers
    wanda = house.actor("wanda", "wohnen")
    assert do(house, wanda, told_places, known.id) == Refused(Reason.NOT_OPEN)

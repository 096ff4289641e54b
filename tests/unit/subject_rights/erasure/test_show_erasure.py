from caseflow.subject_rights.erasure import show_erasure
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.retention import ErasureState
from tests.factories.erasing import two_files
from tests.factories.house import House
from tests.factories.retention import answered_erasure, erasure_of


def test_a_done_one_is_the_officers_record_with_its_counts_and_its_last_day(house: House) -> None:
    where, lea = two_files(house), house.actor("lea", "beratung")
    olga = house.actor("olga", "datenschutz")
    erasure = erasure_of(house, lea, where.known.id)
    waiting = show_erasure(house.work(lea), lea, erasure)
    assert isinstance(waiting, Disclosed)
    assert (waiting.value.state, waiting.value.complete_on) == (ErasureState.WAITING, None)
    answered_erasure(house, olga, erasure)
    assert show_erasure(house.work(lea), lea, erasure) == Refused()
    shown = show_erasure(house.work(olga), olga, erasure)
    assert isinstance(shown, Disclosed)
    assert (shown.value.drawers, shown.value.pieces, shown.value.whole) == (3, 3, True)
    assert str(shown.value.complete_on) == "2026-03-16"


def test_an_id_of_nothing_is_refused(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    assert show_erasure(house.work(olga), olga, new_id()) == Refused()

from caseflow.disclosures.told_pieces import notes_in, told_in
from caseflow.vault.pieces import Opened
from caseflow.vocabulary.ids import new_id
from tests.factories.telling import Ready


def test_of_nothing_opened_nothing_was_told(ready: Ready) -> None:
    work = ready.house.work(ready.berta)
    nothing = Opened((), (), None, "")
    assert told_in(work, ready.berta, nothing, new_id()) is None
    assert notes_in(work, ready.berta, nothing, new_id()) == ()

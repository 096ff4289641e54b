from sqlalchemy import select

from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.records import DisclosureContent
from caseflow.disclosures.hand_out import HandOut, ToldEntry
from caseflow.disclosures.keep_told import EVIDENCE, keep_told
from caseflow.vault.permit import Ask, trace
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.matrices import Action
from tests.factories.clients import permitted
from tests.factories.telling import Ready


def test_row_and_words_stand_beside_each_other_and_the_trace_says_which(ready: Ready) -> None:
    words = ToldEntry("1", "violence", "note", "2026-03-01", "Gespräch", "Er hat gedroht.")
    work = ready.house.work(ready.berta)
    ask = Ask(Act.DISCLOSURE_MAKE, ready.known.id, action=Action.DISCLOSE, consent=ready.consent)
    given = permitted(work, ready.berta, ask)
    row, kept = keep_told(work, given, HandOut((words,), ()), ["violence", "identity"])
    trace(work, given, kept)
    work.finish()
    [found] = ready.disclosures()
    assert (found.id, found.partner_id, found.purpose) == (row.id, ready.police, "case_work")
    assert found.categories == ("identity", "violence")
    with ready.house.sessions() as session:
        told = session.scalars(select(DisclosureContent)).one()
        drawer = session.scalars(select(Drawer).where(Drawer.id == told.drawer_id)).one()
    assert (told.disclosure_id, drawer.category) == (row.id, EVIDENCE)
    assert {each.table for each in kept.rows} == {"disclosures", "disclosure_contents"}
    assert kept.details == {
        "consent": str(ready.consent),
        "disclosure": str(row.id),
        "pieces": "1",
    }

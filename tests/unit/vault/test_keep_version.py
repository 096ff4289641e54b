from sqlalchemy import select

from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.records import SummaryParagraph, SummaryVersion
from caseflow.database.unit_of_work import Work
from caseflow.keys.drawer_keys import mark_due
from caseflow.vault.contents import Content, find_row, put
from caseflow.vault.disclose import disclose
from caseflow.vault.keep_version import keep_version
from caseflow.vault.permit import Ask, Deeds, Permit, trace
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed
from tests.factories.clients import Known, case_at, consented, new_client, permitted
from tests.factories.house import House
from tests.unit.vault.reading import newest


def _begun(house: House) -> tuple[Work, Permit, SummaryParagraph]:
    """Write a paragraph in counselling, and begin to write it anew as her lead."""
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    known = new_client(house, berta)
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.SUMMARY_WRITE, known.id))
    fields = {"text": "Sie sucht.", "approved_on": "2026-03-01"}
    written = put(work, given, Content(SummaryParagraph, "housing", fields))
    trace(work, given, Deeds())
    work.finish()
    work = house.work(lea)
    given = permitted(work, lea, Ask(Act.SUMMARY_WRITE, known.id))
    row = find_row(work, given, SummaryParagraph, written.row.id)
    assert row is not None
    return work, given, row


def test_what_stood_is_kept_under_the_name_of_who_wrote_it(house: House) -> None:
    work, given, row = _begun(house)
    told = keep_version(work, given, row)
    kept = work.session.scalars(select(SummaryVersion)).one()
    assert (kept.paragraph_id, kept.version, kept.drawer_id) == (row.id, 1, row.drawer_id)
    assert (kept.recorded_by, kept.recorded_at) == (house.staff["berta"], row.recorded_at)
    assert [each.id for each in told.rows] == [kept.id]
    assert told.keys == ()
    assert kept.text not in {b"", row.text}  # sealed for its own place
    trace(work, given, told)
    work.finish()
    # To whom a consent opens the drawer, what stood is not shown.
    known, frieda = Known(given.ask.client, ""), house.actor("frieda", "frauenhaus")
    consented(house, given.actor, known, [frieda.unit], ["housing"])
    case_at(house, frieda, known)
    for actor, shown in ((given.actor, [1, 1]), (frieda, [1, 0])):
        ask = Ask(Act.STORY_READ, known.id)
        answer = disclose(house.work(actor), actor, ask, (SummaryParagraph, SummaryVersion))
        assert isinstance(answer, Disclosed)
        found = [len([*answer.value.of(each)]) for each in (SummaryParagraph, SummaryVersion)]
        assert found == shown


def test_under_a_key_that_is_due_nothing_is_kept_and_of_damage_neither(house: House) -> None:
    work, given, row = _begun(house)
    drawer = work.session.scalars(select(Drawer).where(Drawer.id == row.drawer_id)).one()
    mark_due(work, drawer, work.clock.now())
    row.text = row.text[:-1] + bytes([row.text[-1] ^ 1])
    work.session.flush()
    told = keep_version(work, given, row)
    assert (drawer.key_version, drawer.turn_due) == (2, None)
    assert told.keys  # that it was turned is told all the same
    work.finish()
    assert newest(house, Act.DRAWER_TURN)["details"] == {"act": str(given.entry)}
    assert told.rows == ()
    assert work.session.scalars(select(SummaryVersion)).all() == []

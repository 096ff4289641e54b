from caseflow.drafts.traces import trace
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.unit.vault.reading import newest


def test_an_entry_names_who_which_draft_and_about_whom(house: House) -> None:
    lea, draft, client = house.actor("lea", "beratung"), new_id(), new_id()
    work = house.work()
    trace(work, lea, Act.DRAFT_READ, draft, client)
    work.finish()
    told = newest(house, Act.DRAFT_READ)
    assert told["details"] == {"draft": str(draft)}
    assert (told["client"], told["staff"], told["unit"]) == (
        str(client),
        str(lea.staff),
        str(lea.unit),
    )

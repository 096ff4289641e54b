from caseflow.identity.note_refusal import note_refusal
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.permissions import Permission
from tests.factories.house import House
from tests.unit.identity.people import the_entry


def test_a_refusal_at_the_door_names_who_and_which_permission(house: House) -> None:
    work = house.work()
    berta = house.actor("berta", "beratung")
    note_refusal(work, berta, Permission.REVIEW_LOG)
    entry = the_entry(work, Act.PAGE_REFUSE)
    assert entry["staff"] == str(berta.staff)
    assert entry["decision"] == "refused"
    assert entry["reason"] == "not_your_role"
    assert entry["details"] == {"permission": "review_log"}


def test_of_a_page_that_is_not_there_the_address_is_not_kept(house: House) -> None:
    work = house.work()
    note_refusal(work, house.actor("berta", "beratung"), None)
    entry = the_entry(work, Act.PAGE_REFUSE)
    assert entry["reason"] == "not_open"
    assert "details" not in entry

from caseflow.audit.needed_ends import needed_ends
from caseflow.vocabulary.acts import Act
from tests.factories.clients import consented, new_client
from tests.factories.declarations import took_back
from tests.factories.house import House
from tests.factories.told_log import told


def test_the_end_of_what_still_stands_in_the_database_is_needed(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    consent = consented(house, berta, known, [frieda.unit], ["health"])
    took_back(house, berta, known, consent.id)
    contents = told(house)
    work = house.work()
    needed = needed_ends(work, contents)
    assert {each["act"] for each in contents if each["id"] in needed} == {Act.CONSENT_WITHDRAW}
    other = {"id": "x", "act": Act.MERGE_ANSWER.value, "details": {"merge": str(known.id)}}
    assert needed_ends(work, [other]) == set()
    assert needed_ends(work, []) == set()
    work.abandon()

from caseflow.database.unit_of_work import Work
from caseflow.vault.let_pass import let_pass
from caseflow.vault.permit import Ask
from caseflow.vocabulary.acts import Act
from tests.factories.clients import Known, new_client, permitted
from tests.factories.house import House
from tests.unit.vault.reading import log, newest


def _knocked(house: House, known: Known, *, again: bool) -> Work:
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    let_pass(work, permitted(work, berta, Ask(Act.CONSENT_RECORD, known.id)), again=again)
    work.finish()
    return work


def test_a_knock_leaves_no_trace_and_uses_nothing(house: House) -> None:
    known = new_client(house, house.actor("berta", "beratung"))
    before = log(house)
    _knocked(house, known, again=False)
    assert log(house) == before
    _knocked(house, known, again=True)
    used = {basis["kind"]: basis["use"] for basis in newest(house, Act.CONSENT_RECORD)["bases"]}
    assert used["own_unit"] == 1


def test_an_answer_given_once_more_is_traced(house: House) -> None:
    known = new_client(house, house.actor("berta", "beratung"))
    _knocked(house, known, again=True)
    told = newest(house, Act.CONSENT_RECORD)
    assert told["client"] == str(known.id)
    assert told["details"] == {"again": "yes"}

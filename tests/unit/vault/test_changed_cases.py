from sqlalchemy import select, update

from caseflow.audit.walk import walk
from caseflow.database.tables.audit_log import Leaf
from caseflow.database.tables.clients import Case
from caseflow.records import Assignment, assign_case
from caseflow.vault.changed_cases import changed_cases
from caseflow.vocabulary.answers import Done
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.factories.integrated import integrated


def test_the_log_says_when_a_case_was_last_assigned(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    known, other = new_client(house, berta), new_client(house, berta)
    work = house.work(lea)
    case = work.session.scalars(select(Case.id).where(Case.client_id == known.id)).one()
    chosen = Assignment(staff=[lea.staff], restricted=True)
    assert isinstance(assign_case(work, lea, case, chosen), Done)
    work.finish()
    size = integrated(house)
    work = house.work()
    [steps] = list(walk(work, 0, size))
    [last] = [each for each in steps if each.act == "case.assign"]
    assert last.content is not None
    expected = {case: (last.position, last.content["request"])}
    assert changed_cases(work, [known.id, other.id]) == expected
    assert changed_cases(work, [other.id]) == {}
    work.session.execute(update(Leaf).values(payload=b""))
    assert changed_cases(work, [known.id]) == {}
    work.abandon()

from uuid import uuid4

from caseflow.records.assign_case import Assignment, assign_case
from caseflow.records.close_case import close_case
from caseflow.records.create_client import create_client
from caseflow.records.list_cases import list_cases
from caseflow.records.open_case import open_case
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict, Disclosed, Reason, Refused
from tests.factories.house import House
from tests.unit.records.desk_work import do, done, problems, traces


def test_a_restricted_case_is_known_to_the_assigned_alone(house: House) -> None:
    lea, berta = house.actor("lea", "beratung"), house.actor("berta", "beratung")
    created = done(do(house, lea, create_client, {}))
    only_her = Assignment([lea.staff], restricted=True)
    assert done(do(house, lea, assign_case, created.case, only_her)) == 1
    assert list_cases(house.work(berta), berta, created.id) == Refused(Reason.NOT_OPEN)
    both = Assignment([lea.staff, berta.staff], restricted=True, generation=1)
    assert done(do(house, lea, assign_case, created.case, both)) == 2
    answer = list_cases(house.work(berta), berta, created.id)
    assert isinstance(answer, Disclosed)
    (case,) = answer.value
    assert set(case.assigned) == {lea.staff, berta.staff}
    assert (case.restricted, case.generation) == (True, 2)
    assert [row["table"] for row in traces(house, Act.CASE_ASSIGN)[-1]["rows"]] == ["cases"]


def test_an_empty_list_never_means_all_and_a_stranger_is_no_member(house: House) -> None:
    lea = house.actor("lea", "beratung")
    created = done(do(house, lea, create_client, {}))
    empty = do(house, lea, assign_case, created.case, Assignment([], restricted=True))
    assert problems(empty) == {("staff", "empty")}
    frieda = house.staff["frieda"]
    stranger = Assignment([lea.staff, frieda], restricted=False)
    assert problems(do(house, lea, assign_case, created.case, stranger)) == {
        ("staff", "not_a_member")
    }


def test_whoever_saw_an_older_assignment_is_told(house: House) -> None:
    lea = house.actor("lea", "beratung")
    created = done(do(house, lea, create_client, {}))
    assignment = Assignment([lea.staff], restricted=False, generation=0)
    assert done(do(house, lea, assign_case, created.case, assignment)) == 1
    assert do(house, lea, assign_case, created.case, assignment) == Conflict(1)


def test_only_a_lead_of_the_unit_assigns(house: House) -> None:
    lea, berta = house.actor("lea", "beratung"), house.actor("berta", "beratung")
    created = done(do(house, lea, create_client, {}))
    mine = Assignment([berta.staff], restricted=False)
    assert do(house, berta, assign_case, created.case, mine) == Refused(Reason.NOT_YOUR_ROLE)
    elsewhere = house.actor("lea", "frauenhaus")
    for case in (created.case, uuid4()):
        assert do(house, elsewhere, assign_case, case, mine) == Refused(Reason.NOT_OPEN)


def test_a_former_case_is_not_the_one_that_is_assigned(house: House) -> None:
    lea = house.actor("lea", "beratung")
    created = done(do(house, lea, create_client, {}))
    done(do(house, lea, close_case, created.case))
    done(do(house, lea, open_case, created.id, "zurück"))
    mine = Assignment([lea.staff], restricted=False)
    assert do(house, lea, assign_case, created.case, mine) == Refused(Reason.NOT_OPEN)

import pytest

from caseflow.identity.disable import disable
from caseflow.identity.log_in import log_in
from caseflow.identity.membership_rows import memberships_of
from caseflow.identity.resume import resume
from caseflow.identity.staff_rows import enabled, staff_by_id
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.house import PASSWORD, House
from tests.unit.identity.people import (
    address,
    administrator,
    entries,
    logged_in,
    outrun,
    person,
    the_entry,
)


def test_a_disabled_person_is_out_for_good(house: House) -> None:
    ada, begun = administrator(house), logged_in(house, "lea")
    work = house.work()
    assert disable(work, ada, begun.staff) == Done(begun.staff)
    work.finish()
    assert resume(work, begun.token) is None
    assert log_in(work, address("lea"), PASSWORD) == Refused()
    entry = the_entry(work, Act.USER_DISABLE)
    assert len(entry["ended"]) == 2
    told = [row["table"] for row in entry["rows"]]
    assert told[:3] == ["staff", "memberships", "memberships"]
    assert [(key["what"], key["version"]) for key in entry["keys"] if "reader" not in key] == [
        ("unit", "2"),
        ("unit", "2"),
    ]
    assert entry["details"] == {"staff_id": str(begun.staff)}


@pytest.mark.parametrize("name", ["lea", "frieda"])
def test_only_an_administrator_disables(house: House, name: str) -> None:
    who = house.actor("lea", "beratung") if name == "lea" else person(house, name)
    work = house.work()
    assert disable(work, who, house.staff["berta"]) == Refused(Reason.NOT_YOUR_ROLE)
    assert the_entry(work, Act.USER_DISABLE)["decision"] == "refused"
    assert enabled(staff_by_id(work, house.staff["berta"])) is not None


def test_nobody_disables_herself(house: House) -> None:
    ada = administrator(house)
    answer = disable(house.work(), ada, ada.staff)
    assert isinstance(answer, Invalid)
    assert answer.problems[0].code == "yourself"


def test_an_unknown_or_disabled_person_is_not_disabled_again(house: House) -> None:
    ada = administrator(house)
    work = house.work()
    assert isinstance(disable(work, ada, house.staff["berta"]), Done)
    assert disable(work, ada, house.staff["berta"]) == Refused(Reason.NOT_OPEN)
    assert disable(work, ada, new_id()) == Refused(Reason.NOT_OPEN)
    assert len(entries(work, Act.USER_DISABLE)) == 3


def test_whoever_is_slower_takes_nothing(house: House) -> None:
    ada = administrator(house)
    work = house.work()
    held = memberships_of(work, house.staff["berta"])
    outrun(work, held[0])
    assert disable(work, ada, house.staff["berta"]) == Refused(Reason.TOO_LATE)
    work.finish()
    assert logged_in(house, "berta").staff == house.staff["berta"]

from types import SimpleNamespace
from typing import Any

from sqlalchemy import update

from caseflow.database.tables.accounts import Staff
from caseflow.vault.authors import names_of_staff, staff_in
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House


def test_whoever_is_asked_for_is_named_and_a_forged_row_is_not_believed(house: House) -> None:
    berta, frieda = house.staff["berta"], house.staff["frieda"]
    work = house.work()
    assert names_of_staff(work, {berta}) == {berta: "Berta"}
    work.session.expunge_all()
    work.session.execute(update(Staff).where(Staff.id == frieda).values(name="Falsch"))
    assert names_of_staff(work, {berta, frieda}) == {berta: "Berta"}
    assert [alarm.row for alarm in work.alarms] == [frieda]


def test_who_wrote_a_row_and_whom_it_is_about_are_both_named() -> None:
    wrote, meets = new_id(), new_id()
    rows: list[Any] = [
        SimpleNamespace(recorded_by=wrote),
        SimpleNamespace(recorded_by=wrote, staff_id=meets),
    ]
    assert list(staff_in(rows)) == [wrote, wrote, meets]

from sqlalchemy import update

from caseflow.database.tables.accounts import Staff
from caseflow.vault.authors import names_of_staff
from tests.factories.house import House


def test_whoever_is_asked_for_is_named_and_a_forged_row_is_not_believed(house: House) -> None:
    berta, frieda = house.staff["berta"], house.staff["frieda"]
    work = house.work()
    assert names_of_staff(work, {berta}) == {berta: "Berta"}
    work.session.expunge_all()
    work.session.execute(update(Staff).where(Staff.id == frieda).values(name="Falsch"))
    assert names_of_staff(work, {berta, frieda}) == {berta: "Berta"}
    assert [alarm.row for alarm in work.alarms] == [frieda]

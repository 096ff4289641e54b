from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.partners import PartnerRow
from caseflow.operations.backups.end_partner_again import end_partner_again
from caseflow.operations.backups.told_again import NOTHING
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.factories.partners import partner


def _leaf(organisation: UUID, staff: UUID) -> dict[str, object]:
    return {"details": {"partner": str(organisation)}, "staff": str(staff)}


def test_a_cooperation_ends_once_more_whoever_ended_it(house: House) -> None:
    one, other = partner(house), partner(house)
    lea, wanda = house.staff["lea"], house.staff["wanda"]
    work = house.work()
    for organisation, staff in ((one, wanda), (other, new_id())):
        [row] = end_partner_again(work, _leaf(organisation, staff), new_id()).rows
        assert (row.table, row.id) == ("partners", organisation)
        assert end_partner_again(work, _leaf(organisation, staff), new_id()) == NOTHING
    rows = {each.id: each for each in work.session.scalars(select(PartnerRow))}
    assert [rows[each].changed_by for each in (one, other)] == [wanda, lea]
    assert {each.ended_at for each in rows.values()} == {work.clock.now()}
    work.abandon()

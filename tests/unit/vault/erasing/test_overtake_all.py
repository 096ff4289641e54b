"""What partners were told of a record is marked when it is erased, and the log tells of it."""

from sqlalchemy import select

from caseflow.database.sealed_rows import change
from caseflow.database.tables.partners import Disclosure
from caseflow.vocabulary.acts import Act
from tests.factories.clients import case_at
from tests.factories.erasing import erased
from tests.factories.house import House
from tests.factories.telling import Ready
from tests.unit.vault.reading import newest, rows_of


def heard_of(ready: Ready) -> None:
    """Let the partner have heard of a change already."""
    work = ready.house.work(ready.berta)
    row = work.session.scalars(select(Disclosure)).one()
    retold = {"retold": "told", "retold_at": row.made_at, "retold_by": ready.berta.staff}
    change(work, row, overtaken_at=row.made_at, **retold)
    work.finish()


def test_each_partner_that_was_told_of_an_erased_file_is_to_be_told_so(house: House) -> None:
    ready = Ready(house)
    made = ready.told()
    frieda = house.actor("frieda", "frauenhaus")
    case_at(house, frieda, ready.known)
    erased(house, ready.known.id, frieda.unit)
    assert [each.overtaken_at for each in ready.disclosures()] == [None]
    case_at(house, frieda, ready.known)
    for unit in (ready.berta.unit, frieda.unit):  # the file of one of two units, and the last one
        heard_of(ready)
        erased(house, ready.known.id, unit)
        [row] = ready.disclosures()
        assert (row.overtaken_at, row.retold) == (house.around.clock.now(), None)
        assert (row.retold_at, row.retold_by) == (None, None)
        assert ("disclosures", str(made.id)) in rows_of(newest(house, Act.CLIENT_ERASE))

"""Only a drawer of copies that is frozen, with a seal that holds, is one for the officers."""

from sqlalchemy import update

from caseflow.database.tables.drawers import Drawer
from caseflow.exceptions.frozen_copy import frozen_copy, views_of
from caseflow.vault.gather import drawers_of
from caseflow.vocabulary.ids import new_id
from tests.factories.copies import copied, copies, shared, taken_back
from tests.factories.house import House


def test_another_drawer_or_a_forged_one_is_none(house: House) -> None:
    where = shared(house)
    copied(house, where)
    [drawer] = copies(house, where.known)
    work = house.work(where.frieda)
    assert frozen_copy(work, drawer.id) is frozen_copy(work, new_id()) is None
    assert all(views_of(work, each) == () for each in drawers_of(work, where.known.id))
    work.finish()
    taken_back(house, where)
    work = house.work(where.frieda)
    found = frozen_copy(work, drawer.id)
    assert found is not None
    assert (found[0].id, found[1].id) == (drawer.id, drawer.id)
    work.finish()
    with house.sessions() as session:
        session.execute(update(Drawer).where(Drawer.id == drawer.id).values(category="health"))
        session.commit()
    work = house.work(where.frieda)
    assert frozen_copy(work, drawer.id) is None
    work.finish()

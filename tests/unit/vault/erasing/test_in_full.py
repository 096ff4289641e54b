"""A unit's file is everything where no other unit has anything of her."""

from sqlalchemy import delete, update

from caseflow.database.tables.clients import Case
from caseflow.database.tables.drawers import Drawer
from caseflow.vault.erasing.in_full import in_full
from caseflow.vault.erasing.scope import Scope
from tests.factories.clients import case_at, new_client
from tests.factories.erasing import two_files
from tests.factories.house import House


def test_with_the_last_file_all_of_her_goes(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    work = house.work()
    assert in_full(work, Scope((known.id,), berta.unit)) == Scope((known.id,))
    assert in_full(work, Scope((known.id,))) == Scope((known.id,))
    work.finish()
    case_at(house, house.actor("wanda", "wohnen"), known)  # who has written nothing
    assert in_full(work, Scope((known.id,), berta.unit)) == Scope((known.id,), berta.unit)


def test_a_case_or_a_drawer_elsewhere_stays_but_no_copy_from_this_file(house: House) -> None:
    where = two_files(house)
    scope = Scope((where.known.id,), where.berta.unit)
    work = house.work()
    there = Drawer.unit_id == where.frieda.unit
    assert in_full(work, scope) == scope
    work.session.execute(delete(Case).where(Case.unit_id == where.frieda.unit))
    assert in_full(work, scope) == scope
    work.session.execute(update(Drawer).where(there).values(copied_from=where.berta.unit))
    assert in_full(work, scope).unit is None
    work.session.execute(update(Drawer).where(there).values(kept_for="legal_claims"))
    assert in_full(work, scope) == scope
    work.session.execute(delete(Drawer).where(there))
    assert in_full(work, scope).unit is None

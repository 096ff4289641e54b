"""Every hindrance, in the scope that it stands in the way of."""

from sqlalchemy import delete, update

from caseflow.database.tables.clients import Case
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.exceptions import EmergencyAccess, LawfulException
from caseflow.subject_rights.erasure.hindrances import hindrances
from caseflow.vault.erasing.scope import Scope
from caseflow.vocabulary.retention import ErasureGround, HoldKind
from tests.factories.emergencies import declared
from tests.factories.erasing import TwoFiles, two_files
from tests.factories.handovers import sent
from tests.factories.house import House
from tests.factories.lawful import excepted, ground
from tests.factories.retention import closed, held, years_later


def said(house: House, where: TwoFiles, unit: str = "", for_: str = "wish") -> list[str]:
    """Return what an officer hears."""
    olga = house.actor("olga", "datenschutz")
    work = house.work()
    scope = Scope((where.known.id,), house.units[unit] if unit else None)
    found = hindrances(work, olga, scope, ErasureGround(for_))
    work.finish()
    return [each.code for each in found]


def test_another_lawful_ground_stands_in_the_way_of_its_unit_and_of_all(house: House) -> None:
    where = two_files(house)
    excepted(house, where.frieda, where.known, ground([where.berta.unit], "family"))
    assert said(house, where) == ["exception_runs"]
    assert said(house, where, "frauenhaus") == ["exception_runs"]
    assert said(house, where, "beratung") == []


def test_with_the_last_file_all_that_is_left_of_her_must_have_come_to_its_end(
    house: House,
) -> None:
    where = two_files(house)
    excepted(house, where.frieda, where.known, ground([where.berta.unit], "family"))
    with house.sessions.begin() as session:  # it was declared at a desk
        session.execute(delete(Drawer).where(Drawer.unit_id == where.frieda.unit))
        session.execute(delete(Case).where(Case.unit_id == where.frieda.unit))
    assert said(house, where, "beratung") == ["exception_runs"]


def test_her_wish_to_keep_ends_with_her_wish_to_erase(house: House) -> None:
    where = two_files(house)
    held(house, where.known.id, kind=HoldKind.WISH)
    assert said(house, where) == []
    assert said(house, where, for_="unlawful") == ["held_back"]
    assert said(house, where, for_="period_over") == ["period_not_over"]


def test_what_is_not_as_it_was_sealed_was_reviewed_by_nobody(house: House) -> None:
    where = two_files(house)
    declared(house, where.frieda, where.known, "health")
    now = house.around.clock.now()
    excepted(house, where.frieda, where.known, ground([where.berta.unit], "family"))
    with house.engine.begin() as connection:
        connection.execute(update(EmergencyAccess).values(finding="x", reviewed_at=now))
        connection.execute(update(LawfulException).values(ended_at=now))
    assert said(house, where) == ["emergency_not_reviewed", "exception_runs"]
    other = where.berta.unit
    with house.engine.begin() as connection:  # whose it was says the row no more
        connection.execute(update(EmergencyAccess).values(unit_id=other))
        connection.execute(update(LawfulException).values(unit_id=other))
    both = ["emergency_not_reviewed", "exception_runs"]
    assert said(house, where, "frauenhaus") == said(house, where, "wohnen") == both


def test_a_period_is_over_when_every_file_is_let_go(house: House) -> None:
    where = two_files(house)
    sent(house, where.berta, where.known, "frauenhaus")  # its period is short, and no file's
    closed(house, house.actor("lea", "beratung"), where.known)
    years_later(house, 5)
    assert said(house, where, "beratung", "period_over") == []
    assert said(house, where, for_="period_over") == ["period_not_over"]
    closed(house, house.actor("lea", "frauenhaus"), where.known)
    years_later(house, 5)
    assert said(house, where, for_="period_over") == []

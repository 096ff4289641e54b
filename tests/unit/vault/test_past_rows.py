from sqlalchemy import update

from caseflow.database.tables.clients import Wall
from caseflow.vault.past_rows import load_past
from tests.factories.house import House
from tests.security.filled_house import filled


def test_every_kind_of_row_is_loaded_and_whom_a_broken_seal_is_about_is_named(
    house: House,
) -> None:
    life = filled(house)
    work = house.work()
    hers = load_past(work, [life.known.id, life.walled.id], [])
    kinds = (hers.memberships, hers.cases, hers.walls, hers.drawers, hers.consents)
    assert all((*kinds, hers.emergencies, hers.exceptions, hers.desks, hers.handovers))
    assert all(each.agreements for each in hers.exceptions.values())
    assert hers.clients == {life.known.id, life.walled.id}
    assert hers.broken == frozenset()
    merged = load_past(work, [life.merged.id], [])
    assert len(merged.clients) == 2
    assert merged.merges
    named = load_past(work, [life.merged.id], [life.consent])
    assert life.consent in named.consents
    work.session.execute(update(Wall).values(row_seal=b"x" * 32))
    work.session.expire_all()
    assert load_past(work, [life.walled.id], []).broken == {life.walled.id}
    work.abandon()

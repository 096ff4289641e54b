"""A withdrawal freezes what was copied under it, and an expiry does not."""

import pytest
from sqlalchemy import select, update

from caseflow.consents import withdraw_everything
from caseflow.consents.take_back import Choice
from caseflow.database.tables.audit_log import StagedEntry
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.drawers import Drawer
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done
from tests.factories.copies import (
    TOLD,
    Shared,
    copied,
    copies,
    days_later,
    settled,
    shared,
    taken_back,
)
from tests.factories.declarations import at_a_desk
from tests.factories.house import House
from tests.unit.vault.reading import newest, read, texts


def everything(house: House, where: Shared) -> None:
    """Withdraw everything at a desk of a unit that knows her from her card alone."""
    ida = house.actor("ida", "wohnen")
    at_a_desk(house, ida, where.known)
    work = house.work(ida)
    assert isinstance(withdraw_everything(work, ida, where.known.id), Done)
    work.finish()


def test_it_is_frozen_in_the_act_of_the_withdrawal_and_closes_at_once(house: House) -> None:
    where = shared(house)
    copied(house, where)
    taken_back(house, where)
    [drawer] = copies(house, where.known)
    told = newest(house, Act.CONSENT_WITHDRAW)
    assert drawer.frozen_at == house.around.clock.now()
    assert str(drawer.id) in {row["id"] for row in told["rows"]}
    assert texts(read(house, where.frieda, where.known)) == []
    assert "drawers" not in newest(house, Act.STORY_READ)


def test_a_part_freezes_what_it_takes_back(house: House) -> None:
    where = shared(house)
    copied(house, where)
    copied(house, where, "client_name")
    taken_back(house, where, Choice(categories=frozenset({"identity"})))
    frozen = {each.category: each.frozen_at is not None for each in copies(house, where.known)}
    assert frozen == {"violence": False, "identity": True}
    before = {each.id: each.frozen_at for each in copies(house, where.known)}
    days_later(house, 1)
    taken_back(house, where)
    after = {each.id: each.frozen_at for each in copies(house, where.known)}
    assert all(before[each] in {None, after[each]} for each in after)
    assert None not in after.values()


def test_an_expired_consent_leaves_it_and_withdrawing_everything_does_not(house: House) -> None:
    where = shared(house)
    copied(house, where)
    days_later(house, 400)
    settled(house, where.frieda)
    assert texts(read(house, where.frieda, where.known)) == [TOLD]
    everything(house, where)
    assert texts(read(house, where.frieda, where.known)) == []
    [drawer] = copies(house, where.known)
    assert drawer.frozen_at is not None


def test_a_copy_whose_consent_was_forged_is_closed_and_frozen_by_the_next_withdrawal(
    house: House,
) -> None:
    where = shared(house)
    copied(house, where)
    with house.sessions() as session:
        session.execute(update(Consent).values(version=9))
        session.commit()
    assert texts(read(house, where.frieda, where.known)) == []
    everything(house, where)
    [drawer] = copies(house, where.known)
    assert drawer.frozen_at is not None


def test_a_consent_that_is_put_back_thaws_nothing(house: House) -> None:
    where = shared(house)
    copied(house, where)
    with house.sessions() as session:
        columns = Consent.__table__.c
        before = session.execute(select(*columns)).mappings().one()
    taken_back(house, where)
    with house.sessions() as session:
        session.execute(update(Consent).values(dict(before)))
        session.commit()
    with house.sessions() as session:
        assert session.scalars(select(Consent.withdrawn_at)).one() is None
    assert TOLD not in texts(read(house, where.frieda, where.known))


@pytest.mark.parametrize("column", ["copied_from", "copied_under", "frozen_at"])
def test_whoever_empties_what_makes_it_a_copy_closes_it_and_raises_an_alarm(
    house: House, column: str
) -> None:
    where = shared(house)
    copied(house, where)
    taken_back(house, where)
    with house.sessions() as session:
        copy = Drawer.copied_from.is_not(None)
        session.execute(update(Drawer).where(copy).values({column: None}))
        session.commit()
    assert texts(read(house, where.frieda, where.known)) == []
    with house.sessions() as session:
        payloads = session.scalars(select(StagedEntry.payload))
        assert any(Act.ALARM_SEAL.encode() in payload for payload in payloads)

import pytest
from sqlalchemy import select

from caseflow.crypto.key_pairs import new_pair
from caseflow.database.tables.installation import Installation
from caseflow.keys.recovery import join_shares
from caseflow.operations.renew_recovery import renew_recovery
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.errors import BrokenSeal
from tests.factories.house import UNITS, House
from tests.unit.identity.people import entries, person, the_entry
from tests.unit.keys.tampering import forge


def test_an_officer_makes_new_shares_and_all_officers_are_alarmed(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    renewed = renew_recovery(work, olga, 2, 4)
    assert isinstance(renewed, Done)
    work.finish()
    shares = renewed.value.shares
    assert (len(shares), renewed.value.units, renewed.value.drawers) == (4, len(UNITS), 0)
    assert shares[0] not in repr(renewed)
    act, alarm = the_entry(work, Act.RECOVERY_RENEW), the_entry(work, Act.ALARM_RECOVERY)
    assert act["keys"][0]["key_id"] == join_shares(shares[:2]).public.key_id.hex()
    assert act["bases"][0]["kind"] == "membership"
    assert alarm["details"] == {"renewed": "2-of-4"}
    assert alarm["staff"] == act["staff"] == str(olga.staff)


def test_nobody_else_does_and_nothing_is_changed(house: House) -> None:
    lea = house.actor("lea", "beratung")
    work = house.work(lea)
    before = work.session.scalars(select(Installation.recovery_key_id)).one()
    assert renew_recovery(work, lea, 2, 3) == Refused(Reason.NOT_YOUR_ROLE)
    assert renew_recovery(work, person(house, "berta"), 2, 3) == Refused(Reason.NOT_YOUR_ROLE)
    olga = house.actor("olga", "datenschutz")
    no_sharing = Problem("recovery_shares", "no_sharing", {"most": "16"})
    assert renew_recovery(work, olga, 4, 3) == Invalid((no_sharing,))
    assert work.session.scalars(select(Installation.recovery_key_id)).one() == before
    assert entries(work, Act.ALARM_RECOVERY) == []


def test_a_forged_pair_is_not_renewed(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    row = work.session.scalars(select(Installation)).one()
    forge(work, row, recovery_public=new_pair().public.raw())
    with pytest.raises(BrokenSeal):
        renew_recovery(work, olga, 2, 3)

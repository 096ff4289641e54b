import pytest
from sqlalchemy import select

from caseflow.consents.received.mark_answered import mark_answered
from caseflow.database.tables.received_consents import ReceivedConsent
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.unit.consents.received.received import waiting
from tests.unit.vault.reading import newest


def test_it_is_marked_once_and_by_nobody_else(house: House) -> None:
    there, consent = waiting(house), new_id()
    work = house.work(there.berta)
    mark_answered(work, there.berta, there.id, consent)
    work.finish()
    with house.sessions() as session:
        assert session.scalars(select(ReceivedConsent)).one().consent_id == consent
    told = {"received": str(there.id), "agreed": "yes", "consent": str(consent)}
    assert newest(house, Act.CONSENT_ANSWER)["details"] == told
    for who in (there.berta, there.frieda):
        work = house.work(who)
        with pytest.raises(Stale):
            mark_answered(work, who, there.id, None)
        work.abandon()

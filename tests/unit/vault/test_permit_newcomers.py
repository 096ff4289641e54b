import pytest
from sqlalchemy import select

from caseflow.database.tables.units import Membership
from caseflow.vault.permit import Deeds, trace
from caseflow.vault.permit_newcomers import permit_newcomers
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.unit.vault.reading import log, newest


def test_each_has_a_permit_of_her_own_and_the_uses_have_no_gap(house: House) -> None:
    berta = house.actor("berta", "beratung")
    clients = [new_id() for _ in range(3)]
    work = house.work(berta)
    given = permit_newcomers(work, berta, clients)
    assert not isinstance(given, Refused)
    for each in given:
        trace(work, each, Deeds())
    (alone,) = permit_newcomers(work, berta, [new_id()])  # type: ignore[misc]  # she may
    work.finish()
    told = [each for each in log(house) if each["act"] == Act.CLIENT_CREATE]
    assert {each["client"] for each in told} == {str(client) for client in clients}
    assert len({each.entry for each in given}) == 3
    uses = [basis.use for each in (*given, alone) for basis in each.used]
    assert uses == list(range(uses[0], uses[0] + 4))
    of_berta = select(Membership.uses).where(Membership.id == berta.membership)
    assert house.work().session.scalar(of_berta) == uses[-1]
    assert given[0].gathered.drawers is not given[1].gathered.drawers


def test_whoever_may_create_nobody_is_refused_once(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    assert permit_newcomers(work, olga, [new_id(), new_id()]) == Refused(Reason.NOT_OPEN)
    work.finish()
    assert newest(house, Act.CLIENT_CREATE)["decision"] == "refused"


def test_a_membership_that_was_changed_meanwhile_begins_again(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseflow.vault.permit_newcomers.use", lambda *_: None)
    berta = house.actor("berta", "beratung")
    with pytest.raises(Stale):
        permit_newcomers(house.work(berta), berta, [new_id(), new_id()])

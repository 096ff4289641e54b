from uuid import UUID

import pytest
from sqlalchemy import select, update

from caseflow.crypto.ciphers import Cipher
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.units import UnitEnvelope
from caseflow.database.unit_of_work import Work
from caseflow.keys.drawer_keys import mark_due
from caseflow.keys.move_recovery import UNMOVED, left_behind, move_drawer
from caseflow.vault import settle_recovery as module
from caseflow.vault.row_by_row import Pace
from caseflow.vault.settle import settle
from caseflow.vault.settle_recovery import settle_recovery
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.states import KeyReader
from tests.factories.clients import entry, new_client, write
from tests.factories.house import House
from tests.factories.recovering import opens, renewed
from tests.unit.vault.reading import log

SLUG = "beratung"


def left(house: House) -> tuple[int, int]:
    work = house.work()
    found = left_behind(work)
    work.finish()
    return found


def written(house: House, drawers: int) -> None:
    berta = house.actor("berta", SLUG)
    for _ in range(drawers):
        write(house, berta, new_client(house, berta), entry("eins"))


def test_a_members_requests_let_her_unit_follow_some_drawers_at_a_time(house: House) -> None:
    berta = house.actor("berta", SLUG)
    written(house, 4)
    before = left(house)
    former, present = renewed(house)
    units, drawers = left(house)
    assert (before, drawers) == ((0, 0), 4)
    assert settle_recovery(house.work(berta), berta, Pace(3, 8)) == 4
    assert left(house) == (units - 1, 1)
    assert [opens(house, each, berta.unit) for each in (former, present)] == [False, True]
    settle(house.work(berta), berta)
    assert left(house) == (units - 1, 0)
    told = [each for each in log(house) if each.get("details") == {"by": "recovery"}]
    assert [each["act"] for each in told] == [Act.KEY_GRANT] * 5
    assert [each["keys"][0]["what"] for each in told] == ["unit"] + ["drawer"] * 4
    assert ["client" in each for each in told] == [False] + [True] * 4
    assert {each["staff"] for each in told} == {str(berta.staff)}
    work = house.work(berta)
    made = work.session.scalars(select(Envelope.act).where(Envelope.reader == KeyReader.RECOVERY))
    assert {str(act) for act in made} == {each["id"] for each in told[1:]}
    acts = work.session.scalars(
        select(UnitEnvelope.act).where(UnitEnvelope.reader_id == work.installation)
    )
    assert UUID(told[0]["id"]) in set(acts)
    assert work.session.scalars(UNMOVED, {"unit": berta.unit}).all() == []
    settle(work, berta)
    assert (list(work.session.new), settle_recovery(work, berta)) == ([], 0)


def test_what_cannot_follow_now_stays_and_keeps_nobody_from_her_work(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slower(*_: object) -> None:
        raise Stale("unit_envelopes")

    berta = house.actor("berta", SLUG)
    written(house, 1)
    renewed(house)
    before = left(house)
    with monkeypatch.context() as patched:
        patched.setattr(module, "move_unit", slower)
        assert settle_recovery(house.work(berta), berta) == 0
    assert left(house) == before
    with monkeypatch.context() as patched:
        patched.setattr(module, "bring_key", lambda *_: None)
        assert settle_recovery(house.work(berta), berta) == 1
    with monkeypatch.context() as patched:
        patched.setattr(module, "move_drawer", lambda *_: None)
        assert settle_recovery(house.work(berta), berta) == 0
    assert left(house) == (before[0] - 1, before[1])


def test_killed_between_two_drawers_the_next_request_goes_on(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta = house.actor("berta", SLUG)
    written(house, 2)
    renewed(house)
    tried = list[Drawer]()

    def killed(work: Work, drawer: Drawer, cipher: Cipher, act: UUID) -> object:
        tried.append(drawer)
        if len(tried) == 2:
            raise KeyboardInterrupt
        return move_drawer(work, drawer, cipher, act)

    monkeypatch.setattr(module, "move_drawer", killed)
    work = house.work(berta)
    with pytest.raises(KeyboardInterrupt):
        settle_recovery(work, berta)
    work.put_away()
    assert left(house)[1] == 1
    assert settle_recovery(house.work(berta), berta) == 1
    assert left(house)[1] == 0


def test_a_drawer_that_turns_follows_by_its_turn(house: House) -> None:
    berta = house.actor("berta", SLUG)
    written(house, 1)
    renewed(house)
    work = house.work(berta)
    for drawer in work.session.scalars(select(Drawer)).all():
        mark_due(work, drawer, work.clock.now())
    work.finish()
    settle(house.work(berta), berta)
    assert left(house)[1] == 0
    with house.sessions() as session:
        assert set(session.scalars(select(Drawer.key_version))) == {2}


def test_one_that_waits_for_its_turn_keeps_no_other_from_following(house: House) -> None:
    berta = house.actor("berta", SLUG)
    written(house, 2)
    renewed(house)
    work = house.work(berta)
    first = work.session.scalars(select(Drawer).order_by(Drawer.born_at, Drawer.id)).first()
    assert first is not None
    mark_due(work, first, work.clock.now())
    work.finish()
    assert settle_recovery(work, berta, Pace(1, 1)) == 2
    assert left(house)[1] == 1


def test_a_drawer_whose_envelope_was_forged_stays_and_is_an_alarm(house: House) -> None:
    berta = house.actor("berta", SLUG)
    written(house, 1)
    renewed(house)
    with house.sessions() as session:
        own = update(Envelope).where(Envelope.reader == KeyReader.UNIT)
        session.execute(own.values(sealed=b"planted"))
        to_former = UnitEnvelope.reader == KeyReader.RECOVERY
        session.execute(update(UnitEnvelope).where(to_former).values(sealed=b"planted"))
        session.commit()
    settle(house.work(berta), berta)
    assert left(house)[1] == 1
    alarms = [each for each in log(house) if each["act"] == Act.ALARM_SEAL]
    assert {each["details"]["table"] for each in alarms} == {"envelopes", "unit_envelopes"}
    assert {(each["staff"], each["unit"]) for each in alarms} == {
        (str(berta.staff), str(berta.unit))
    }

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from caseflow.crypto.ciphers import key_id
from caseflow.database.tables.installation import OutsideKey, ServerKey, TrusteeEnvelope
from caseflow.database.unit_of_work import Work
from caseflow.keys import rotation
from caseflow.keys.events import KeyEvent
from caseflow.keys.outside_keys import present_root, present_secret
from caseflow.keys.rotation import NoRotation, end, take_up
from caseflow.keys.server_keys import FormerKeys
from caseflow.operations.rotate_outside import Outside
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import BrokenSeal, Stale
from tests.factories import rotations
from tests.factories.house import ROOT, TRUSTEE, House, StoppedClock
from tests.factories.rotations import NEW_ROOT, NEW_TRUSTEE

THIRD = bytes(range(200, 232))


def taken_up(house: House, what: Outside) -> object:
    work = house.work()
    found = take_up(work, what)
    work.finish()
    return found


def newest(work: Work, what: Outside) -> OutsideKey:
    query = select(OutsideKey).where(OutsideKey.what == what).order_by(OutsideKey.version.desc())
    return work.session.scalars(query).all()[0]


@pytest.mark.parametrize("what", Outside)
def test_the_first_transaction_makes_the_new_key_the_one_that_counts(
    house: House, clock: StoppedClock, what: Outside
) -> None:
    clock.advance(timedelta(days=1))
    rotations.name_no_secret(house)
    rotations.give_both(house, what)
    found = rotations.begun(house, what)
    assert (found.version, found.begun) == (2, True)
    assert (found.former.key, found.present.key) == (rotations.OLDER[what], rotations.NEWER[what])
    work = house.work()
    event = found.event(work)
    assert event == KeyEvent(
        Act.KEY_ROTATE, what, work.installation, 2, key_id(rotations.NEWER[what])
    )
    row = newest(work, what)
    assert (row.since, row.key_id) == (clock.now(), found.present.key_id)
    if what is Outside.ROOT:
        roots = work.session.scalars(select(ServerKey.root_key_id)).all()
        assert set(roots) == {found.present.key_id}
    else:
        named = work.session.scalars(select(TrusteeEnvelope.secret_key_id)).all()
        assert set(named) == {found.former.key_id}


@pytest.mark.parametrize("what", Outside)
def test_it_is_taken_up_again_until_it_has_ended(
    house: House, monkeypatch: pytest.MonkeyPatch, what: Outside
) -> None:
    rotations.give_both(house, what)
    rotations.begun(house, what)
    again = rotations.begun(house, what)
    assert (again.version, again.begun) == (2, False)
    monkeypatch.setattr(rotation, "count_under", lambda *_: 0)
    assert not rotations.begun(house, what).begun  # its end has still to be noted
    monkeypatch.undo()
    rotations.rotated(house, what)
    assert taken_up(house, what) is NoRotation.NOTHING_NEW
    work = house.work()
    assert newest(work, what).finished_at == work.clock.now()
    end(work, what)  # a second time it changes nothing
    assert newest(work, what).finished_at == work.clock.now()
    work.abandon()
    former = key_id(rotations.OLDER[what])
    monkeypatch.setattr(rotation, "count_under", lambda *asked: asked[1:] == (what, former))
    assert not rotations.begun(house, what).begun  # where something was left over all the same


@pytest.mark.parametrize("what", Outside)
def test_what_lies_under_the_former_key_needs_it(house: House, what: Outside) -> None:
    rotations.give_both(house, what)
    rotations.begun(house, what)
    rotations.give_new(house, what)
    assert taken_up(house, what) is NoRotation.FORMER_MISSING


@pytest.mark.parametrize("what", Outside)
def test_what_was_never_rotated_has_nothing_new(house: House, what: Outside) -> None:
    assert taken_up(house, what) is NoRotation.NOTHING_NEW


def test_without_a_secret_there_is_none_to_rotate(house: House) -> None:
    rotations.give(house, ROOT, None)
    assert taken_up(house, Outside.TRUSTEE) is NoRotation.KEY_MISSING


@pytest.mark.parametrize("what", Outside)
def test_one_rotation_ends_before_the_next_begins(house: House, what: Outside) -> None:
    rotations.give_both(house, what)
    rotations.begun(house, what)
    if what is Outside.ROOT:
        rotations.give(house, THIRD, TRUSTEE, FormerKeys(root=NEW_ROOT))
    else:
        rotations.give(house, ROOT, THIRD, FormerKeys(trustee=NEW_TRUSTEE))
    assert taken_up(house, what) is NoRotation.UNFINISHED
    rotations.give_both(house, what)
    rotations.rotated(house, what)
    if what is Outside.ROOT:
        rotations.give(house, THIRD, TRUSTEE, FormerKeys(root=NEW_ROOT))
    else:
        rotations.give(house, ROOT, THIRD, FormerKeys(trustee=NEW_TRUSTEE))
    assert rotations.rotated(house, what).version == 3
    work = house.work()
    assert newest(work, what).finished_at is not None
    counts = present_root(work) if what is Outside.ROOT else present_secret(work)
    assert counts is not None
    assert counts.key == THIRD
    work.abandon()
    assert taken_up(house, what) is NoRotation.NOTHING_NEW


def test_versions_that_were_changed_are_not_gone_on_from(house: House) -> None:
    rotations.give_both(house, Outside.ROOT)
    rotations.begun(house, Outside.ROOT)
    with house.sessions() as session:
        session.execute(update(OutsideKey).values(key_id=key_id(THIRD)))
        session.commit()
    with pytest.raises(BrokenSeal):
        take_up(house.work(), Outside.ROOT)


def test_of_two_who_begin_at_once_one_begins(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    rotations.give_both(house, Outside.TRUSTEE)
    rotations.begun(house, Outside.TRUSTEE)
    work = house.work()
    # as she saw it who had looked before
    former = house.server.former_trustee
    monkeypatch.setattr(rotation, "present_secret", lambda _work: former)
    monkeypatch.setattr(rotation, "sound_versions", lambda _work, _what: [])
    with pytest.raises(Stale):
        take_up(work, Outside.TRUSTEE)

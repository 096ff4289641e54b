from sqlalchemy import select

from caseflow.crypto.ciphers import key_id
from caseflow.crypto.key_pairs import fingerprint
from caseflow.database.tables.installation import Installation, TrusteePair
from caseflow.keys.birth import make_installation_keys
from caseflow.keys.events import pair_born
from caseflow.keys.keyring import ring
from caseflow.keys.recovery import Sharing, join_shares
from caseflow.vocabulary.acts import Act
from tests.factories.house import StoppedClock, unborn


def test_the_birth_names_every_key_and_tells_none(engine: str) -> None:
    house = unborn(engine, StoppedClock())
    work = house.work()
    events, shares = make_installation_keys(work, "Musterträger", Sharing(2, 3))
    assert [event.what for event in events] == [
        "signing",
        "row_seal",
        "code_lookup",
        "cookie",
        "recovery",
        "trustee",
    ]
    assert {event.act for event in events} == {Act.KEY_BIRTH}
    assert {(event.id, event.version) for event in events[:5]} == {(work.installation, 1)}
    assert events[1].key_id == key_id(house.server.row_seal)
    recovery = join_shares(shares[:2])
    assert events[4].fingerprint == fingerprint(recovery.public)
    trustee = ring(work).trustee
    assert trustee is not None
    pair = work.session.scalars(select(TrusteePair)).one()
    assert events[5] == pair_born("trustee", pair.id, 1, trustee.public)
    assert pair.version == 1
    work.finish()
    work = house.work()
    row = work.session.scalars(select(Installation)).one()
    assert (row.id, row.provider) == (work.installation, "Musterträger")
    assert row.recovery_shares == str(Sharing(2, 3))
    assert work.session.scalars(select(TrusteePair)).one().public == trustee.public.raw()
    house.close()


def test_without_trustee_secret_no_trustee_is_born(engine: str) -> None:
    house = unborn(engine, StoppedClock(), trustee=None)
    work = house.work()
    events, _ = make_installation_keys(work, "Musterträger", Sharing(1, 1))
    assert "trustee" not in [event.what for event in events]
    assert work.session.scalars(select(TrusteePair)).all() == []
    house.close()

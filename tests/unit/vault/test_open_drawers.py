import pytest
from sqlalchemy import delete

from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.unit_of_work import Work
from caseflow.keys.envelopes import find
from caseflow.keys.keyring import ring
from caseflow.vault.gather import gather
from caseflow.vault.open_drawers import (
    bring_key,
    key_of,
    open_each,
    open_for_writing,
    own_drawer,
)
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.errors import MissingKey, Stale
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, entry, new_client, write
from tests.factories.house import House


def drawers(work: Work) -> dict[tuple[object, str], Drawer]:
    return {(each.unit_id, each.category): each for each in work.session.query(Drawer)}


def written(house: House) -> tuple[Actor, Known]:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"), entry("Adresse", "whereabouts"))
    return berta, known


def test_a_drawer_is_born_with_its_first_write(house: House) -> None:
    berta, known = written(house)
    work = house.work(berta)
    gathered = gather(work, berta, known.id)
    born = open_for_writing(work, gathered, berta.unit, known.id, "health", new_id())
    assert born.keys
    assert born.drawer.id in gathered.drawers
    again = open_for_writing(work, gathered, berta.unit, known.id, "health", new_id())
    assert again.drawer is born.drawer
    assert again.keys == ()


def test_no_drawer_is_born_beside_one_that_was_born_since_the_act_was_decided(
    house: House,
) -> None:
    """Of ten first answers at once eight made a drawer, and an answer, of their own."""
    berta, known = written(house)
    work = house.work(berta)
    gathered = gather(work, berta, known.id)
    work.finish()
    write(house, berta, known, entry("Asthma", "health"))
    with pytest.raises(Stale):
        open_for_writing(work, gathered, berta.unit, known.id, "health", new_id())


def test_of_two_drawers_the_older_one_tells_for_both(house: House) -> None:
    berta, known = written(house)
    work = house.work(berta)
    gathered = gather(work, berta, known.id)
    older = own_drawer(gathered, berta.unit, "violence")
    assert older is not None
    newer = Drawer(
        client_id=known.id,
        unit_id=berta.unit,
        category="violence",
        key_version=1,
        key_id=b"",
        born_at=older.born_at.replace(year=older.born_at.year + 1),
    )
    gathered.drawers[newer.id] = newer
    assert own_drawer(gathered, berta.unit, "violence") is older
    assert own_drawer(gathered, berta.unit, "housing") is None


def test_a_key_is_opened_once_and_missing_without_an_envelope(house: House) -> None:
    berta, _ = written(house)
    work = house.work(berta)
    drawer = drawers(work)[berta.unit, "violence"]
    assert key_of(work, drawer) is key_of(work, drawer)
    ring(work).ciphers.clear()
    work.session.execute(delete(Envelope))
    with pytest.raises(MissingKey):
        key_of(work, drawer)
    assert bring_key(work, drawer, berta.unit) is None


def test_the_trustee_brings_a_key_but_never_that_of_her_whereabouts(house: House) -> None:
    _, _ = written(house)
    frieda = house.actor("frieda", "frauenhaus")
    work = house.work(frieda)
    found = drawers(work)
    unit = house.units["beratung"]
    assert bring_key(work, found[unit, "violence"], frieda.unit) is not None
    assert bring_key(work, found[unit, "whereabouts"], frieda.unit) is None


def test_an_envelope_that_does_not_open_is_an_alarm_and_the_others_open(house: House) -> None:
    berta, known = written(house)
    work = house.work(berta)
    one, other = gather(work, berta, known.id).drawers.values()
    envelopes = find(work, [one, other])
    damaged = envelopes[one.id]
    with work.session.no_autoflush:
        damaged.sealed = bytes(200)
        ciphers, broken = open_each(work, envelopes)
    assert ciphers.keys() == {other.id}
    assert [each.row for each in broken] == [damaged.id]

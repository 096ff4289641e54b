import pytest
from sqlalchemy import event, select

from caseflow.crypto.ciphers import key_id, new_key
from caseflow.crypto.envelopes import Destination, seal_envelope
from caseflow.database import sealed_rows
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.drawer_keys import turn
from caseflow.keys.drawer_readers import ReaderPlan
from caseflow.keys.envelopes import find, find_for, open_found
from caseflow.keys.keyring import RequestKeyring, ring
from caseflow.keys.unit_keys import renew_unit
from caseflow.vocabulary.errors import BrokenKey, MissingKey, Stale
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import KeyReader
from tests.factories.house import House
from tests.unit.keys.drawers import kept, opened, opened_by
from tests.unit.keys.tampering import forge


def shared(house: House) -> tuple[Drawer, bytes]:
    drawer, cipher = kept(house, ReaderPlan({house.units["frauenhaus"]: new_id()}))
    return drawer, cipher.key


def envelope_of(work: Work, house: House, drawer: Drawer, slug: str) -> Envelope:
    query = select(Envelope).where(
        Envelope.drawer_id == drawer.id, Envelope.reader_id == house.units[slug]
    )
    return work.session.scalars(query).one()


def test_owner_and_recipient_open_the_same_key(house: House) -> None:
    drawer, key = shared(house)
    assert opened_by(house, "lea", "beratung", drawer) == key
    assert opened_by(house, "frieda", "frauenhaus", drawer) == key


def test_who_has_no_envelope_opens_nothing_and_it_is_an_alarm(house: House) -> None:
    drawer, _ = shared(house)
    work = house.work_as("ida", "wohnen")
    assert opened(work, drawer) is None
    assert work.alarms == [Alarm.of_key("drawers", drawer.id)]


def test_an_envelope_that_went_with_a_turn_is_no_alarm(house: House) -> None:
    drawer, _ = shared(house)
    work = house.work_as("berta", "beratung")
    now = work.session.get_one(Drawer, (drawer.client_id, drawer.id))
    assert opened(work, now)
    turn(work, now, ReaderPlan(), new_id())
    work.finish()
    work = house.work_as("frieda", "frauenhaus")
    with pytest.raises(Stale):
        find(work, [drawer])
    assert work.alarms == []


def test_nothing_is_asked_of_the_database_once_the_envelopes_are_found(house: House) -> None:
    drawer, key = shared(house)
    work = house.work_as("lea", "beratung")
    renew_unit(work, house.units["beratung"], new_id())
    work.finish()
    work = house.work_as("lea", "beratung")
    envelopes = find(work, [drawer])
    work.finish()
    statements: list[str] = []
    event.listen(house.engine, "before_cursor_execute", lambda *said: statements.append(said[2]))
    ciphers = open_found(ring(work), work.installation, envelopes)
    assert ciphers[drawer.id].key == key
    assert statements == []
    again = open_found(ring(work), work.installation, envelopes)
    assert again[drawer.id] is ciphers[drawer.id]


def test_in_an_emergency_the_person_herself_opens(house: House) -> None:
    plan = ReaderPlan(staff={house.staff["ida"]: new_id()})
    drawer, cipher = kept(house, plan)
    work = house.work_as("ida", "wohnen")
    found = find(work, [drawer], as_staff=True)
    assert found[drawer.id].reader == KeyReader.STAFF
    assert open_found(ring(work), work.installation, found)[drawer.id].key == cipher.key
    work.finish()
    other = house.work_as("wanda", "wohnen")
    assert find(other, [drawer], as_staff=True) == {}


def test_only_an_envelope_of_the_present_key_counts(house: House) -> None:
    drawer, _ = shared(house)
    work = house.work_as("frieda", "frauenhaus")
    sealed_rows.change(work, envelope_of(work, house, drawer, "frauenhaus"), key_version=2)
    assert find(work, [drawer]) == {}
    sealed_rows.change(
        work, envelope_of(work, house, drawer, "frauenhaus"), key_version=1, key_id=bytes(16)
    )
    assert find(work, [drawer]) == {}


def test_a_forged_envelope_is_an_alarm(house: House) -> None:
    drawer, _ = shared(house)
    work = house.work_as("frieda", "frauenhaus")
    row = envelope_of(work, house, drawer, "frauenhaus")
    forge(work, row, basis_id=new_id())
    assert find(work, [drawer]) == {}
    assert work.alarms == [
        Alarm.of_seal("envelopes", row.id),
        Alarm.of_key("drawers", drawer.id),
    ]


def test_a_planted_key_does_not_open_even_under_a_fitting_seal(house: House) -> None:
    drawer, _ = shared(house)
    work = house.work_as("frieda", "frauenhaus")
    row = envelope_of(work, house, drawer, "frauenhaus")
    unit = ring(work).unit
    assert unit is not None
    planted = new_key()
    destination = Destination(
        work.installation, "drawer", drawer.id, 1, key_id(planted), unit.key_id, row.act
    )
    public = unit.private.public
    sealed_rows.change(work, row, sealed=seal_envelope(public, destination, planted))
    with pytest.raises(BrokenKey):
        open_found(ring(work), work.installation, find(work, [drawer]))
    assert ring(work).ciphers == {}


def test_keys_that_are_not_on_the_keyring_open_nothing(house: House) -> None:
    drawer, _ = kept(house, ReaderPlan(staff={house.staff["ida"]: None}))
    work = house.work()
    for as_staff in (True, False):
        with pytest.raises(MissingKey):
            find(work, [drawer], as_staff=as_staff)
    empty = RequestKeyring(house.server)
    unit = find_for(work, [drawer], KeyReader.UNIT, house.units["beratung"])
    person = find_for(work, [drawer], KeyReader.STAFF, house.staff["ida"])
    for envelopes in (unit, person):
        with pytest.raises(MissingKey):
            open_found(empty, work.installation, envelopes)

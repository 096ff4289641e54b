from sqlalchemy import select

from caseflow.crypto.ciphers import new_key
from caseflow.database import sealed_rows
from caseflow.database.tables.drawers import Envelope
from caseflow.database.tables.installation import TrusteeEnvelope, TrusteePair
from caseflow.database.tables.units import UnitPair
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.drawer_keys import grant
from caseflow.keys.drawer_readers import Reader, ReaderPlan
from caseflow.keys.events import KeyEvent
from caseflow.keys.keyring import ring
from caseflow.keys.server_keys import open_server_keys
from caseflow.keys.trustee import drawer_key_by_trustee, hand_trustee, open_trustee
from caseflow.keys.unit_keys import renew_unit
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import KeyReader
from tests.factories.house import CHEAP, ROOT, House
from tests.unit.keys.drawers import kept, opened_by
from tests.unit.keys.tampering import forge


def pair_of(work: Work) -> TrusteePair:
    return work.session.scalars(select(TrusteePair)).one()


def envelope_of(work: Work, house: House, slug: str) -> TrusteeEnvelope:
    query = select(TrusteeEnvelope).join(UnitPair, UnitPair.id == TrusteeEnvelope.unit_pair_id)
    return work.session.scalars(query.where(UnitPair.unit_id == house.units[slug])).one()


def give_secret(house: House, secret: bytes | None) -> None:
    with house.sessions() as session:
        house.server = open_server_keys(session, ROOT, secret, CHEAP)


def test_a_member_of_any_unit_and_the_secret_open_the_trustee(house: House) -> None:
    for name, slug in (("berta", "beratung"), ("ida", "wohnen"), ("olga", "datenschutz")):
        work = house.work_as(name, slug)
        private = open_trustee(work)
        assert private is not None
        assert private.public.raw() == pair_of(work).public
        assert open_trustee(work) is private
        assert work.alarms == []
        work.finish()


def test_without_a_member_it_stays_closed(house: House) -> None:
    drawer, _ = kept(house)
    work = house.work()
    assert open_trustee(work) is None
    assert drawer_key_by_trustee(work, drawer) is None
    assert work.alarms == []


def test_without_the_secret_it_stays_closed(house: House) -> None:
    give_secret(house, None)
    work = house.work_as("berta", "beratung")
    assert open_trustee(work) is None
    assert work.alarms == []


def test_with_another_secret_it_stays_closed_and_it_is_an_alarm(house: House) -> None:
    give_secret(house, new_key())
    work = house.work_as("berta", "beratung")
    assert open_trustee(work) is None
    assert work.alarms == [Alarm.of_key("trustee_pairs", pair_of(work).id)]


def test_a_forged_envelope_is_an_alarm(house: House) -> None:
    work = house.work_as("berta", "beratung")
    row = envelope_of(work, house, "beratung")
    forge(work, row, act=new_id())
    assert open_trustee(work) is None
    assert work.alarms == [
        Alarm.of_seal("trustee_envelopes", row.id),
        Alarm.of_key("trustee_pairs", pair_of(work).id),
    ]


def test_an_envelope_of_another_unit_does_not_open_here(house: House) -> None:
    work = house.work_as("berta", "beratung")
    row = envelope_of(work, house, "beratung")
    foreign = envelope_of(work, house, "wohnen")
    sealed_rows.change(work, row, sealed=foreign.sealed, act=foreign.act)
    assert open_trustee(work) is None


def test_without_a_sound_pair_there_is_no_trustee(house: House) -> None:
    work = house.work_as("berta", "beratung")
    row = pair_of(work)
    forge(work, row, version=2)
    assert open_trustee(work) is None
    unit = ring(work).unit
    assert unit is not None
    assert hand_trustee(work, unit, new_id()) is None
    assert Alarm.of_seal("trustee_pairs", row.id) in work.alarms


def test_after_a_departure_the_unit_still_calls_the_trustee(house: House) -> None:
    work = house.work_as("lea", "beratung")
    events = renew_unit(work, house.units["beratung"], new_id())
    work.finish()
    work = house.work_as("berta", "beratung")
    unit = ring(work).unit
    assert unit is not None
    row, pair, secret = envelope_of(work, house, "beratung"), pair_of(work), house.server.trustee
    assert secret is not None
    assert (row.unit_pair_id, row.secret_key_id) == (unit.pair, secret.key_id)
    told = "trustee", pair.id, 1, pair.key_id, KeyReader.UNIT, unit.unit
    assert KeyEvent(Act.KEY_GRANT, *told) in events
    assert open_trustee(work) is not None


def test_a_unit_renewed_without_the_secret_keeps_its_former_envelope(house: House) -> None:
    secret = house.server.trustee
    assert secret is not None
    give_secret(house, None)
    work = house.work_as("lea", "beratung")
    renew_unit(work, house.units["beratung"], new_id())
    work.finish()
    give_secret(house, secret.key)
    work = house.work_as("lea", "beratung")
    assert open_trustee(work) is not None


def test_a_consent_recorded_elsewhere_hands_the_key_out(house: House) -> None:
    drawer, cipher = kept(house)
    work = house.work_as("frieda", "frauenhaus")
    found = drawer_key_by_trustee(work, drawer)
    assert found is not None
    assert found.key == cipher.key
    assert ring(work).ciphers[drawer.id, 1] is found
    reader = Reader(KeyReader.UNIT, house.units["frauenhaus"], new_id())
    assert grant(work, drawer, found, reader, new_id()) is not None
    work.finish()
    assert opened_by(house, "frieda", "frauenhaus", drawer) == cipher.key


def test_what_is_not_sealed_to_the_trustee_stays_closed(house: House) -> None:
    drawer, _ = kept(house, ReaderPlan(trustee=False))
    work = house.work_as("frieda", "frauenhaus")
    assert drawer_key_by_trustee(work, drawer) is None
    assert work.alarms == [Alarm.of_key("drawers", drawer.id)]


def test_the_envelope_to_the_trustee_names_its_pair(house: House) -> None:
    drawer, _ = kept(house)
    work = house.work()
    query = select(Envelope).where(Envelope.drawer_id == drawer.id)
    (row,) = work.session.scalars(query.where(Envelope.reader == KeyReader.TRUSTEE))
    pair = pair_of(work)
    assert (row.reader_id, row.reader_key_id) == (pair.id, pair.key_id)

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from caseflow.database import sealed_rows
from caseflow.database.tables.accounts import StaffPair
from caseflow.database.tables.installation import Installation
from caseflow.database.tables.units import Membership, UnitEnvelope, UnitPair
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.events import KeyEvent, pair_born
from caseflow.keys.keyring import ring
from caseflow.keys.recipients import find_recipient, newest_staff_pair
from caseflow.keys.recovery import join_shares, open_unit_by_recovery
from caseflow.keys.staff_keys import make_staff_pair
from caseflow.keys.trustee import open_trustee
from caseflow.keys.unit_keys import admit, found_unit_keys, open_unit, renew_unit, shut_out
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import MissingKey
from caseflow.vocabulary.states import KeyReader
from caseflow.vocabulary.units import UnitKind
from tests.factories.house import PASSWORD, House, add_member, add_staff, add_unit, born
from tests.unit.keys.tampering import forge


def envelopes_of(work: Work, member: Membership) -> list[UnitEnvelope]:
    query = select(UnitEnvelope).where(UnitEnvelope.membership_id == member.id)
    return list(work.session.scalars(query))


def unit_key(work: Work) -> bytes:
    unit = ring(work).unit
    assert unit is not None
    return unit.private.raw()


def depart(work: Work, house: House, name: str, slug: str) -> None:
    member = work.session.get_one(Membership, house.memberships[name, slug].id)
    sealed_rows.change(work, member, ended_at=work.clock.now())
    shut_out(work, member)


def test_members_of_a_unit_open_the_same_key_and_others_another(house: House) -> None:
    berta = unit_key(house.work_as("berta", "beratung"))
    assert berta == unit_key(house.work_as("lea", "beratung"))
    assert berta != unit_key(house.work_as("lea", "frauenhaus"))


def test_the_newest_public_key_belongs_to_what_members_open(house: House) -> None:
    work = house.work_as("berta", "beratung")
    unit = ring(work).unit
    assert unit is not None
    pair = work.session.get_one(UnitPair, unit.pair)
    assert pair.public == unit.private.public.raw()
    assert (pair.unit_id, pair.key_id, pair.version) == (unit.unit, unit.key_id, unit.version)


def test_nobody_opens_a_unit_with_the_key_of_another_person(house: House) -> None:
    work = house.work_as("berta", "beratung")
    member = work.session.get_one(Membership, house.memberships["lea", "frauenhaus"].id)
    with pytest.raises(MissingKey):
        open_unit(work, member)
    with pytest.raises(MissingKey):
        open_unit(house.work(), member)


def test_a_missing_envelope_is_an_alarm(house: House) -> None:
    work = house.work_as("berta", "beratung")
    member = work.session.get_one(Membership, house.memberships["berta", "beratung"].id)
    shut_out(work, member)
    assert not open_unit(work, member)
    assert ring(work).unit is None
    assert work.alarms == [Alarm.of_key("unit_envelopes", member.id)]


def test_who_is_admitted_anew_has_one_envelope(house: House) -> None:
    work = house.work_as("lea", "beratung")
    member = work.session.get_one(Membership, house.memberships["berta", "beratung"].id)
    act = uuid4()
    event = admit(work, member, act)
    assert event is not None
    assert (event.what, event.id, event.reader) == ("unit", member.unit_id, KeyReader.STAFF)
    assert [row.act for row in envelopes_of(work, member)] == [act]
    work.finish()
    assert unit_key(house.work_as("berta", "beratung")) == unit_key(
        house.work_as("lea", "beratung")
    )


def test_only_who_has_the_unit_key_admits(house: House) -> None:
    work = house.work_as("frieda", "frauenhaus")
    member = work.session.get_one(Membership, house.memberships["berta", "beratung"].id)
    with pytest.raises(MissingKey):
        admit(work, member, uuid4())
    assert len(envelopes_of(work, member)) == 1


def test_nobody_is_admitted_without_a_sound_pair(house: House) -> None:
    work = house.work_as("lea", "beratung")
    member = work.session.get_one(Membership, house.memberships["berta", "beratung"].id)
    query = select(StaffPair).where(StaffPair.staff_id == member.staff_id)
    pair = work.session.scalars(query).one()
    forge(work, pair, version=7)
    assert admit(work, member, uuid4()) is None
    assert work.alarms == [
        Alarm.of_seal("staff_pairs", pair.id),
        Alarm.of_key("memberships", member.id),
    ]


def test_who_changes_her_password_admits_herself_to_her_new_pair(house: House) -> None:
    work = house.work_as("berta", "beratung")
    before = unit_key(work)
    member = work.session.get_one(Membership, house.memberships["berta", "beratung"].id)
    make_staff_pair(work, house.staff["berta"], PASSWORD)
    assert admit(work, member, uuid4()) is not None
    work.finish()
    house.forget_pair("berta")
    assert unit_key(house.work_as("berta", "beratung")) == before


def test_after_a_departure_the_others_open_new_and_former_key(house: House) -> None:
    former = unit_key(house.work_as("berta", "beratung"))
    work = house.work_as("lea", "beratung")
    unit = house.units["beratung"]
    before = find_recipient(work, KeyReader.UNIT, unit)  # as an envelope to the unit asks for it
    depart(work, house, "berta", "beratung")
    events = renew_unit(work, unit, uuid4())
    renewed = ring(work).unit
    assert renewed is not None
    assert renewed.version == 2
    assert find_recipient(work, KeyReader.UNIT, unit) != before
    lea = newest_staff_pair(work, house.staff["lea"])
    assert lea is not None
    work.finish()
    born, trustee, *handed = events
    assert born == pair_born("unit", unit, 2, renewed.private.public)
    assert (trustee.what, trustee.version, trustee.reader) == ("trustee", 1, KeyReader.UNIT)
    assert handed == [
        KeyEvent(Act.KEY_GRANT, "unit", unit, 2, renewed.key_id, reader, id_)
        for reader, id_ in ((KeyReader.RECOVERY, work.installation), (KeyReader.STAFF, lea.id))
    ]
    later = house.work_as("lea", "beratung")
    opened = ring(later).unit
    assert opened is not None
    assert opened.private.raw() == renewed.private.raw()
    old_id = opened.chain[0][0].key_id
    assert opened.of(old_id).private.raw() == former


def test_after_a_departure_nothing_leads_the_departed_to_the_new_key(house: House) -> None:
    work = house.work_as("lea", "beratung")
    departed = house.memberships["berta", "beratung"]
    depart(work, house, "berta", "beratung")
    renew_unit(work, house.units["beratung"], uuid4())
    work.finish()
    berta = house.work_as("lea", "beratung")
    assert envelopes_of(berta, departed) == []


def test_three_departures_later_every_former_key_still_opens(house: House) -> None:
    known = []
    for _ in range(3):
        work = house.work_as("lea", "beratung")
        known.append(unit_key(work))
        renew_unit(work, house.units["beratung"], uuid4())
        work.finish()
    opened = ring(house.work_as("berta", "beratung")).unit
    assert opened is not None
    assert opened.version == 4
    keys = [opened.of(former.key_id).private.raw() for former, _ in opened.chain]
    assert keys == known[::-1]


def test_a_pair_missing_in_the_chain_ends_it(house: House) -> None:
    for _ in range(2):
        work = house.work_as("lea", "beratung")
        renew_unit(work, house.units["beratung"], uuid4())
        work.finish()
    work = house.work_as("lea", "beratung")
    second = work.session.scalars(select(UnitPair).where(UnitPair.version == 2)).one()
    forge(work, second, previous=bytes(8))
    work.finish()
    opened = ring(house.work_as("berta", "beratung")).unit
    assert opened is not None
    assert opened.chain == ()


def test_a_broken_newest_pair_opens_nothing(house: House) -> None:
    work = house.work_as("berta", "beratung")
    member = work.session.get_one(Membership, house.memberships["berta", "beratung"].id)
    renew_unit(work, house.units["beratung"], uuid4())  # nor does the former one then
    unit = ring(work).unit
    assert unit is not None
    forge(work, work.session.get_one(UnitPair, unit.pair), previous=b"planted")
    assert not open_unit(work, member)
    assert Alarm.of_seal("unit_pairs", unit.pair) in work.alarms


def test_a_renewal_needs_the_key(house: House) -> None:
    with pytest.raises(MissingKey):
        renew_unit(house.work(), house.units["beratung"], uuid4())


def test_a_unit_founded_later_is_open_to_its_members_recovery_and_trustee(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = house.work_as("lea", "beratung")
    told: list[KeyEvent] = []

    def found(*asked: Any) -> list[KeyEvent]:  # noqa: ANN401 - as it is asked
        told.extend(found_unit_keys(*asked))
        return told

    monkeypatch.setattr("tests.factories.house.found_unit_keys", found)
    unit = add_unit(house, work, "teilhabe", UnitKind.OUTREACH)
    assert told[0] == pair_born("unit", unit, 1, ring(work).born[unit].private.public)
    assert [each.what for each in told[1:]] == ["trustee", "unit"]
    add_member(house, work, "lea", "teilhabe", Role.LEAD)
    add_staff(house, work, "tanja", {"teilhabe": Role.CASEWORKER})
    renew_unit(work, unit, uuid4())
    assert ring(work).born[unit].version == 2
    work.finish()
    tanja = house.work_as("tanja", "teilhabe")
    assert unit_key(tanja) == unit_key(house.work_as("lea", "teilhabe"))
    assert open_trustee(tanja) is not None
    tanja.finish()
    by_recovery = house.work()
    assert open_unit_by_recovery(by_recovery, join_shares(house.shares), unit)


def test_a_unit_is_founded_without_recovery_where_the_installation_is_forged(house: House) -> None:
    work = house.work_as("lea", "beratung")
    forge(work, work.session.get_one(Installation, work.installation), provider="Fremd")
    unit = add_unit(house, work, "teilhabe", UnitKind.OUTREACH)
    readers = work.session.scalars(
        select(UnitEnvelope.reader).join(UnitPair).where(UnitPair.unit_id == unit)
    )
    assert list(readers) == []
    assert Alarm.of_seal("installation", work.installation) in work.alarms


def test_a_house_without_trustee_secret_has_no_trustee(engine: str) -> None:
    house = born(engine, trustee=None)
    work = house.work_as("lea", "beratung")
    assert open_trustee(work) is None
    assert work.alarms == []
    events = renew_unit(work, house.units["beratung"], uuid4())
    assert "trustee" not in {event.what for event in events}
    house.close()

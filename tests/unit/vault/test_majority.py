from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from caseflow.consents import record_consent
from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.database.tables.consents import Consent, GrantDue
from caseflow.vault.gather import drawers_of
from caseflow.vault.majority import (
    bind_to_majority,
    latest_majority,
    note_majority,
    of_age_between,
    of_age_told,
    told_in_drawer,
)
from caseflow.vault.open_drawers import own_among
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done
from caseflow.vocabulary.states import FactState
from tests.factories.clients import (
    Known,
    case_at,
    consent_row,
    consented,
    entry,
    new_client,
    write,
)
from tests.factories.declarations import at_a_desk, offer
from tests.factories.guardians import by_guardian, consent_of
from tests.factories.house import House, StoppedClock
from tests.factories.merges import came_back, merged
from tests.unit.records.desk_work import do, keep_back, tell, traces
from tests.unit.vault.reading import read, texts

IN_MARCH = datetime(2026, 3, 9, 23, tzinfo=UTC)  # local midnight before 10 March


def fact(value: str, **changed: str) -> dict[str, str]:
    told = {"question": "birth_date", "state": "answered", "value": value, "told_on": "2026-03-01"}
    return {**told, **changed}


@pytest.mark.parametrize(
    ("told", "day"),
    [
        (fact('{"type":"date","value":"2008-02-29"}'), date(2026, 3, 1)),
        (fact('{"type":"year","value":2010}'), date(2028, 1, 1)),
        (fact('{"type":"choice","value":"under_18"}'), None),
        (fact('{"type":"choice","value":"18_19"}'), date(2026, 3, 1)),
        (fact('{"type":"choice","value":"60_plus"}'), date(2026, 3, 1)),
        (fact("im Sommer"), None),
        (fact("", state="withheld"), None),
        (fact('{"type":"date","value":"2008-02-29"}', question="other_day"), None),
    ],
)
def test_what_an_answer_tells(told: dict[str, str], day: date | None) -> None:
    assert of_age_told(told) == day


def test_of_a_year_alone_she_is_of_age_on_any_of_its_days() -> None:
    said = fact('{"type":"year","value":2010}')
    assert of_age_between(said) == (date(2028, 1, 1), date(2028, 12, 31))
    said = fact('{"type":"date","value":"2010-03-09"}')
    assert of_age_between(said) == (date(2028, 3, 9), date(2028, 3, 9))


def test_whoever_is_a_minor_today_was_born_by_today(house: House) -> None:
    assert latest_majority(house.work()) == date(2044, 3, 2)


def of_a_minor(
    house: House, berta: Actor, known: Known, to: list[UUID], giver: list[UUID] | None = None
) -> Consent:
    """Return a consent for violence that a guardian declared, nobody knowing her birthday."""
    consent = consented(house, berta, known, to, ["violence"], giver or ())
    work = house.work(berta)
    row = work.session.get_one(Consent, (consent.client_id, consent.id))
    change(work, row, majority_at=datetime(2044, 3, 1, 23, tzinfo=UTC))
    work.finish()
    return consent


def bound(house: House, actor: Actor, of_age: date) -> int:
    work = house.work(actor)
    rows = work.session.query(Consent).all()
    deeds = bind_to_majority(work, actor, rows, of_age)
    work.finish()
    assert {each.table for each in deeds.rows} <= {"consents"}
    return len(deeds.rows)


def test_a_consent_ends_at_majority_and_no_correction_brings_it_back(
    house: House, clock: StoppedClock
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    case_at(house, frieda, known)
    of_a_minor(house, berta, known, [frieda.unit])
    assert bound(house, frieda, date(2026, 3, 10)) == 1
    assert consent_of(house).majority_at == IN_MARCH
    assert bound(house, frieda, date(2026, 3, 20)) == 0
    clock.at = IN_MARCH - timedelta(microseconds=1)
    assert texts(read(house, frieda, known)) == ["Gewalt"]
    clock.at = IN_MARCH
    assert texts(read(house, frieda, known)) == []


def test_who_is_of_age_already_loses_nothing_to_a_consent_that_runs_on(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    case_at(house, frieda, known)
    consent = of_a_minor(house, berta, known, [frieda.unit])
    assert texts(read(house, frieda, known)) == ["Gewalt"]
    assert bound(house, berta, date(2026, 3, 2)) == 1
    assert texts(read(house, frieda, known)) == []
    (ended,) = traces(house, Act.CONSENT_EXPIRE)
    assert ended["ended"] == [{"id": str(consent.id), "kind": "consent", "use": 1}]
    assert [event["act"] for event in ended["keys"]] == ["key.revoke"]
    assert bound(house, berta, date(2026, 3, 1)) == 0  # it is over


def test_a_unit_without_a_part_in_it_ends_nothing(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    of_a_minor(house, berta, known, [frieda.unit])
    assert bound(house, house.actor("ida", "wohnen"), date(2026, 3, 10)) == 0


def test_what_she_declared_herself_goes_on(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    consented(house, berta, new_client(house, berta), [frieda.unit], ["violence"])
    assert bound(house, berta, date(2026, 3, 10)) == 0


def test_an_own_drawer_tells_the_day_inside_an_act(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta, "Amal")
    work = house.work(berta)
    drawer = own_among(drawers_of(work, known.id), berta.unit, "identity")
    assert drawer is not None
    assert told_in_drawer(work, drawer)[0] is None
    work.finish()
    tell(house, berta, known, "birth_date", "9.3.2010")
    work = house.work(berta)
    day, seen = told_in_drawer(work, drawer)
    work.finish()
    assert day == date(2028, 3, 9)
    assert [name.id for name in seen.drawers] == [drawer.id]
    keep_back(house, berta, known, "birth_date", FactState.WITHHELD)
    assert told_in_drawer(house.work(berta), drawer)[0] is None


def test_the_units_with_a_part_in_it_look_up_the_day_its_own_too(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    work = house.work(berta)
    consent = consent_row(work, berta, known, [frieda.unit], ["violence"])
    note_majority(work, consent, work.clock.now())
    assert work.session.query(GrantDue).all() == []
    consent.majority_at = datetime(2044, 3, 1, 23, tzinfo=UTC)
    note_majority(work, consent, work.clock.now())
    work.session.flush()
    due = work.session.query(GrantDue).all()
    assert {(each.unit_id, each.categories) for each in due} == {
        (berta.unit, ()),
        (frieda.unit, ()),
    }
    whose = (known.id, consent.id, work.clock.now())
    assert {(each.client_id, each.consent_id, each.due_since) for each in due} == {whose}


def by_a_guardian(house: House, actor: Actor, known: Known, *units: UUID) -> None:
    """Let a guardian declare what the actor's unit may tell others, nobody asking when."""
    declared = by_guardian(offer([actor.unit], units, "violence"))
    assert isinstance(do(house, actor, record_consent, known.id, declared), Done)
    assert consent_of(house).majority_at == datetime(2044, 3, 1, 23, tzinfo=UTC)


def test_what_her_other_record_tells_ends_what_was_declared_under_this_one(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    one, other = new_client(house, berta, "Amal"), new_client(house, berta, "Amal")
    tell(house, berta, other, "birth_date", "10.3.2008")
    by_a_guardian(house, berta, one, house.units["frauenhaus"])
    merged(house, berta, lea, one, other)
    came_back(house, berta)
    assert consent_of(house).majority_at == IN_MARCH


def test_a_day_that_is_closed_to_whoever_records_it_binds_her_unit_all_the_same(
    house: House,
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    known = new_client(house, berta)
    tell(house, berta, known, "birth_date", "10.3.2008")
    work = house.work(berta)
    change(work, work.session.query(Case).one(), restricted=True, assigned=(berta.staff,))
    work.finish()
    at_a_desk(house, lea, known)
    by_a_guardian(house, lea, known, house.units["frauenhaus"])
    came_back(house, lea)
    assert consent_of(house).majority_at == IN_MARCH

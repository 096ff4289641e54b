"""A unit's file falls due after its last case has closed, by the rule that keeps it longest."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import update

from caseflow.database.tables.clients import Case
from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.retention.due import Due
from caseflow.subject_rights.retention.find_due import find_kept
from caseflow.vocabulary.retention import HoldKind, RecordKind
from tests.factories.clients import case_at, new_client
from tests.factories.house import House
from tests.factories.lawful import excepted, ground
from tests.factories.merges import merged
from tests.factories.retention import closed, closed_client, held, years_later


def kept(house: House, work: Work | None = None) -> list[Due]:
    given = work or house.work()
    found = [due for due in find_kept(given) if due.kind is RecordKind.FILE]
    given.finish()
    return found


def test_it_is_kept_for_three_years_after_the_year_of_its_closing(house: House) -> None:
    known = closed_client(house)
    [due] = kept(house)
    assert (due.client, due.unit, due.rule) == (
        known.id,
        house.units["beratung"],
        "case_record",
    )
    assert due.over.astimezone(UTC) == datetime(2029, 12, 31, 23, tzinfo=UTC)
    assert not due.held


def test_an_open_case_of_the_unit_keeps_it_and_one_elsewhere_does_not(house: House) -> None:
    known = closed_client(house)
    case_at(house, house.actor("frieda", "frauenhaus"), known)
    assert len(kept(house)) == 1
    case_at(house, house.actor("berta", "beratung"), known)
    assert kept(house) == []


def test_of_two_records_of_one_person_both_are_one_file(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    one, other = new_client(house, berta), new_client(house, berta)
    merged(house, berta, lea, one, other)
    closed(house, lea, one)
    [due] = kept(house)
    assert due.client == min(one.id, other.id)


def test_the_protection_of_a_child_and_her_own_wish_keep_it_longer(house: House) -> None:
    frieda, lea = house.actor("frieda", "frauenhaus"), house.actor("lea", "frauenhaus")
    known = new_client(house, frieda)
    excepted(house, frieda, known, ground([house.units["beratung"]], "family"))
    closed(house, lea, known)
    [due] = kept(house)
    assert (due.rule, due.over.year) == ("child_protection", 2037)
    years_later(house, 2)  # her wish begins the period anew, by whichever rule
    held(house, known.id, lea.unit, HoldKind.WISH)
    [due] = kept(house)
    assert (due.rule, due.over.year, due.held) == ("injury_evidence", 2059, False)
    work = house.work()
    rules = dict(work.configuration.retention)
    del rules["injury_evidence"]
    work.configuration = replace(work.configuration, retention=rules)
    [due] = kept(house, work)
    assert (due.rule, due.over.year, due.held) == ("child_protection", 2039, False)
    held(house, None, lea.unit)
    assert kept(house)[0].held


def test_discrimination_has_a_rule_of_its_own_and_without_one_nothing_is_due(
    house: House,
) -> None:
    closed_client(house)
    work = house.work()
    rules = dict(work.configuration.retention)
    without = {key: rule for key, rule in rules.items() if key != "case_record"}
    work.configuration = replace(work.configuration, retention=without)
    assert kept(house, work) == []


def test_a_case_that_somebody_changed_keeps_its_file(house: House) -> None:
    closed_client(house)
    with house.sessions() as session:
        session.execute(update(Case).values(generation=9))
        session.commit()
    assert kept(house) == []

from datetime import date

import pytest

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.database.tables.corrections import Correction
from caseflow.database.tables.records import Fact
from caseflow.vault import safe_ways
from caseflow.vault.safe_ways import look_at_ways, unknown_ways, ways_to
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.safe_contact import Bar, Care, HeardOfContact, Way, Ways
from caseflow.vocabulary.states import FactState
from tests.factories.clients import entry, write
from tests.factories.corrections import said, settled_so
from tests.factories.declarations import at_a_desk
from tests.factories.house import House
from tests.unit.records.desk_work import create, damage, do, keep_back, shared, story, tell, traces

AT_HER_SIDE = {Way.IN_PERSON, Way.TOLD}


def opened(ways: Ways) -> set[Way]:
    return {each.way for each in ways.standings if each.open}


def test_what_she_told_opens_ways_and_the_look_is_traced(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    assert do(house, berta, look_at_ways, known.id) == unknown_ways()
    write(house, berta, known, entry("Gewalt"))  # which is no way to her
    tell(house, berta, known, "safe_contact_rules", ["email", "cover_name"], "1.2.2026")
    tell(house, berta, known, "other_agencies", "Jugendamt")
    tell(house, berta, known, "email", {"text": "s@example.org"})
    assert Way.EMAIL in opened(do(house, berta, look_at_ways, known.id))
    tell(house, berta, known, "email", {"text": "s@example.org", "private": True})
    tell(house, berta, known, "no_contact_persons", "Karim und seine Mutter")
    ways = do(house, berta, look_at_ways, known.id)
    assert opened(ways) == AT_HER_SIDE | {Way.EMAIL}
    assert ways.of(Way.EMAIL).care == {Care.NEUTRAL, Care.COVER_NAME, Care.NOT_TO_THEM}
    assert ways.rules == {"email", "cover_name"}
    assert ways.not_to == ("Karim und seine Mutter",)
    assert ways.told_on == date(2026, 2, 1)
    told = traces(house, Act.INTAKE_READ)[-1]
    assert told["details"] == {"ways": "yes"}
    assert {each["category"] for each in told["drawers"]} == {"contact"}
    tell(house, berta, known, "email", {"text": "s@example.org", "private": False})
    keep_back(house, berta, known, "no_contact_persons", FactState.WITHHELD)
    later = do(house, berta, look_at_ways, known.id)
    assert later.of(Way.EMAIL).bars == {Bar.NOT_PRIVATE}
    assert later.not_to == ()


def test_the_strictest_of_two_units_counts_and_a_newer_answer_opens(house: House) -> None:
    known, berta, frieda = shared(house, "contact", "whereabouts")
    tell(house, berta, known, "safe_contact_rules", ["no_letter", "call_ok"])
    tell(house, berta, known, "current_stay", "own_home")
    tell(house, frieda, known, "safe_contact_rules", ["call_ok"])
    tell(house, frieda, known, "safe_phone", "0203 1")
    ways = do(house, frieda, look_at_ways, known.id)
    assert opened(ways) == AT_HER_SIDE | {Way.PHONE, Way.VOICEMAIL}
    assert ways.of(Way.POST).bars == {Bar.FORBIDDEN}
    tell(house, berta, known, "safe_contact_rules", ["call_ok"])
    assert Way.POST in opened(do(house, frieda, look_at_ways, known.id))
    assert Way.PHONE not in opened(do(house, berta, look_at_ways, known.id))  # not told there
    for where, bars in (("yes", {Bar.PLACE_KNOWN}), ("no", set())):
        tell(house, berta, known, "place_known", where)
        assert do(house, frieda, look_at_ways, known.id).of(Way.POST).bars == bars


def test_nobody_goes_by_an_answer_that_she_says_is_not_so_until_she_tells_it_anew(
    house: House,
) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    tell(house, berta, known, "safe_contact_rules", ["call_ok"])
    tell(house, berta, known, "safe_phone", "0203 1")
    tell(house, berta, known, "other_agencies", "Jugendamt")
    facts = {each.question: each.origin.id for each in story(house, berta, known).facts}
    said(house, berta, known.id, facts["other_agencies"])  # by which nobody goes
    assert Way.PHONE in opened(do(house, berta, look_at_ways, known.id))
    word = said(house, berta, known.id, facts["safe_phone"])
    assert do(house, berta, look_at_ways, known.id) == unknown_ways()
    settled = settled_so(house, berta, word, "stands")
    assert do(house, berta, look_at_ways, known.id) == unknown_ways()
    settled_so(house, berta, settled, "taken_back", "")
    assert Way.PHONE in opened(do(house, berta, look_at_ways, known.id))
    damage(house, Correction, "outcome")
    assert do(house, berta, look_at_ways, known.id) == unknown_ways()
    tell(house, berta, known, "safe_phone", "0203 2")
    assert Way.PHONE in opened(do(house, berta, look_at_ways, known.id))


def test_where_nothing_is_open_or_something_is_damaged_nothing_is_known(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = create(house, berta)
    tell(house, berta, known, "safe_contact_rules", ["sms"])
    tell(house, berta, known, "safe_phone", "0203 1")
    assert Way.SMS in opened(do(house, berta, look_at_ways, known.id))
    at_a_desk(house, frieda, known)
    assert do(house, frieda, look_at_ways, known.id) == unknown_ways()
    facts = {str(each.origin.id) for each in story(house, berta, known).facts}
    damage(house, Fact, "value")
    assert do(house, berta, look_at_ways, known.id) == unknown_ways()
    alarms = traces(house, Act.ALARM_KEY)
    assert {each["details"]["row"] for each in alarms} == facts
    assert {(each["details"]["table"], each["staff"]) for each in alarms} == {
        ("facts", str(berta.staff))
    }


def test_what_she_told_and_what_she_kept_to_herself_goes_on_as_it_was(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    tell(house, berta, known, "email", {"text": "s@example.org", "private": True})
    keep_back(house, berta, known, "safe_contact_rules", FactState.WITHHELD)
    went: list[HeardOfContact] = []

    def take(heard: HeardOfContact) -> tuple[()]:
        went.append(heard)
        return ()

    monkeypatch.setattr(safe_ways, "safe_ways", take)
    do(house, berta, look_at_ways, known.id)
    [heard] = went
    email, rules = heard.email[0], heard.rules[0]
    assert (email.state, email.words) == (FactState.ANSWERED, frozenset({"yes"}))
    assert (rules.state, rules.words) == (FactState.WITHHELD, frozenset())
    assert heard == HeardOfContact(rules=heard.rules, email=heard.email)


def test_a_closed_case_says_nothing_of_her_ways_without_a_reason(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    tell(house, berta, known, "safe_contact_rules", ["sms"])
    tell(house, berta, known, "safe_phone", "0203 1")
    work = house.work()
    change(work, work.session.query(Case).one(), closed_at=work.clock.now())
    work.finish()
    assert do(house, berta, look_at_ways, known.id) == unknown_ways()
    assert do(house, berta, ways_to, known.id) == Refused(Reason.REASON_NEEDED)
    assert Way.SMS in opened(do(house, berta, look_at_ways, known.id, "Anfrage"))


def test_a_case_that_closes_in_this_very_moment_leaves_nothing_known(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    monkeypatch.setattr(safe_ways, "disclose", lambda *_: Refused())
    assert do(house, berta, look_at_ways, known.id) == unknown_ways()

from datetime import timedelta
from functools import partial
from importlib import import_module

import pytest
from sqlalchemy import event

from caseflow.database.tables.consents import Consent
from caseflow.exceptions import record_wall
from caseflow.records.attempt import Saved
from caseflow.records.settle_correction import settle_correction
from caseflow.records.work_list import WorkList, work_list
from caseflow.vault.search import search
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.clients import Known, case_at, consented, withdrawn
from tests.factories.corrections import said, settled_so
from tests.factories.declarations import agreed, offer
from tests.factories.guardians import by_guardian
from tests.factories.house import House, StoppedClock
from tests.factories.retention import closed
from tests.unit.records.desk_work import create, do, done, jot, log, story, tell


def listed(house: House, actor: Actor) -> WorkList:
    answer = work_list(house.work(actor), actor)
    assert isinstance(answer, Disclosed), answer
    return answer.value


def test_the_units_clients_in_order_and_which_are_hers(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    create(house, lea, {"client_name": "Zahra"})
    create(house, berta, {"client_name": "Amal"})
    found = listed(house, berta).clients
    assert [(each.name, each.assigned) for each in found] == [("Amal", True), ("Zahra", False)]


def test_consents_that_run_out_within_a_month_and_within_a_week(
    house: House, clock: StoppedClock
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = create(house, berta)
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    case_at(house, frieda, known)
    clock.at = consent.valid_until - timedelta(days=30, seconds=1)
    assert listed(house, berta).ending == ()
    clock.advance(timedelta(seconds=1))
    for actor in (berta, frieda):
        (ending,) = listed(house, actor).ending
        assert (ending.client, ending.consent, ending.very_soon) == (known.id, consent.id, False)
    clock.at = consent.valid_until - timedelta(days=7)
    assert listed(house, berta).ending[0].very_soon
    clock.at = consent.valid_until
    assert listed(house, berta).ending == ()


def test_neither_a_withdrawn_consent_nor_one_between_others(
    house: House, clock: StoppedClock
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    ida = house.actor("ida", "wohnen")
    known = create(house, berta)
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    case_at(house, ida, known)
    clock.at = consent.valid_until - timedelta(days=1)
    assert listed(house, ida).ending == ()
    assert len(listed(house, berta).ending) == 1
    withdrawn(house, berta, known, consent)
    assert listed(house, berta).ending == ()


def test_the_last_day_is_the_day_before_the_midnight(house: House, clock: StoppedClock) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    consent = consented(house, berta, create(house, berta), [frieda.unit], ["violence"])
    clock.at = consent.valid_until - timedelta(days=1)
    (ending,) = listed(house, berta).ending
    assert ending.last_day == (consent.valid_until - timedelta(microseconds=1)).date()


def test_officers_have_no_clients(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    assert isinstance(work_list(house.work(olga), olga), Refused)
    assert log(house)[-1]["decision"] == "refused"


def test_what_a_guardian_declared_is_no_matter_of_the_list_once_she_is_of_age(
    house: House, clock: StoppedClock
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = create(house, berta)
    last = clock.at.date() + timedelta(days=5)
    declared = by_guardian(offer([berta.unit], [frieda.unit], "health"), valid_until=last)
    agreed(house, berta, known, declared)
    assert len(listed(house, berta).ending) == 1
    tell(house, berta, known, "birth_date", "2.3.2008")
    assert listed(house, berta).ending == ()


def further_down(house: House) -> tuple[Known, Consent]:
    """Return a client of whom something is due, behind another one on the list."""
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    frieda = house.actor("frieda", "frauenhaus")
    create(house, berta, {"client_name": "Amal"})
    zahra = create(house, lea, {"client_name": "Zahra"})
    jot(house, lea, zahra)
    consent = consented(house, lea, zahra, [frieda.unit], ["violence"])
    case_at(house, frieda, zahra)
    [entry] = story(house, frieda, zahra).entries
    said(house, frieda, zahra.id, entry.origin.id)
    return zahra, consent


def test_hers_alone_and_what_is_due_about_those_further_down(
    house: House, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta = house.actor("berta", "beratung")
    zahra, consent = further_down(house)
    listing = import_module("caseflow.records.work_list")
    monkeypatch.setattr(listing, "search", partial(search, most=1))
    clock.at = consent.valid_until - timedelta(days=8)
    found = listed(house, berta)
    assert [each.name for each in found.clients] == ["Amal"]
    assert (found.more, found.not_so, found.ending[0].client) == (True, (zahra.id,), zahra.id)
    assert found.named[zahra.id].name == "Zahra"
    hers = do(house, berta, work_list, mine=True)
    assert isinstance(hers, Disclosed)
    assert [each.name for each in hers.value.clients] == ["Amal"]
    assert (hers.value.more, hers.value.not_so, hers.value.ending) == (False, (), ())
    week = do(house, berta, work_list, within=7)
    assert isinstance(week, Disclosed)
    assert week.value.ending == ()
    monkeypatch.setattr(listing, "AT_MOST", 0)
    assert (listed(house, berta).not_so, listed(house, berta).ending) == ((), ())


def test_what_she_says_waits_in_the_unit_that_wrote_it_until_that_has_settled_it(
    house: House,
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    zahra, _ = further_down(house)
    assert listed(house, house.actor("frieda", "frauenhaus")).not_so == ()
    done(do(house, lea, record_wall, zahra.id, berta.staff))
    assert listed(house, berta).not_so == ()  # nor does she exist behind a wall
    assert listed(house, lea).not_so == (zahra.id,)
    closed(house, lea, zahra)  # her word is not forgotten by that
    found = listed(house, lea)
    assert (found.not_so, found.ending, found.named[zahra.id].open) == ((zahra.id,), (), False)
    [word] = story(house, lea, zahra, reason="Nachfrage").entries[0].her_words
    typed = {"outcome": "stands", "reply": "So steht es im Bericht."}
    answer = do(house, lea, settle_correction, word.id, word.version, typed)
    assert answer == Refused(Reason.REASON_NEEDED)
    typed["reason"] = "Sie hat angerufen."
    done(do(house, lea, settle_correction, word.id, word.version, typed))
    assert listed(house, lea).not_so == ()


def _statements(house: House, actor: Actor) -> int:
    told: list[object] = []

    def note(*given: object) -> None:
        told.append(given)

    event.listen(house.engine, "before_cursor_execute", note)
    listed(house, actor)
    event.remove(house.engine, "before_cursor_execute", note)
    return len(told)


def test_whoever_is_hidden_takes_no_place_and_costs_nothing(
    house: House, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    zahra, _ = further_down(house)
    known = create(house, berta)
    jot(house, berta, known)
    clock.advance(timedelta(seconds=1))
    said(house, berta, known.id, story(house, berta, known).entries[0].origin.id)
    monkeypatch.setattr(import_module("caseflow.records.work_list"), "AT_MOST", 1)
    assert listed(house, berta).not_so == (zahra.id,)
    hers = do(house, berta, work_list, mine=True)
    assert isinstance(hers, Disclosed)
    assert hers.value.not_so == (known.id,)
    done(do(house, lea, record_wall, zahra.id, berta.staff))
    assert listed(house, berta).not_so == (known.id,)
    before = _statements(house, berta)
    [word] = story(house, lea, zahra).entries[0].her_words
    settled_so(house, lea, Saved(word.id, word.version), "taken_back", "")
    assert _statements(house, berta) == before

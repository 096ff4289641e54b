import pytest

from caseflow.database.sealed_rows import change
from caseflow.drafts import draft_at, keep_draft
from caseflow.identity.change_password import change_password
from caseflow.identity.choose_membership import choose_membership
from caseflow.identity.log_in import log_in
from caseflow.identity.membership_rows import memberships_of
from caseflow.identity.resume import resume
from caseflow.identity.sessions import live_session
from caseflow.identity.staff_rows import staff_by_id
from caseflow.keys.keyring import ring
from caseflow.keys.unit_keys import shut_out
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Reason, Refused
from tests.factories.house import PASSWORD, House, StoppedClock
from tests.factories.second_factors import with_codes
from tests.unit.identity.people import address, entries, logged_in, the_entry

NEW = "ein ganz neuer anfang"


def test_the_new_password_opens_every_unit_and_the_old_one_nothing(house: House) -> None:
    begun = logged_in(house, "lea")
    work = house.work()
    who = resume(work, begun.token)
    assert who is not None
    answer = change_password(work, who, PASSWORD, NEW)
    assert isinstance(answer, Done)
    assert ring(work).born == {}
    work.finish()
    assert log_in(work, address("lea"), PASSWORD) == Refused()
    work.finish()
    logged_in(house, "lea", NEW)
    for slug in ("beratung", "frauenhaus"):
        again = resume(work, answer.value.token)
        assert again is not None
        acting = choose_membership(work, again, house.memberships["lea", slug].id)
        assert isinstance(acting, Actor)
        work.finish()
    entry = the_entry(work, Act.PASSWORD_CHANGE)
    assert [key["act"] for key in entry["keys"]] == ["key.birth", "key.grant", "key.grant"]


def test_every_session_ends_and_one_begins_in_the_same_unit(house: House) -> None:
    begun, other = logged_in(house, "berta"), logged_in(house, "berta")
    work = house.work()
    who = resume(work, begun.token)
    assert isinstance(who, Actor)
    keep_draft(work, who, "/clients/new", {"name": ["Anna"]})
    answer = change_password(work, who, PASSWORD, NEW)
    assert isinstance(answer, Done)
    work.finish()
    assert live_session(work, begun.token) is None
    assert live_session(work, other.token) is None
    again = resume(work, answer.value.token)
    assert isinstance(again, Actor)
    assert again.membership == who.membership
    kept = draft_at(work, again, "/clients/new")  # what she typed opens with her new key
    assert kept is not None
    assert kept.typed == {"name": ["Anna"]}


def test_the_unit_of_the_request_stays_at_hand(house: House) -> None:
    actor = house.actor("lea", "beratung")
    work = house.work(actor)
    assert isinstance(change_password(work, actor, PASSWORD, NEW), Done)
    opened = ring(work).unit
    assert opened is not None
    assert opened.unit == house.units["beratung"]


@pytest.mark.parametrize("typed", ["wrong", "\ud800"])
def test_the_old_password_is_asked_for_and_a_failure_traced(house: House, typed: str) -> None:
    actor = house.actor("berta", "beratung")
    work = house.work(actor)
    answer = change_password(work, actor, typed, NEW)
    assert isinstance(answer, Invalid)
    assert [(each.field, each.code) for each in answer.problems] == [
        ("old_password", "wrong_password")
    ]
    assert the_entry(work, Act.PASSWORD_CHANGE)["decision"] == "refused"


def test_a_bad_or_unchanged_password_is_named(house: House) -> None:
    actor = house.actor("berta", "beratung")
    work = house.work(actor)
    for typed, code in (("short", "too_short"), (PASSWORD, "same_password")):
        answer = change_password(work, actor, PASSWORD, typed)
        assert isinstance(answer, Invalid)
        assert [each.code for each in answer.problems] == [code]
    assert entries(work, Act.PASSWORD_CHANGE) == []


def test_a_unit_that_does_not_open_is_an_alarm_and_stays_closed(house: House) -> None:
    begun = logged_in(house, "lea")
    work = house.work()
    who = resume(work, begun.token)
    assert who is not None
    shut_out(work, memberships_of(work, begun.staff)[0])
    answer = change_password(work, who, PASSWORD, NEW)
    assert isinstance(answer, Done)
    assert len(entries(work, Act.ALARM_KEY)) == 1
    assert [key["act"] for key in the_entry(work, Act.PASSWORD_CHANGE)["keys"]].count(
        "key.grant"
    ) == 1


def test_a_person_disabled_meanwhile_changes_nothing(house: House) -> None:
    actor = house.actor("berta", "beratung")
    work = house.work(actor)
    berta = staff_by_id(work, actor.staff)
    assert berta is not None
    change(work, berta, disabled_at=work.clock.now())
    assert change_password(work, actor, PASSWORD, NEW) == Refused(Reason.NOT_OPEN)


def test_guessing_the_old_password_is_slowed_as_at_a_log_in(
    house: House, clock: StoppedClock
) -> None:
    actor = house.actor("berta", "beratung")
    work = house.work(actor)
    limit = work.configuration.limits.login
    for _ in range(limit.free):
        assert isinstance(change_password(work, actor, "wrong", NEW), Invalid)
        work.finish()
    assert change_password(work, actor, PASSWORD, NEW) == Refused(Reason.TOO_MANY)
    assert log_in(work, address("berta"), PASSWORD) == Refused(Reason.TOO_MANY)
    assert "too_many" in {each["reason"] for each in entries(work, Act.PASSWORD_CHANGE)}
    clock.advance(limit.first_delay)
    assert isinstance(change_password(work, actor, PASSWORD, NEW), Done)
    assert isinstance(log_in(work, address("berta"), "wrong"), Refused)
    assert isinstance(change_password(work, actor, NEW, PASSWORD), Done)


def test_the_second_factor_that_was_shown_still_counts(house: House) -> None:
    made = with_codes(house, "berta")
    work = house.work()
    who = resume(work, made.token)
    assert who is not None
    answer = change_password(work, who, PASSWORD, NEW)
    assert isinstance(answer, Done)
    work.finish()
    again = resume(work, answer.value.token)
    assert again is not None
    assert again.second_factor_at == who.second_factor_at is not None


def test_whoever_guesses_the_old_password_is_told_of(house: House) -> None:
    begun = logged_in(house, "berta")
    work = house.work()
    who = resume(work, begun.token)
    assert who is not None
    for _ in range(work.configuration.limits.login.free):
        assert isinstance(change_password(work, who, "geraten", NEW), Invalid)
    assert the_entry(work, Act.ALARM_GUESSING)["staff"] == str(house.staff["berta"])

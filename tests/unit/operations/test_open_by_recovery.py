import sys

import pytest
from sqlalchemy import delete

from caseflow.crypto.recovery_shares import split
from caseflow.database.tables.units import UnitEnvelope
from caseflow.identity.check_account import Account
from caseflow.identity.found_staff import add_staff
from caseflow.identity.membership_rows import members_of
from caseflow.keys.keyring import ring
from caseflow.operations.open_by_recovery import (
    Candidate,
    admit_by_recovery,
    find_candidate,
    open_by_recovery,
    shares_needed,
)
from caseflow.vault.settle import settle
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem
from tests.factories.clients import entry, new_client, write
from tests.factories.house import House
from tests.factories.recovering import renewed
from tests.unit.identity.people import administrator, entries, the_entry
from tests.unit.vault.reading import read, texts


def candidate(house: House, name: str = "wanda", slug: str = "beratung") -> Candidate:
    work = house.work()
    found = find_candidate(work, slug, f"{name}@example.org")
    assert isinstance(found, Candidate)
    work.finish()
    return found


def problem(answer: object) -> str:
    assert isinstance(answer, Invalid)
    return answer.problems[0].code


def test_enough_shares_admit_somebody_who_reads_what_was_written_before(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, entry("eins"))
    who = candidate(house)
    work = house.work()
    assert open_by_recovery(work, house.shares[:2], who) == Done(None)
    member = admit_by_recovery(work, who)
    work.finish()
    [row] = [each for each in members_of(work, who.unit) if each.id == member]
    assert (row.staff_id, row.role, row.admitted_by) == (who.staff, Role.LEAD, None)
    house.memberships["wanda", "beratung"] = row
    alarm, admitted = the_entry(work, Act.ALARM_RECOVERY), the_entry(work, Act.MEMBER_ADMIT)
    work.finish()
    assert alarm["details"] == {"unit_id": str(who.unit), "staff_id": str(who.staff)}
    assert admitted["details"]["by"] == "recovery"
    assert admitted["keys"][0]["what"] == "unit"
    assert texts(read(house, house.actor("wanda", "beratung"), known)) == ["eins"]


def test_the_alarm_is_told_before_anything_opens(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules[open_by_recovery.__module__], "open_unit_by_recovery", killed)
    work = house.work()
    with pytest.raises(KeyboardInterrupt):
        open_by_recovery(work, house.shares[:2], candidate(house))
    work.put_away()
    assert the_entry(house.work(), Act.ALARM_RECOVERY)["decision"] == "permitted"


def test_a_member_whose_envelope_was_lost_is_given_a_new_one(house: House) -> None:
    who = candidate(house, "berta")
    assert who.role is Role.CASEWORKER, "she stays what she was, and is told so"
    member = house.memberships["berta", "beratung"]
    work = house.work()
    work.session.execute(delete(UnitEnvelope).where(UnitEnvelope.membership_id == member.id))
    assert open_by_recovery(work, house.shares[1:], who) == Done(None)
    assert admit_by_recovery(work, who) == member.id
    work.finish()
    assert ring(house.work_as("berta", "beratung")).unit is not None


def test_shares_that_do_not_fit_open_nothing_and_are_an_alarm_too(house: House) -> None:
    who = candidate(house)
    foreign = split(bytes(32), 2, 3)
    tries = {
        "share_mistyped": [house.shares[0], f"{house.shares[1]} academic"],
        "shares_too_few": house.shares[:1],
        "shares_mixed": [house.shares[0], foreign[0]],
        "shares_of_another": foreign[:2],
    }
    for code, shares in tries.items():
        work = house.work()
        assert problem(open_by_recovery(work, shares, who)) == code
        assert ring(work).unit is None
    work = house.work()
    assert problem(open_by_recovery(work, [], who)) == "shares_too_few"
    told = entries(work, Act.ALARM_RECOVERY)
    assert {each["decision"] for each in told} == {"refused"}
    assert {each["details"]["problem"] for each in told} == set(tries)


def test_former_shares_open_a_unit_until_it_has_followed_to_the_new_ones(house: House) -> None:
    former = house.shares[:2]
    renewed(house)
    who, lea = candidate(house), house.actor("lea", "beratung")
    assert open_by_recovery(house.work(), former, who) == Done(None)
    settle(house.work(lea), lea)
    assert problem(open_by_recovery(house.work(), former, who)) == "shares_of_another"
    assert open_by_recovery(house.work(), house.shares[:2], who) == Done(None)


def test_where_no_envelope_leads_to_the_unit_it_is_said(house: House) -> None:
    who = candidate(house)
    work = house.work()
    work.session.execute(delete(UnitEnvelope).where(UnitEnvelope.reader == "recovery"))
    work.finish()
    assert problem(open_by_recovery(work, house.shares, who)) == "shares_open_nothing"


def test_what_restores_something_else_is_said(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = sys.modules[open_by_recovery.__module__]
    monkeypatch.setattr(module, "shares_needed", lambda _: 0)
    assert problem(open_by_recovery(house.work(), house.shares[:1], candidate(house))) == (
        "shares_open_nothing"
    )


def test_shares_say_how_many_are_missing(house: House) -> None:
    assert shares_needed(house.shares[:1]) == 1
    assert shares_needed([house.shares[0]] * 2) == 1
    assert shares_needed(house.shares[:2]) == shares_needed(house.shares) == 0
    assert shares_needed(["academic"]) == Problem("shares", "share_mistyped", {"which": "1"})


def test_whoever_cannot_be_admitted_is_told_so_before_any_share_is_asked(house: House) -> None:
    administrator(house)
    work = house.work()
    add_staff(work, Account("nora@example.org", "Nora", "de"))
    assert problem(find_candidate(work, "nirgends", "wanda@example.org")) == "unknown"
    assert problem(find_candidate(work, "beratung", "niemand@example.org")) == "unknown"
    assert problem(find_candidate(work, "beratung", "ada@example.org")) == "administrator"
    assert problem(find_candidate(work, "beratung", "nora@example.org")) == "not_joined"
    work.finish()
    assert candidate(house, "wanda", "datenschutz").role is Role.OFFICER

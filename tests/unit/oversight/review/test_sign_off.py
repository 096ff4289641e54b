from importlib import import_module
from typing import Any

import pytest
from sqlalchemy import select, update

from caseflow.database.sealed_rows import change
from caseflow.database.tables.accounts import Staff
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.tables.reviews import SignOff
from caseflow.database.unit_of_work import Work
from caseflow.exceptions import review_emergency
from caseflow.oversight.review.look_through import Findings, Whose, look_through
from caseflow.oversight.review.sign_off import sign_off
from caseflow.oversight.review.signatures import Signing
from caseflow.vault.reasons import open_as_oversight
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from tests.factories.clients import case_at, entry, new_client, write
from tests.factories.emergencies import declared
from tests.factories.house import House
from tests.unit.oversight.review.signing import otto, reviewed, shown, signed
from tests.unit.vault.reading import newest, read


def test_a_period_is_signed_once_up_to_a_checkpoint_and_the_next_begins_there(
    house: House,
) -> None:
    berta, olga = house.actor("berta", "beratung"), house.actor("olga", "datenschutz")
    known = new_client(house, berta)
    write(house, berta, known, entry("x"))
    read(house, berta, known)
    first = reviewed(house, olga)
    assert first.period is not None
    assert first.period.grown
    answer = signed(house, olga)
    assert isinstance(answer, Done)
    told = newest(house, Act.REVIEW_SIGN)
    assert told["details"]["size"] == str(first.period.head.size)
    seen = reviewed(house, olga)
    [view] = seen.signed
    assert seen.period is not None
    assert (view.size, view.root) == (seen.period.first, view.root)
    assert view.counts["accesses"] == view.counts["sample"] == 1
    assert view.counts["agrees"] > 0
    work = house.work(olga)
    row = work.session.scalars(select(SignOff)).one()
    work.finish()
    assert row.note is not None
    assert open_as_oversight(work, row.id, row.note) == "Notiz"
    again = sign_off(house.work(olga), olga, Signing(view.size, looked=True))
    assert again == Invalid((Problem("size", "signed_already"),))


def test_what_is_not_looked_at_or_beyond_the_log_is_not_signed(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    before = shown(house, olga).unsigned
    assert signed(house, olga, looked=False) == Invalid((Problem("looked", "required"),))
    assert isinstance(signed(house, olga, size=10**6), Invalid)
    berta = house.actor("berta", "beratung")
    assert signed(house, olga, size=before) == Invalid((Problem("size", "not_its_end"),))
    refused = sign_off(house.work(berta), berta, Signing(1, looked=True))
    assert isinstance(refused, Refused)


def test_an_emergency_that_nobody_has_reviewed_waits(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    olga = house.actor("olga", "datenschutz")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    emergency = declared(house, frieda, known, "health")
    waits = Problem("emergencies", "emergencies_wait", {"count": "1"})
    assert signed(house, olga) == Invalid((waits,))
    work = house.work(olga)
    assert isinstance(review_emergency(work, olga, emergency.id, "justified", ""), Done)
    work.finish()
    # Whoever writes into the row hides it from nobody: she says in her note what she knows of it.
    for values in ({"finding": None}, {"finding": "unjustified"}, {"staff_id": olga.staff}):
        with house.engine.begin() as connection:
            connection.execute(update(EmergencyAccess).values(**values))
        damaged = Problem("note", "emergencies_damaged", {"count": "1"})
        assert signed(house, olga, note=" ") == Invalid((damaged,))
    assert isinstance(signed(house, olga), Done)
    assert newest(house, Act.ALARM_SEAL)["details"]["table"] == "emergency_accesses"
    [view] = reviewed(house, olga).signed
    assert view.counts["emergencies_damaged"] == 1


def test_a_log_that_is_not_the_one_that_was_signed_off_is_not_signed(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    assert isinstance(signed(house, olga), Done)
    work = house.work()
    change(work, work.session.scalars(select(SignOff)).one(), root=b"x" * 32)
    work.finish()
    assert signed(house, olga) == Invalid((Problem("size", "not_grown"),))
    with house.engine.begin() as connection:
        connection.execute(update(SignOff).values(size=0))
    assert signed(house, olga) == Invalid((Problem("size", "not_grown"),))


def test_whoever_administers_accounts_signs_nothing(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    reviewed(house, olga)
    work = house.work()
    row = work.session.scalars(select(Staff).where(Staff.id == olga.staff)).one()
    change(work, row, administrator=True)
    work.finish()
    assert signed(house, olga) == Refused(Reason.NOT_YOUR_ROLE)


def test_of_two_who_sign_at_once_one_is_too_late(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    olga, second = house.actor("olga", "datenschutz"), otto(house)
    period = reviewed(house, olga).period
    assert period is not None
    signing = Signing(period.head.size, looked=True)

    def meanwhile(work: Work, whose: Whose, *more: Any) -> Findings:  # noqa: ANN401
        found = look_through(work, whose, *more)
        if whose.reviewer == second.staff:
            other = house.work(olga)
            assert isinstance(sign_off(other, olga, signing), Done)
            other.finish()
        return found

    module = import_module("caseflow.oversight.review.sign_off")
    monkeypatch.setattr(module, "look_through", meanwhile)
    work = house.work(second)
    assert sign_off(work, second, signing) == Refused(Reason.TOO_LATE)
    work.finish()

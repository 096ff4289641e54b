import pytest

from caseflow.crypto.passwords import password_key
from caseflow.database.sealed_rows import change
from caseflow.database.tables.accounts import StaffSession
from caseflow.identity.log_in import begin_log_in, log_in
from caseflow.identity.log_in_steps import Step
from caseflow.identity.sessions import LoggedIn
from caseflow.identity.staff_rows import staff_by_id
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.house import PASSWORD, House
from tests.factories.second_factors import code_now, who_has, with_codes
from tests.unit.identity.people import address, entries, logged_in, the_entry, wait


def test_the_password_begins_a_session_of_ten_hours(house: House) -> None:
    work = house.work()
    begun = log_in(work, address("lea"), PASSWORD)
    assert isinstance(begun, LoggedIn)
    assert begun.staff == house.staff["lea"]
    assert begun.ends_at - work.clock.now() == work.configuration.limits.session_absolute
    row = work.session.get_one(StaffSession, begun.session)
    assert row.membership_id is None
    assert begun.token not in repr(begun)
    assert begun.token.encode() not in row.cookie_digest + row.wrapped
    entry = the_entry(work, Act.LOGIN)
    assert entry["staff"] == str(begun.staff)
    assert entry["session"] == str(begun.session)
    assert "unit" not in entry


def test_whoever_belongs_to_one_unit_acts_in_it_at_once(house: House) -> None:
    work = house.work()
    begun = log_in(work, address("berta"), PASSWORD)
    assert isinstance(begun, LoggedIn)
    row = work.session.get_one(StaffSession, begun.session)
    assert row.membership_id == house.memberships["berta", "beratung"].id
    assert the_entry(work, Act.LOGIN)["unit"] == str(house.units["beratung"])
    assert the_entry(work, Act.LOGIN)["role"] == "caseworker"


def test_two_log_ins_have_two_tokens(house: House) -> None:
    assert logged_in(house, "berta").token != logged_in(house, "berta").token


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("berta@example.org", PASSWORD + "x"),
        ("nobody@example.org", PASSWORD),
        ("\x00", "\ud800"),
        ("berta@example.org", "\ud800"),
    ],
)
def test_unknown_and_wrong_are_one_answer_at_one_price(
    house: House, monkeypatch: pytest.MonkeyPatch, email: str, password: str
) -> None:
    asked = []
    real = password_key

    def counted(typed: str, record: bytes) -> bytes:
        asked.append(typed)
        return real(typed, record)

    monkeypatch.setattr("caseflow.keys.staff_keys.password_key", counted)
    work = house.work()
    assert log_in(work, email, password) == Refused()
    assert len(asked) == 1
    assert entries(work, Act.LOGIN) == []


def test_a_failure_names_whom_it_knows_and_keeps_nothing_of_whom_it_does_not(house: House) -> None:
    work = house.work()
    log_in(work, address("berta"), "my dear aunt sally")
    known = the_entry(work, Act.LOGIN_FAIL)
    assert known["staff"] == str(house.staff["berta"])
    assert known["decision"] == "refused"
    log_in(work, "my dear aunt sally", "x")
    (unknown,) = (each for each in entries(work, Act.LOGIN_FAIL) if "staff" not in each)
    assert unknown["details"] == {"unknown": "yes"}
    assert "sally" not in str(entries(work))


def test_a_disabled_person_is_refused_with_her_right_password(house: House) -> None:
    work = house.work()
    berta = staff_by_id(work, house.staff["berta"])
    assert berta is not None
    change(work, berta, disabled_at=work.clock.now())
    assert log_in(work, address("berta"), PASSWORD) == Refused()
    assert the_entry(work, Act.LOGIN_FAIL)["staff"] == str(berta.id)


def test_a_log_in_empties_the_sessions_that_have_lapsed(house: House) -> None:
    lapsed = logged_in(house, "berta")
    wait(house, minutes=10)
    idle = logged_in(house, "berta")
    wait(house, minutes=6)
    logged_in(house, "berta")
    work = house.work()
    assert work.session.get_one(StaffSession, lapsed.session).wrapped == b""
    assert work.session.get_one(StaffSession, idle.session).wrapped != b""


def test_a_code_is_asked_for_and_missing_or_wrong_is_the_same(house: House) -> None:
    made = with_codes(house, "berta")
    code = code_now(made.secret, house.around.clock, 1)
    work = house.work()
    for password, otp in ((PASSWORD, ""), (PASSWORD, "000000"), ("falsch", code)):
        assert log_in(work, address("berta"), password, otp) == Refused()
    # Only with the password is a code used up.
    begun = log_in(work, address("berta"), PASSWORD, code)
    assert isinstance(begun, LoggedIn)
    work.finish()
    assert who_has(house, begun.token).second_factor_at == house.around.clock.now()


def test_whoever_has_none_needs_none_and_a_code_is_no_factor(house: House) -> None:
    work = house.work()
    begun = log_in(work, address("berta"), PASSWORD, "123456")
    assert isinstance(begun, LoggedIn)
    work.finish()
    assert who_has(house, begun.token).second_factor_at is None


def test_the_first_step_tells_nothing_of_the_password(house: House) -> None:
    with_codes(house, "berta")
    work = house.work()
    assert isinstance(begin_log_in(work, address("berta"), PASSWORD), Step)
    assert isinstance(begin_log_in(work, address("berta"), "falsch"), Step)
    assert isinstance(begin_log_in(work, address("nobody"), "falsch"), Step)
    assert isinstance(begin_log_in(work, address("lea"), PASSWORD), LoggedIn)
    acts = [each["act"] for each in entries(work)]
    assert (acts.count("login.step"), acts.count("login.fail")) == (1, 2)


def test_the_first_step_is_slowed_too(house: House) -> None:
    work = house.work()
    for _ in range(work.configuration.limits.login.free):
        begin_log_in(work, address("berta"), "falsch")
    assert begin_log_in(work, address("berta"), PASSWORD) == Refused(Reason.TOO_MANY)


def test_a_password_does_not_grow_old(house: House) -> None:
    wait(house, days=5 * 365)
    assert isinstance(log_in(house.work(), address("lea"), PASSWORD), LoggedIn)

from uuid import uuid4

from caseflow.identity.add_factor import add_passkey, begin_passkey
from caseflow.identity.check_factor import Proof, check_factor
from caseflow.identity.list_factors import list_factors
from caseflow.identity.remove_factor import remove_factor, renew_recovery_codes
from caseflow.identity.resume import resume
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from tests.factories.authenticator import SITE, Authenticator
from tests.factories.house import House
from tests.factories.second_factors import with_codes, with_passkey
from tests.unit.identity.people import person, the_entry


def test_the_last_one_stays(house: House) -> None:
    with_codes(house, "berta")
    work, berta = house.work(), person(house, "berta")
    (only,) = list_factors(work, berta).shown
    assert remove_factor(work, berta, only.id) == Invalid((Problem("factor", "last_factor"),))


def test_either_of_two_can_be_given_up(house: House) -> None:
    for name, left in (("berta", 0), ("frieda", 1)):
        made = with_codes(house, name)
        work = house.work()
        who = resume(work, made.token)
        assert who is not None
        options = begin_passkey(work, who, SITE)
        assert options is not None
        answer = Authenticator().make(options)
        assert isinstance(add_passkey(work, who, "Stick", answer, SITE), Done)
        shown = list_factors(work, who).shown
        assert remove_factor(work, who, shown[left].id) == Done(shown[left].id)
        assert [each.id for each in list_factors(work, who).shown] == [shown[1 - left].id]
        work.finish()


def test_nobody_elses_is_given_up(house: House) -> None:
    with_codes(house, "berta")
    with_passkey(house, "frieda", Authenticator())
    work = house.work()
    (hers,) = list_factors(work, person(house, "berta")).shown
    assert remove_factor(work, person(house, "frieda"), hers.id) == Refused()
    assert remove_factor(work, person(house, "frieda"), uuid4()) == Refused()
    assert len(list_factors(work, person(house, "berta")).shown) == 1


def test_new_recovery_codes_are_made_for_whoever_has_a_factor(house: House) -> None:
    made = with_codes(house, "berta")
    work = house.work()
    berta = person(house, "berta")
    renewed = renew_recovery_codes(work, berta)
    assert isinstance(renewed, Done)
    old, new = (Proof(code=each[0]) for each in (made.recovery_codes, renewed.value))
    assert check_factor(work, berta.staff, uuid4(), old) is None
    assert check_factor(work, berta.staff, uuid4(), new) == "recovery_code"
    assert renew_recovery_codes(work, person(house, "ida")) == Refused()


def test_what_was_given_up_is_traced(house: House) -> None:
    made = with_passkey(house, "berta", Authenticator())
    work = house.work()
    who = resume(work, made.token)
    assert who is not None
    options = begin_passkey(work, who, SITE)
    assert options is not None
    assert isinstance(add_passkey(work, who, "Zwei", Authenticator().make(options), SITE), Done)
    remove_factor(work, who, list_factors(work, who).shown[0].id)
    assert the_entry(work, Act.FACTOR_REMOVE)["details"] == {"factor": "passkey"}

from uuid import uuid4

from caseflow.database.tables.second_factors import OneTimeSecret, Passkey
from caseflow.identity.check_factor import Proof, check_factor, has_factor
from caseflow.identity.one_time_codes import make_secret
from caseflow.identity.passkeys import options_to_show
from tests.factories.authenticator import SITE, Authenticator
from tests.factories.house import House
from tests.factories.second_factors import proof_now, with_codes, with_passkey
from tests.unit.identity.people import forge


def test_whoever_confirmed_codes_or_made_a_passkey_has_one(house: House) -> None:
    with_codes(house, "berta")
    with_passkey(house, "frieda", Authenticator())
    work = house.work()
    make_secret(work, house.staff["ida"], "ida@example.org")
    found = {name for name in house.staff if has_factor(work, house.staff[name])}
    assert found == {"berta", "frieda"}


def test_one_whose_row_was_changed_still_closes(house: House) -> None:
    with_codes(house, "berta")
    with_passkey(house, "frieda", Authenticator())
    work = house.work()
    secret = work.session.query(OneTimeSecret).one().id
    passkey = work.session.query(Passkey).one().id
    work.finish()
    forge(work, OneTimeSecret, secret, confirmed_at=None)
    forge(work, Passkey, passkey, name="Dose")
    assert has_factor(work, house.staff["berta"])
    assert has_factor(work, house.staff["frieda"])
    assert {each.row for each in work.alarms} == {secret, passkey}


def test_the_kind_of_what_was_shown_is_told(house: House) -> None:
    berta, session = house.staff["berta"], uuid4()
    made = with_codes(house, "berta")
    work = house.work()
    proof = proof_now(made.secret, work.clock, 1)
    assert check_factor(work, berta, session, proof) == "one_time_code"
    assert check_factor(work, berta, session, proof) is None
    paper = Proof(code=made.recovery_codes[3])
    assert check_factor(work, berta, session, paper) == "recovery_code"
    assert check_factor(work, berta, session, paper) is None
    assert check_factor(work, berta, session, Proof()) is None


def test_a_passkey_is_asked_before_any_code(house: House) -> None:
    frieda, session, stick = house.staff["frieda"], uuid4(), Authenticator()
    codes = with_passkey(house, "frieda", stick).recovery_codes
    work = house.work()
    answer = stick.show(options_to_show(work, session, SITE))
    assert check_factor(work, frieda, session, Proof(passkey=answer, site=SITE)) == "passkey"
    both = Proof(code=codes[0], passkey=answer, site=SITE)
    assert check_factor(work, frieda, session, both) is None

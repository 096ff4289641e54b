import re

from caseflow.database.tables.second_factors import RecoveryCode
from caseflow.identity.recovery_codes import (
    count_recovery_codes,
    make_recovery_codes,
    spend_recovery_code,
)
from tests.factories.house import House
from tests.unit.identity.people import forge, outrun


def test_ten_are_made_and_none_is_kept(house: House) -> None:
    work, berta = house.work(), house.staff["berta"]
    codes = make_recovery_codes(work, berta)
    work.session.flush()
    assert len(set(codes)) == count_recovery_codes(work, berta) == 10
    assert all(re.fullmatch(r"[a-z2-7]{4}(-[a-z2-7]{4}){5}", each) for each in codes)
    kept = b"".join(row.digest for row in work.session.query(RecoveryCode))
    assert not any(each.replace("-", "").encode() in kept for each in codes)


def test_each_works_once_however_it_is_written(house: House) -> None:
    work, berta = house.work(), house.staff["berta"]
    codes = make_recovery_codes(work, berta)
    assert spend_recovery_code(work, berta, codes[0])
    assert not spend_recovery_code(work, berta, codes[0])
    assert spend_recovery_code(work, berta, codes[1].upper().replace("-", " "))
    assert not spend_recovery_code(work, berta, "")
    assert not spend_recovery_code(work, berta, "\ud800")
    assert count_recovery_codes(work, berta) == 8


def test_they_are_nobody_elses(house: House) -> None:
    work = house.work()
    codes = make_recovery_codes(work, house.staff["berta"])
    make_recovery_codes(work, house.staff["lea"])
    assert not spend_recovery_code(work, house.staff["lea"], codes[0])


def test_new_ones_take_the_place_of_the_old_ones(house: House) -> None:
    work, berta = house.work(), house.staff["berta"]
    old, new = make_recovery_codes(work, berta), make_recovery_codes(work, berta)
    assert not spend_recovery_code(work, berta, old[0])
    assert spend_recovery_code(work, berta, new[0])


def test_of_two_at_once_one_wins(house: House) -> None:
    work, berta = house.work(), house.staff["berta"]
    codes = make_recovery_codes(work, berta)
    work.session.flush()
    rows = work.session.query(RecoveryCode).all()
    for row in rows:
        outrun(work, row)
    assert not spend_recovery_code(work, berta, codes[0])


def test_one_that_was_made_unused_again_is_found_out(house: House) -> None:
    work, berta = house.work(), house.staff["berta"]
    codes = make_recovery_codes(work, berta)
    assert spend_recovery_code(work, berta, codes[0])
    used = work.session.query(RecoveryCode).filter(RecoveryCode.used_at.isnot(None)).one().id
    work.finish()
    forge(work, RecoveryCode, used, used_at=None)
    assert not spend_recovery_code(work, berta, codes[0])
    assert [each.row for each in work.alarms] == [used]

import pytest

from caseflow.crypto.ciphers import key_id
from caseflow.keys.server_keys import FormerKeys
from caseflow.operations.list_outside import list_inside, list_outside, to_be_done
from caseflow.operations.rotate_outside import Outside
from tests.factories import rotations
from tests.factories.house import ROOT, STAFF, TRUSTEE, UNITS, House

ROWS = {Outside.ROOT: len(STAFF), Outside.TRUSTEE: len(UNITS)}


def listed(house: House, what: Outside) -> list[tuple[int, bytes, int, bool]]:
    work = house.work()
    found = [each for each in list_outside(work) if each.what is what]
    work.finish()
    return [(each.version, each.key_id, each.rows, each.finished) for each in found]


def due(house: House) -> str:
    work = house.work()
    found = to_be_done(work)
    work.finish()
    return "" if found is None else str(found)


@pytest.mark.parametrize("what", Outside)
def test_each_stage_of_a_rotation_is_listed_with_what_to_do(house: House, what: Outside) -> None:
    older, newer = key_id(rotations.OLDER[what]), key_id(rotations.NEWER[what])
    rows = ROWS[what]
    assert listed(house, what) == [(1, older, rows, True)]
    assert due(house) == ""
    rotations.give_both(house, what)
    assert listed(house, what) == [(1, older, rows, True)]
    assert f"A new key is given as `{what}`" in due(house)
    rotations.begun(house, what)
    assert listed(house, what) == [(1, older, rows, True), (2, newer, 0, False)]
    assert f"is not finished: {rows} keys" in due(house)
    rotations.rotated(house, what)
    assert listed(house, what) == [(1, older, 0, True), (2, newer, rows, True)]
    assert f"Nothing lies under the former key of `{what}`" in due(house)
    rotations.give_new(house, what)
    assert due(house) == ""


def test_without_a_trustee_secret_the_root_alone_is_listed(house: House) -> None:
    rotations.give(house, ROOT, None)
    assert listed(house, Outside.TRUSTEE) == []
    assert due(house) == ""


def test_a_former_key_that_was_never_one_is_taken_out(house: House) -> None:
    rotations.give(house, ROOT, TRUSTEE, FormerKeys(root=bytes(range(7, 39))))
    assert "take it out of the settings" in due(house)


def test_the_keys_under_them_are_listed_by_their_ids(house: House) -> None:
    found = {each.name: each for each in list_inside(house.work())}
    assert sorted(found) == [
        "code_lookup",
        "cookie",
        "row_seal",
        "signing",
        "trustee pair",
    ]
    assert found["cookie"].key_id == house.server.key_ids["cookie"]
    assert {each.version for each in found.values()} == {1}

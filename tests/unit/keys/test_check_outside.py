import re

import pytest
from sqlalchemy import delete, update

from caseflow.crypto.ciphers import key_id
from caseflow.database.tables.installation import Installation, TrusteeEnvelope
from caseflow.keys.check_outside import check_root, check_secret
from caseflow.keys.outside_versions import SETTINGS
from caseflow.keys.server_keys import FormerKeys
from caseflow.operations.rotate_outside import Outside
from caseflow.vocabulary.errors import BadConfiguration
from tests.factories import rotations
from tests.factories.house import ROOT, TRUSTEE, House
from tests.factories.rotations import NEW_TRUSTEE

ELSE = bytes(range(7, 39))


def check(house: House) -> str | None:
    """Return with which sentence the house is not opened, if it is not."""
    with house.sessions() as session:
        try:
            check_root(session, house.server)
            check_secret(session, house.server)
        except BadConfiguration as error:
            return str(error)
    return None


@pytest.mark.parametrize("what", Outside)
def test_at_each_stage_of_a_rotation_the_right_keys_are_let_in(house: House, what: Outside) -> None:
    assert check(house) is None
    rotations.give_both(house, what)
    assert check(house) is None
    rotations.begun(house, what)
    assert check(house) is None
    rotations.give_new(house, what)
    said = check(house)
    assert said is not None
    name = SETTINGS[what]
    assert said.startswith(f"The rotation of the key in CASEFLOW_{name} is not finished: ")
    assert re.search(r": [1-9][0-9]* keys lie under version 1 \(", said)
    assert f"Give that one as CASEFLOW_{name}_FORMER, " in said
    assert said.endswith(f"run: caseflow keys rotate {what}")
    assert key_id(rotations.OLDER[what]).hex() in said
    rotations.give_both(house, what)
    rotations.rotated(house, what)
    rotations.give_new(house, what)
    assert check(house) is None


def test_without_a_secret_nothing_is_refused(house: House) -> None:
    rotations.give(house, ROOT, None)
    assert check(house) is None


def test_a_secret_of_another_installation_is_refused(house: House) -> None:
    rotations.give(house, ROOT, ELSE)
    assert "opens nothing here" in str(check(house))
    rotations.name_no_secret(house)
    rotations.give(house, ROOT, TRUSTEE)
    assert check(house) is None
    rotations.give(house, ROOT, ELSE)
    assert "opens nothing here" in str(check(house))


def test_a_new_secret_needs_the_one_that_counts(house: House) -> None:
    rotations.give(house, ROOT, NEW_TRUSTEE, FormerKeys(trustee=ELSE))
    assert "opens nothing here" in str(check(house))
    rotations.name_no_secret(house)
    rotations.give(house, ROOT, TRUSTEE, FormerKeys(trustee=ELSE))
    assert "opens nothing here" in str(check(house))  # the former one would be rotated from


def test_an_old_secret_is_refused(house: House) -> None:
    rotations.give_both(house, Outside.TRUSTEE)
    rotations.rotated(house, Outside.TRUSTEE)
    rotations.give_old(house)
    assert "CASEFLOW_TRUSTEE_KEY is version 1" in str(check(house))


def test_one_damaged_envelope_makes_no_secret_a_wrong_one(house: House) -> None:
    with house.sessions() as session:
        one = session.query(TrusteeEnvelope.id).limit(1).scalar()
        session.execute(
            update(TrusteeEnvelope).where(TrusteeEnvelope.id == one).values(sealed=b"\x01damaged")
        )
        session.commit()
    assert check(house) is None


@pytest.mark.parametrize("table", [TrusteeEnvelope, Installation])
def test_where_nothing_was_founded_there_is_nothing_to_open(
    house: House, table: type[TrusteeEnvelope | Installation]
) -> None:
    rotations.give(house, ROOT, ELSE)
    with house.sessions() as session:
        session.execute(delete(table))
        session.commit()
    assert check(house) is None

import hashlib

import pytest
from sqlalchemy import select, update

from caseflow.database.tables.audit_log import SealedReason
from caseflow.database.tables.units import UnitRow
from caseflow.vault.reasons import keep_reason, open_as_oversight, oversight_of
from caseflow.vocabulary.errors import BrokenKey, MissingKey
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House

WHY = "  Rückfrage des Jugendamts zum Hilfeplan  "


def test_only_the_officers_open_a_reason_and_only_that_of_its_entry(house: House) -> None:
    entry = new_id()
    work = house.work_as("berta", "beratung")
    digest = keep_reason(work, entry, WHY)
    work.finish()
    with house.sessions() as session:
        sealed = session.scalars(select(SealedReason.sealed)).one()
    assert digest == hashlib.sha256(sealed).digest()
    officer = house.work_as("olga", "datenschutz")
    assert open_as_oversight(officer, entry, sealed) == WHY.strip()
    with pytest.raises(BrokenKey):
        open_as_oversight(officer, new_id(), sealed)
    officer.put_away()
    with pytest.raises(MissingKey):
        open_as_oversight(house.work_as("wanda", "wohnen"), entry, sealed)


def test_no_reason_is_no_row(house: House) -> None:
    work = house.work_as("berta", "beratung")
    assert keep_reason(work, new_id(), "  ") is None
    assert work.session.scalars(select(SealedReason)).all() == []


def test_a_forged_oversight_unit_is_none(house: House) -> None:
    work = house.work_as("berta", "beratung")
    assert oversight_of(work) == house.units["datenschutz"]
    work.session.execute(
        update(UnitRow)
        .where(UnitRow.slug == "datenschutz")
        .values(name="Anders")
        .execution_options(synchronize_session=False)
    )
    work.session.expire_all()
    with pytest.raises(MissingKey):
        oversight_of(work)

from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, select, update

from caseflow.database.tables.consents import GrantDue
from caseflow.database.tables.drawers import Envelope
from caseflow.database.tables.installation import Installation
from caseflow.vault.search import search
from caseflow.vault.settle import settle
from caseflow.vault.suspended import is_suspended, known_to_be_suspended
from caseflow.vocabulary.answers import Disclosed
from tests.factories.clients import case_at, consented, entry, new_client, write
from tests.factories.house import House
from tests.factories.suspended import suspend
from tests.unit.vault.reading import read, texts


def test_it_is_as_the_sealed_row_says_and_known_only_when_it_was_asked_for(house: House) -> None:
    work = house.work()
    assert known_to_be_suspended(work) is None
    assert not is_suspended(work)
    assert known_to_be_suspended(work) is False
    work.finish()
    suspend(house)
    assert is_suspended(house.work())


@pytest.mark.parametrize(
    "forge",
    [
        delete(Installation),
        update(Installation).values(suspended_at=datetime(2026, 1, 1, tzinfo=UTC)),
        update(Installation).values(provider="another"),
        update(Installation).values(row_seal=b""),
    ],
    ids=["deleted", "dated", "renamed", "unsealed"],
)
def test_a_row_that_is_gone_or_was_changed_opens_nothing(house: House, forge: object) -> None:
    with house.engine.begin() as connection:
        connection.execute(forge)  # type: ignore[call-overload]  # one of four statements
    assert is_suspended(house.work())


def test_whoever_reads_by_a_consent_reads_nothing_until_it_goes_on(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Mina")
    write(house, berta, known, entry("Sie ist gekommen."))
    case_at(house, frieda, known)
    consented(house, berta, known, [frieda.unit], ["identity", "violence"])
    assert texts(read(house, frieda, known)) == ["Sie ist gekommen."]
    suspend(house)
    assert texts(read(house, frieda, known)) == []
    assert texts(read(house, berta, known)) == ["Sie ist gekommen."]
    shown = search(house.work(frieda), frieda, "")
    assert isinstance(shown, Disclosed)
    assert [each.name for each in shown.value.items] == [""]


def test_no_key_that_was_promised_goes_to_another_unit_meanwhile(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Adresse", "whereabouts"))
    case_at(house, frieda, known)
    consented(house, frieda, known, [frieda.unit], ["whereabouts"], [berta.unit])
    suspend(house)
    settle(house.work(berta), berta)
    with house.sessions() as session:
        assert session.scalars(select(GrantDue.done_at)).one() is None
        held = session.scalars(select(Envelope.reader_id).where(Envelope.client_id == known.id))
        assert frieda.unit not in set(held)


def test_a_suspension_that_somebody_takes_out_of_the_row_stays(house: House) -> None:
    suspend(house)
    with house.engine.begin() as connection:
        connection.execute(update(Installation).values(suspended_at=None))
    assert is_suspended(house.work())

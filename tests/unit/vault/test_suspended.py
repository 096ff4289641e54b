from contextlib import suppress
from datetime import UTC, datetime
from importlib import import_module

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import OperationalError

from caseflow.database.tables.consents import GrantDue
from caseflow.database.tables.drawers import Envelope
from caseflow.database.tables.installation import Installation
from caseflow.oversight.restored import confirm_restored
from caseflow.records.write_entry import Draft, write_entry
from caseflow.vault.search import search
from caseflow.vault.settle import settle
from caseflow.vault.suspended import is_suspended, known_to_be_suspended
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Done
from tests.factories.clients import Known, case_at, consented, entry, new_client, write
from tests.factories.house import House
from tests.factories.houses import on_postgresql
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


@on_postgresql
def test_what_is_written_while_it_goes_on_again_is_shared(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    consented(house, berta, known, [frieda.unit], ["violence"])
    suspend(house)
    seen: list[bool] = []
    room = import_module("caseflow.vault.open_drawers")
    born_meanwhile = room._born_meanwhile  # noqa: SLF001 - what comes just before the plan
    count_write = room.count_write

    def goes_on(*asked: object) -> object:
        if not seen:
            seen.append(_confirmed(house))
        return born_meanwhile(*asked)

    def is_held(*asked: object) -> object:
        seen.append(_free(house))
        return count_write(*asked)

    monkeypatch.setattr(room, "count_write", is_held)
    _write(house, berta, known, "zuvor", "health")
    assert seen.pop() is False, "whoever lets it go on waits for what is being written"
    monkeypatch.setattr(room, "_born_meanwhile", goes_on)
    _write(house, berta, known, "Gewalt", "violence")
    assert seen == [True, True]
    assert texts(read(house, frieda, known)) == ["Gewalt"]


def _confirmed(house: House) -> bool:
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    answer = confirm_restored(work, olga)
    work.finish()
    return isinstance(answer, Done)


def _free(house: House) -> bool:
    """Say whether nobody holds the row of the installation."""
    with house.engine.connect() as connection, suppress(OperationalError):
        connection.execute(select(Installation.id).with_for_update(nowait=True))
        return True
    return False


def _write(house: House, actor: Actor, known: Known, said: str, category: str) -> None:
    work = house.work(actor)
    draft = Draft(category, "2026-03-01", "note", {"text": said})
    answer = write_entry(work, actor, known.id, draft)
    assert isinstance(answer, Done), answer
    work.finish()

import pytest
from sqlalchemy import select

from caseflow.database.row_values import all_values
from caseflow.database.tables.records import Entry
from caseflow.vault.content_rows import content_rows
from tests.factories.clients import entry, new_client, write
from tests.factories.house import House


def test_only_rows_of_the_drawers_asked_for_are_loaded_with_all_their_columns(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known, other = new_client(house, berta), new_client(house, berta)
    write(house, berta, known, entry("Sie kam."), entry("Sie geht.", category="health"))
    write(house, berta, other, entry("Wer anders."))
    work = house.work()
    rows = work.session.scalars(select(Entry)).all()
    mine, _ = [row for row in rows if row.client_id == known.id]
    (hers,) = [row for row in rows if row.client_id == other.id]
    (found,) = content_rows(work, Entry, [known.id], [hers.drawer_id, mine.drawer_id])
    assert {name: getattr(found, name) for name in all_values(mine)} == all_values(mine)
    assert content_rows(work, Entry, [known.id], []) == []


def test_what_is_loaded_cannot_be_changed_by_mistake(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, entry("Sie kam."))
    work = house.work()
    row = work.session.scalars(select(Entry)).one()
    (plain,) = content_rows(work, Entry, [known.id], [row.drawer_id])
    with pytest.raises(AttributeError):
        plain.text = b""

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest

from caseflow.database.tables.records import Entry, Fact
from caseflow.vault.pieces import Opened
from caseflow.vocabulary.errors import BrokenKey
from tests.factories.clients import entry, fact, new_client, write
from tests.factories.house import House
from tests.unit.vault.reading import read


def test_pieces_come_by_table_and_open_field_by_field(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, entry("Sie kam."), fact("allergies", "Nüsse", "health"))
    opened = read(house, berta, known)
    assert isinstance(opened, Opened)
    (piece,) = opened.of(Entry)
    assert b"Sie kam." not in piece.row.text
    assert (piece.text("title"), piece.text("text")) == ("Gespräch", "Sie kam.")
    assert piece.place.category == "violence"
    assert [each.text("value") for each in opened.of(Fact)] == ["Nüsse"]


def test_a_field_put_into_another_column_does_not_open(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, entry("Sie kam."))
    opened = read(house, berta, known)
    assert isinstance(opened, Opened)
    (piece,) = opened.of(Entry)
    put = cast("Entry", SimpleNamespace(title=piece.row.text))
    with pytest.raises(BrokenKey):
        replace(piece, row=put).text("title")

"""Whoever changes a row that decides opens nothing, and is found out.

Every sealed row's every column is changed in the database, one at a time, and all is undone after
it. What opens meanwhile is never more than before, what rested on the row does not open, and the
log has an alarm, unless nobody comes upon the row any more because it is looked for by the column
that was changed. So it is with what no column of its type can hold, and everybody else's work goes
on meanwhile: it is done once more after each change of a table that it reads, and else after one.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeAlias

import pytest
from sqlalchemy import Table, event

from caseflow.crypto.row_seals import RowSealer
from caseflow.database.base import Base, SealedRow
from tests.factories.copied_house import copied
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.security import looks
from tests.security.filled_house import HEALTH, Filled, filled
from tests.security.intruder import Intruder
from tests.security.malformed import malformed
from tests.security.probes import PROBES, Probe, alarms
from tests.security.undone import undone

Change: TypeAlias = Callable[[Intruder, Table, bytes, str], None]

SEALED = {
    table.name: table
    for mapper in Base.registry.mappers
    if issubclass(mapper.class_, SealedRow) and isinstance(table := mapper.local_table, Table)
}
# Nothing stands in the way of these but the seal.
SEALED_ONLY = [
    ("cases", "opened_by"),
    ("consents", "language"),
    ("memberships", "since"),
    ("one_time_secrets", "made_at"),
    ("passkeys", "name"),
    ("recovery_codes", "made_at"),
    ("units", "slug"),
]


@pytest.fixture(scope="module")
def house(
    first_house: House, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("filled")
    with copied(first_house, request, folder) as made:
        yield made


@pytest.fixture(scope="module")
def life(house: House) -> Filled:
    life = filled(house)
    while integrated(house):
        pass
    looks.counsellor(house, life)  # an entry that waits
    return life


def test_every_table_that_decides_is_probed() -> None:
    assert set(PROBES) == set(SEALED)


@pytest.fixture(scope="module")
def needed(house: House, life: Filled) -> frozenset[str]:
    """Return the tables that the counsellor's work so much as names."""
    said: list[str] = []

    def note(*executed: object) -> None:
        said.append(str(executed[2]))

    event.listen(house.engine, "before_cursor_execute", note)
    with undone(house):
        assert HEALTH in looks.counsellor(house, life)
    event.remove(house.engine, "before_cursor_execute", note)
    words = frozenset(re.findall(r"\w+", " ".join(said)))
    return words & SEALED.keys()


@pytest.mark.parametrize("name", sorted(SEALED))
def test_a_changed_column_opens_nothing_and_is_found_out(
    house: House, life: Filled, needed: frozenset[str], name: str
) -> None:
    columns = {each.key for each in SEALED[name].columns} - {"uses", "writes", *PROBES[name].moves}
    assert unseen(house, life, name, columns, needed) == []


@pytest.mark.parametrize("name", sorted(SEALED))
def test_what_is_none_of_its_type_opens_nothing_and_stops_nobody(
    house: House, life: Filled, needed: frozenset[str], name: str
) -> None:
    table, kept = SEALED[name], {"uses", "writes", *PROBES[name].moves}
    values = malformed(table, house.engine.dialect.name)
    changes = [(column, partial(_spoil, value)) for column, value in values if column not in kept]
    assert wrong_after(house, life, name, changes, needed) == []


@pytest.mark.parametrize(("name", "column"), SEALED_ONLY)
def test_without_the_check_of_seals_this_harness_goes_red(
    house: House, life: Filled, monkeypatch: pytest.MonkeyPatch, name: str, column: str
) -> None:
    monkeypatch.setattr(RowSealer, "intact", lambda *_: True)
    assert unseen(house, life, name, {column}, frozenset())


def unseen(
    house: House, life: Filled, name: str, columns: set[str], needed: frozenset[str]
) -> list[str]:
    """Return what is wrong after each change of one row of a table, by column."""
    changes = [(column, Intruder.flip) for column in sorted(columns)]
    return wrong_after(house, life, name, changes, needed)


def wrong_after(
    house: House,
    life: Filled,
    name: str,
    changes: Iterable[tuple[str, Change]],
    needed: frozenset[str],
) -> list[str]:
    """Return what is wrong after each change of a column; each finds the house as it was filled."""
    probe, table = PROBES[name], SEALED[name]
    with undone(house) as intruder:
        seal = intruder.seal_of(table, *probe.where(table, house, life))
        told, before = alarms(house), probe.look(house, life)
    assert before >= probe.opens or probe.moves, "nothing rests on this row"
    said = []
    for number, (column, change) in enumerate(changes):
        with undone(house) as intruder:
            change(intruder, table, seal, column)
            wrong = fault(house, life, probe, column, (told, before))
            if name in needed or not number:
                wrong += held_up(house, life, column)
            said.append(wrong)
    return [each for each in said if each]


def fault(
    house: House, life: Filled, probe: Probe, column: str, unchanged: tuple[int, set[str]]
) -> str:
    """Return what is wrong while a column of the probed row is changed; nothing if all is well."""
    (told, before), after = unchanged, probe.look(house, life)
    found_out = alarms(house) > told or probe.speaks or column in probe.found_by
    if after > before or after & probe.opens or not found_out:
        return f"{column}: {sorted(after)}, alarm: {found_out}"
    return ""


def held_up(house: House, life: Filled, column: str) -> str:
    """Return whose work does not go on while a column is changed; nothing if all is well."""
    return "" if HEALTH in looks.counsellor(house, life) else f"{column}: the counsellor waits"


def _spoil(value: object, intruder: Intruder, table: Table, seal: bytes, column: str) -> None:
    intruder.spoil(table, seal, column, value)

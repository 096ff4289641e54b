"""Whoever changes a row that decides opens nothing, and is found out.

Every sealed row's every column is changed in the database, one at a time. What then opens is
never more than before, what rested on the row does not open, and the log has an alarm, unless
nobody comes upon the row any more because it is looked for by the column that was changed. So it
is with what no column of its type can hold, and everybody else's work goes on meanwhile.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager

import pytest
from sqlalchemy import Table

from caseflow.crypto.row_seals import RowSealer
from caseflow.database.base import Base, SealedRow
from tests.factories.copied_house import copied
from tests.factories.house import House
from tests.security import looks
from tests.security.filled_house import HEALTH, Filled, filled
from tests.security.intruder import Intruder
from tests.security.malformed import malformed
from tests.security.probes import PROBES, Probe, alarms

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
    return filled(house)


@pytest.fixture
def intruder(house: House) -> Iterator[Intruder]:
    somebody = Intruder(house.engine.url.render_as_string(hide_password=False))
    yield somebody
    somebody.close()


def test_every_table_that_decides_is_probed() -> None:
    assert set(PROBES) == set(SEALED)


@pytest.mark.parametrize("name", sorted(SEALED))
def test_a_changed_column_opens_nothing_and_is_found_out(
    house: House, life: Filled, intruder: Intruder, name: str
) -> None:
    probe, table = PROBES[name], SEALED[name]
    columns = {each.key for each in table.columns} - {"uses", "writes", *probe.moves}
    assert unseen(house, life, intruder, table, columns) == []


@pytest.mark.parametrize("name", sorted(SEALED))
def test_what_is_none_of_its_type_opens_nothing_and_stops_nobody(
    house: House, life: Filled, intruder: Intruder, name: str
) -> None:
    probe, table = PROBES[name], SEALED[name]
    seal = intruder.seal_of(table, *probe.where(table, house, life))
    wrong = []
    for column, value in malformed(table, house.engine.dialect.name):
        if column not in {"uses", "writes", *probe.moves}:
            spoiled = intruder.spoiled(table, seal, column, value)
            said = fault(house, life, probe, column, spoiled)
            wrong += [f"{said} by {value!r}"] if said else []
    assert wrong == []


@pytest.mark.parametrize(("name", "column"), SEALED_ONLY)
def test_without_the_check_of_seals_this_harness_goes_red(
    house: House,
    life: Filled,
    intruder: Intruder,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    column: str,
) -> None:
    monkeypatch.setattr(RowSealer, "intact", lambda *_: True)
    assert unseen(house, life, intruder, SEALED[name], {column})


def unseen(
    house: House, life: Filled, intruder: Intruder, table: Table, columns: set[str]
) -> list[str]:
    """Return what is wrong after each change of one row of a table, by column."""
    probe = PROBES[table.name]
    seal = intruder.seal_of(table, *probe.where(table, house, life))
    flipped = {column: intruder.flipped(table, seal, column) for column in sorted(columns)}
    said = [fault(house, life, probe, column, how) for column, how in flipped.items()]
    return [each for each in said if each]


def fault(
    house: House, life: Filled, probe: Probe, column: str, changed: AbstractContextManager[None]
) -> str:
    """Return what is wrong while a column of the probed row is changed; nothing if all is well."""
    before, told = probe.look(house, life), alarms(house)
    assert before >= probe.opens or probe.moves, "nothing rests on this row"
    with changed:
        after = probe.look(house, life)
        goes_on = HEALTH in looks.counsellor(house, life)
    found_out = alarms(house) > told or probe.speaks or column in probe.found_by
    if after > before or after & probe.opens or not found_out or not goes_on:
        return f"{column}: {sorted(after)}, alarm: {found_out}, others go on: {goes_on}"
    return ""

from caseflow.database.base import Base
from caseflow.operations.backups.row_records import read
from caseflow.operations.backups.table_rows import records
from tests.factories.house import House


def test_each_row_is_a_record_with_all_its_columns(house: House) -> None:
    table = Base.metadata.tables["staff"]
    with house.engine.connect() as connection:
        rows = [read(each) for each in records(connection, table)]
    assert {row.values["id"] for row in rows} == set(house.staff.values())
    assert all(row.table == "staff" and set(row.values) == set(table.c.keys()) for row in rows)

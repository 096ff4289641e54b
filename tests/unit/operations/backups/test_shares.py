from caseflow.database.base import Base
from caseflow.operations.backups.shares import LEFT_OUT, SHARES, Share, tables_of


def test_every_table_goes_into_one_file_or_is_left_out_by_name() -> None:
    assert set(SHARES) | LEFT_OUT == set(Base.metadata.tables)
    assert not set(SHARES) & LEFT_OUT
    both = [*tables_of(Share.CONTENT), *tables_of(Share.KEYS)]
    assert sorted(table.name for table in both) == sorted(SHARES)


def test_content_refers_to_nothing_so_that_it_can_come_back_alone() -> None:
    assert [table.name for table in tables_of(Share.CONTENT) if table.foreign_keys] == []


def test_each_table_comes_behind_those_that_it_refers_to() -> None:
    seen: set[str] = set()
    for table in tables_of(Share.KEYS):
        assert {key.column.table.name for key in table.foreign_keys} <= seen | {table.name}
        seen.add(table.name)

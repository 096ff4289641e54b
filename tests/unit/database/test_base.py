from caseflow.database import tables
from caseflow.database.base import Base, ClientRow, CountedRow, SealedRow


def mapped() -> list[type]:
    assert tables.__all__
    return [mapper.class_ for mapper in Base.registry.mappers]


def test_every_row_of_a_client_has_her_id_first_in_its_key() -> None:
    for table in mapped():
        if issubclass(table, ClientRow):
            assert [column.name for column in table.__table__.primary_key] == ["client_id", "id"]  # type: ignore[attr-defined] # every mapped class has it


def test_the_seal_leaves_out_itself_and_the_counters_only() -> None:
    assert SealedRow.uncovered == {"row_seal", "uses", "writes"}
    assert any(issubclass(table, CountedRow) for table in mapped())

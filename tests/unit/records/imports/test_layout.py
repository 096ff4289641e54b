from caseflow.records.imports.layout import Column, Layout, read_layout
from tests.factories.house import configuration
from tests.unit.records.imports.sheets import codes, layout, rows, saved

CATALOGUE = configuration().catalogue


def test_the_first_row_names_the_columns() -> None:
    found = layout(
        ["#caseflow", "client_name", "", "-", "residence_title.until", "entry:note:goals#2:day"],
        ["Notiz", "a", "b", "c", "d"],
    )
    assert found.columns == (
        Column(1, "client_name", "client_name"),
        Column(4, "residence_title.until", "residence_title.until"),
        Column(5, "entry:note:goals#2:day", "entry:note:goals#2:day"),
    )
    assert [row.number for row in found.rows] == [2]
    assert found.marked
    assert found.column("client_name") == found.columns[0]
    assert found.column("nothing") is None


def test_a_second_row_may_hold_the_headings() -> None:
    found = layout(
        ["#caseflow", "client_name", "told_on"], ["#", "Name"], ["", "a"], ["# alt", "b"]
    )
    assert [column.heading for column in found.columns] == ["Name", "told_on"]
    assert [row.number for row in found.rows] == [3]


def test_a_mapping_names_them_by_their_headings() -> None:
    sheet = rows(saved([["Name ", "", "Nr."], ["a", "b", "1"]]))
    mapping = {"Name": "client_name", "Nr.": "-"}
    found = read_layout(sheet, mapping, CATALOGUE)
    assert isinstance(found, Layout)
    assert found.columns == (Column(0, "Name", "client_name"),)
    assert [row.number for row in found.rows] == [2]


def test_nothing_is_left_out_silently() -> None:
    sheet = rows(saved([["Name", "Nr."], ["a", "1"]]))
    assert codes(read_layout(sheet, None, CATALOGUE)) == {("file", "no_mapping")}
    assert codes(read_layout(sheet, {"Name": "client_name"}, CATALOGUE)) == {
        ("column", "unknown_key")
    }
    assert codes(read_layout(sheet, {"Name": "-", "Nr.": "-"}, CATALOGUE)) == {
        ("file", "nothing_mapped")
    }


def test_a_key_that_means_nothing_is_named() -> None:
    for key in ("name", "entry:poem:goals", "entry:note", "residence_title.colour", "problem"):
        sheet = rows(saved([["#caseflow", "client_name", key]]))
        (problem,) = read_layout(sheet, None, CATALOGUE)  # type: ignore[misc]  # a tuple
        assert problem.code == "unknown_key"
        assert problem.values == {"column": key, "key": key}


def test_two_columns_never_answer_the_same() -> None:
    sheet = rows(saved([["#caseflow", "client_name", "client_name", "-", "-"]]))
    assert codes(read_layout(sheet, None, CATALOGUE)) == {("column", "column_twice")}

from caseflow.records.imports.layout import Column, Layout, read_layout
from tests.factories.house import configuration
from tests.unit.records.imports.sheets import codes, layout, rows, saved

CATALOGUE = configuration().catalogue
CATEGORIES = configuration().categories


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
    found = read_layout(sheet, mapping, CATALOGUE, CATEGORIES)
    assert isinstance(found, Layout)
    assert found.columns == (Column(0, "Name", "client_name"),)
    assert [row.number for row in found.rows] == [2]


def test_nothing_is_left_out_silently() -> None:
    sheet = rows(saved([["Name", "Nr."], ["a", "1"]]))
    assert codes(read_layout(sheet, None, CATALOGUE, CATEGORIES)) == {("file", "no_mapping")}
    assert codes(read_layout(sheet, {"Name": "client_name"}, CATALOGUE, CATEGORIES)) == {
        ("column", "unknown_key")
    }
    assert codes(read_layout(sheet, {"Name": "-", "Nr.": "-"}, CATALOGUE, CATEGORIES)) == {
        ("file", "nothing_mapped")
    }


def test_a_key_that_means_nothing_is_named() -> None:
    for key in ("name", "entry:poem:goals", "entry:note", "residence_title.colour", "problem"):
        sheet = rows(saved([["#caseflow", "client_name", key]]))
        (problem,) = read_layout(sheet, None, CATALOGUE, CATEGORIES)  # type: ignore[misc]  # a tuple
        near = {
            "entry:poem:goals": "entry:note:goals",
            "entry:note": "entry:note:goals",
            "residence_title.colour": "residence_title.choice",
        }.get(key)
        assert problem.code == ("unknown_key_near" if near else "unknown_key")
        assert problem.values == {"column": key, "key": key, **({"near": near} if near else {})}


def test_two_columns_never_answer_the_same() -> None:
    sheet = rows(saved([["#caseflow", "client_name", "client_name", "-", "-"]]))
    assert codes(read_layout(sheet, None, CATALOGUE, CATEGORIES)) == {("column", "column_twice")}


def test_a_key_that_is_nearly_right_comes_with_the_right_one() -> None:
    sheet = rows(saved([["#caseflow", "entry:note:gaols", "Vermerk"], ["", "a", "b"]]))
    found = read_layout(sheet, None, CATALOGUE, CATEGORIES)
    assert codes(found) == {("column", "unknown_key_near"), ("column", "unknown_key")}
    assert isinstance(found, tuple)
    assert [each.values.get("near") for each in found] == ["entry:note:goals", None]


def test_a_sheet_without_lines_has_nothing_to_import() -> None:
    sheet = rows(saved([["#caseflow", "client_name"], ["#", "Name"]]))
    assert codes(read_layout(sheet, None, CATALOGUE, CATEGORIES)) == {("file", "no_lines")}

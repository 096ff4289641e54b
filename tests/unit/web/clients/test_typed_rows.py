from caseflow.vocabulary.questions.answer_types import Part, read_type
from caseflow.web.clients.typed_rows import (
    all_rows,
    column_names,
    held_rows,
    rows_sent,
    rows_told,
    typed_rows,
)

(PART,) = read_type("table(name: text, born: date)").parts


def _write(column: Part, cell: str) -> str:
    return f"{column.name} {cell}"


def test_each_column_is_a_list_in_the_order_of_the_rows() -> None:
    assert column_names(PART, "kids") == ["kids.name", "kids.born"]
    rows = [{"name": "Mia"}, {"born": "2015"}, "Ben, 7"]
    assert typed_rows(PART, "kids", rows, _write) == {
        "kids.name": ["name Mia", "", "name Ben, 7"],
        "kids.born": ["", "born 2015", ""],
    }


def test_rows_that_hold_nothing_are_left_out() -> None:
    typed = {"kids.name": ["Mia ", " ", "Ben"], "kids.born": ["2015"]}
    assert all_rows(PART, "kids", typed) == [("Mia ", "2015"), (" ", ""), ("Ben", "")]
    assert rows_sent(PART, "kids", typed) == [("Mia ", "2015"), ("Ben", "")]
    held = held_rows(PART, "kids", typed)
    assert held == {"kids.name": ["Mia", "Ben"], "kids.born": ["2015", ""]}
    assert rows_told(PART, "kids", held) == [
        {"name": "Mia", "born": "2015"},
        {"name": "Ben", "born": ""},
    ]
    assert held_rows(PART, "kids", {}) == {}
    assert rows_sent(PART, "kids", {"kids.name": "Mia"}) == [("Mia", "")]

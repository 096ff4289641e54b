import pytest

from caseflow.vocabulary.questions.answer_types import Part, read_type
from caseflow.vocabulary.questions.tables import MOST_ROWS
from caseflow.web.clients.field_view import FieldView
from caseflow.web.clients.row_view import row_views, sent_as

(PART,) = read_type("table(name: text, born: date)").parts


def _cell(_column: Part, name: str, held: str) -> FieldView:
    return FieldView(name, "line", "", held)


@pytest.mark.parametrize(
    ("names", "pressed", "shown"),
    [
        ([], "", [""]),
        (["Mia"], "", ["Mia", ""]),
        (["", "Mia", ""], "", ["Mia", "", ""]),
        (["Mia", ""], "kids", ["Mia", "", ""]),
        (["Mia", "Ben"], "kids", ["Mia", "Ben", ""]),
        (["Mia", ""], "others", ["Mia", ""]),
        (["Mia"] * MOST_ROWS, "kids", ["Mia"] * MOST_ROWS),
    ],
)
def test_there_is_room_for_another_row(names: list[str], pressed: str, shown: list[str]) -> None:
    views = row_views(PART, "kids", {"kids.name": names, "another_row": pressed}, _cell)
    assert [row[0].held for row in views] == shown
    assert [row[1].name for row in views] == [
        f"kids.{number}.born" for number in range(1, len(shown) + 1)
    ]


def test_cells_of_a_column_are_sent_under_one_name() -> None:
    assert sent_as(PART, "kids") == {"name": "kids.name", "born": "kids.born"}

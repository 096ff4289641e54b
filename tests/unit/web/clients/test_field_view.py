from caseflow.records import IntakeQuestion
from caseflow.vocabulary.states import FactState
from caseflow.web.clients.field_view import FieldView, QuestionView


def _view(*fields: FieldView) -> QuestionView:
    line = IntakeQuestion("own_fear", later=False, state=FactState.WITHHELD)
    return QuestionView("own_fear", "", "", "violence", line, fields, "", "", False, False, False)  # noqa: FBT003 - plain marks


def test_it_is_told_once_she_was_asked() -> None:
    assert _view().told


def test_its_cells_are_those_of_all_rows() -> None:
    first, second, third = (FieldView(name, "line", "", "") for name in "abc")
    rows = FieldView("kids", "rows", "", "", rows=((first, second), (third,)))
    assert _view(rows, FieldView("x", "line", "", "")).cells == (first, second, third)

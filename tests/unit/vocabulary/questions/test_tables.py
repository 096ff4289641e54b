from datetime import date

import pytest

from caseflow.vocabulary.questions.answer_types import CELLS, read_type
from caseflow.vocabulary.questions.catalogue import Option, OptionList, Question
from caseflow.vocabulary.questions.faults import Asked, Fault
from caseflow.vocabulary.questions.tables import CELL_READERS, MOST_ROWS, read_table

TYPE = read_type("table(name: text, born: date(past), with: choice(whom))")
WHOM = OptionList("whom", (Option("her", {"de": "bei ihr", "en": "with her"}),))
ASKED = Asked(Question("children", {}, "family", TYPE, {"whom": WHOM}), TYPE.parts[0], date.max)


def test_rows_come_in_their_order_and_what_is_empty_goes() -> None:
    given = [{"name": " Mia ", "born": "4.3.2015"}, {"name": "", "with": None}, {"with": "bei ihr"}]
    assert read_table(given, ASKED) == [{"name": "Mia", "born": "2015-03-04"}, {"with": "her"}]
    assert read_table([], ASKED) == []


def test_a_row_may_be_a_line() -> None:
    rows = [{"name": "Mia", "born": "2015-03-04"}, {"name": "Ben, 7"}]
    assert read_table("Mia; 4.3.2015\n\nBen, 7", ASKED) == rows
    assert read_table(["Mia;2015-03-04;", "Ben, 7"], ASKED) == rows


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (7, Fault("wrong_kind", {"kind": "table"})),
        ([7], Fault("wrong_kind", {"kind": "table"}, ".1")),
        ([{"age": "3"}], Fault("no_such_column", {"given": "age"}, ".1")),
        (["Mia;2015-03-04;her;school"], Fault("no_such_column", {"given": "school"}, ".1")),
        (["Mia;2015-03-04;her;with"], Fault("no_such_column", {"given": "with"}, ".1")),
        ([{}, {"born": "morgen"}], Fault("not_a_date", {"given": "morgen"}, ".2.born")),
        ([{"with": "him"}], Fault("no_such_option", {"given": "him"}, ".1.with")),
        ([{"name": ["a"]}], Fault("wrong_kind", {"kind": "text"}, ".1.name")),
        ([{}] * (MOST_ROWS + 1), Fault("too_many_rows", {"most": str(MOST_ROWS)})),
    ],
)
def test_what_is_wrong_is_told_with_its_row_and_column(given: object, fault: Fault) -> None:
    assert read_table(given, ASKED) == fault


def test_each_kind_of_cell_is_read() -> None:
    assert CELL_READERS.keys() == CELLS

import pytest

from caseflow.records.imports.read_line import read_line
from caseflow.records.told import Told
from caseflow.records.write_entry import Draft
from caseflow.vocabulary.states import FactState
from tests.factories.house import configuration
from tests.unit.records.imports.sheets import codes, layout, line

CATALOGUE = configuration().catalogue


def test_cells_become_answers() -> None:
    found = line("client_name birth_date concern", " Nazari, Samira ", "14.09.1991", "")
    assert found.told == {
        "client_name": Told(FactState.ANSWERED, "Nazari, Samira"),
        "birth_date": Told(FactState.ANSWERED, "14.09.1991"),
    }
    assert found.number == 2
    assert found.drafts == {}


def test_the_parts_of_an_answer_stand_together() -> None:
    found = line("residence_title residence_title.until told_on", "Duldung", "1.1.2027", "2.3.2026")
    value = {"choice": "Duldung", "until": "1.1.2027"}
    assert found.told == {"residence_title": Told(FactState.ANSWERED, value, "2.3.2026")}


def test_who_gives_no_name_was_asked() -> None:
    found = line("anonymous concern told_on", "x", "Rat", "2.3.2026")
    assert found.told["client_name"] == Told(FactState.WITHHELD, told_on="2.3.2026")


def test_entries_have_their_day_and_title() -> None:
    keys = (
        "entry:note:goals entry:note:goals:day entry:note:goals:title entry:event:family#2 told_on"
    )
    found = line(keys, "Sie kam.", "1.2.2026", "Erstgespräch", "Umzug", "3.2.2026")
    assert found.drafts == {
        "entry:note:goals": Draft(
            "goals", "1.2.2026", "note", {"title": "Erstgespräch", "text": "Sie kam."}
        ),
        "entry:event:family#2": Draft(
            "family", "3.2.2026", "event", {"title": "", "text": "Umzug"}
        ),
    }
    assert found.told == {}


def test_the_same_cells_are_the_same_line_in_whatever_file() -> None:
    one = line("client_name concern", "Müller, Eva", "Rat und  Tat")
    other = line("- concern email client_name", "17", "Rat und Tat ", "", "Mu\u0308ller, Eva")
    assert one.text == other.text
    assert one.text != line("client_name concern", "Müller, Eva", "Tat").text
    assert one.text != line("concern client_name", "Müller, Eva", "Rat und Tat").text


@pytest.mark.parametrize(
    ("keys", "cells", "problems"),
    [
        ("client_name", ["a", "b"], {("line", "too_many_cells")}),
        ("client_name -", ["", "b"], {("line", "nothing_here"), ("line", "too_many_cells")}),
        ("anonymous concern", ["evtl.", "a"], {("anonymous", "not_yes_no")}),
        ("anonymous client_name", ["x", "a"], {("client_name", "named_and_anonymous")}),
        (
            "concern entry:note:goals:day entry:note:goals",
            ["a", "1.1.2026"],
            {("entry:note:goals:day", "entry_without_text")},
        ),
    ],
)
def test_what_is_wrong_with_a_row_as_such_is_said(
    keys: str, cells: list[str], problems: set[tuple[str, str]]
) -> None:
    made = layout(["#caseflow", *keys.split()], ["", *cells])
    assert codes(read_line(made, made.rows[0], CATALOGUE)) == problems


def test_cells_beyond_a_mapped_sheet_have_no_heading_and_are_not_meant() -> None:
    made = layout(["#caseflow", "client_name", "concern"], ["", "a"])
    found = read_line(made, made.rows[0], CATALOGUE)
    assert not isinstance(found, tuple)
    assert set(found.told) == {"client_name"}

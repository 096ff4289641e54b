import json
from pathlib import Path

import pytest

from caseflow.cli.import_report import WORDS, ImportReport
from caseflow.records.imports import Outcome, Row, read_file, read_layout
from caseflow.vocabulary.answers import Problem
from tests.factories.house import configuration

CATALOGUE = configuration().catalogue
KEYS = "#caseflow;client_name;residence_title;told_on;entry:note:goals"
SHEET = f"{KEYS}\n#;Name;Titel;am;Notiz\n;a;b;c;d"


@pytest.fixture
def report() -> ImportReport:
    rows = read_file(SHEET.encode())
    assert isinstance(rows, tuple)
    layout = read_layout(rows, None, CATALOGUE, configuration().categories)
    assert not isinstance(layout, tuple)
    return ImportReport(layout, CATALOGUE, "de")


def _add(report: ImportReport, *problems: Problem) -> Row:
    row = report.layout.rows[0]
    report.add(row, problems)
    return row


def test_both_languages_say_the_same_things() -> None:
    assert WORDS["de"].keys() == WORDS["en"].keys()


def test_outcomes_are_counted(report: ImportReport) -> None:
    for outcome in (Outcome.IMPORTED, Outcome.IMPORTED, Outcome.ALREADY):
        report.add(report.layout.rows[0], outcome)
    assert report.counts() == {"imported": 2, "already": 1, "sound": 0, "bad": 0}
    assert report.text(None) == "eingelesen: 2\nschon vorhanden: 1"


@pytest.mark.parametrize(
    ("field", "heading"),
    [
        ("client_name", "Name"),
        ("residence_title.until", "Titel"),
        ("residence_title.told_on", "am"),
        ("entry:note:goals", "Notiz"),
        ("entry:note:goals:day", "am"),
        ("entry:note:goals:title", "Notiz"),
        ("line", ""),
    ],
)
def test_each_mistake_names_its_column(report: ImportReport, field: str, heading: str) -> None:
    _add(report, Problem(field, "empty"))
    assert [mistake.column for mistake in report.mistakes] == [heading]


def test_people_read_line_column_and_what_to_do(report: ImportReport) -> None:
    row = _add(report, Problem("client_name", "empty"), Problem("line", "nothing_here"))
    assert report.text(Path("to-mend.csv")).splitlines()[:3] == [
        "Zeile 3, Spalte „Name“: Hier fehlt etwas.",
        "Zeile 3: In dieser Zeile steht in keiner der Spalten etwas.",
        "mit Fehlern, nicht eingelesen: 1",
    ]
    assert report.bad[0][0] is row
    assert report.bad[0][1].startswith("Name: Hier fehlt etwas. In dieser Zeile")
    assert report.verdict() == "Zeilen mit Fehlern: 1; berichtigen Sie sie."
    assert "to-mend.csv" in report.text(Path("to-mend.csv"))


def test_programs_read_the_same(report: ImportReport) -> None:
    _add(report, Problem("client_name", "empty"))
    assert json.loads(report.json(Path("to-mend.csv"))) == {
        "imported": 0,
        "already": 0,
        "sound": 0,
        "bad": 1,
        "to_mend": "to-mend.csv",
        "mistakes": [
            {"line": 3, "column": "Name", "code": "empty", "sentence": "Hier fehlt etwas."}
        ],
    }
    assert json.loads(report.json(None))["to_mend"] is None

import csv
import io
import json
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from caseflow.audit.entries import DrawerName, Trace, payload, read_payload
from caseflow.audit.look import LogEntry
from caseflow.oversight.log_files import COLUMNS, LogFile, csv_rows, fhir_bundle, json_lines
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from caseflow.vocabulary.fhir import Release
from tests.factories.fhir import checked
from tests.factories.log_line import log_line

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
UNIT, CLIENT = uuid4(), uuid4()
TRACE = Trace(
    act=Act.STORY_READ,
    client=CLIENT,
    unit=UNIT,
    drawers=(DrawerName(uuid4(), UNIT, "health"),),
    fields=("entries.text", "entries.title"),
    bases=(UsedBasis(BasisKind.CONSENT, CLIENT, 3),),
    details={"b": "2"},
)


def _entry(trace: Trace = TRACE, **changed: object) -> LogEntry:
    said = read_payload(payload(uuid4(), AT, "request-1", trace))
    return LogEntry(7, uuid4(), AT, {**said, **changed})


def _text(file: LogFile, *entries: LogEntry) -> str:
    pieces = file.pieces(entries, [log_line(id=each.id) for each in entries])
    return file.begin + file.between.join(pieces) + file.end


def _row(entry: LogEntry) -> dict[str, str]:
    [row] = csv.DictReader(io.StringIO(_text(csv_rows(), entry)))
    return row


def test_a_line_of_json_says_what_the_leaf_says() -> None:
    entry = _entry()
    first, second = _text(json_lines(), entry, entry).splitlines()
    assert json.loads(first) == json.loads(second) == {"index": 7, **entry.content}


def test_a_row_says_it_in_columns() -> None:
    row = _row(_entry())
    assert tuple(row) == COLUMNS
    assert (row["index"], row["act"], row["client"]) == ("7", "story.read", str(CLIENT))
    assert row["drawers"] == f"{UNIT}:health"
    assert row["fields"] == "entries.text entries.title"
    assert row["bases"] == f"consent:{CLIENT}:3"
    assert (row["ended"], row["details"], row["request"]) == ("", "b=2", "request-1")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_nothing_is_a_formula(sign: str) -> None:
    formula = f'{sign}HYPERLINK("http://example.org")'
    assert _row(_entry(request=formula))["request"] == f"'{formula}"
    assert _row(_entry(request=f"a{sign}b"))["request"] == f"a{sign}b"


@pytest.mark.parametrize("release", Release)
def test_a_bundle_is_valid_as_a_whole(release: Release) -> None:
    text = _text(fhir_bundle(release, uuid4(), AT), _entry(), _entry())
    made = checked(json.loads(text), release)
    assert (made["type"], len(made["entry"])) == ("collection", 2)

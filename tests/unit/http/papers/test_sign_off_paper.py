from datetime import UTC, date, datetime
from uuid import UUID

from caseflow.http.papers.sign_off_paper import sign_off_paper
from caseflow.http.papers.voice import Voice
from caseflow.oversight.review import SignOffView
from caseflow.paper import Table
from caseflow.settings.read_configuration import read_configuration


def test_size_and_root_stand_on_the_sheet() -> None:
    view = SignOffView(
        id=UUID(int=1),
        kind="period",
        of=None,
        first=0,
        size=12,
        root=bytes(32),
        seed=bytes(32),
        queries_version=1,
        queries=(("bulk", "{}"),),
        sample=(3, 4),
        counts={"accesses": 2},
        findings=(),
        reviewer=UUID(int=2),
        signed_at=datetime(2026, 3, 2, 23, 30, tzinfo=UTC),
    )
    voice = Voice("en", read_configuration())
    made = sign_off_paper(view, "Olga", date(2026, 3, 3), voice, str.upper)
    first, counted = (each for each in made.pieces if isinstance(each, Table))
    assert counted.rows == (("ACCESSES", "2"),)
    assert ("Size", "12") in first.rows
    assert ("Root", "00" * 32) in first.rows
    assert ("Sample", "3 4") in first.rows
    assert "3 Mar 2026" in str(made.pieces)

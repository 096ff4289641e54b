from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from caseflow.http.papers.erasure_paper import erasure_paper
from caseflow.http.papers.voice import Voice
from caseflow.paper import make_pdf
from caseflow.subject_rights.erasure import ErasureView
from caseflow.vocabulary.retention import ErasureState
from tests.factories.house import configuration
from tests.unit.http.papers.records import voice
from tests.unit.http.papers.tongues import none_of_ours
from tests.unit.paper.papers import read_back, words_of

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
UNIT = UUID(int=7)
DONE = ErasureView(
    id=UUID(int=1),
    client=UUID(int=2),
    unit=None,
    ground="wish",
    state=ErasureState.DONE,
    run=None,
    proposed_by=UUID(int=3),
    proposed_at=AT,
    answered_by=UUID(int=4),
    answered_at=AT,
    erased_at=AT,
    whole=True,
    drawers=3,
    envelopes=11,
    pieces=5,
    complete_on=date(2026, 3, 16),
    withdrawable=False,
    answerable=False,
)


def printed(view: ErasureView) -> str:
    paper = erasure_paper(view, voice(), {UNIT: "Frauenhaus Süd"})
    return " ".join(read_back(make_pdf(paper)).split())


def test_it_says_when_the_last_old_backup_is_dead_and_names_nobody() -> None:
    told = printed(DONE)
    for word in ("Nachweis einer Löschung", "16.03.2026", "alles von ihr", "Art. 17 Abs. 1"):
        assert word in told, word


def test_of_what_is_not_done_no_such_day_is_said() -> None:
    waiting = replace(
        DONE,
        unit=UNIT,
        state=ErasureState.WAITING,
        answered_at=None,
        erased_at=None,
        complete_on=None,
    )
    told = printed(waiting)
    assert "die Akte von Frauenhaus Süd" in told
    assert "Sicherung ist tot" not in told


@pytest.mark.parametrize("tag", configuration().tongues)
def test_in_her_language_nothing_of_ours_is_left(tag: str) -> None:
    hers = Voice(tag, configuration())
    for view in (DONE, replace(DONE, unit=UNIT, state=ErasureState.REFUSED, ground="unlawful")):
        told = words_of(erasure_paper(view, hers, {UNIT: "Frauenhaus"}))
        assert {hers.say("Record of an erasure"), hers.count(11), hers.day(AT.date())} <= {*told}
        assert configuration().tongues[tag].unreviewed in told
        assert none_of_ours(told, tag)

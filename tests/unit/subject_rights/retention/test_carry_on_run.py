"""A run deletes what its list names, one by one, and leaves out what has changed meanwhile."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from caseflow.audit.verify import verify
from caseflow.database.tables.retention import Erasure, RetentionRun
from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.retention import Progress
from caseflow.vault.bring_in import bring_in
from caseflow.vault.log_signer import log_signer
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at
from tests.factories.erasing import left_of
from tests.factories.house import House
from tests.factories.retention import (
    agreed_run,
    carried_on,
    closed_client,
    held,
    prepared,
    second_officer,
    years_later,
)
from tests.unit.vault.reading import log


def test_what_two_officers_agree_to_is_deleted_and_what_changed_is_left_out(house: House) -> None:
    gone, claimed, back = (closed_client(house, "Kanarinja Singvogel") for _ in range(3))
    years_later(house, 5)
    run = agreed_run(house, second_officer(house))
    held(house, claimed.id)
    case_at(house, house.actor("frieda", "frauenhaus"), back)
    case_at(house, house.actor("berta", "beratung"), back)
    assert isinstance(carried_on(house, run, at_most=2), Done)
    assert sum(_counts(house)) == 2
    assert carried_on(house, run) == Done(Progress(3, 1, 2))
    assert left_of(house, gone.id) == {"erasures"}
    for known in (claimed, back):
        assert {"clients", "cases", "drawers"} <= left_of(house, known.id)
    outcomes = [
        each["details"]["outcome"] for each in log(house) if each["act"] == Act.RETENTION_RUN
    ]
    assert sorted(outcomes) == ["deleted", "left_out", "left_out"]
    assert carried_on(house, run) == Refused(Reason.TOO_LATE)
    work = house.work()
    bring_in(work)
    assert verify(work, log_signer(work).public).findings == ()


def test_a_run_that_was_killed_goes_on_behind_what_was_committed(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        closed_client(house)
    years_later(house, 5)
    run = agreed_run(house, second_officer(house))
    for committed in range(3):
        with monkeypatch.context() as patch:
            patch.setattr(Work, "finish", _killed_after(committed % 2, Work.finish))
            with pytest.raises(KeyboardInterrupt):
                carried_on(house, run)
        done, left_out = _counts(house)
        with house.sessions() as session:
            assert len(session.scalars(select(Erasure)).all()) == done
        assert left_out == 0
    assert carried_on(house, run) == Done(Progress(3, 3, 0))


def test_nothing_goes_before_a_second_person_has_agreed(house: House) -> None:
    known = closed_client(house)
    years_later(house, 5)
    answer = prepared(house)
    assert isinstance(answer, Done)
    assert carried_on(house, answer.value) == Refused(Reason.TOO_LATE)
    assert carried_on(house, new_id()) == Refused()
    assert "cases" in left_of(house, known.id)


def _counts(house: House) -> tuple[int, int]:
    with house.sessions() as session:
        [row] = session.scalars(select(RetentionRun))
        return row.done, row.left_out


def _killed_after(commits: int, finish: Callable[[Work], None]) -> Callable[[Work], None]:
    """Return a commit that lets so many go through, and is killed at the next."""
    left = [commits + 1]  # the unit of work that opens the actor's keys commits too

    def killed(work: Work) -> None:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        finish(work)

    return killed

"""An act about two clients: both are open to who asks, or neither is, and each use is told once."""

import pytest
from sqlalchemy import update
from sqlalchemy.exc import OperationalError

from caseflow.database import sealed_rows
from caseflow.database.base import CountedRow
from caseflow.database.tables.clients import Case
from caseflow.database.unit_of_work import Work
from caseflow.vault import permit_both as room
from caseflow.vault.permit import Ask, Permit
from caseflow.vault.permit_both import permit_both
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, new_client
from tests.factories.house import House
from tests.unit.vault.reading import done_by, log, newest


@pytest.fixture
def pair(house: House) -> tuple[Known, Known]:
    berta = house.actor("berta", "beratung")
    return new_client(house, berta), new_client(house, berta)


def asks(one: Known, other: Known, act: Act = Act.MERGE_PROPOSE) -> tuple[Ask, Ask]:
    return Ask(act, one.id), Ask(act, other.id, reason="dieselbe")


def test_every_basis_is_used_and_named_once(house: House, pair: tuple[Known, Known]) -> None:
    berta = house.actor("berta", "beratung")
    given = permit_both(house.work(berta), berta, *asks(*pair))
    assert not isinstance(given, Refused)
    used = [basis.id for each in given for basis in each.used]
    assert len(used) == len(set(used)) == 3  # her membership, and both cases
    assert {type(basis.use) for each in given for basis in each.used} == {int}
    assert given[0].reason_digest is None
    assert given[1].reason_digest is not None


def test_one_that_is_not_open_hides_the_other(house: House, pair: tuple[Known, Known]) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    hers = new_client(house, frieda)
    for closed in (hers, Known(new_id(), "")):
        for two in ((closed, pair[0]), (pair[0], closed)):
            work = house.work(berta)
            # Her role would not do either: that is said of nobody who is not open.
            assert permit_both(work, berta, *asks(*two, act=Act.MERGE_UNDO)) == Refused(
                Reason.NOT_OPEN
            )
            work.finish()
    work = house.work(berta)
    assert permit_both(work, berta, *asks(*pair, act=Act.MERGE_UNDO)) == Refused(
        Reason.NOT_YOUR_ROLE
    )
    work.finish()
    assert {each["decision"] for each in log(house) if each["act"] == "merge.undo"} == {"refused"}


def test_a_lost_race_is_decided_anew(
    house: House, pair: tuple[Known, Known], monkeypatch: pytest.MonkeyPatch
) -> None:
    berta = house.actor("berta", "beratung")
    calls: list[CountedRow] = []

    def slow(work: Work, row: CountedRow) -> int | None:
        calls.append(row)
        if len(calls) == 1:
            return None
        if len(calls) == 2:
            raise OperationalError("", None, Exception())
        return sealed_rows.use(work, row)

    monkeypatch.setattr(room, "use", slow)
    given = permit_both(house.work(berta), berta, *asks(*pair))
    assert not isinstance(given, Refused)


def test_who_is_always_too_slow_is_told_so(
    house: House, pair: tuple[Known, Known], monkeypatch: pytest.MonkeyPatch
) -> None:
    berta = house.actor("berta", "beratung")
    monkeypatch.setattr(room, "use", lambda *_: None)
    work = house.work(berta)
    assert permit_both(work, berta, *asks(*pair)) == Refused(Reason.TOO_LATE)
    work.finish()
    told = newest(house, Act.MERGE_PROPOSE)
    assert done_by(told, berta)
    assert (told["client"], told["reason"]) == (str(pair[0].id), Reason.TOO_LATE)


def test_what_has_opened_between_two_looks_is_asked_for_anew(
    house: House, pair: tuple[Known, Known], monkeypatch: pytest.MonkeyPatch
) -> None:
    berta = house.actor("berta", "beratung")
    with house.sessions.begin() as session:
        kept = update(Case).where(Case.client_id == pair[1].id)
        session.execute(kept.values(restricted=True))  # broken: in doubt she is hidden
    work = house.work(berta)
    assert permit_both(work, berta, *asks(*pair)) == Refused(Reason.NOT_OPEN)
    work.finish()

    monkeypatch.setattr(room, "permit", lambda *_: object.__new__(Permit))
    assert permit_both(house.work(berta), berta, *asks(*pair)) == Refused(Reason.TOO_LATE)

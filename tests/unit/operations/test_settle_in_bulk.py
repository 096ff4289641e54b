import pytest
from sqlalchemy import func, select

from caseflow.database.sealed_rows import change
from caseflow.database.tables.api_tokens import ApiToken
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.drafts import Draft
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.unit_of_work import Work
from caseflow.keys.move_recovery import left_behind
from caseflow.operations import settle_in_bulk as in_bulk
from caseflow.operations.settle_in_bulk import left, settle_by_time, settle_own, waiting
from caseflow.vault import settle_by_time as module
from caseflow.vault.end_consent import end_consent
from caseflow.vault.row_by_row import Pace
from caseflow.vocabulary.actors import Person
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at, consented, entry, new_client, write
from tests.factories.copies import days_later
from tests.factories.drafts import keep
from tests.factories.house import UNITS, House
from tests.factories.recovering import opens, renewed
from tests.factories.tokens import made


def ended(house: House, number: int) -> None:
    """Let consents end, more of them than one request settles."""
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    for _ in range(number):
        consented(house, berta, known, [house.units["frauenhaus"]], ["violence"])
    days_later(house, 366)


def open_consents(house: House) -> int:
    with house.sessions() as session:
        query = select(func.count()).select_from(Consent).where(Consent.settled_at.is_(None))
        return session.scalars(query).one()


def test_all_that_is_due_is_settled_and_progress_is_told(house: House) -> None:
    ended(house, 10)
    made(house, "berta", "beratung", days=1)
    keep(house, house.actor("berta", "beratung"), "/clients/new")
    days_later(house, 15)
    told: list[tuple[int, int]] = []
    work = house.work()
    before = waiting(work)
    assert before["consents"] == 10
    done = settle_by_time(work, lambda *each: told.append(each))
    assert done == before
    assert left(before, done) == 0
    assert told == [(number, 10) for number in range(1, 11)]
    assert work.session.scalars(select(ApiToken)).all() == []
    assert work.session.scalars(select(Draft)).all() == []
    work.finish()
    assert open_consents(house) == 0


def test_killed_anywhere_what_is_done_stays_and_the_rest_is_due(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended(house, 4)
    tried = 0
    real = end_consent

    def killed(work: Work, actor: None, consent: Consent) -> None:
        nonlocal tried
        tried += 1
        real(work, actor, consent)
        if tried == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(module, "end_consent", killed)
    work = house.work()
    with pytest.raises(KeyboardInterrupt):
        settle_by_time(work, lambda *_: None)
    work.put_away()
    assert open_consents(house) == 2
    assert settle_by_time(house.work(), lambda *_: None)["consents"] == 2


def test_what_waits_for_a_units_key_is_done_for_a_member(house: House) -> None:
    berta = house.actor("berta", "beratung")
    write(house, berta, new_client(house, berta), entry("eins"))
    work = house.work(berta)
    drawer = work.session.scalars(select(Drawer)).one()
    change(work, drawer, turn_due=work.clock.now())
    work.finish()
    assert settle_own(work, berta) == 1
    assert settle_own(work, berta) == 0
    assert settle_own(work, Person(berta.staff, new_id())) == 0


def test_all_cards_of_the_inbox_are_filed_and_all_drawers_follow_to_new_shares(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_bulk, "_SOME", Pace(settled=2, looked_at=4))
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    for name in ("Mona Müller", "Nora Noll", "Olga Orth"):
        known = new_client(house, berta, name)
        case_at(house, frieda, known)
        consented(house, berta, known, [frieda.unit], ["identity"])
    _, present = renewed(house)
    done = [settle_own(house.work(frieda), frieda) for _ in range(4)]
    assert done == [1, 2, 1, 0]
    with house.sessions() as session:
        assert set(session.scalars(select(NameCard.filed))) == {True}
    assert [settle_own(house.work(berta), berta) for _ in range(3)] == [3, 1, 0]
    assert opens(house, present, berta.unit)
    work = house.work()
    assert left_behind(work) == (len(UNITS) - 2, 0)
    work.finish()

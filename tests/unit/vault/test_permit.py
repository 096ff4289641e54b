import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import OperationalError

from caseflow.database.sealed_rows import change
from caseflow.database.tables.audit_log import SealedReason
from caseflow.database.tables.clients import Case
from caseflow.database.tables.units import Membership
from caseflow.vault.permit import Ask, Deeds, Permit, permit, permit_member, trace
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.bases import BasisKind
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.unit.vault.reading import log, newest

NEVER = "caseflow.vault.permit.use_all"


def test_a_permit_names_its_bases_and_its_trace_repeats_them(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    work = house.work(berta)
    given = permit(work, berta, Ask(Act.ENTRY_WRITE, known.id))
    assert isinstance(given, Permit)
    assert {basis.kind for basis in given.used} == {BasisKind.MEMBERSHIP, BasisKind.OWN_UNIT}
    trace(work, given, Deeds(details={"why": "test"}))
    work.finish()
    told = newest(house, Act.ENTRY_WRITE)
    assert told["id"] == str(given.entry)
    assert told["details"] == {"why": "test"}


def test_a_closed_case_opens_with_a_reason_that_only_officers_can_read(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    work = house.work(berta)
    change(work, work.session.query(Case).one(), closed_at=work.clock.now())
    work.finish()
    assert permit(work, berta, Ask(Act.STORY_READ, known.id)) == Refused(Reason.REASON_NEEDED)
    work.finish()
    given = permit(work, berta, Ask(Act.STORY_READ, known.id, reason="Anfrage"))
    assert isinstance(given, Permit)
    trace(work, given, Deeds())
    work.finish()
    assert newest(house, Act.STORY_READ)["reason_digest"]
    assert "Anfrage" not in str(log(house))
    with house.sessions() as session:
        assert session.scalars(select(SealedReason.entry_id)).all() == [given.entry]


def test_a_basis_that_never_holds_still_ends_in_a_traced_refusal(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NEVER, lambda *_: None)
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    assert permit_member(work, berta, Act.CLIENT_SEARCH) == Refused(Reason.TOO_LATE)
    work.finish()
    assert newest(house, Act.CLIENT_SEARCH)["reason"] == Reason.TOO_LATE


def test_whoever_loses_the_race_decides_again(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    tries: list[int] = []

    def lost(*_: object) -> None:
        tries.append(1)
        if len(tries) == 2:
            raise OperationalError("update", {}, Exception("deadlock detected"))

    monkeypatch.setattr(NEVER, lost)
    work = house.work(berta)
    assert permit(work, berta, Ask(Act.STORY_READ, known.id)) == Refused(Reason.TOO_LATE)
    work.finish()
    assert len(tries) == 3
    (told,) = [each for each in log(house) if each["act"] == Act.STORY_READ]
    assert (told["decision"], told["reason"]) == ("refused", Reason.TOO_LATE)


def test_a_member_whose_membership_ended_is_refused(house: House) -> None:
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    row = work.session.scalars(select(Membership).where(Membership.id == berta.membership)).one()
    change(work, row, ended_at=work.clock.now())
    assert permit_member(work, berta, Act.CLIENT_SEARCH) == Refused(Reason.NOT_OPEN)


def test_a_forged_membership_is_refused_with_an_alarm(house: House) -> None:
    ida = house.actor("ida", "wohnen")
    work = house.work(ida)
    work.session.execute(
        update(Membership).values(role="lead").execution_options(synchronize_session=False)
    )
    work.session.expire_all()
    assert permit_member(work, ida, Act.CLIENT_SEARCH) == Refused(Reason.NOT_OPEN)
    work.finish()
    assert newest(house, Act.ALARM_SEAL)["details"]["table"] == "memberships"

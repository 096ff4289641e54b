from dataclasses import asdict
from uuid import UUID

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import OperationalError

from caseflow.audit.entries import DrawerName, RowDigest
from caseflow.database.sealed_rows import change
from caseflow.database.tables.audit_log import SealedReason
from caseflow.database.tables.clients import Case
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.keys.events import KeyEvent
from caseflow.vault.gather import Gathered
from caseflow.vault.permit import (
    NO_CLIENT,
    Ask,
    Deeds,
    Permit,
    permit,
    permit_member,
    question_of,
    trace,
)
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.matrices import Action
from tests.factories.clients import consented, new_client
from tests.factories.house import House
from tests.unit.vault.reading import done_by, log, newest, rows_of

NEVER = "caseflow.vault.permit.use_all"


def test_a_permit_names_its_bases_and_its_trace_repeats_them(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    work = house.work(berta)
    ask = Ask(Act.ENTRY_WRITE, known.id, details={"form": "a"})
    given = permit(work, berta, ask)
    assert isinstance(given, Permit)
    assert {basis.kind for basis in given.used} == {BasisKind.MEMBERSHIP, BasisKind.OWN_UNIT}
    assert (given.actor, given.ask, given.openings, given.reason_digest) == (berta, ask, (), None)
    id_ = new_id()
    born = KeyEvent(Act.KEY_BIRTH, "drawer", id_, 1, bytes(16))
    deeds = Deeds(
        drawers=(DrawerName(id_, berta.unit, "health"),),
        fields=("entries.text",),
        rows=(RowDigest("entries", id_, bytes(32)),),
        ended=(UsedBasis(BasisKind.CONSENT, id_, 1),),
        keys=(born,),
        clients=(id_,),
        details={"why": "test"},
    )
    trace(work, given, deeds)
    work.finish()
    told = newest(house, Act.ENTRY_WRITE)
    assert told["id"] == str(given.entry)
    assert told["details"] == {"form": "a", "why": "test"}
    assert {each["kind"] for each in told["bases"]} == {"membership", "own_unit"}
    assert told["drawers"] == [{"id": str(id_), "unit": str(berta.unit), "category": "health"}]
    assert (told["fields"], told["clients"]) == (["entries.text"], [str(id_)])
    assert ("entries", str(id_)) in rows_of(told)
    assert told["ended"] == [{"kind": "consent", "id": str(id_), "use": 1}]
    assert told["keys"] == [born.listed()]
    assert done_by(told, berta)
    assert (told["client"], told["purpose"]) == (str(known.id), "case_work")


def test_policy_is_asked_what_was_asked(house: House) -> None:
    berta, work = house.actor("berta", "beratung"), house.work()
    asked = {"purpose": "handover", "action": Action.TELL, "consent": new_id()}
    wanted = frozenset({"health"})
    ask = Ask(Act.STORY_READ, new_id(), reason=" ", categories=wanted, covering=wanted, **asked)  # type: ignore[arg-type] # each of its own type
    who = {"staff": berta.staff, "session": berta.session, "unit": berta.unit, "role": berta.role}
    assert asdict(question_of(work, berta, ask)) == {
        **who,
        **asked,
        "at": work.clock.now(),
        "act": Act.STORY_READ,
        "client": ask.client,
        "reason_given": False,
        "covering": wanted,
        "categories": wanted,
    }


def test_a_closed_case_opens_with_a_reason_that_only_officers_can_read(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    work = house.work(berta)
    change(work, work.session.query(Case).one(), closed_at=work.clock.now())
    work.finish()
    assert permit(work, berta, Ask(Act.STORY_READ, known.id)) == Refused(Reason.REASON_NEEDED)
    work.finish()
    told = newest(house, Act.STORY_READ)
    assert (told["client"], told["staff"]) == (str(known.id), str(berta.staff))
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
    told = newest(house, Act.CLIENT_SEARCH)
    assert (told["reason"], told["staff"]) == (Reason.TOO_LATE, str(berta.staff))
    assert "client" not in told  # it is about nobody


def test_an_act_about_nobody_rests_on_her_membership_and_each_consent_once(house: House) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    known = new_client(house, berta)
    consent = consented(house, berta, known, [shelter], ["violence"])
    work = house.work(berta)
    given = permit_member(work, berta, Act.HANDOVER_READ, [consent, consent])
    assert isinstance(given, Permit)
    assert {(basis.kind, basis.id) for basis in given.used} == {
        (BasisKind.MEMBERSHIP, berta.membership),
        (BasisKind.CONSENT, consent.id),
    }
    assert (given.actor, given.ask) == (berta, Ask(Act.HANDOVER_READ, NO_CLIENT))
    assert (given.openings, given.reason_digest) == ((), None)
    assert (given.gathered.person.ids, given.gathered.consents) == (
        (NO_CLIENT,),
        {consent.id: consent},
    )
    trace(work, given, Deeds())
    work.finish()
    told = newest(house, Act.HANDOVER_READ)
    assert (told["id"], len(told["bases"])) == (str(given.entry), 2)
    assert "client" not in told


def test_what_goes_beyond_her_budget_is_refused_and_names_what_it_has_used(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    monkeypatch.setattr("caseflow.vault.permit.count_reading", lambda *_: Refused(Reason.TOO_MANY))
    work = house.work(berta)
    assert permit(work, berta, Ask(Act.STORY_READ, known.id)) == Refused(Reason.TOO_MANY)
    work.finish()
    told = newest(house, Act.STORY_READ)
    assert (told["client"], told["reason"]) == (str(known.id), Reason.TOO_MANY)
    assert {each["kind"] for each in told["bases"]} == {"membership", "own_unit"}
    assert done_by(told, berta)


def test_each_step_is_asked_about_the_same_act(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta = house.actor("berta", "beratung")
    known, asked = new_client(house, berta), list[object]()
    work = house.work(berta)

    def partner(in_work: Work, gathered: Gathered, consent: UUID | None) -> Gathered:
        asked.append((in_work is work, consent))
        return gathered

    def held(in_work: Work, *_: object) -> bool:
        asked.append(in_work is work)
        return True

    def heed(_: Work, actor: Actor, client: UUID, *, walled: bool) -> None:
        asked.append((actor, client, walled))

    monkeypatch.setattr("caseflow.vault.permit.with_partner", partner)
    monkeypatch.setattr("caseflow.vault.permit.hold_copies", held)
    monkeypatch.setattr("caseflow.vault.permit.hold_partners", held)
    monkeypatch.setattr("caseflow.vault.permit.heed_wall", heed)
    ask, unknown = Ask(Act.STORY_READ, known.id, consent=new_id()), new_id()
    assert isinstance(permit(work, berta, ask), Permit)
    assert asked == [(True, ask.consent), True, True]
    assert permit(work, berta, Ask(Act.STORY_READ, unknown)) == Refused(Reason.NOT_OPEN)
    assert asked[3:] == [(True, None), (berta, unknown, False)]


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
    assert (told["client"], told["staff"]) == (str(known.id), str(berta.staff))


def test_a_member_whose_membership_ended_is_refused(house: House) -> None:
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    row = work.session.scalars(select(Membership).where(Membership.id == berta.membership)).one()
    change(work, row, ended_at=work.clock.now())
    assert permit_member(work, berta, Act.CLIENT_SEARCH) == Refused(Reason.NOT_OPEN)
    work.finish()
    assert newest(house, Act.CLIENT_SEARCH)["staff"] == str(berta.staff)
    lea = house.actor("lea", "beratung")
    assert permit_member(work, lea, Act.RETENTION_RUN) == Refused(Reason.NOT_YOUR_ROLE)
    work.finish()
    assert done_by(newest(house, Act.RETENTION_RUN), lea)


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

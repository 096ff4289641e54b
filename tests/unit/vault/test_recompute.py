from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, update

from caseflow.audit.entries import DrawerName, Trace
from caseflow.audit.record import record
from caseflow.audit.walk import Step
from caseflow.database.sealed_rows import change
from caseflow.database.tables.audit_log import Leaf
from caseflow.database.tables.clients import Case, Wall
from caseflow.database.tables.consents import Consent
from caseflow.database.unit_of_work import Work
from caseflow.policy.past import Access
from caseflow.records import Assignment, assign_case
from caseflow.vault.recompute import Span, access_of, recompute
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done
from caseflow.vocabulary.bases import Basis, BasisKind, UsedBasis
from caseflow.vocabulary.hindsight import Lost, Outcome, Recomputed, Verdict
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, case_at, consented, entry, new_client, withdrawn, write
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.factories.merges import later
from tests.security.filled_house import filled
from tests.unit.vault.reading import log, read


def _all(house: House) -> list[Recomputed]:
    integrated(house)
    work, steps = house.work(), list[tuple[int, int]]()
    with house.sessions() as session:
        size = len(session.scalars(select(Leaf.position)).all())
    found = list(recompute(work, Span(0, size), lambda *step: steps.append(step)))
    assert steps[-1] == (size, size)
    return found


def test_an_honest_house_gives_no_finding(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("caseflow.audit.walk.CHUNK", 16)
    filled(house)
    verdicts = [each.verdict for each in _all(house)]
    assert len(verdicts) > 40
    assert set(verdicts) <= {
        Verdict(Outcome.AGREES),
        Verdict(Outcome.UNDECIDABLE, Lost.REASSIGNED),
    }
    assert verdicts.count(Verdict(Outcome.AGREES)) > 40


def test_each_seeded_access_is_found(house: House) -> None:
    readers = [_seeded(house, seed) for seed in (_withdraw, _close, _restrict, _wall, _transfer)]
    found = _all(house)
    fine = {Outcome.AGREES, Outcome.UNDECIDABLE}
    bad = [each for each in found if each.verdict.outcome not in fine]
    assert [(each.client, each.verdict.outcome) for each in bad] == [
        (client, Outcome.NO_BASIS) for client in readers
    ]
    first, unit = bad[0], house.units["frauenhaus"]
    assert (first.staff, first.unit, first.act) == (house.staff["frieda"], unit, Act.STORY_READ)
    with house.sessions() as session:
        at = {leaf.position: leaf.at for leaf in session.scalars(select(Leaf))}
    assert [at[each.position] for each in bad] == [each.at for each in bad]
    with house.engine.begin() as connection:
        connection.execute(update(Leaf).values(payload=b""))
    pruned = {each.verdict for each in _all(house)}
    assert pruned == {Verdict(Outcome.UNDECIDABLE, Lost.PRUNED)}


def _step(content: dict[str, Any]) -> Step:
    return Step(
        7,
        UUID(int=1),
        datetime(2026, 3, 2, tzinfo=UTC),
        "story.read",
        permitted=True,
        staff=None,
        unit=None,
        client=None,
        content=content,
    )


def test_an_entry_that_says_too_little_names_no_basis() -> None:
    assert access_of(_step({})) == Verdict(Outcome.NO_BASIS)


def test_an_access_is_all_that_its_entry_says_of_it() -> None:
    ids = [new_id() for _ in range(8)]
    least = {
        "act": "story.read",
        "staff": str(ids[0]),
        "unit": str(ids[1]),
        "role": "lead",
        "request": "abc",
    }
    access = Access(
        position=7,
        at=datetime(2026, 3, 2, tzinfo=UTC),
        act="story.read",
        staff=ids[0],
        session=None,
        unit=ids[1],
        role=Role.LEAD,
        client=None,
        clients=(),
        purpose="",
        bases=frozenset(),
        request="abc",
        drawers=frozenset(),
        rows=frozenset(),
        reasoned=False,
    )
    assert access_of(_step(least)) == access
    said = {
        "session": str(ids[2]),
        "client": str(ids[3]),
        "clients": [str(ids[4])],
        "purpose": "case_work",
        "bases": [{"kind": "consent", "id": str(ids[5]), "use": 1}],
        "drawers": [{"id": str(ids[6])}],
        "rows": [{"id": str(ids[7])}],
        "reason_digest": "ab",
    }
    assert access_of(_step({**least, **said})) == replace(
        access,
        session=ids[2],
        client=ids[3],
        clients=(ids[4],),
        purpose="case_work",
        bases=frozenset({Basis(BasisKind.CONSENT, ids[5])}),
        drawers=frozenset({ids[6]}),
        rows=frozenset({ids[7]}),
        reasoned=True,
    )


def _seeded(house: House, seed: Callable[[House, Known, Consent], str]) -> UUID:
    """Let somebody read by right, end that, and write down another reading of hers."""
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    case_at(house, frieda, known)
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    read(house, frieda, known)
    [said] = [
        each
        for each in log(house)
        if (each["act"], each["client"]) == (Act.STORY_READ, str(known.id))
    ]
    later(house)
    who = seed(house, known, consent)
    later(house)
    _forge(house, {**said, "staff": str(house.staff[who])})
    _forge(house, {**said, "act": Act.APART_LIFT, "bases": []})  # follows from another entry
    return known.id


def _forge(house: House, said: dict[str, Any]) -> None:
    """Write an entry like this one."""
    work = house.work()
    trace = Trace(
        act=Act(said["act"]),
        staff=UUID(said["staff"]),
        session=UUID(said["session"]),
        unit=UUID(said["unit"]),
        role=Role(said["role"]),
        client=UUID(said["client"]),
        purpose=said["purpose"],
        fields=tuple(said["fields"]),
        bases=tuple(
            UsedBasis(BasisKind(each["kind"]), UUID(each["id"]), each["use"] + 1)
            for each in said["bases"]
        ),
        drawers=tuple(
            DrawerName(UUID(each["id"]), UUID(each["unit"]), each["category"])
            for each in said["drawers"]
        ),
    )
    record(work, trace)
    work.finish()


def _withdraw(house: House, known: Known, consent: Consent) -> str:
    withdrawn(house, house.actor("berta", "beratung"), known, consent)
    return "frieda"


def _close(house: House, known: Known, _consent: Consent) -> str:
    work = house.work()
    change(work, _case(house, work, known), closed_at=work.clock.now())
    work.finish()
    return "frieda"


def _restrict(house: House, known: Known, _consent: Consent) -> str:
    lea = house.actor("lea", "frauenhaus")
    work = house.work(lea)
    case = _case(house, work, known).id
    assert isinstance(assign_case(work, lea, case, Assignment([lea.staff], restricted=True)), Done)
    work.finish()
    return "frieda"


def _case(house: House, work: Work, known: Known) -> Case:
    shelter = Case.unit_id == house.units["frauenhaus"]
    return work.session.scalars(select(Case).where(Case.client_id == known.id, shelter)).one()


def _wall(house: House, known: Known, _consent: Consent) -> str:
    work = house.work()
    wall = Wall(
        client_id=known.id,
        staff_id=house.staff["frieda"],
        unit_id=house.units["frauenhaus"],
        recorded_by=house.staff["lea"],
        recorded_at=work.clock.now(),
    )
    work.session.add(wall)
    work.finish()
    return "frieda"


def _transfer(_house: House, _known: Known, _consent: Consent) -> str:
    return "wanda"

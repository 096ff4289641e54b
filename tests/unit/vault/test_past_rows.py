from sqlalchemy import select, update

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case, Wall
from caseflow.database.tables.handovers import Handover
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.database.tables.merges import Merge
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.policy.merging import MergeFact
from caseflow.policy.past import (
    CasePast,
    HandoverPast,
    MembershipPast,
    MergePast,
    PairPast,
    Past,
    WallPast,
)
from caseflow.vault.changed_cases import changed_cases
from caseflow.vault.past_rows import load_past
from caseflow.vocabulary.actors import Role
from tests.factories.house import House
from tests.security.filled_house import filled


def test_every_kind_of_row_is_loaded_and_whom_a_broken_seal_is_about_is_named(
    house: House,
) -> None:
    life = filled(house)
    work = house.work()
    _end_some(work)
    hers = load_past(work, [life.known.id, life.walled.id], [])
    kinds = (hers.memberships, hers.cases, hers.walls, hers.drawers, hers.consents)
    assert all((*kinds, hers.emergencies, hers.exceptions, hers.desks, hers.handovers))
    assert all(each.agreements for each in hers.exceptions.values())
    assert hers.clients == {life.known.id, life.walled.id}
    assert hers.broken == frozenset()
    _as_they_lie_there(work, hers)
    merged = load_past(work, [life.merged.id], [])
    assert len(merged.clients) == 2
    assert merged.merges == tuple(
        MergePast(MergeFact(row.first_client, row.second_client, row.agreed_at), row.undone_at)
        for row in work.session.scalars(select(Merge)).all()
        if row.agreed_at is not None
    )
    apart = work.session.scalars(select(KeptApart)).one()
    pair = PairPast(frozenset(apart.cases), apart.recorded_at, apart.lifted_at)
    for client in (apart.client_id, apart.other_id):
        assert load_past(work, [client], []).pairs == (pair,)
    assert hers.pairs == ()
    named = load_past(work, [life.merged.id], [life.consent])
    assert life.consent in named.consents
    work.session.execute(update(Wall).values(row_seal=b"x" * 32))
    work.session.expire_all()
    assert load_past(work, [life.walled.id], []).broken == {life.walled.id}
    work.abandon()


def _end_some(work: Work) -> None:
    """Let a membership, a wall and a case be over, and another case be kept to somebody."""
    now = work.clock.now()
    change(work, work.session.scalars(select(Membership)).all()[0], ended_at=now)
    change(work, work.session.scalars(select(Wall)).all()[0], lifted_at=now)
    closed, kept = work.session.scalars(select(Case).order_by(Case.opened_at)).all()[:2]
    change(work, closed, closed_at=now)
    change(work, kept, restricted=True, assigned=(kept.opened_by,))


def _as_they_lie_there(work: Work, past: Past) -> None:
    """Compare what was loaded with the rows, one by one."""
    assert past.memberships == {
        row.id: MembershipPast(
            row.id, row.staff_id, row.unit_id, Role(row.role), row.since, row.ended_at
        )
        for row in work.session.scalars(select(Membership))
    }
    cases = work.session.scalars(select(Case).where(Case.client_id.in_(past.clients))).all()
    changed = changed_cases(work, sorted(past.clients))
    assert past.cases == {
        row.id: CasePast(
            row.id,
            row.unit_id,
            row.client_id,
            row.opened_at,
            row.closed_at,
            row.restricted,
            frozenset(row.assigned),
            *changed.get(row.id, (-1, "")),
        )
        for row in cases
    }
    assert set(past.walls) == {
        WallPast(row.staff_id, row.client_id, row.recorded_at, row.lifted_at)
        for row in work.session.scalars(select(Wall).where(Wall.client_id.in_(past.clients)))
    }
    slips = work.session.scalars(select(Handover).where(Handover.client_id.in_(past.clients)))
    assert set(past.handovers) == {
        HandoverPast(
            row.id,
            row.client_id,
            row.to_unit,
            row.consent_id,
            row.sent_at,
            min(row.expires_at, row.decided_at or row.expires_at),
        )
        for row in slips
        if row.consent_id is not None
    }

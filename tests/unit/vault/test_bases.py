from sqlalchemy import select, update

from caseflow.database.tables.clients import Case
from caseflow.database.tables.units import Membership
from caseflow.vault.bases import use_all
from caseflow.vault.gather import gather
from caseflow.vocabulary.bases import Basis, BasisKind
from tests.factories.clients import new_client
from tests.factories.house import House


def test_every_basis_is_counted_once_in_ascending_id(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    work = house.work(berta)
    gathered = gather(work, berta, known.id)
    assert gathered.case is not None
    bases = (
        Basis(BasisKind.MEMBERSHIP, berta.membership),
        Basis(BasisKind.OWN_UNIT, gathered.case.id),
    )
    before = work.session.scalars(select(Membership.uses)).all()
    used = use_all(work, gathered, bases)
    assert used is not None
    assert [each.id for each in used] == sorted(each.id for each in bases)
    assert work.session.scalars(select(Case.uses)).all() == [1]
    assert sum(work.session.scalars(select(Membership.uses))) == sum(before) + 1


def test_a_basis_that_changed_since_it_was_seen_cannot_be_used(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    work = house.work(berta)
    gathered = gather(work, berta, known.id)
    assert gathered.case is not None
    work.session.execute(
        update(Case).values(row_seal=b"another").execution_options(synchronize_session=False)
    )
    assert use_all(work, gathered, (Basis(BasisKind.OWN_UNIT, gathered.case.id),)) is None

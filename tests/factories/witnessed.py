"""What a witness has kept of a house's log."""

from collections.abc import Collection

from sqlalchemy import select

from caseflow.audit.heads import origin_of
from caseflow.audit.look import newest_checkpoint
from caseflow.audit.stored_tiles import tile_reader
from caseflow.audit.witness_file import Witness, WitnessedEnd
from caseflow.database.tables.audit_log import Leaf
from caseflow.merkle.notes import VerifierKey, verifier_key_text
from caseflow.merkle.proofs import prove_inclusion
from caseflow.merkle.tiles import hash_reader
from caseflow.vocabulary.acts import Act
from tests.factories.house import House
from tests.factories.integrated import integrated

ENDS = frozenset(
    {
        Act.CONSENT_WITHDRAW,
        Act.MEMBER_END,
        Act.USER_DISABLE,
        Act.WALL_RECORD,
        Act.WALL_LIFT,
        Act.CLIENT_ERASE,
        Act.EMERGENCY_END,
        Act.EXCEPTION_END,
    }
)


def witnessed(house: House, acts: Collection[Act] = ENDS) -> Witness:
    """Return what a witness knows who looks now; all that is staged comes into the tree first."""
    integrated(house)
    work = house.work()
    head = newest_checkpoint(work)
    assert head is not None
    read = hash_reader(head.size, tile_reader(work))
    rows = work.session.scalars(select(Leaf).where(Leaf.act.in_(acts)).order_by(Leaf.position))
    ends = tuple(
        WitnessedEnd(row.position, row.payload, prove_inclusion(row.position, head.size, read))
        for row in rows.all()
    )
    work.finish()
    origin = origin_of(house.around.installation)
    key = verifier_key_text(VerifierKey(origin, house.server.signer.public))
    return Witness(origin, key, head.note, head.size, ends)

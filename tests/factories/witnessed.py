"""What a witness has kept of a house's log."""

from collections.abc import Collection

from sqlalchemy import select

from caseflow.audit.entries import read_payload
from caseflow.audit.heads import origin_of
from caseflow.audit.look import newest_checkpoint
from caseflow.audit.stored_tiles import tile_reader
from caseflow.audit.witness_ends import is_end
from caseflow.audit.witness_file import Witness, WitnessedEnd
from caseflow.database.tables.audit_log import Leaf
from caseflow.merkle.notes import VerifierKey, verifier_key_text
from caseflow.merkle.proofs import prove_inclusion
from caseflow.merkle.tiles import hash_reader
from caseflow.vocabulary.acts import Act
from tests.factories.house import House
from tests.factories.integrated import integrated


def witnessed(house: House, acts: Collection[Act] = ()) -> Witness:
    """Return what a witness knows who looks now; all that is staged comes into the tree first.

    It keeps the ends, and the acts that are named besides.
    """
    integrated(house)
    work = house.work()
    head = newest_checkpoint(work)
    assert head is not None
    read = hash_reader(head.size, tile_reader(work))
    rows = work.session.scalars(select(Leaf).order_by(Leaf.position))
    ends = tuple(
        WitnessedEnd(row.position, row.payload, prove_inclusion(row.position, head.size, read))
        for row in rows.all()
        if row.act in acts or is_end(read_payload(row.payload))
    )
    work.finish()
    origin = origin_of(house.around.installation)
    key = verifier_key_text(VerifierKey(origin, house.server.signer.public))
    return Witness(origin, key, head.note, head.size, ends)

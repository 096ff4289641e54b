"""Tag a line of a spreadsheet, so that a unit knows it again without keeping it.

HMAC-SHA256 (RFC 2104) under a key derived from the unit's: to anybody else a tag tells nothing, not
even whether a guessed line is in.
"""

import hmac
from uuid import UUID

from caseflow.crypto.derivation import derive
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.vocabulary.errors import MissingKey

_LABEL = "imported lines"


def line_tags(work: Work, unit: UUID, text: str) -> tuple[bytes, ...]:
    """Return the tags of a line under every key that the unit has had, the newest first.

    New tags are the newest; earlier ones are known by the former keys. Raises MissingKey when the
    unit's key is not at hand.
    """
    keys = ring(work).unit_at_hand(unit)
    if keys is None:
        raise MissingKey("the unit's key is not at hand to tag a line")
    versions = (keys.key_id, *(former.key_id for former, _ in keys.chain))
    secrets = (derive(keys.of(version).private.raw(), _LABEL, unit.bytes) for version in versions)
    return tuple(hmac.digest(secret, text.encode(), "sha256") for secret in secrets)

"""Make the keys that stand above all units when an installation is born."""

from caseflow.database.tables.installation import Installation
from caseflow.database.unit_of_work import Work
from caseflow.keys.events import KeyEvent, pair_born
from caseflow.keys.keyring import ring
from caseflow.keys.recovery import Sharing, make_recovery
from caseflow.keys.trustee import make_trustee
from caseflow.vocabulary.acts import Act


def make_installation_keys(
    work: Work, provider: str, sharing: Sharing
) -> tuple[list[KeyEvent], list[str]]:
    """Add the installation with its recovery key and trustee; return the events and the shares.

    The server keys are made before, the units' keys afterwards, in one transaction: the trustee
    stays on the keyring until then. No trustee is made where its secret was not handed in.
    """
    recovery = make_recovery(sharing)
    row = Installation(
        id=work.installation,
        provider=provider,
        born_at=work.clock.now(),
        recovery_public=recovery.public.raw(),
        recovery_key_id=recovery.public.key_id,
        recovery_shares=str(sharing),
    )
    work.session.add(row)
    events = [*_server_keys(work), pair_born("recovery", work.installation, 1, recovery.public)]
    if ring(work).server.trustee is not None:
        events.append(make_trustee(work))
    return events, recovery.shares


def _server_keys(work: Work) -> list[KeyEvent]:
    key_ids = ring(work).server.key_ids
    return [KeyEvent(Act.KEY_BIRTH, name, work.installation, 1, key_ids[name]) for name in key_ids]

"""Keep what a partner is told: a row says to whom and about what, and its words lie in evidence."""

from collections.abc import Iterable

from caseflow.audit.record import digest_of
from caseflow.database.tables.partners import Disclosure
from caseflow.database.tables.records import DisclosureContent
from caseflow.database.unit_of_work import Work
from caseflow.disclosures.hand_out import HandOut, told_text
from caseflow.vault.contents import Content, joined, put
from caseflow.vault.permit import Deeds, Permit

EVIDENCE = "evidence"


def keep_told(
    work: Work, given: Permit, hand_out: HandOut, categories: Iterable[str]
) -> tuple[Disclosure, Deeds]:
    """Write both, and return the row with what belongs into the trace of the telling.

    The permit has found the consent that names the partner, and used it.
    """
    consent = given.gathered.consents[given.ask.consent or given.entry]
    row = Disclosure(
        client_id=given.ask.client,
        consent_id=consent.id,
        # The decision has found it there.
        partner_id=consent.partner_id or consent.id,
        unit_id=given.actor.unit,
        purpose=given.ask.purpose,
        categories=tuple(sorted(categories)),
        made_by=given.actor.staff,
        made_at=work.clock.now(),
    )
    work.session.add(row)
    work.session.flush()
    words, beside = {"told": told_text(hand_out)}, {"disclosure_id": row.id}
    kept = put(work, given, Content(DisclosureContent, EVIDENCE, words, beside))
    details = {
        "consent": str(consent.id),
        "disclosure": str(row.id),
        "pieces": str(len(hand_out.entries) + len(hand_out.answers)),
    }
    return row, joined(kept.deeds, Deeds(rows=(digest_of(row),), details=details))

"""Seal who declared, interpreted, witnessed and signed into the recording unit's own drawer."""

from collections.abc import Iterator
from uuid import UUID

from caseflow.consents.declaration import Declaration
from caseflow.consents.evidence import NOTHING_SIGNED
from caseflow.database.tables.family import GuardianAnswer
from caseflow.database.tables.records import ConsentEvidence
from caseflow.database.unit_of_work import Work
from caseflow.vault.content_tables import sealed_columns
from caseflow.vault.contents import Content, put
from caseflow.vault.permit import Deeds, Permit
from caseflow.vocabulary.states import Declarer

EVIDENCE = "evidence"


def put_evidence(work: Work, given: Permit, recorded: UUID, declared: Declaration) -> Deeds:
    """Write the evidence of a consent, or of the refusal that was recorded in its place."""
    plain = {"consent_id": recorded}
    fields = {
        "declarer": declared.declarer,
        "authority": declared.authority,
        "interpreter": declared.interpreter,
        "witness": declared.form.witness,
        "reason": declared.form.reason,
        "signature": declared.signature,
        "receipt": declared.receipt,
    }
    return put(work, given, Content(ConsentEvidence, EVIDENCE, fields, plain)).deeds


def put_guardian_answer(
    work: Work, given: Permit, consent: UUID, declared: Declaration
) -> Iterator[Deeds]:
    """Write beside a consent what the desk answered about the guardian who declared it, if one did.

    Danger: beside a no it would tell in the log that something had been declared.
    """
    plain = {"consent_id": consent}
    if declared.declared_by == Declarer.GUARDIAN:
        answer = {"violent": declared.known_violent}
        yield put(work, given, Content(GuardianAnswer, EVIDENCE, answer, plain)).deeds


def put_nothing_signed(work: Work, given: Permit, refusal: UUID) -> Deeds:
    """Write beside a no that nothing was signed, so that one that was looks the same in the log."""
    fields = dict.fromkeys(sealed_columns(ConsentEvidence), "") | {"signature": NOTHING_SIGNED}
    plain = {"consent_id": refusal}
    return put(work, given, Content(ConsentEvidence, EVIDENCE, fields, plain)).deeds

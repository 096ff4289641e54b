"""Show an officer the key that the heads of the log are signed with (C2SP signed-note)."""

from caseflow.audit.heads import origin_of
from caseflow.database.unit_of_work import Work
from caseflow.merkle.notes import VerifierKey, verifier_key_text
from caseflow.oversight.trace_look import trace_look
from caseflow.vault.log_signer import log_signer
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Refused


def show_key(work: Work, actor: Actor) -> Disclosed[str] | Refused:
    """Return the verifier key in one line; it is worth something only when it is kept elsewhere."""

    def find() -> str:
        origin = origin_of(work.installation)
        return verifier_key_text(VerifierKey(origin, log_signer(work).public))

    return trace_look(work, actor, {"key": "verifier"}, find)

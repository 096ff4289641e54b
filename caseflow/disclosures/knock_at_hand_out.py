"""Say whether what a partner was told may be given out once more, to a request that is repeated."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.disclosures.disclosure_rows import client_of_disclosure, named_row
from caseflow.disclosures.print_disclosure import ask_to_print
from caseflow.vault.let_pass import let_pass
from caseflow.vault.permit import permit
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Refused


def knock_at_hand_out(work: Work, actor: Actor, disclosure: UUID) -> Refused | None:
    """Return the refusal, which is traced; None where it may be printed again, traced as that.

    TOO_LATE when the consent does not cover all of it any more.
    """
    client = client_of_disclosure(work, disclosure)
    row = named_row(work, actor, client, disclosure)
    given = permit(work, actor, ask_to_print(client, disclosure, row))
    if isinstance(given, Refused):
        return given
    let_pass(work, given, again=True)
    return None

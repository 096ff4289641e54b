"""Print what a partner was told: each time an act of its own, as long as the consent runs."""

from uuid import UUID

from caseflow.database.tables.partners import Disclosure
from caseflow.database.tables.records import DisclosureContent
from caseflow.database.unit_of_work import Work
from caseflow.disclosures.disclosure_rows import client_of_disclosure, named_row
from caseflow.disclosures.made import Made
from caseflow.disclosures.told_pieces import told_in
from caseflow.vault.disclose import disclose
from caseflow.vault.permit import Ask
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.matrices import Action


def print_disclosure(
    work: Work, actor: Actor, disclosure: UUID, client: UUID | None = None
) -> Disclosed[Made] | Refused:
    """Return it as it was told; TOO_LATE when the consent does not cover all of it any more.

    Of another client than is named, if one is, it is not there.
    """
    if client is None:
        client = client_of_disclosure(work, disclosure)
    row = named_row(work, actor, client, disclosure)
    answer = disclose(work, actor, ask_to_print(client, disclosure, row), (DisclosureContent,))
    if isinstance(answer, Refused):
        return answer
    hand_out = told_in(work, actor, answer.value, disclosure)
    if row is None or hand_out is None:
        return Refused()
    return Disclosed(Made(row.id, row.partner_id, row.purpose, row.made_at, hand_out))


def ask_to_print(client: UUID, disclosure: UUID, row: Disclosure | None) -> Ask:
    """Return what is asked; of what is not there under a consent that nobody gave."""
    return Ask(
        Act.DISCLOSURE_PRINT,
        client,
        purpose="case_work" if row is None else row.purpose,
        action=Action.DISCLOSE,
        consent=new_id() if row is None else row.consent_id,
        covering=frozenset() if row is None else frozenset(row.categories),
        details={"disclosure": str(disclosure)},
    )

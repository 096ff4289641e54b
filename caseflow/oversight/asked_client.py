"""Say which client an officer asks for, by her code or by the id that the log knows her by."""

from uuid import UUID

from sqlalchemy import select

from caseflow.crypto.client_codes import read_code
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Client
from caseflow.database.unit_of_work import Work
from caseflow.vault.codes import tag_of
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.ids import new_id, read_id


def asked_client(work: Work, typed: str) -> UUID | Problem:
    """Return the id that a text spells or that has this code; of an unknown code nobody's id.

    An id is taken as it is, existing or not: after an erasure the log still knows it.
    """
    spelled = read_id(typed.strip())
    if spelled is not None:
        return spelled
    code = read_code(typed)
    if code is None:
        return Problem("client", "no_client_code", {"given": typed})
    found = work.session.scalars(select(Client).where(Client.code_tag == tag_of(work, code)))
    return next((client.id for client in intact(work, found)), None) or new_id()

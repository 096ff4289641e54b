"""Find the client whom an officer names by her id or by the code on her card."""

from uuid import UUID

from sqlalchemy import select

from caseflow.crypto.client_codes import read_code
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Client
from caseflow.database.unit_of_work import Work
from caseflow.records.look_up_client import client_with
from caseflow.vocabulary.ids import new_id


def named_client(work: Work, named: str) -> UUID:
    """Return her id; of a code that nobody has, or of any other text, an id that is nobody's."""
    try:
        return UUID(named.strip())
    except ValueError:
        code = read_code(named)
        found = None if code is None else client_with(work, code)
        return found or new_id()


def is_there(work: Work, client: UUID) -> bool:
    """Say whether there is such a client."""
    return bool(intact(work, work.session.scalars(select(Client).where(Client.id == client))))

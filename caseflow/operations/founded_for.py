"""Say for whom an installation was founded, to be compared with whom its papers name."""

from sqlalchemy import select

from caseflow.database.tables.installation import Installation
from caseflow.operations.migrate import connected
from caseflow.vocabulary.errors import OperatorError


def founded_for(database_url: str) -> str | None:
    """Return the name that was given at its founding; None where there is no installation."""
    try:
        with connected(database_url) as connection:
            return connection.scalar(select(Installation.provider))
    except OperatorError:
        return None

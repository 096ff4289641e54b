"""Load the tokens of programs whose seal holds."""

from uuid import UUID

from sqlalchemy import bindparam, delete, select

from caseflow.crypto.tokens import token_digest
from caseflow.database import sealed_rows
from caseflow.database.tables.api_tokens import ApiToken
from caseflow.database.unit_of_work import Work
from caseflow.identity.whole_text import whole_text

PREFIX = "caseflow_"  # so that scanners of published code find it (and its owner is told)
_BY_DIGEST = select(ApiToken).where(ApiToken.token_digest == bindparam("digest"))
_OF_HER = select(ApiToken).where(ApiToken.staff_id == bindparam("staff"))


def token_by_text(work: Work, token: str) -> ApiToken | None:
    """Return the row of a token, run out or not."""
    asked = {"digest": token_digest(whole_text(token))}
    return next(iter(sealed_rows.intact(work, work.session.scalars(_BY_DIGEST, asked))), None)


def tokens_of(work: Work, staff: UUID) -> list[ApiToken]:
    """Return the tokens of a person, the newest first."""
    found = work.session.scalars(_OF_HER.order_by(ApiToken.made_at.desc()), {"staff": staff})
    return sealed_rows.intact(work, found)


def drop_token(work: Work, token: UUID) -> None:
    """Delete a token: nothing leads from it to a key any more."""
    _delete(work, ApiToken.id == token)


def drop_tokens_of(work: Work, membership: UUID) -> None:
    """Delete the tokens that act by a membership."""
    _delete(work, ApiToken.membership_id == membership)


def _delete(work: Work, which: object) -> None:
    work.session.execute(
        delete(ApiToken).where(which),  # type: ignore[arg-type]  # SQLAlchemy's own condition
        execution_options={"synchronize_session": False},
    )

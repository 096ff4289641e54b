"""Clear the second factors of a person: she begins anew, or has lost them all."""

from uuid import UUID

from sqlalchemy import delete

from caseflow.database.tables.other_log_ins import OpenIdLink
from caseflow.database.tables.second_factors import OneTimeSecret, Passkey, RecoveryCode
from caseflow.database.unit_of_work import Work


def clear_factors(work: Work, staff: UUID) -> None:
    """Delete whatever she could show beside her password."""
    for table in (OneTimeSecret, Passkey, OpenIdLink, RecoveryCode):
        work.session.execute(
            delete(table).where(table.staff_id == staff),
            execution_options={"synchronize_session": False},
        )

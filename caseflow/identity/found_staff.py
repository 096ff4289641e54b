"""Make an account: by invitation later on, with a password at once when a provider is founded."""

from caseflow.database.tables.accounts import Staff
from caseflow.database.unit_of_work import Work
from caseflow.identity.check_account import Account, check_account
from caseflow.identity.check_password import check_password
from caseflow.identity.staff_rows import fold_email
from caseflow.keys.events import KeyEvent
from caseflow.keys.staff_keys import make_staff_pair, open_staff
from caseflow.vocabulary.answers import Invalid


def found_staff(work: Work, account: Account, password: str) -> tuple[Staff, KeyEvent] | Invalid:
    """Make the founder's account, whose key this password opens; the caller traces both.

    Her key is on the keyring afterwards.
    """
    personal = check_password(password, account.email, work.configuration.provider)
    problems = [*check_account(work, account), *personal]
    if problems:
        return Invalid(tuple(problems))
    staff = add_staff(work, account)
    born = make_staff_pair(work, staff.id, password)
    open_staff(work, staff.id, password)
    return staff, born


def add_staff(work: Work, account: Account) -> Staff:
    """Add the row of an account that has been checked."""
    staff = Staff(
        email=fold_email(account.email),
        name=account.name.strip(),
        language=account.language,
        administrator=account.administrator,
        created_at=work.clock.now(),
    )
    work.session.add(staff)
    work.session.flush()  # before whatever points to it
    return staff

"""Say what is wrong with the address, name and language of a new account."""

import re
from dataclasses import dataclass

from caseflow.database.unit_of_work import Work
from caseflow.identity.staff_rows import email_known, fold_email
from caseflow.vocabulary.answers import Problem

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")
_LONGEST_ADDRESS = 254  # RFC 5321
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Account:
    """Who gets an account."""

    email: str
    name: str
    language: str  # of her pages
    administrator: bool = False


def check_account(work: Work, account: Account) -> list[Problem]:
    """Return everything that is wrong with a new account."""
    email = fold_email(account.email)
    good = _ADDRESS.fullmatch(email) and email.isprintable() and len(email) <= _LONGEST_ADDRESS
    named = account.name.strip() and account.name.isprintable()
    checks = (
        (not good, Problem("email", "no_address")),
        (good and email_known(work, email), Problem("email", "taken")),
        (not named, Problem("name", "missing")),
        (
            len(account.name) > _LONGEST_NAME,
            Problem("name", "too_long", {"most": str(_LONGEST_NAME)}),
        ),
        (account.language not in work.configuration.languages, Problem("language", "not_offered")),
    )
    return [problem for wrong, problem in checks if wrong]

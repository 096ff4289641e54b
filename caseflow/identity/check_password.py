"""Say what is wrong with a new password: NIST SP 800-63B, section 5.1.1.2.

Long enough, not a common one, nothing of the person or the provider; no rule of composition, which
only leads to predictable passwords.
"""

from zxcvbn.frequency_lists import FREQUENCY_LISTS

from caseflow.identity.staff_rows import fold_email
from caseflow.identity.whole_text import whole_text
from caseflow.vocabulary.answers import Problem

LEAST = 12
MOST = 256  # characters: far beyond any phrase, and no burden to the server
_COMMON = frozenset(FREQUENCY_LISTS["passwords"])
_TAIL = "0123456789!?.,;:-_+*#@$%&/ "  # what people add to a common password
_FEWEST_CHARACTERS = 5  # different ones; fewer is a repetition
_SHORTEST_NAME = 4  # a shorter name is inside many words


def check_password(password: str, email: str, provider: str) -> list[Problem]:
    """Return every reason against this password of the person with this address."""
    if password != whole_text(password):
        return [Problem("password", "not_text")]
    checks = (
        (len(password) < LEAST, Problem("password", "too_short", {"least": str(LEAST)})),
        (len(password) > MOST, Problem("password", "too_long", {"most": str(MOST)})),
        (_common(password.lower()), Problem("password", "password_common")),
        (_personal(password.lower(), email, provider), Problem("password", "password_personal")),
    )
    return [problem for wrong, problem in checks if wrong]


def _common(password: str) -> bool:
    bare = password.strip(_TAIL)
    return bool({password, bare} & _COMMON) or len(set(password)) < _FEWEST_CHARACTERS


def _personal(password: str, email: str, provider: str) -> bool:
    names = (fold_email(email).partition("@")[0], provider.lower())
    return any(len(name) >= _SHORTEST_NAME and name in password for name in names)

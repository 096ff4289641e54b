"""Look an installation over: does its database answer, fit the program, and open?"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from caseflow.database.engines import open_engine, sessions_of
from caseflow.identity.openid_provider import OpenIdProvider
from caseflow.keys.server_keys import open_server_keys
from caseflow.operations.migrate import standing
from caseflow.vocabulary.clock import SystemClock
from caseflow.vocabulary.errors import BadConfiguration, CaseflowError, SaidError
from caseflow.vocabulary.sentences import Sentence


class Check(StrEnum):
    """What is looked at, in this order; the first that fails hides those after it."""

    DATABASE = "database"
    MIGRATIONS = "migrations"
    KEYS = "keys"  # the root opens the server keys of this installation
    TRUSTEE = "trustee"  # the trustee secret is at hand
    OPENID = "openid"  # the OpenID provider answers; only where one is configured


@dataclass(frozen=True, slots=True)
class Finding:
    """What one look found."""

    check: Check
    problem: Sentence | None = None  # for the operator; none: all is well


def examine(
    database_url: str,
    root: bytes | None,
    trustee: bytes | None,
    openid: OpenIdProvider | None = None,
) -> tuple[Finding, ...]:
    """Return what was found, up to the first problem."""
    looks: dict[Check, Callable[[], None]] = {
        Check.DATABASE: lambda: _answers(database_url),
        Check.MIGRATIONS: lambda: _fits(database_url),
        Check.KEYS: lambda: _opens(database_url, root),
        Check.TRUSTEE: lambda: _has_trustee(trustee),
    }
    if openid is not None:
        looks[Check.OPENID] = lambda: _is_answered(openid)
    findings: list[Finding] = []
    for check, look in looks.items():
        findings.append(_found(check, look))
        if findings[-1].problem is not None:
            break
    return tuple(findings)


def can_work(database_url: str) -> bool:
    """Say whether the database answers and fits the program."""
    try:
        return standing(database_url).agrees
    except CaseflowError:
        return False


def _found(check: Check, look: Callable[[], None]) -> Finding:
    try:
        look()
    except SaidError as error:
        return Finding(check, error.sentence)
    except CaseflowError as error:
        return Finding(check, Sentence(str(error)))
    return Finding(check)


def _answers(database_url: str) -> None:
    standing(database_url)


def _fits(database_url: str) -> None:
    found = standing(database_url)
    if not found.agrees:
        raise BadConfiguration(
            "The database stands at migration {current}, the program needs {needed}. Run: "
            "caseflow db upgrade",
            current=found.current or Sentence("none"),
            needed=found.needed,
        )


def _opens(database_url: str, root: bytes | None) -> None:
    if root is None:
        raise BadConfiguration("There is no root key: set CASEFLOW_ROOT_KEY_FILE to its path.")
    engine = open_engine(database_url)
    try:
        with sessions_of(engine)() as session:
            open_server_keys(session, root, None)
    finally:
        engine.dispose()


def _has_trustee(trustee: bytes | None) -> None:
    if trustee is None:
        raise BadConfiguration(
            "There is no trustee secret: consents recorded elsewhere stay pending and no emergency "
            "opens. Set CASEFLOW_TRUSTEE_KEY_FILE to its path."
        )


def _is_answered(openid: OpenIdProvider) -> None:
    if not openid.answers(SystemClock().now()):
        raise BadConfiguration(
            "The OpenID provider {issuer} does not answer as one: nobody can use it as a second "
            "factor. Check `issuer` in provider.toml, and whether this machine reaches it.",
            issuer=openid.rule.issuer,
        )

"""Look an installation over: does its database answer, fit the program, and open?"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from caseflow.database.engines import sessions_of
from caseflow.identity.openid_provider import OpenIdProvider
from caseflow.keys.check_outside import check_root, check_secret
from caseflow.keys.outside_keys import present_root
from caseflow.keys.server_keys import FormerKeys, ServerKeys, open_server_keys
from caseflow.operations.engine_at import engine_at
from caseflow.operations.installation_keys import OutsideKeys
from caseflow.operations.list_outside import to_be_done
from caseflow.operations.migrate import standing
from caseflow.operations.open_installation import OpenInstallation, open_installation
from caseflow.vocabulary.clock import SystemClock
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.errors import CaseflowError, SaidError
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.sentences import Sentence


class Check(StrEnum):
    """What is looked at, in this order; the first that fails hides those after it."""

    DATABASE = "database"
    MIGRATIONS = "migrations"
    KEYS = "keys"  # the root opens the server keys of this installation, and all under it
    TRUSTEE = "trustee"  # the trustee secret is at hand, and the one of this installation
    PLACES = "places"  # root key and trustee secret do not lie in one place
    OPENID = "openid"  # the OpenID provider answers; only where one is configured
    ROTATION = "rotation"  # no rotation is half done, nothing hangs on former recovery shares


# A command works without them, pages are not served.
MAY_WAIT = frozenset({Check.TRUSTEE, Check.PLACES})


@dataclass(frozen=True, slots=True)
class Finding:
    """What one look found."""

    check: Check
    problem: Sentence | None = None  # for the operator; none: all is well


@dataclass(frozen=True, slots=True, repr=False)
class Given:
    """The keys from outside as an installation is examined with them; each may be missing."""

    root: bytes | None
    trustee: bytes | None
    former_root: bytes | None = None
    former_trustee: bytes | None = None
    in_one_place: Sentence | None = None  # what root and trustee secret have in common


def examine(
    database_url: str,
    given: Given,
    openid: OpenIdProvider | None = None,
    configuration: Configuration | None = None,
) -> tuple[Finding, ...]:
    """Return what was found, up to the first problem.

    Without a configuration nobody looks whether a rotation is half done, or whether anything hangs
    on former recovery shares: it is no reason not to serve.
    """
    looks: dict[Check, Callable[[], Sentence | None]] = {
        Check.DATABASE: lambda: _answers(database_url),
        Check.MIGRATIONS: lambda: _fits(database_url),
        Check.KEYS: lambda: _opens(database_url, given),
        Check.TRUSTEE: lambda: _has_trustee(database_url, given),
        Check.PLACES: lambda: given.in_one_place,
    }
    if openid is not None:
        looks[Check.OPENID] = lambda: _is_answered(openid)
    if configuration is not None:
        looks[Check.ROTATION] = lambda: _rotated(database_url, given, configuration)
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


def holds_keys(installation: OpenInstallation) -> bool:
    """Say whether this process was given the root that counts; not so behind a rotation of others.

    Whoever watches over the processes may start it anew then: it answers nobody.
    """
    work = installation.begin(str(new_id()))
    try:
        present_root(work)
    except (CaseflowError, SQLAlchemyError):
        return False
    else:
        return True
    finally:
        work.put_away()


def _found(check: Check, look: Callable[[], Sentence | None]) -> Finding:
    try:
        return Finding(check, look())
    except SaidError as error:
        return Finding(check, error.sentence)
    except CaseflowError as error:
        return Finding(check, Sentence(str(error)))


def _answers(database_url: str) -> None:
    standing(database_url)


def _fits(database_url: str) -> Sentence | None:
    found = standing(database_url)
    if found.agrees:
        return None
    return Sentence(
        "The database stands at migration {current}, the program needs {needed}. Run: "
        "caseflow db upgrade",
        {"current": found.current or Sentence("none"), "needed": found.needed},
    )


def _opens(database_url: str, given: Given) -> Sentence | None:
    if given.root is None:
        return Sentence("There is no root key: set CASEFLOW_ROOT_KEY_FILE to its path.")
    with _keys_of(database_url, given.root, given) as (session, keys):
        check_root(session, keys)
    return None


def _has_trustee(database_url: str, given: Given) -> Sentence | None:
    if given.root is None or given.trustee is None:
        return Sentence(
            "There is no trustee secret: consents recorded elsewhere stay pending and no emergency "
            "opens. Set CASEFLOW_TRUSTEE_KEY_FILE to its path."
        )
    with _keys_of(database_url, given.root, given) as (session, keys):
        check_secret(session, keys)
    return None


def _rotated(database_url: str, given: Given, configuration: Configuration) -> Sentence | None:
    if given.root is None:
        return None
    outside = OutsideKeys(
        given.root,
        given.trustee,
        former_root=given.former_root,
        former_trustee=given.former_trustee,
    )
    with engine_at(database_url) as engine:
        installation = open_installation(engine, outside, configuration, SystemClock())
        work = installation.begin(str(new_id()))
        try:
            return to_be_done(work)
        finally:
            work.put_away()


@contextmanager
def _keys_of(database_url: str, root: bytes, given: Given) -> Iterator[tuple[Session, ServerKeys]]:
    """Yield the server keys, opened, in a session."""
    former = FormerKeys(given.former_root, given.former_trustee)
    with engine_at(database_url) as engine, sessions_of(engine)() as session:
        yield session, open_server_keys(session, root, given.trustee, former=former)


def _is_answered(openid: OpenIdProvider) -> Sentence | None:
    if openid.answers(SystemClock().now()):
        return None
    return Sentence(
        "The OpenID provider {issuer} does not answer as one: nobody can use it as a second "
        "factor. Check `issuer` in provider.toml, and whether this machine reaches it.",
        {"issuer": openid.rule.issuer},
    )

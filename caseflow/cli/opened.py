"""Open the installation that the settings name, for as long as a command runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from caseflow.cli.outside import given
from caseflow.operations.engine_at import engine_at
from caseflow.operations.examine import MAY_WAIT, examine
from caseflow.operations.installation_keys import OutsideKeys
from caseflow.operations.keep_log import LogKeeper
from caseflow.operations.open_installation import open_installation
from caseflow.vocabulary.clock import SystemClock
from caseflow.vocabulary.errors import OperatorError
from caseflow.vocabulary.ids import new_id

if TYPE_CHECKING:
    from caseflow.cli.handed import Handed
    from caseflow.database.unit_of_work import Work
    from caseflow.operations.open_installation import OpenInstallation


@contextmanager
def opened(handed: "Handed") -> Iterator["OpenInstallation"]:
    """Yield the installation; what was traced meanwhile is in the log afterwards.

    Raises OperatorError with a sentence when it cannot be opened.
    """
    settings = handed.settings()
    for finding in examine(settings.database_url, given(settings)):
        if finding.problem is not None and finding.check not in MAY_WAIT:
            raise OperatorError(finding.problem)
    outside = OutsideKeys(
        settings.needed_root_key(),
        settings.trustee_key,
        former_root=settings.former_root_key,
        former_trustee=settings.former_trustee_key,
    )
    configuration = handed.read_configuration(settings.config_dir)
    with engine_at(settings.database_url) as engine:
        installation = open_installation(engine, outside, configuration, SystemClock())
        try:
            yield installation
        finally:
            log_keeper(installation).integrate()


def log_keeper(installation: "OpenInstallation") -> LogKeeper:
    """Return what moves into the log whatever was staged."""
    return LogKeeper(partial(_begin, installation), installation.keys.signer, 0.0)


@contextmanager
def work_of(installation: "OpenInstallation") -> Iterator["Work"]:
    """Yield a unit of work that is finished when the block ends well."""
    work = _begin(installation)
    try:
        yield work
        work.finish()
    finally:
        work.put_away()


def _begin(installation: "OpenInstallation") -> "Work":
    return installation.begin(str(new_id()))

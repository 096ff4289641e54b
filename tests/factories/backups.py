"""Backups of a house, and the houses that come back from them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from caseflow.audit.witness_file import Witness
from caseflow.database.base import Base
from caseflow.database.engines import open_engine, sessions_of
from caseflow.operations.backups.found_backup import FoundBackup, find_backup
from caseflow.operations.backups.make_backup import make_backup
from caseflow.operations.backups.restore import Restored, Target, restore
from caseflow.operations.installation_keys import OutsideKeys
from caseflow.operations.open_installation import OpenInstallation
from tests.factories.house import CHEAP, ROOT, TRUSTEE, House

OUTSIDE = OutsideKeys(ROOT, TRUSTEE, CHEAP)


def installation_of(house: House) -> OpenInstallation:
    """Return the house as a process opens it."""
    return OpenInstallation(house.sessions, house.around, house.server)


def url_of(house: House) -> str:
    """Return where the house stands."""
    return house.engine.url.render_as_string(hide_password=False)


def backed_up(house: House, folder: Path) -> FoundBackup:
    """Return a backup of the house, made in this folder."""
    return find_backup(make_backup(installation_of(house), url_of(house), folder).place)


@contextmanager
def target_at(house: House, url: str) -> Iterator[Target]:
    """Yield an empty database with all tables, in which the house's clock goes on."""
    engine = open_engine(url)
    try:
        Base.metadata.create_all(engine)
        yield Target(engine, OUTSIDE, house.around.configuration, house.around.clock)
    finally:
        engine.dispose()


@contextmanager
def come_back(
    house: House, found: FoundBackup, url: str, witness: Witness | None = None
) -> Iterator[tuple[House, Restored]]:
    """Yield the house as it was restored into an empty database, and what was said of it."""
    with target_at(house, url) as target:
        restored = restore(target, found, witness)
        again = replace(house, engine=target.engine, sessions=sessions_of(target.engine), _works=[])
        yield again, restored
        again.close()

"""Bring the database to the tables that this program knows, or back to earlier ones."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from caseflow.database.engines import open_engine
from caseflow.vocabulary.errors import OperatorError


@dataclass(frozen=True, slots=True)
class Standing:
    """Which migration the database stands at, and which one the program needs."""

    current: str | None  # none: an empty database
    needed: str | None

    @property
    def agrees(self) -> bool:
        """Say whether the program can work on this database."""
        return self.current == self.needed


def standing(database_url: str) -> Standing:
    """Return where the database stands; raises OperatorError when it cannot be reached."""
    with connected(database_url) as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    return Standing(current, newest_migration())


def newest_migration() -> str:
    """Return the migration that this program needs."""
    return str(ScriptDirectory.from_config(_settings()).get_current_head())


def upgrade(database_url: str) -> Standing:
    """Run every migration that the database lacks, and return where it stands then."""
    return _run(database_url, lambda settings: command.upgrade(settings, "head"))


def downgrade(database_url: str, revision: str) -> Standing:
    """Take migrations back to a revision (`-1`: the last one), and return where it stands then."""
    return _run(database_url, lambda settings: command.downgrade(settings, revision))


def migrations_folder() -> Path:
    """Return the folder of the migrations: in the wheel, else in the source tree."""
    package = Path(str(files("caseflow")))
    installed = package / "_migrations"
    return installed if installed.is_dir() else package.parent / "migrations"


@contextmanager
def connected(database_url: str) -> Iterator[Connection]:
    """Yield a connection whose changes stay when the block ends well.

    Raises OperatorError when the database does not answer; its text holds no part of the URL.
    """
    try:
        engine = open_engine(database_url)
    except (ArgumentError, ImportError) as error:
        raise OperatorError("CASEFLOW_DATABASE_URL is not the address of a database.") from error
    try:
        with engine.begin() as connection:
            yield connection
    except SQLAlchemyError as error:
        raise OperatorError(
            "The database does not answer ({error}); check CASEFLOW_DATABASE_URL and whether it "
            "runs.",
            error=type(error).__name__,
        ) from error
    finally:
        engine.dispose()


def _run(database_url: str, step: Callable[[Config], None]) -> Standing:
    settings = _settings()
    with connected(database_url) as connection:
        settings.attributes["connection"] = connection
        try:
            step(settings)
        except CommandError as error:
            raise OperatorError("{error}. Run: caseflow db check", error=error) from error
    return standing(database_url)


def _settings() -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    return settings

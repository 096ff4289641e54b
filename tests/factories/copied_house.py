"""A born house for each test, copied from one that was born once: five times as fast."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from caseflow.audit.record import tell_rows
from caseflow.database.engines import open_engine, sessions_of
from tests.factories.house import House, StoppedClock, born
from tests.factories.remembering import remembering
from tests.machine.postgres import database_url

if TYPE_CHECKING:
    from tests.machine.postgres import PostgresServer


def to_copy(url: str) -> House:
    """Return a born house that nobody is connected to, with the keys of its staff opened."""
    made = born(url)
    for name, slug in made.memberships:
        made.work_as(name, slug)
    made.close()
    return made


@contextmanager
def template(request: pytest.FixtureRequest, folder: Path) -> Iterator[House]:
    """Yield a house on the engine in `request.param`, to be copied and left as it is."""
    with contextmanager(database_url)(request, folder) as url:
        yield to_copy(url)


@contextmanager
def copied(made: House, request: pytest.FixtureRequest, folder: Path) -> Iterator[House]:
    """Yield a house like the template, in a database of its own and with a clock of its own."""
    url = made.engine.url
    if url.database and made.engine.dialect.name == "sqlite":
        file = folder / "copy.db"
        shutil.copyfile(url.database, file)
        house = _open(made, f"sqlite:///{file}")
        yield house
        house.close()
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    clones = server.clones(url.render_as_string(hide_password=False))
    address = clones.lend()
    pool = server.pool(address)
    house = _open(made, address)
    pool.hand_to(house.engine)
    yield house
    house.put_away()
    clones.take_back(address, pool.processes())


def _open(made: House, url: str) -> House:
    engine = remembering(open_engine(url))
    around = replace(made.around, clock=StoppedClock(), tell=tell_rows)
    return House(
        engine,
        sessions_of(engine),
        made.server,
        around,
        shares=list(made.shares),
        units=dict(made.units),
        staff=dict(made.staff),
        memberships=dict(made.memberships),
        pairs=dict(made.pairs),
    )

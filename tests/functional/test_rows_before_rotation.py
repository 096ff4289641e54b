"""Rows of an earlier release name their root after the migration that lets there be two."""

from datetime import UTC, datetime
from uuid import UUID

from alembic import command
from sqlalchemy import MetaData, Table, insert, select

from caseflow.operations import migrate

BEFORE, WITH_TWO_ROOTS = "0012", "0013"
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
ROOT_ID, STEP = bytes(range(16)), UUID(int=8)
SERVER_KEYS = {"version": 1, "key_id": b"k", "root_key_id": ROOT_ID, "wrapped": b"w", "born_at": AT}


def moved_to(url: str, revision: str) -> None:
    settings = migrate._settings()  # noqa: SLF001 - a migration between is nobody's command
    with migrate.connected(url) as connection:
        settings.attributes["connection"] = connection
        command.upgrade(settings, revision)


def steps(url: str) -> list[dict[str, object]]:
    with migrate.connected(url) as connection:
        table = Table("log_in_steps", MetaData(), autoload_with=connection)
        return [dict(row) for row in connection.execute(select(table)).mappings()]


def test_what_lay_under_the_one_root_says_so(engine: str) -> None:
    moved_to(engine, BEFORE)
    with migrate.connected(engine) as connection:
        there = MetaData()
        for name in ("server_keys", "log_in_steps"):
            Table(name, there, autoload_with=connection)
        keys, waiting = there.tables["server_keys"], there.tables["log_in_steps"]
        connection.execute(insert(keys), [SERVER_KEYS | {"name": name} for name in ("a", "b")])
        step = {"id": STEP.hex if engine.startswith("sqlite") else STEP, "token_digest": b"t"}
        connection.execute(insert(waiting), step | {"wrapped": b"x", "tries": 1, "ends_at": AT})
    [before] = steps(engine)
    moved_to(engine, WITH_TWO_ROOTS)
    [after] = steps(engine)
    assert after == before | {"root_key_id": ROOT_ID}
    migrate.downgrade(engine, BEFORE)
    assert steps(engine) == [before]

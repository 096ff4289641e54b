"""What lies sealed lies nowhere else: not in a file of the database, a log, an output or a page.

The house is filled, everybody opens every page, somebody types secrets where they do not belong;
then every file is searched for the words in every dress in which they might have been written.
"""

import base64
import contextlib
import gzip
import hashlib
import os
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from tests.factories.application import Visitor, application, resting
from tests.factories.backups import backed_up
from tests.factories.clients import entry, new_client, write
from tests.factories.house import PASSWORD, ROOT, TRUSTEE, House, born
from tests.factories.integrated import integrated
from tests.security.filled_house import SECRETS, VIOLENCE, filled
from tests.security.visits import pages, visitors

if TYPE_CHECKING:
    from tests.machine.postgres import PostgresServer

TYPED = "Kanarienvogel-vertippt-e771"
SEARCHED = "Kanarienvogel-gesucht-0b5d"
KEYS = [
    dress
    for key in (ROOT, TRUSTEE)
    for dress in (key, key.hex().encode(), base64.b64encode(key)[:-4])
]
GZIP = b"\x1f\x8b\x08"
BEGIN = 8  # bytes; every dress is longer


def test_no_secret_is_found_in_any_file_or_output(
    house: House,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("TMPDIR", str(temporary))
    secrets = live(house)
    backed_up(house, tmp_path / "backups")
    said = tmp_path / "said.txt"
    said.write_text("".join(capfd.readouterr()), encoding="utf-8")
    files = [*_files(tmp_path), *_database_files(house, request)]
    assert any(file.suffix == ".db-wal" or file.parent.name == "pg_wal" for file in files)
    assert [file.suffix for file in files if file.parent.name == "backups"]
    assert found(files, secrets) == []
    assert [file.name for file in files for key in KEYS if key in file.read_bytes()] == []


def live(house: House) -> list[str]:
    """Let everybody work for a while; return what must lie sealed."""
    life = filled(house)
    integrated(house)
    app = resting(application(house))
    everybody = visitors(app)
    for page in pages(app, house, life):
        everybody[page.visitor].look(page.address)
    assert everybody["berta"].send("/search", page="/", q=SEARCHED).status_code == 200
    refused = Visitor(app).send("/log-in", email=f"{TYPED}@example.org", password=TYPED)
    assert refused.status_code >= 400
    integrated(house)  # what they left in the log lies in its tree too
    return [*SECRETS, life.known.code, life.invitation, PASSWORD, TYPED, SEARCHED]


def found(files: list[Path], secrets: list[str]) -> list[str]:
    """Return where which secret stands in plain sight."""
    dresses = [(secret, dress) for secret in secrets for dress in dressed(secret)]
    # Many begin alike, and to look for each in each file takes as long as all else.
    begins = {dress[:BEGIN] for _, dress in dresses}
    return [
        f"{secret} in {name}"
        for name, raw in _different(files)
        for whole in _unpacked(raw)
        if any(begin in whole for begin in begins)
        for secret, dress in dresses
        if dress in whole
    ]


def _different(files: list[Path]) -> Iterator[tuple[str, bytes]]:
    """Yield what stands in files, once what stands in several: databases are copies of another."""
    met: set[bytes] = set()
    for file in files:
        raw = file.read_bytes()
        digest = hashlib.sha256(raw).digest()
        if digest not in met:
            met.add(digest)
            yield file.name, raw


def dressed(secret: str) -> Iterator[bytes]:
    """Yield a word as a program might write it."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        raw = secret.encode(encoding)
        yield raw
        yield raw.hex().encode()
        yield raw.hex().upper().encode()
        for shift in range(3):
            # Only whole groups of four: what stands around the word changes the outer ones.
            inner = base64.b64encode(bytes(shift) + raw)[4:-4]
            yield inner
            yield inner.translate(bytes.maketrans(b"+/", b"-_"))


def _unpacked(whole: bytes) -> Iterator[bytes]:
    yield whole
    at = whole.find(GZIP)
    while at >= 0:
        with contextlib.suppress(zlib.error):
            yield zlib.decompressobj(wbits=31).decompress(whole[at:], 1 << 24)
        at = whole.find(GZIP, at + 1)


def _files(folder: Path) -> list[Path]:
    return [Path(place) / name for place, _, names in os.walk(folder) for name in names]


def _database_files(house: House, request: pytest.FixtureRequest) -> list[Path]:
    """Return the files of the whole PostgreSQL cluster; SQLite's lie in the test's own folder."""
    if house.engine.dialect.name == "sqlite":
        return []
    with house.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CHECKPOINT"))
    server: PostgresServer = request.getfixturevalue("postgres")
    return [*_files(server.folder / "data"), server.folder / "server.log"]


def test_a_secret_is_found_in_every_dress(tmp_path: Path) -> None:
    file = tmp_path / "caseflow.db"
    for dress in dressed(TYPED):
        for whole in (dress, gzip.compress(b"x" * 99 + dress)):
            file.write_bytes(b"\x00\x01" + whole + b"\x02")
            assert found([file], [TYPED])
    file.write_bytes(b"\x00\x01\x02")
    assert found([file], [TYPED]) == []


def test_a_field_that_is_stored_as_it_was_typed_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsealed(_self: object, _field: str, typed: str) -> bytes:
        return typed.encode()

    monkeypatch.setattr("caseflow.crypto.fields.FieldsOfRow.seal", unsealed)
    house = born(f"sqlite:///{tmp_path / 'caseflow.db'}")
    berta = house.actor("berta", "beratung")
    write(house, berta, new_client(house, berta), entry(VIOLENCE))
    backed_up(house, tmp_path / "backups")
    house.close()
    assert found(_files(tmp_path), [VIOLENCE])
    assert found(_files(tmp_path / "backups"), [VIOLENCE])

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from caseflow.crypto.ciphers import Cipher, key_id, new_key
from caseflow.crypto.passwords import STANDARD_COST
from caseflow.crypto.signing import verify
from caseflow.crypto.wrapping import wrap
from caseflow.database.base import Base
from caseflow.database.engines import open_engine, sessions_of
from caseflow.database.tables.installation import ServerKey
from caseflow.keys.server_keys import make_server_keys, open_server_keys
from caseflow.vocabulary.errors import BadConfiguration, BrokenKey
from tests.factories.house import CHEAP

ROOT = new_key()
TRUSTEE = new_key()
BORN = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.fixture
def bare(engine: str) -> Iterator[Session]:
    opened = open_engine(engine)
    with sessions_of(opened)() as session:
        yield session
    opened.dispose()


@pytest.fixture
def session(bare: Session) -> Session:
    Base.metadata.create_all(bare.connection())
    make_server_keys(bare, ROOT, BORN)
    return bare


def test_the_root_opens_what_was_made_under_it(session: Session) -> None:
    keys = open_server_keys(session, ROOT, TRUSTEE)
    again = open_server_keys(session, ROOT, None, CHEAP)
    assert len({keys.row_seal, keys.code_lookup, keys.cookie}) == 3
    assert (keys.row_seal, keys.code_lookup, keys.cookie) == (
        again.row_seal,
        again.code_lookup,
        again.cookie,
    )
    assert verify(keys.signer.public, b"checkpoint", again.signer.sign(b"checkpoint"))
    assert keys.key_ids["row_seal"] == key_id(keys.row_seal)
    assert keys.root.key == ROOT
    assert keys.trustee is not None
    assert keys.trustee.key == TRUSTEE
    assert again.trustee is None
    assert (keys.password_cost, again.password_cost) == (STANDARD_COST, CHEAP)


def test_the_database_holds_no_server_key_in_the_clear(session: Session) -> None:
    keys = open_server_keys(session, ROOT, None)
    wrapped = b"".join(session.scalars(select(ServerKey.wrapped)))
    for key in (keys.row_seal, keys.code_lookup, keys.cookie, ROOT):
        assert key not in wrapped


def test_another_root_is_told_whose_keys_these_are(session: Session) -> None:
    other = new_key()
    with pytest.raises(BadConfiguration, match="belongs to another installation") as error:
        open_server_keys(session, other, None)
    assert key_id(ROOT).hex() in str(error.value)
    assert key_id(other).hex() in str(error.value)


def test_a_database_without_tables_is_told_apart(bare: Session) -> None:
    with pytest.raises(BadConfiguration, match="no tables yet"):
        open_server_keys(bare, ROOT, None)


def test_a_database_without_one_of_the_keys_is_refused(session: Session) -> None:
    session.execute(delete(ServerKey).where(ServerKey.name == "code_lookup"))
    with pytest.raises(BadConfiguration, match="no server key code_lookup"):
        open_server_keys(session, ROOT, None)


def test_the_newest_version_of_a_key_is_used(session: Session) -> None:
    newer = new_key()
    cipher = Cipher(ROOT)
    session.add(
        ServerKey(
            name="cookie",
            version=2,
            key_id=key_id(newer),
            root_key_id=cipher.key_id,
            wrapped=wrap(cipher, "server key", (b"cookie", (2).to_bytes(4, "big")), newer),
            born_at=BORN,
        )
    )
    assert open_server_keys(session, ROOT, None).cookie == newer


def test_a_key_in_the_place_of_another_does_not_open(session: Session) -> None:
    cookie = session.get_one(ServerKey, ("cookie", 1))
    session.execute(
        update(ServerKey)
        .where(ServerKey.name == "row_seal")
        .values(wrapped=cookie.wrapped, key_id=cookie.key_id)
    )
    with pytest.raises(BrokenKey):
        open_server_keys(session, ROOT, None)


def test_another_key_than_the_one_that_was_born_is_noticed(session: Session) -> None:
    session.execute(update(ServerKey).where(ServerKey.name == "signing").values(key_id=bytes(16)))
    with pytest.raises(BrokenKey, match="signing"):
        open_server_keys(session, ROOT, None)

"""Make and open the keys of the server process, which rest in the database under the root."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from caseflow.crypto.ciphers import Cipher, key_id, new_key
from caseflow.crypto.passwords import STANDARD_COST, PasswordCost
from caseflow.crypto.signing import Signer
from caseflow.crypto.wrapping import unwrap, wrap
from caseflow.database.tables.installation import ServerKey
from caseflow.vocabulary.errors import BadConfiguration, BrokenKey

_LABEL = "server key"
_NAMES = ("signing", "row_seal", "code_lookup", "cookie")


@dataclass(frozen=True, slots=True, repr=False)
class ServerKeys:
    """What the server process holds for as long as it runs."""

    signer: Signer  # of checkpoints
    row_seal: bytes
    code_lookup: bytes
    cookie: bytes
    root: Cipher
    trustee: Cipher | None  # the trustee secret; none where this process was not given it
    password_cost: PasswordCost
    key_ids: Mapping[str, bytes]  # of each server key, by name


def make_server_keys(session: Session, root: bytes, at: datetime) -> None:
    """Add new server keys, wrapped under the root, to a new installation."""
    cipher = Cipher(root)
    for name in _NAMES:
        key = new_key()
        row = ServerKey(
            name=name,
            version=1,
            key_id=key_id(key),
            root_key_id=cipher.key_id,
            wrapped=wrap(cipher, _LABEL, _context(name, 1), key),
            born_at=at,
        )
        session.add(row)


def open_server_keys(
    session: Session, root: bytes, trustee: bytes | None, cost: PasswordCost = STANDARD_COST
) -> ServerKeys:
    """Return the server keys that the root opens.

    A lower cost of passwords is for tests and the demo only. Raises BadConfiguration when the
    database is of no installation or of one with another root, BrokenKey when a row is changed.
    """
    cipher = Cipher(root)
    keys = {name: _opened(cipher, row) for name, row in _newest_rows(session).items()}
    return ServerKeys(
        signer=Signer(keys["signing"]),
        row_seal=keys["row_seal"],
        code_lookup=keys["code_lookup"],
        cookie=keys["cookie"],
        root=cipher,
        trustee=None if trustee is None else Cipher(trustee),
        password_cost=cost,
        key_ids={name: key_id(key) for name, key in keys.items()},
    )


def _newest_rows(session: Session) -> dict[str, ServerKey]:
    if not inspect(session.connection()).has_table(ServerKey.__tablename__):
        raise BadConfiguration("This database has no tables yet: run `caseflow init` first.")
    rows = session.scalars(select(ServerKey).order_by(ServerKey.version))
    found = {row.name: row for row in rows}
    missing = [name for name in _NAMES if name not in found]
    if missing:
        raise BadConfiguration(
            "This database holds no server key {missing}: `caseflow init` has not been run on it, "
            "or a part of it is missing.",
            missing=missing[0],
        )
    return found


def _opened(root: Cipher, row: ServerKey) -> bytes:
    if row.root_key_id != root.key_id:
        raise BadConfiguration(
            "This root key belongs to another installation: the server keys of this database name "
            "the root key {root_key_id}, and this one is {key_id}.",
            root_key_id=row.root_key_id.hex(),
            key_id=root.key_id.hex(),
        )
    key = unwrap(root, _LABEL, _context(row.name, row.version), row.wrapped)
    if key_id(key) != row.key_id:
        raise BrokenKey(f"The server key {row.name} is not the one that was born here.")
    return key


def _context(name: str, version: int) -> tuple[bytes, ...]:
    return name.encode(), version.to_bytes(4, "big")

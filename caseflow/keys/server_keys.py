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
from caseflow.keys.outside_versions import ROOT, check_version
from caseflow.vocabulary.errors import BadConfiguration, BrokenKey

_LABEL = "server key"
_NAMES = ("signing", "row_seal", "code_lookup", "cookie")


@dataclass(frozen=True, slots=True, repr=False)
class FormerKeys:
    """The root and the trustee secret that counted before, given while a rotation runs."""

    root: bytes | None = None
    trustee: bytes | None = None


_NONE_BEFORE = FormerKeys()


@dataclass(frozen=True, slots=True, repr=False)
class ServerKeys:
    """What the server process holds for as long as it runs.

    Which of two roots, or of two secrets, counts is not theirs to say: the database does
    (`caseflow.keys.outside_keys`).
    """

    signer: Signer  # of checkpoints
    row_seal: bytes
    code_lookup: bytes
    cookie: bytes
    root: Cipher
    former_root: Cipher | None
    trustee: Cipher | None  # the trustee secret; none where this process was not given it
    former_trustee: Cipher | None
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
    session: Session,
    root: bytes,
    trustee: bytes | None,
    cost: PasswordCost = STANDARD_COST,
    former: FormerKeys = _NONE_BEFORE,
) -> ServerKeys:
    """Return the server keys that the root opens, or the former root while a rotation begins.

    A lower cost of passwords is for tests and the demo only. Raises BadConfiguration when the
    database is of no installation, or of one with another or a newer root, BrokenKey when a row is
    changed.
    """
    newest = _newest_rows(session)
    cipher, before = Cipher(root), _cipher(former.root)
    check_version(session, ROOT, cipher.key_id)
    roots = {each.key_id: each for each in (cipher, before) if each is not None}
    keys = {name: _opened(roots, cipher, row) for name, row in newest.items()}
    return ServerKeys(
        signer=Signer(keys["signing"]),
        row_seal=keys["row_seal"],
        code_lookup=keys["code_lookup"],
        cookie=keys["cookie"],
        root=cipher,
        former_root=before,
        trustee=_cipher(trustee),
        former_trustee=_cipher(former.trustee),
        password_cost=cost,
        key_ids={name: key_id(key) for name, key in keys.items()},
    )


def _cipher(key: bytes | None) -> Cipher | None:
    return None if key is None else Cipher(key)


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


def _opened(roots: Mapping[bytes, Cipher], given: Cipher, row: ServerKey) -> bytes:
    root = roots.get(row.root_key_id)
    if root is None:
        raise BadConfiguration(
            "This root key belongs to another installation: the server keys of this database name "
            "the root key {root_key_id}, and this one is {key_id}.",
            root_key_id=row.root_key_id.hex(),
            key_id=given.key_id.hex(),
        )
    key = unwrap(root, _LABEL, _context(row.name, row.version), row.wrapped)
    if key_id(key) != row.key_id:
        raise BrokenKey(f"The server key {row.name} is not the one that was born here.")
    return key


def rewrap_server_keys(session: Session, former: Cipher, root: Cipher) -> int:
    """Wrap the server keys under another root, and return how many they are.

    All in one transaction: which root they name is which one counts.
    """
    query = select(ServerKey).where(ServerKey.root_key_id == former.key_id)
    rows = session.scalars(query.with_for_update()).all()
    for row in rows:
        place = _LABEL, _context(row.name, row.version)
        row.wrapped = wrap(root, *place, unwrap(former, *place, row.wrapped))
        row.root_key_id = root.key_id
    session.flush()
    return len(rows)


def _context(name: str, version: int) -> tuple[bytes, ...]:
    return name.encode(), version.to_bytes(4, "big")

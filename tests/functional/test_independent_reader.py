"""One short file that knows the page of formats alone opens, and checks, what the program wrote."""

import ast
import shutil
import sys
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature, InvalidTag
from sqlalchemy import select

from caseflow.audit.log_source import DatabaseSource
from caseflow.consents.sign_receipt import sign_receipt
from caseflow.database.tables.audit_log import Leaf
from caseflow.vocabulary.answers import Disclosed
from tests.factories.clients import case_at, consented, entry, new_client, write
from tests.factories.copied_house import copied
from tests.factories.house import PASSWORD, ROOT, House
from tests.factories.integrated import integrated
from tests.functional import independent_reader as reader

OWN, OPENED, CLOSED = "Eintrag des Frauenhauses", "Gewalt, dem Frauenhaus geöffnet", "Asthma"
FRIEDA = ("frieda@example.org", PASSWORD)
TEXTS = ("entries", "text")


@dataclass(frozen=True)
class Left:
    """A copy of a database, and what was handed out on paper."""

    file: Path
    note: str
    key: str  # verifier key
    leaves: list[bytes]
    receipt: str
    x: str


@pytest.fixture(scope="module")
def left(
    first_house_on_sqlite: House,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Left]:
    folder = tmp_path_factory.mktemp("left")
    with copied(first_house_on_sqlite, request, folder) as house:
        yield _lived(house, folder)


def _lived(house: House, folder: Path) -> Left:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    client = new_client(house, berta)
    case_at(house, frieda, client)
    write(house, berta, client, entry(OPENED), entry(CLOSED, "health"))
    write(house, frieda, client, entry(OWN))
    consent = consented(house, berta, client, [frieda.unit], ["violence"])
    receipt = sign_receipt(house.work(berta), berta, consent.id)
    assert isinstance(receipt, Disclosed)
    integrated(house)
    source = DatabaseSource(house.work(), house.server.signer.public)
    with house.sessions() as session:
        leaves = [*session.scalars(select(Leaf.payload).order_by(Leaf.position))]
        database = session.get_bind().engine.url.database
    house.engine.dispose()  # the last connection brings the write-ahead log home
    file = Path(shutil.copyfile(str(database), folder / "stolen.db"))
    signed = receipt.value
    return Left(file, source.checkpoint(), source.key(), leaves, signed.token, signed.key["x"])


def test_it_imports_nothing_of_the_program_and_is_short() -> None:
    lines = Path(reader.__file__).read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 150
    nodes = list(ast.walk(ast.parse("\n".join(lines))))
    modules = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    modules |= {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    rooms = {module.partition(".")[0] for module in modules}
    assert rooms <= sys.stdlib_module_names | {"cryptography"}


def test_a_password_opens_the_fields_that_a_copied_database_opens_to_her(left: Left) -> None:
    assert sorted(reader.open_fields(left.file, ROOT, FRIEDA, TEXTS)) == [OWN, OPENED]
    with pytest.raises(InvalidTag):
        reader.open_fields(left.file, ROOT, (FRIEDA[0], "Sommer2026!"), TEXTS)
    with pytest.raises(InvalidTag):
        reader.open_fields(left.file, bytes(32), FRIEDA, TEXTS)


def test_a_checkpoint_is_verified_over_its_leaves(left: Left) -> None:
    assert reader.verify_checkpoint(left.note, left.key, left.leaves) == len(left.leaves) > 5
    changed = [*left.leaves[:-1], left.leaves[-1].replace(b"permitted", b"refused")]
    for wrong in (changed, left.leaves[:-1]):
        with pytest.raises(AssertionError):
            reader.verify_checkpoint(left.note, left.key, wrong)
    shorter = left.note.replace(f"\n{len(left.leaves)}\n", f"\n{len(left.leaves) - 1}\n")
    with pytest.raises(InvalidSignature):
        reader.verify_checkpoint(shorter, left.key, left.leaves)


def test_a_receipt_is_verified_with_the_key_that_the_officer_keeps(left: Left) -> None:
    said = reader.verify_receipt(left.receipt, left.x)
    assert said["schema_version"] == "urn:caseflow:consent-receipt:1"
    header, content, signature = left.receipt.split(".")
    forged = urlsafe_b64encode(b'{"purposes":[]}').decode().rstrip("=")
    for wrong in (f"{header}.{forged}.{signature}", f"{header}.{content}.{'A' * 86}"):
        with pytest.raises(InvalidSignature):
            reader.verify_receipt(wrong, left.x)

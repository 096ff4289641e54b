"""No ciphertext opens anywhere but at its own place, whole and unchanged: 5,000 tamperings."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy.types import LargeBinary

from caseflow.crypto.cards import CardPlace
from caseflow.crypto.fields import FieldsOfDrawer
from caseflow.database.base import Base
from caseflow.database.column_types import Sealed
from caseflow.identity.log_in_steps import keep_step
from caseflow.keys.keyring import ring
from caseflow.keys.unit_keys import renew_unit
from caseflow.vault.search_index import begin_generation
from caseflow.vocabulary.ids import new_id
from tests.factories.copied_house import copied
from tests.factories.documents import attached
from tests.factories.house import House
from tests.factories.scale import scaled
from tests.factories.second_factors import token_of
from tests.security.chests import all_chests
from tests.security.filled_house import filled
from tests.security.key_chests import Tokens
from tests.security.tamperings import Chest, found_opening, tampered

TRIALS = scaled(5_500)  # some of them change nothing
NOBODY = UUID(int=0)
# Columns of bytes that hold no ciphertext: public keys, key ids, digests, hashes, and the log.
PLAIN = {
    *("public", "recovery_public", "credential_id", "record", "row_seal", "seed", "challenge"),
    *("key_id", "code_key_id", "reader_key_id", "recovery_key_id", "root_key_id"),
    *("secret_key_id", "unit_key_id"),
    *("account", "code_tag", "cookie_digest", "digest", "grounds_digest", "identity", "key_digest"),
    "drafts.place",  # of an appointment it is a ciphertext
    *("question_tag", "reason_digest", "tag", "text_hash", "token", "token_digest"),
    *("hashes", "leaf_hash", "log_root", "payload", "root", "summary"),
}


@pytest.fixture(scope="module")
def house(
    first_house: House, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    with copied(first_house, request, tmp_path_factory.mktemp("filled")) as made:
        yield made


@pytest.fixture(scope="module")
def chests(house: House) -> list[Chest]:
    return chests_of(house)


def chests_of(house: House) -> list[Chest]:
    """Fill a house with every kind of ciphertext, and return them all."""
    life, berta = filled(house), house.actor("berta", "beratung")
    attached(house, berta, life.known, b"Brief " * 60_000)
    work = house.work_as("lea", "frauenhaus")
    renew_unit(work, house.units["frauenhaus"], new_id())
    work.finish()
    work = house.work(berta)
    keys = ring(work).unit_at_hand(berta.unit)
    assert keys is not None
    begin_generation(work, keys, 1)
    step = keep_step(work, ring(work).staff, 0)
    work.finish()
    return all_chests(house, Tokens(token_of(house, "berta"), step.token, life.program))


def test_every_column_that_holds_a_ciphertext_is_tried(chests: list[Chest]) -> None:
    kept = {
        f"{table.name}.{column.key}"
        for table in Base.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, LargeBinary | Sealed)
        and PLAIN.isdisjoint({column.key, f"{table.name}.{column.key}"})
    }
    assert {each.column for each in chests} == kept


def test_every_ciphertext_opens_at_its_place(chests: list[Chest]) -> None:
    assert [each.column for each in chests if each.opened(each.sealed) is None] == []


def test_no_tampered_ciphertext_opens(chests: list[Chest]) -> None:
    tried, wrong = found_opening(tampered(chests, TRIALS, 9))
    assert wrong == []
    assert tried >= scaled(5_000)


def test_without_the_row_in_what_a_ciphertext_is_bound_to_this_harness_goes_red(
    first_house_on_sqlite: House,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row = FieldsOfDrawer.row
    monkeypatch.setattr(
        FieldsOfDrawer,
        "row",
        lambda self, table, _row, revision: row(self, table, NOBODY, revision),
    )
    monkeypatch.setattr(CardPlace, "context", lambda self: (self.unit.bytes,))
    with copied(first_house_on_sqlite, request, tmp_path) as house:
        _, wrong = found_opening(tampered(chests_of(house), TRIALS, 9))
    assert {"entries", "cases"} <= {each.partition(".")[0] for each in wrong}

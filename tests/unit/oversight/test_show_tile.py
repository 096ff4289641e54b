import pytest
from sqlalchemy import func, select

from caseflow.database.tables.audit_log import Leaf
from caseflow.merkle.bundles import read_bundle
from caseflow.merkle.tree import leaf_hash
from caseflow.oversight import show_tile
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.unit.vault.reading import newest


def _shown(house: House, path: str) -> bytes | Refused:
    olga = house.actor("olga", "datenschutz")
    answer = show_tile(house.work(olga), olga, path)
    return answer.value if isinstance(answer, Disclosed) else answer


def test_a_partial_tile_holds_the_hashes_of_its_bundle(house: House) -> None:
    for _ in range(3):
        new_client(house, house.actor("berta", "beratung"))
    integrated(house)
    with house.sessions() as session:
        size = session.scalar(select(func.count()).select_from(Leaf)) or 0
    assert size > 2
    for width in (1, size):
        hashes, bundle = _shown(house, f"0/000.p/{width}"), _shown(house, f"entries/000.p/{width}")
        assert isinstance(hashes, bytes)
        assert isinstance(bundle, bytes)
        leaves = read_bundle(bundle)
        assert leaves is not None
        assert len(leaves) == width
        assert b"".join(map(leaf_hash, leaves)) == hashes
    assert newest(house, Act.LOG_READ)["details"] == {"tile": f"entries/000.p/{size}"}


@pytest.mark.parametrize(
    "path", ["0/000", "0/000.p/255", "0/001", "1/000.p/1", "entries/000", "entries/000.p/255", "x"]
)
def test_what_the_log_is_not_wide_enough_for_is_not_there(house: House, path: str) -> None:
    new_client(house, house.actor("berta", "beratung"))
    integrated(house)
    assert _shown(house, path) == Refused(Reason.NOT_OPEN)
    assert newest(house, Act.LOG_READ)["decision"] == "refused"


def test_nobody_but_an_officer_gets_one(house: House) -> None:
    berta = house.actor("berta", "beratung")
    for path in ("0/000.p/1", "x"):
        refused = show_tile(house.work(berta), berta, path)
        assert refused == Refused(Reason.NOT_YOUR_ROLE)

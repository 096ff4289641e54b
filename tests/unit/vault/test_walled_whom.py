from caseflow.vault.walled_whom import whom_mark, whom_of
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House


def test_whom_a_wall_keeps_away_is_told_by_the_servers_key_alone(house: House) -> None:
    work, wall, staff = house.work(), new_id(), tuple(house.staff.values())
    mark = whom_mark(work, wall, staff[1])
    assert staff[1].hex not in mark
    assert whom_of(work, wall, mark, staff) == staff[1]
    assert whom_of(work, new_id(), mark, staff) is None
    assert whom_of(work, wall, mark, staff[:1]) is None
    # Of an older log, too: what it is sealed under must never change.
    under = "whom a wall keeps away", {"wall": wall, "staff": staff[1]}
    assert mark == work.sealer.seal(*under).hex()

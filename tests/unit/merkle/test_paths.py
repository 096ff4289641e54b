import pytest

from caseflow.merkle.bundles import bundle_path
from caseflow.merkle.paths import Bundle, read_path
from caseflow.merkle.tiles import Tile, tile_path


@pytest.mark.parametrize("level", [0, 1, 9, 63])
@pytest.mark.parametrize("index", [0, 7, 999, 1000, 1_234_067, (1 << 55) - 1])
@pytest.mark.parametrize("width", [1, 9, 255, 256])
def test_a_path_names_what_it_was_written_for(level: int, index: int, width: int) -> None:
    path = tile_path(level, index, width).removeprefix("tile/")
    assert read_path(path) == Tile(level, index, width)
    path = bundle_path(index, width).removeprefix("tile/")
    assert read_path(path) == Bundle(index, width)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "0",
        "0/",
        "0/1",
        "0/0001",
        "00/001",
        "64/001",
        "99/001",
        "-1/001",
        "entry/001",
        "0/x000/001",
        "0/x001",
        "0/001/002",
        "0/x1/002",
        "0/001.p/0",
        "0/001.p/256",
        "0/001.p/999",
        "0/001.p/01",
        "0/001.p/",
        "0/001.p",
        "0/\u0660\u0660\u0661",
        "0/001\n",
        "entries/001.p/300",
        "0/x036/x028/x797/x018/x963/968",
        "0/x999/x999/x999/x999/x999/x999/999",
    ],
)
def test_another_spelling_names_nothing(path: str) -> None:
    assert read_path(path) is None

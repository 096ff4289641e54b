import pytest

from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.scans import Scan, read_scan, scan_text


def test_a_scan_is_read_as_it_was_named() -> None:
    scan = Scan(new_id(), "sharing-1.ar 7 b")
    assert read_scan(scan_text(scan)) == scan


@pytest.mark.parametrize("text", ["", "iVBORw0KGgo", "scan", "scan x y", "im Ordner 3 rechts"])
def test_what_names_none(text: str) -> None:
    assert read_scan(text) is None

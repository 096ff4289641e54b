from pathlib import Path

import pytest

from caseflow.settings.read_configuration import read_configuration
from caseflow.vocabulary.quick_exit import QuickExit
from tests.unit.settings.conftest import Complaint

SHIPPED = '"https://www.wikipedia.org/"'


def test_it_comes_with_an_address_and_a_provider_has_its_own(own: Path) -> None:
    file = own / "provider.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(SHIPPED, '"https://wetter.example/heute"'), encoding="utf-8")
    assert read_configuration().quick_exit == QuickExit()
    assert read_configuration(own).quick_exit == QuickExit("https://wetter.example/heute")


@pytest.mark.parametrize(
    "address",
    ["http://wetter.example/", "https://localhost/", "https://x.example/?q=1", "javascript:alert"],
)
def test_what_is_no_way_out(complaint: Complaint, address: str) -> None:
    assert "must be like https://" in complaint("provider.toml", SHIPPED, f'"{address}"')

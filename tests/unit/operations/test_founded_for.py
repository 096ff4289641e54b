from pathlib import Path

from caseflow.operations.founded_for import founded_for
from tests.factories.backups import url_of
from tests.factories.house import House


def test_the_name_of_the_founding_is_told(house: House, tmp_path: Path) -> None:
    assert founded_for(url_of(house)) == house.around.configuration.provider
    assert founded_for(f"sqlite:///{tmp_path / 'empty.db'}") is None

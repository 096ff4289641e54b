from pathlib import Path

import pytest

from caseflow.settings.read_configuration import read_configuration
from caseflow.settings.read_contact import read_contact
from caseflow.settings.toml_tables import Table
from caseflow.vocabulary.configuration import Contact
from caseflow.vocabulary.errors import BadConfiguration


def _table(**values: object) -> Table:
    return Table(Path("config/provider.toml"), {}, ("contact",), values)


def test_all_of_it_is_read() -> None:
    texts = {
        "email": "buero@example.org",
        "telephone": "030 1",
        "representative": "Vorstand: A. Beispiel",
        "officer": "datenschutz@example.org",
        "storage": "own machine",
    }
    found = read_contact(_table(address=["Weg 1 ", "", "12345 Ort"], **texts))
    assert found == Contact(address=("Weg 1", "12345 Ort"), **texts)


def test_nothing_is_needed_and_nothing_is_made_up() -> None:
    assert read_contact(_table()) == Contact()
    assert read_configuration().contact == Contact()


@pytest.mark.parametrize(
    "values", [{"email": "nobody"}, {"telephone": 30}, {"address": "Weg 1"}, {"fax": "1"}]
)
def test_what_cannot_be_meant_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(BadConfiguration):
        read_contact(_table(**values))

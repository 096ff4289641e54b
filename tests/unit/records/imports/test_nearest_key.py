import pytest

from caseflow.records.imports.nearest_key import known_keys, nearest_key
from tests.factories.house import configuration

KNOWN = set(known_keys(configuration().catalogue, configuration().categories))


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("client_nmae", "client_name"),
        ("birthdate", "birth_date"),
        ("residence_title.untill", "residence_title.until"),
        ("entry:not:goals", "entry:note:goals"),
        ("entry:note:gaols", "entry:note:goals"),
        ("Vermerk", None),
        ("", None),
    ],
)
def test_what_was_probably_meant_is_offered_and_nothing_far(given: str, meant: str | None) -> None:
    assert nearest_key(given, KNOWN) == meant

import pytest

from caseflow.settings.read_configuration import read_configuration
from caseflow.vocabulary.letters import LetterField
from caseflow.web.letters.letter_words import FIELDS, fields_of


def test_every_field_has_its_name() -> None:
    assert set(FIELDS) == set(LetterField)


def test_a_letter_asks_for_its_fields_between_envelope_and_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("caseflow.web.letters.letter_words.gettext", str)
    free = read_configuration().letters["free"]
    asked = [(each.key, each.several_lines) for each in fields_of(free)]
    assert asked == [
        ("name", False),
        ("matter", False),
        ("text", True),
        ("postal_address", True),
        ("signed", False),
    ]

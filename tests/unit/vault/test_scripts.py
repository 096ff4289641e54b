import pytest

from caseflow.vault.scripts import to_latin, without_apostrophes


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("محمد", "mhmd"),
        ("مُحَمَّد", "mhmd"),
        ("عمر", "amr"),
        ("سعيد", "syd"),
        ("فاطمه", "fatmeh"),
        ("خديجة", "khdyja"),
        ("علی\u200cرضا", "aly rda"),  # noqa: RUF001 - Persian is meant
        ("Mona", "Mona"),
    ],
)
def test_what_has_no_short_vowels_gets_none(text: str, latin: str) -> None:
    assert to_latin(text) == latin


def test_signs_of_soft_letters_and_stops_part_no_words() -> None:
    assert without_apostrophes("Ol'ha O’Neill Sa`id") == "Olha ONeill Said"

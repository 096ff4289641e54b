from collections.abc import Callable

import pytest

from caseflow.settings.read_configuration import read_configuration
from caseflow.vocabulary.letters import Addressee, LetterField

Complaint = Callable[[str, str, str], str]


def test_every_letter_is_there_in_each_language() -> None:
    configuration = read_configuration()
    assert set(configuration.letters) == {
        "accompaniment",
        "appointment",
        "confirmation",
        "cover",
        "free",
    }
    for letter in configuration.letters.values():
        assert set(letter.words) == set(configuration.languages)
        assert not letter.tells or Addressee.OUTSIDE in letter.to
    confirmation = configuration.letters["confirmation"]
    assert confirmation.tells == {"identity"}
    assert confirmation.fields == (LetterField.SINCE, LetterField.PERSON)
    assert not confirmation.neutral


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("{place}", "{plaze}", "`plaze` is none of the fields of this letter"),
        ("{place}", "{place", "a brace in `text` is not closed"),
        ("{place}", "{place!r}", "braces in `text` hold nothing but the name of a field"),
        ('"place"]', '"place", "signed"]', "`fields` names `signed`"),
        ('to = ["client"]', 'to = ["klient"]', "did you mean `client`?"),
        ("[words.en]", "[words.fr]", "`en` is missing"),
        ("neutral = true", 'neutral = "yes"', "`neutral` must be"),
        ("subject =", "betreff =", "`betreff` is no setting here"),
    ],
    ids=range(8),
)
def test_what_a_letter_may_not_be(complaint: Complaint, old: str, new: str, sentence: str) -> None:
    found = complaint("letters/appointment.toml", old, new)
    assert found.startswith("letters/appointment.toml, line ")
    assert sentence in found

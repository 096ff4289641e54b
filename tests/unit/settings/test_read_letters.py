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
        hers = configuration.tongues if Addressee.CLIENT in letter.to else ()
        assert set(letter.words) == {*configuration.languages, *hers}
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
        ("[words.en]", "[words.xx]", "`xx` is no setting here"),
        ("[words.fr]\nreviewed = false", "[words.fr]", "`reviewed` is missing"),
        ("[words.fr]", "[words.fr]\nlabel = 'Lettre'", "`label` is no setting here"),
        ("le {day}", "le {jour}", "`jour` is none of the fields of this letter"),
        ("neutral = true", 'neutral = "yes"', "`neutral` must be"),
        ("subject =", "betreff =", "`betreff` is no setting here"),
    ],
    ids=range(11),
)
def test_what_a_letter_may_not_be(complaint: Complaint, old: str, new: str, sentence: str) -> None:
    found = complaint("letters/appointment.toml", old, new)
    assert found.startswith("letters/appointment.toml, line ")
    assert sentence in found


def test_what_is_translated_says_so_as_long_as_nobody_has_reviewed_it() -> None:
    configuration = read_configuration()
    for key, letter in configuration.letters.items():
        for tag in letter.words.keys() & configuration.tongues.keys():
            words = letter.words[tag]
            assert words.label == letter.words["de"].label
            # Of a letter in one's own words nothing is translated.
            assert words.reviewed is (key == "free"), (key, tag)
            assert key == "free" or words.text not in {
                letter.words[each].text for each in ("de", "en")
            }

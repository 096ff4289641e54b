from caseflow.api.letter_words import LetterWord, letter_words
from tests.factories.house import configuration


def test_a_program_is_told_what_each_letter_takes() -> None:
    told = LetterWord(many=True).dump(letter_words(configuration().letters.values(), "en"))
    cover = next(each for each in told if each["id"] == "cover")
    assert cover == {
        "id": "cover",
        "label": "Cover letter with a receipt",
        "to": ["client"],
        "fields": ["enclosed"],
        "tells": [],
        "neutral": True,
    }

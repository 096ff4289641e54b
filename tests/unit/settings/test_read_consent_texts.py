import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from caseflow.settings.read_configuration import read_configuration
from caseflow.settings.read_consent_texts import text_hash
from caseflow.vocabulary.states import Notice

Complaint = Callable[[str, str, str], str]
GERMAN = "consents/sharing-1.de.toml"
# A text that was ever shown is never changed; what is better is a new version with a new line here.
SHOWN = {
    "disclosure-1.ar": "cc49d2b7ff7da90d",
    "disclosure-1.de-simple": "56acf5ebd7cb117a",
    "disclosure-1.de": "fab8e303c9af46d5",
    "disclosure-1.en": "9b1fa06f9d2b64cb",
    "disclosure-1.fa": "6b3e1a3445e4176b",
    "disclosure-1.fr": "914c6a89d75bfeeb",
    "disclosure-1.kmr": "7eea8072b470bcba",
    "disclosure-1.prs": "1f7481c380ebece9",
    "disclosure-1.ru": "7ade26a52ecb9736",
    "disclosure-1.tr": "60e4b5de7c980e06",
    "disclosure-1.uk": "c41b385189f786b3",
    "sharing-1.ar": "caeadbc0fa573f29",
    "sharing-1.de-simple": "b2a3aa915ce8dc26",
    "sharing-1.de": "b75969ee949dba0a",
    "sharing-1.en": "83b24ba398421db7",
    "sharing-1.fa": "fa908b9df25824a5",
    "sharing-1.fr": "3d0bda3c6656cb4c",
    "sharing-1.kmr": "101d42773aeb7b69",
    "sharing-1.prs": "b985f5661574c1f8",
    "sharing-1.ru": "1ea1b4257bcb1a30",
    "sharing-1.tr": "5adb27d521d00b20",
    "sharing-1.uk": "1f811e9e9f23c7ff",
}


def test_both_languages_say_the_same_points() -> None:
    configuration = read_configuration()
    german = configuration.consent_text("sharing", "de")
    english = configuration.consent_text("sharing", "en")
    assert german is not None
    assert english is not None
    assert [each.key for each in german.paragraphs] == [each.key for each in english.paragraphs]
    assert len(german.paragraphs) == 13
    assert set(german.notices) == set(english.notices) == set(Notice)


def test_no_text_that_was_ever_shown_is_changed() -> None:
    found = {
        f"{text.template}-{text.version}.{text.language}": text.text_hash
        for text in read_configuration().texts
    }
    assert {name: kept[:16] for name, kept in found.items()} == SHOWN
    assert len(set(found.values())) == len(found)


def test_the_hash_is_of_canonical_json() -> None:
    expected = hashlib.sha256('{"a":["ü"],"b":1}'.encode()).hexdigest()
    assert text_hash({"b": 1, "a": ["ü"]}) == expected


@pytest.mark.parametrize(
    "word", ["Sie entscheiden", "Einwilligung: Wer", 'Was"', "Ich entscheide freiwillig"]
)
def test_every_word_is_in_the_hash(own: Path, word: str) -> None:
    before = read_configuration(own).consent_text("sharing", "de")
    file = own / GERMAN
    text = file.read_text(encoding="utf-8")
    assert word in text
    file.write_text(text.replace(word, f"x{word}", 1), encoding="utf-8")
    after = read_configuration(own).consent_text("sharing", "de")
    assert before is not None
    assert after is not None
    assert before.text_hash != after.text_hash


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("version = 1", "version = 2", "must be named sharing-2.de.toml"),
        ('language = "de"', 'language = "tr"', "must be named sharing-1.tr.toml"),
        ("voluntary = ", "voluntry = ", "did you mean `voluntary`?"),
        ("heading = ", "header = ", "`header` is no setting here"),
        ("title = ", "titel = ", "did you mean `title`?"),
    ],
    ids=range(5),
)
def test_what_a_text_may_not_be(complaint: Complaint, old: str, new: str, sentence: str) -> None:
    found = complaint(GERMAN, old, new)
    assert found.startswith("consents/sharing-1.de.toml, line ")
    assert sentence in found


def test_a_language_without_its_text(own: Path, complaint: Complaint) -> None:
    names = ("categories.toml", "questions.toml", "provider.toml")
    for file in (*(own / name for name in names), *(own / "letters").glob("*.toml")):
        file.write_text(_in_italian(file), encoding="utf-8")
    found = complaint("provider.toml", '"de", "en"', '"de", "it"')
    assert found.startswith("config/consents/sharing-1.it.toml is missing; `it` is among")


def _in_italian(file: Path) -> str:
    return file.read_text(encoding="utf-8").replace("en = ", "it = ").replace("open_it", "open_en")

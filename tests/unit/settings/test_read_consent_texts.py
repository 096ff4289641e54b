import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from caseflow.settings.read_configuration import read_configuration
from caseflow.settings.read_consent_texts import text_hash
from caseflow.vocabulary.states import Notice

Complaint = Callable[[str, str, str], str]
GERMAN = "consents/sharing-1.de.toml"


def test_both_languages_say_the_same_points() -> None:
    configuration = read_configuration()
    german = configuration.consent_text("sharing", "de")
    english = configuration.consent_text("sharing", "en")
    assert german is not None
    assert english is not None
    assert [each.key for each in german.paragraphs] == [each.key for each in english.paragraphs]
    assert len(german.paragraphs) == 13
    assert set(german.notices) == set(english.notices) == set(Notice)


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
    (own / "categories.toml").write_text(_in_turkish(own / "categories.toml"), encoding="utf-8")
    (own / "questions.toml").write_text(_in_turkish(own / "questions.toml"), encoding="utf-8")
    (own / "provider.toml").write_text(_in_turkish(own / "provider.toml"), encoding="utf-8")
    found = complaint("provider.toml", '"de", "en"', '"de", "tr"')
    assert found.startswith("config/consents/sharing-1.tr.toml is missing; `tr` is among")


def _in_turkish(file: Path) -> str:
    return file.read_text(encoding="utf-8").replace("en = ", "tr = ").replace("open_tr", "open_en")

"""What every language of a client holds is the same, whole, and in that language."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from caseflow.settings.read_configuration import read_configuration
from caseflow.settings.read_tongues import read_tongues, with_labels
from caseflow.vocabulary.configuration import ConsentText
from caseflow.vocabulary.tongues import Tongue
from tests.factories.her_sentences import her_sentences
from tests.factories.house import configuration
from tests.machine.catalogues import german

Complaint = Callable[[str, str, str], str]
TONGUES = configuration().tongues
ARABIC = "tongues/words-1.ar.toml"
_VALUE = re.compile(r"%\(\w+\)s")
# What a word of each language is written with; names of laws and the like stay as they are.
_LETTERS = {
    **dict.fromkeys(("ar", "fa", "prs"), re.compile("[\u0600-\u06ff]")),
    **dict.fromkeys(("uk", "ru"), re.compile("[\u0400-\u04ff]")),
}
_ANY = re.compile("[A-Za-z]")
_FOREIGN = {  # letters that give another language away
    "uk": re.compile("[\u044b\u044d\u044a\u0451]"),
    "ru": re.compile("[\u0456\u0457\u0454\u0491]"),
    "ar": re.compile("[\u067e\u0686\u0698\u06af\u06a9\u06cc]"),
    "fa": re.compile("[\u0643\u064a\u0649\u0629]"),
    "prs": re.compile("[\u0643\u064a\u0649\u0629]"),
    "tr": re.compile("[êîûäß]"),
    "kmr": re.compile("[ğıöüäß]"),
    "fr": re.compile("[äößğış]"),
}


@cache
def _pages() -> frozenset[str]:
    return frozenset(str(message.id) for message in german())


def _texts(tag: str) -> Iterator[ConsentText]:
    for text in configuration().texts:
        if text.language == tag:
            yield text


def _written(tongue: Tongue) -> Iterator[str]:
    """Yield every text of a language."""
    yield from (*tongue.categories.values(), *tongue.purposes.values(), *tongue.sentences.values())
    for text in _texts(tongue.tag):
        yield from (text.title, *text.notices.values())
        yield from (said for each in text.paragraphs for said in (each.heading, each.text))


@pytest.mark.parametrize("tag", TONGUES)
def test_nothing_that_she_hears_is_missing_and_nothing_is_left_over(tag: str) -> None:
    tongue, known = TONGUES[tag], configuration()
    plain = tag.endswith("-simple")
    assert her_sentences(plain=plain) - tongue.sentences.keys() == set()
    assert tongue.sentences.keys() - _pages() == set()
    assert tongue.categories.keys() == known.categories.keys()
    assert tongue.purposes.keys() == known.purposes.keys()
    german = {text.template: text for text in _texts("de")}
    found = {text.template: text for text in _texts(tag)}
    assert found.keys() == german.keys()
    for template, text in found.items():
        keys = [each.key for each in text.paragraphs]
        assert keys == [each.key for each in german[template].paragraphs]
        for hers, ours in zip(text.paragraphs, german[template].paragraphs, strict=True):
            # Plain words have a line for each sentence.
            assert plain or hers.text.count("\n") == ours.text.count("\n"), hers.key


@pytest.mark.parametrize("tag", TONGUES)
def test_every_sentence_keeps_its_values(tag: str) -> None:
    for message, said in TONGUES[tag].sentences.items():
        assert sorted(_VALUE.findall(said)) == sorted(_VALUE.findall(message)), message
        assert not re.search(r"%(?!\(\w+\)s)", said), said


@pytest.mark.parametrize("tag", [tag for tag in TONGUES if not tag.startswith("de")])
def test_nothing_is_left_in_german_or_english_or_in_a_neighbours_letters(tag: str) -> None:
    ours = {said for text in (*_texts("de"), *_texts("en")) for said in text.notices.values()}
    ours |= {each.text for text in (*_texts("de"), *_texts("en")) for each in text.paragraphs}
    ours |= {said for said in her_sentences() if " " in said}  # “Question” is French too
    letters = _LETTERS.get(tag, _ANY)
    for said in _written(TONGUES[tag]):
        assert said not in ours
        assert letters.search(said), said
        assert not (tag in _FOREIGN and _FOREIGN[tag].search(said)), said
        assert "\ufffd" not in said


@pytest.mark.parametrize("tag", ["ar", "fa", "prs"])
def test_what_runs_the_other_way_is_set_apart_from_what_it_stands_in(tag: str) -> None:
    for said in _written(TONGUES[tag]):
        outside = re.sub("\u2068[^\u2069]*\u2069", "", _VALUE.sub("", said))
        assert not _ANY.search(outside), said


@pytest.mark.parametrize("tag", TONGUES)
def test_what_nobody_has_reviewed_says_so_in_text_and_words(tag: str) -> None:
    assert not TONGUES[tag].reviewed
    assert {text.reviewed for text in _texts(tag)} == {False}
    assert {text.reviewed for text in _texts("de")} == {True}
    assert {text.reviewed for text in _texts("en")} == {False}


def test_plain_german_is_not_called_by_the_name_that_readers_have_to_earn() -> None:
    told = " ".join(_written(TONGUES["de-simple"]))
    assert "Leichte" not in told
    assert "Einfache" in TONGUES["de-simple"].endonym


def test_the_newest_version_counts_and_own_labels_stay() -> None:
    configured = configuration()
    health = configured.categories["health"]
    assert health.labels["ar"] == TONGUES["ar"].categories["health"]
    assert next(iter(health.labels)) == "de"
    own = {"health": replace(health, labels={"de": "Gesundheit", "ar": "own"})}
    assert with_labels(own, {"ar": {"health": "x"}, "tr": {}})["health"].labels["ar"] == "own"


def test_a_newer_version_takes_the_place_of_the_former(own: Path) -> None:
    text = (own / ARABIC).read_text(encoding="utf-8")
    newer = own / "tongues" / "words-10.ar.toml"
    newer.write_text(text.replace("version = 1", "version = 10"), encoding="utf-8")
    assert read_tongues([newer, own / ARABIC])["ar"].version == 10
    assert read_configuration(own).tongues["ar"].version == 10


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("version = 1", "version = 2", "must be named words-2.ar.toml"),
        ('locale = "ar"', 'locale = "prs"', "`prs` is no locale of CLDR"),
        ("reviewed = false", 'reviewed = "no"', "`reviewed` must be true or false"),
        ("endonym = ", "endonim = ", "did you mean `endonym`?"),
        ("[purposes]", "[purpose]", "did you mean `purposes`?"),
    ],
    ids=range(5),
)
def test_what_a_language_may_not_be(
    complaint: Complaint, old: str, new: str, sentence: str
) -> None:
    found = complaint(ARABIC, old, new)
    assert found.startswith("tongues/words-1.ar.toml, line ")
    assert sentence in found

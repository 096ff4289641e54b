from dataclasses import FrozenInstanceError

import pytest

from caseflow.http.papers import unreviewed as said
from caseflow.vocabulary.tongues import PLAIN, TRANSLATED, Tongue, unreviewed
from tests.factories.house import configuration


def test_the_design_names_the_languages_and_none_of_them_is_the_pages() -> None:
    named = {"fr", "tr", "kmr", "ar", "fa", "prs", "uk", "ru", "de-simple"}
    assert configuration().tongues.keys() == named
    assert not named & set(configuration().languages)


def test_a_language_is_not_changed_once_it_is_read() -> None:
    tongue = Tongue("xx", 1, "Xx", "fr", False, {}, {}, {})  # noqa: FBT003 - in its order
    with pytest.raises(FrozenInstanceError):
        tongue.tag = "yy"  # type: ignore[misc]  # that is the test


def test_what_nobody_has_reviewed_is_said_by_the_sentences_of_the_pages() -> None:
    assert (PLAIN, TRANSLATED) == (said.PLAIN, said.TRANSLATED)
    assert [unreviewed("de-simple"), unreviewed("ar")] == [PLAIN, TRANSLATED]
    for tongue in configuration().tongues.values():
        assert tongue.unreviewed == tongue.sentences[unreviewed(tongue.tag)]

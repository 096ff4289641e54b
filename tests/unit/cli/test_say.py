import pytest

from caseflow.cli.audit import FAULTS
from caseflow.cli.audit_witness import CONTRADICTIONS
from caseflow.cli.german import GERMAN
from caseflow.cli.german_backups import GERMAN_BACKUPS
from caseflow.cli.german_keys import GERMAN_KEYS
from caseflow.cli.german_lifecycle import GERMAN_LIFECYCLE
from caseflow.cli.german_log import GERMAN_LOG
from caseflow.cli.german_reports import GERMAN_REPORTS
from caseflow.cli.german_retention import GERMAN_RETENTION
from caseflow.cli.german_settings import GERMAN_SETTINGS
from caseflow.cli.keys_rotate_outside import NO_ROTATION
from caseflow.cli.say import TRANSLATIONS, say, translate
from caseflow.cli.sentences import FAILURES, FIELDS, OTHERWISE, PROBLEMS, REFUSALS, ROLES
from caseflow.cli.settle import KINDS
from caseflow.vocabulary.sentences import Sentence
from tests.machine.told_sentences import faults, templates, unread

_TABLES = (FAULTS, CONTRADICTIONS, KINDS, NO_ROTATION, PROBLEMS, FIELDS, REFUSALS, FAILURES, ROLES)
SAID = {*templates(), *(text for table in _TABLES for text in table.values()), OTHERWISE}


def test_everything_that_is_said_can_be_found() -> None:
    assert len(templates()) > 80
    assert unread() == []


def test_every_sentence_has_its_german_and_none_is_left_over() -> None:
    # A sentence that holds nothing but another one needs none.
    assert sorted(TRANSLATIONS["de"]) == sorted(SAID - {"{what}"})
    parts = (
        GERMAN,
        GERMAN_BACKUPS,
        GERMAN_KEYS,
        GERMAN_LIFECYCLE,
        GERMAN_LOG,
        GERMAN_REPORTS,
        GERMAN_RETENTION,
        GERMAN_SETTINGS,
    )
    assert sum(map(len, parts)) == len(TRANSLATIONS["de"])


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("Nothing of it was done.", "Nothing of it was done."),
        ("{file} is gone", "{path} fehlt"),
        ("is missing", " "),
    ],
)
def test_what_is_no_translation_is_found(english: str, german: str) -> None:
    assert faults(english, german) != []


def test_the_locale_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    nearest = Sentence("; did you mean `{word}`?", {"word": "ja"})
    for locale, said in (
        ("de_DE.UTF-8", "`a` ist `b`; ist `ja` gemeint?"),
        ("en_GB.UTF-8", "`a` is `b`; did you mean `ja`?"),
    ):
        monkeypatch.setenv("LC_ALL", locale)
        assert say("`{key}` is `{value}`{nearest}", key="a", value="b", nearest=nearest) == said
        assert translate("never heard of") == "never heard of"

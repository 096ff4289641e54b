"""Say what a command has to say in the language of whoever reads it."""

from collections.abc import Mapping
from types import MappingProxyType

from caseflow.cli.german import GERMAN
from caseflow.cli.german_backups import GERMAN_BACKUPS
from caseflow.cli.german_keys import GERMAN_KEYS
from caseflow.cli.german_lifecycle import GERMAN_LIFECYCLE
from caseflow.cli.german_log import GERMAN_LOG
from caseflow.cli.german_reports import GERMAN_REPORTS
from caseflow.cli.german_retention import GERMAN_RETENTION
from caseflow.cli.german_settings import GERMAN_SETTINGS
from caseflow.cli.reader_language import reader_language
from caseflow.vocabulary.sentences import Sentence

TRANSLATIONS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "de": MappingProxyType(
            {
                **GERMAN,
                **GERMAN_BACKUPS,
                **GERMAN_KEYS,
                **GERMAN_LIFECYCLE,
                **GERMAN_LOG,
                **GERMAN_REPORTS,
                **GERMAN_RETENTION,
                **GERMAN_SETTINGS,
            }
        ),
        "en": MappingProxyType({}),
    }
)


def say(said: str | Sentence, /, **values: object) -> str:
    """Return a sentence, or its English template filled, in the language of the terminal."""
    return (Sentence(said, values) if isinstance(said, str) else said).said(translate)


def translate(template: str) -> str:
    """Return a template in the language of the terminal; one that is not known stays English."""
    spoken = TRANSLATIONS[reader_language(tuple(TRANSLATIONS))]
    return spoken.get(template, template)

from dataclasses import FrozenInstanceError, replace
from datetime import timedelta

import pytest

from caseflow.settings.read_configuration import read_configuration
from caseflow.vocabulary.configuration import Configuration, ConsentText
from caseflow.vocabulary.states import Notice


@pytest.fixture(scope="module")
def configuration() -> Configuration:
    return read_configuration()


def test_what_an_emergency_opens(configuration: Configuration) -> None:
    assert configuration.emergency_categories == {"identity", "health", "family"}


def test_what_the_trustee_holds(configuration: Configuration) -> None:
    missing = configuration.categories.keys() - configuration.trustee_categories
    assert missing == {"whereabouts", "evidence"}


def test_what_no_consent_opens(configuration: Configuration) -> None:
    assert configuration.closed_categories == {"evidence"}


def test_the_periods_that_the_design_names(configuration: Configuration) -> None:
    limits = configuration.limits
    assert limits.session_idle == timedelta(minutes=15)
    assert limits.session_absolute == timedelta(hours=10)
    assert limits.desk == timedelta(minutes=60)
    assert limits.emergency == timedelta(hours=4)
    assert limits.emergency_review == timedelta(hours=48)
    assert limits.login.most == 100


def text(version: int, language: str = "de") -> ConsentText:
    return ConsentText("sharing", version, language, "", (), dict.fromkeys(Notice, ""), "")


def test_the_newest_text_is_shown_and_old_ones_are_found(configuration: Configuration) -> None:
    changed = replace(configuration, texts=(text(1), text(3), text(2), text(4, "en")))
    assert changed.consent_text("sharing", "de") == text(3)
    assert changed.consent_text("sharing", "de", 2) == text(2)
    assert changed.consent_text("sharing", "de", 4) is None
    assert changed.consent_text("sharing", "tr") is None
    assert changed.consent_text("other", "de") is None


def test_it_is_frozen(configuration: Configuration) -> None:
    with pytest.raises(FrozenInstanceError):
        configuration.provider = "another"  # type: ignore[misc]  # what is tried here

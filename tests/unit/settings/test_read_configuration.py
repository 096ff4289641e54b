from collections.abc import Callable
from pathlib import Path

from caseflow.settings.read_configuration import read_configuration

Complaint = Callable[[str, str, str], str]


def test_a_copy_says_the_same(own: Path) -> None:
    assert read_configuration(own) == read_configuration()


def test_one_own_file_overrides(own: Path) -> None:
    for file in own.glob("*.toml"):
        if file.name != "provider.toml":
            file.unlink()
    provider = own / "provider.toml"
    text = provider.read_text(encoding="utf-8")
    provider.write_text(text.replace("Musterträger", "Verein"), encoding="utf-8")
    assert read_configuration(own).provider == "Verein"


def test_an_unknown_setting(complaint: Complaint) -> None:
    found = complaint("provider.toml", "time_zone =", "timezone =")
    assert found.endswith("`timezone` is no setting here; did you mean `time_zone`?")


def test_a_category_may_not_outlast_the_longest_consent(complaint: Complaint) -> None:
    found = complaint("provider.toml", "consent_days = 365", "consent_days = 300")
    assert "category `identity` lasts 365 days, longer than this" in found
    assert found.startswith("config/provider.toml, line ")

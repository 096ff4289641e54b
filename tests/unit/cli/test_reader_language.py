import pytest

from caseflow.cli.reader_language import reader_language

OFFERED = ("de", "en")


@pytest.fixture(autouse=True)
def _no_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("found", "language"),
    [("en_GB.UTF-8", "en"), ("de", "de"), ("C.UTF-8", "de"), ("tr_TR", "de"), ("", "de")],
)
def test_the_locale_chooses_among_those_offered(
    monkeypatch: pytest.MonkeyPatch, found: str, language: str
) -> None:
    assert reader_language(OFFERED) == "de"
    monkeypatch.setenv("LANG", found)
    assert reader_language(OFFERED) == language


def test_the_stronger_variable_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "de_DE")
    monkeypatch.setenv("LC_ALL", "en_US")
    assert reader_language(OFFERED) == "en"

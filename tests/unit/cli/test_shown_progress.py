import pytest

from caseflow.cli.shown_progress import shown_progress


def test_where_nobody_looks_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with shown_progress("Working") as progress:
        progress(1, 2)
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "")


def test_on_a_terminal_it_stands_on_stderr(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    with shown_progress("Working") as progress:
        progress(1, 2)
    said = capsys.readouterr()
    assert said.out == ""
    assert "Working" in said.err

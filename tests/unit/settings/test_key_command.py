import os
import sys
import time
from pathlib import Path

import pytest

from caseflow.settings.key_command import printed_by, split_command
from caseflow.vocabulary.errors import BadConfiguration

KEY = bytes(range(32)).hex()


def python(script: str) -> tuple[str, ...]:
    return (sys.executable, "-S", "-c", script)


def refused(words: tuple[str, ...], seconds: int = 20) -> str:
    with pytest.raises(BadConfiguration) as caught:
        printed_by("KEY_COMMAND", words, seconds)
    assert KEY not in str(caught.value)
    return str(caught.value)


def test_no_shell_reads_it() -> None:
    assert split_command("K", "vault get -field='a b' $HOME ; x") == (
        *("vault", "get", "-field=a b", "$HOME", ";", "x"),
    )


@pytest.mark.parametrize("text", ["", "  ", "vault 'get"])
def test_what_is_no_command(text: str) -> None:
    with pytest.raises(BadConfiguration, match="K is no command"):
        split_command("K", text)


def test_what_it_prints_is_taken_and_what_it_complains_of_goes_nowhere(
    capfd: pytest.CaptureFixture[str],
) -> None:
    script = f"import sys; print('{KEY}'); print('{KEY}', file=sys.stderr)"
    assert printed_by("KEY_COMMAND", python(script), 20) == KEY
    assert capfd.readouterr() == ("", "")


def test_a_failure_shows_neither_key_nor_complaint(capfd: pytest.CaptureFixture[str]) -> None:
    script = f"import sys; print('{KEY}'); print('{KEY}', file=sys.stderr); sys.exit(3)"
    assert "ended with code 3; run it by hand" in refused(python(script))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "script",
    [
        "import time; time.sleep(60)",
        "import os, time; os.close(1); time.sleep(60)",  # its output ends, and it does not
    ],
)
def test_it_is_not_waited_for_longer(script: str) -> None:
    begun = time.monotonic()
    assert "not done after 1 seconds; see CASEFLOW_KEY_COMMAND_SECONDS" in refused(
        python(script), 1
    )
    assert time.monotonic() - begun < 15


def test_what_it_has_started_ends_with_it(tmp_path: Path) -> None:
    mark = tmp_path / "pid"
    script = (
        "import os, subprocess, sys, time; "
        f"p = subprocess.Popen([sys.executable, '-S', '-c', 'import time; time.sleep(60)']); "
        f"open({str(mark)!r}, 'w').write(str(p.pid)); time.sleep(60)"
    )
    refused(python(script), 1)
    child = int(mark.read_text())
    for _ in range(100):
        if not _runs(child):
            return
        time.sleep(0.05)
    pytest.fail("what the command had started still runs")


def _runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_more_than_a_key_is_not_read_to_its_end() -> None:
    script = "import sys\nwhile True: sys.stdout.write('a' * 4096)"
    assert "prints more than a key" in refused(python(script))


def test_what_is_not_there_cannot_be_run() -> None:
    assert "cannot be run (FileNotFoundError)" in refused(("/no/such/program",))


def test_it_is_handed_no_other_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEFLOW_TRUSTEE_KEY", KEY)
    monkeypatch.setenv("CASEFLOW_DATABASE_URL", "hush")
    monkeypatch.setenv("VAULT_ADDR", "there")
    script = "import os; print(sorted(n for n in os.environ if n[:4] in ('CASE', 'VAUL')))"
    others = [name for name in os.environ if name.startswith("CASEFLOW_")]
    for name in others:
        monkeypatch.delenv(name)
    monkeypatch.setenv("CASEFLOW_TRUSTEE_KEY", KEY)
    monkeypatch.setenv("CASEFLOW_DATABASE_URL", "hush")
    assert printed_by("KEY_COMMAND", python(script), 20) == "['VAULT_ADDR']"

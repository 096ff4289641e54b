"""A disk that is full, or closed to us: one sentence, exit code 1, nothing lost or half done."""

import os
import resource
import subprocess
import sys
from functools import partial
from pathlib import Path

from tests.factories.command_line import FOUNDER, Installed
from tests.unit.cli.conftest import caseflow, database_url  # noqa: F401 - fixtures

ROOT = Path(__file__).resolve().parents[2]
COMMAND = "from caseflow.app import main; main()"


def run(*words: str, room: int | None = None) -> tuple[int, list[str]]:
    """Run the real command where no file may outgrow `room` bytes; return code and sentences."""
    limit = None if room is None else partial(_limit, room)
    done = subprocess.run(  # noqa: S603 - ourselves, no shell
        [sys.executable, "-c", COMMAND, *words],
        check=False,
        cwd=ROOT,
        env=os.environ,
        capture_output=True,
        text=True,
        preexec_fn=limit,
    )
    return done.returncode, [
        line
        for line in done.stderr.splitlines()
        if not line.startswith("{")  # a log line
    ]


def _limit(room: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))


def test_a_full_disk_is_one_sentence_and_nothing_is_half_done(
    installed: Installed, tmp_path: Path
) -> None:
    before = installed.told("unit", "list")
    sheet = tmp_path / "liste.csv"
    lines = "".join(f"Beispiel {number},note {number}\n" for number in range(200))
    sheet.write_text(f"#caseflow,\nclient_name,entry:note:violence\n{lines}", encoding="utf-8")
    full = (tmp_path / "data" / "caseflow.db").stat().st_size
    code, said = run("import", "clients", str(sheet), "--as", FOUNDER, room=full)
    assert code == 1
    assert len(said) == 1, said
    assert said[0].startswith("caseflow: ")
    assert installed.told("unit", "list") == before
    assert installed.told("audit", "verify")["verified"] is True


def test_a_folder_that_is_not_ours_is_one_sentence(installed: Installed, tmp_path: Path) -> None:
    assert installed.told("unit", "list")
    nowhere = tmp_path / "a file"
    nowhere.write_text("")
    code, said = run("demo", "--data", str(nowhere / "demo"))
    assert code == 1
    refused = [line for line in said if line.startswith("caseflow: ")]
    assert len(refused) == 1, said
    assert str(nowhere) in refused[0]

import json
from pathlib import Path

from tests.factories.command_line import FOUNDER, Installed
from tests.unit.paper.papers import read_back


def test_an_officer_writes_it_in_both_forms(installed: Installed, tmp_path: Path) -> None:
    record = ("processing-record", "--as", FOUNDER, "--language", "en")
    shown = json.loads(installed.said(*record))
    assert "Place of storage" in shown["missing"]
    file = tmp_path / "record.pdf"
    assert installed.said(*record, "--format", "pdf", "--output", str(file)) == ""
    assert "not yet entered: " in read_back(file.read_bytes())


def test_nobody_else_does(installed: Installed) -> None:
    invited = installed.told("user", "invite", "lea@example.org", "--name", "Lea", "--as", FOUNDER)
    installed.take_up(invited["link"], "korrekt pferd batterie")
    said = installed.refused("processing-record", "--as", "lea@example.org")
    assert "Your role does not allow this" in said

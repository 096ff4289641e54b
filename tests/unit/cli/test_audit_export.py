import json
from pathlib import Path

from caseflow.vocabulary.fhir import Release
from tests.factories.command_line import FOUNDER, Installed
from tests.factories.fhir import checked


def test_an_officer_writes_the_log_in_each_form(installed: Installed, tmp_path: Path) -> None:
    export = ("audit", "export", "--as", FOUNDER, "--format")
    lines = [json.loads(line) for line in installed.said(*export, "jsonl").splitlines()]
    assert lines[0]["act"] == "installation.birth"
    file = tmp_path / "log.csv"
    assert installed.said(*export, "csv", "--output", str(file)) == ""
    written = file.read_text(encoding="utf-8").splitlines()
    assert written[0].startswith("index,at,act,")
    assert len(written) > len(lines)
    again = [json.loads(line) for line in installed.said(*export, "jsonl").splitlines()]
    assert {"export": "csv"} in [each.get("details") for each in again]
    for words, release in (((), Release.R4), (("--fhir-version", "5.0"), Release.R5)):
        checked(json.loads(installed.said(*export, "fhir", *words)), release)


def test_nobody_else_does(installed: Installed) -> None:
    invited = installed.told("user", "invite", "lea@example.org", "--name", "Lea", "--as", FOUNDER)
    installed.take_up(invited["link"], "korrekt pferd batterie")
    said = installed.refused("audit", "export", "--format", "csv", "--as", "lea@example.org")
    assert "Your role does not allow this" in said

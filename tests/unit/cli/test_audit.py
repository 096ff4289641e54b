import json

from sqlalchemy import create_engine, text

from caseflow.cli.audit import FAULTS
from caseflow.oversight import Fault
from tests.factories.command_line import Installed


def test_a_sound_log_is_verified(installed: Installed) -> None:
    found = installed.told("audit", "verify")
    assert found["verified"] is True
    assert found["entries"] == found["size"] > 0
    assert len(found["root"]) == 64
    assert found["findings"] == []
    said = installed.said("audit", "verify")
    assert said.endswith("\nverified\n")
    assert f"{found['size'] + 1} of {found['size'] + 1} entries" in said


def test_every_record_of_a_founded_installation_is_compared(installed: Installed) -> None:
    found = installed.told("audit", "verify", "--records")
    assert found["verified"] is True, found["findings"]
    assert found["rows"] > 5
    assert f"\n{found['rows']} rows compared\n" in installed.said("audit", "verify", "--records")


def test_the_first_bad_entry_is_named(installed: Installed, database_url: str) -> None:
    installed.said("audit", "verify")
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(
            text("update log_leaves set payload = :other where position = 1"), {"other": b"{}"}
        )
    engine.dispose()
    assert installed.run("audit", "verify", "--json") == 1
    said = installed.capsys.readouterr()
    found = json.loads(said.out)
    assert found["verified"] is False
    assert found["findings"][0]["index"] == 1
    assert said.err.startswith("caseflow: the log is not as it was written (entry 1: ")
    assert said.err.count("\n") == 1
    assert installed.run("audit", "verify") == 1
    assert "\nverified" not in installed.capsys.readouterr().out


def test_every_fault_has_its_words() -> None:
    assert set(FAULTS) == set(Fault)

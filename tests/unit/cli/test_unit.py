from pathlib import Path

from tests.factories.command_line import FOUNDER, Installed

ADD = ("unit", "add", "sued", "--kind", "counselling", "--name", "Süd", "--as", FOUNDER)


def test_a_lead_adds_a_unit_and_leads_it(installed: Installed) -> None:
    assert "Süd (sued) is founded" in installed.said(*ADD)
    listed = installed.said("unit", "list")
    assert "sued                 counselling          Süd\n" in listed
    [founder] = installed.told("user", "list", "--as", FOUNDER)["users"]
    assert {"unit": "sued", "role": "lead"} in founder["memberships"]


def test_both_print_one_object(installed: Installed) -> None:
    added = installed.told(*ADD)
    assert (added["slug"], added["kind"], added["name"]) == ("sued", "counselling", "Süd")
    assert added in installed.told("unit", "list")["units"]


def test_a_name_in_addresses_is_taken_once(installed: Installed) -> None:
    installed.said(*ADD)
    assert installed.refused(*ADD) == "caseflow: Nothing was done: the slug is taken already.\n"


def test_whoever_belongs_to_no_unit_adds_none(installed: Installed, tmp_path: Path) -> None:
    anne = ("anne@example.org", "--name", "Anne", "--as", FOUNDER)
    password = tmp_path / "hers"
    password.write_text("neun himmel über der stadt")
    password.chmod(0o600)
    installed.take_up(installed.told("user", "invite", *anne)["link"], password.read_text())
    hers = ("--as", "anne@example.org", "--password-file", str(password))
    assert "Your role" in installed.refused(*ADD[:-2], *hers)

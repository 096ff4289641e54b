from pathlib import Path

import pytest

from tests.factories.command_line import FOUNDER, Installed

BY = ("--as", FOUNDER)
ANNE = ("anne@example.org", "--name", "Anne")


@pytest.fixture
def administrator(installed: Installed, tmp_path: Path) -> tuple[str, ...]:
    """Return the options by which an administrator acts, who has taken up her invitation."""
    address = ("root@example.org", "--name", "Rut", "--administrator")
    link = installed.told("user", "invite", *address, *BY)["link"]
    password = tmp_path / "hers"
    password.write_text("neun himmel über der stadt")
    password.chmod(0o600)
    installed.take_up(link, password.read_text())
    return "--as", "root@example.org", "--password-file", str(password)


def _users(installed: Installed) -> dict[str, dict[str, object]]:
    return {each["email"]: each for each in installed.told("user", "list", *BY)["users"]}


def test_an_invited_person_is_listed_before_she_comes(installed: Installed) -> None:
    said = installed.said("user", "invite", *ANNE, *BY)
    assert "\n/invitation/" in said
    listed = installed.said("user", "list", *BY)
    assert "anne@example.org                 Anne: invited\n" in listed
    assert "anna: beratung (lead), datenschutz (data-protection officer)\n" in listed


def test_an_address_is_invited_once(installed: Installed) -> None:
    installed.said("user", "invite", *ANNE, *BY)
    assert "the e-mail address is taken already" in installed.refused("user", "invite", *ANNE, *BY)


def test_an_administrator_disables_and_resets(
    installed: Installed, administrator: tuple[str, ...]
) -> None:
    installed.said("user", "invite", *ANNE, *BY)
    said = installed.said("user", "disable", "Anne@example.org", *administrator)
    assert "anne@example.org is disabled" in said.lower()
    assert _users(installed)["anne@example.org"]["disabled"] is True
    assert "Anne: disabled\n" in installed.said("user", "list", *BY)
    assert installed.told("user", "reset", "anne@example.org", *administrator)["link"]
    assert _users(installed)["anne@example.org"]["disabled"] is False
    assert "Rut: administrator\n" in installed.said("user", "list", *administrator)


def test_an_administrator_lets_somebody_try_again(
    installed: Installed, administrator: tuple[str, ...]
) -> None:
    installed.said("user", "invite", *ANNE, *BY)
    said = installed.said("user", "release", "Anne@example.org", *administrator)
    assert "may try to log in again" in said
    assert "your own account" in installed.refused(
        "user", "release", "root@example.org", *administrator
    )


def test_nobody_disables_herself_or_somebody_who_is_not_there(
    installed: Installed, administrator: tuple[str, ...]
) -> None:
    assert "your own account" in installed.refused(
        "user", "disable", "root@example.org", *administrator
    )
    assert "no account at nobody@example.org" in installed.refused(
        "user", "reset", "nobody@example.org", *administrator
    )


def test_a_lead_disables_nobody(installed: Installed) -> None:
    installed.said("user", "invite", *ANNE, *BY)
    refused = installed.refused("user", "disable", "anne@example.org", *BY)
    assert refused.startswith("caseflow: Your role does not allow this")


def test_whoever_belongs_to_no_unit_sees_no_accounts(installed: Installed, tmp_path: Path) -> None:
    link = installed.told("user", "invite", *ANNE, *BY)["link"]
    password = tmp_path / "hers"
    password.write_text("neun himmel über der stadt")
    password.chmod(0o600)
    installed.take_up(link, password.read_text())
    hers = ("--as", "anne@example.org", "--password-file", str(password))
    assert "Your role" in installed.refused("user", "list", *hers)

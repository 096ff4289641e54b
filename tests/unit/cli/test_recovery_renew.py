from pathlib import Path

from tests.factories.command_line import FOUNDER, Installed

RENEW = ("recovery", "renew", "--as", FOUNDER, "--recovery-shares", "2-of-3")
OPEN = ("recovery", "open-unit", "beratung", "--admit", FOUNDER, "--words-compared")


def test_new_shares_are_printed_once_and_the_units_follow(
    installed: Installed, tmp_path: Path
) -> None:
    told = installed.told(*RENEW)
    assert (len(told["recovery_shares"]), told["units_left"], told["drawers_left"]) == (3, 2, 0)
    assert "Former recovery shares still open 2 units" in installed.told("keys", "list")["due"]
    assert installed.run("doctor") == 1
    assert "Former recovery shares still open 2 units" in installed.capsys.readouterr().err
    assert installed.told("settle", "--as", FOUNDER)["own"] == 2
    assert installed.told("keys", "list")["due"] is None
    assert installed.told("doctor")["healthy"]
    for shares, opens in ((installed.shares, False), (told["recovery_shares"], True)):
        file = tmp_path / "shares"
        file.write_text("\n".join(shares[:2]))
        file.chmod(0o600)
        command = (*OPEN, "--shares-file", str(file))
        if opens:
            assert "belongs to beratung now" in installed.said(*command)
        else:
            assert "older than the newest ones" in installed.refused(*command)


def test_they_are_printed_with_what_is_left_to_do(installed: Installed) -> None:
    said = installed.said(*RENEW)
    assert "any 2 of these 3" in said
    assert "\n3 of 3\n" in said
    assert said.endswith("runs: caseflow settle --as EMAIL\n")
    assert "must be like 3-of-5" in installed.refused(*RENEW[:-1], "1-of-3")

from caseflow.cli.settle import KINDS
from caseflow.vault.settle_by_time import AT_NIGHT
from tests.factories.command_line import FOUNDER, Installed


def test_every_night_it_says_what_it_did(installed: Installed) -> None:
    assert installed.said("settle") == "Settled: 0; left: 0.\n"
    told = installed.told("settle", "--dry-run")
    assert told["due"].keys() == KINDS.keys() == {each.name for each in AT_NIGHT}
    assert (told["left"], told["own"]) == (0, 0)


def test_what_waits_for_somebodys_keys_is_done_in_each_of_her_units(installed: Installed) -> None:
    assert installed.told("settle", "--as", FOUNDER)["own"] == 0

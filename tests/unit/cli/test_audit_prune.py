from tests.factories.command_line import FOUNDER, Installed


def test_nothing_goes_of_a_young_log(installed: Installed) -> None:
    prune = ("audit", "prune", "--as", FOUNDER)
    assert installed.said(*prune) == "0 of 0 entries pruned\n"
    assert installed.said(*prune, "--dry-run") == "0 of 0 entries would be pruned\n"
    told = installed.told(*prune)
    assert (told["pruned"], told["looked_at"]) == (0, 0)
    assert told["before"].endswith("-01-01T00:00:00+01:00")

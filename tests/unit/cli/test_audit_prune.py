from dataclasses import replace

import pytest

from caseflow.oversight import PruneReport, PruneStep
from caseflow.vocabulary.answers import Done
from tests.factories.command_line import FOUNDER, Installed


def test_nothing_goes_of_a_young_log(installed: Installed, monkeypatch: pytest.MonkeyPatch) -> None:
    prune = ("audit", "prune", "--as", FOUNDER)
    assert installed.said(*prune) == "0 of 0 entries would be pruned\n"
    told = installed.told(*prune, "--dry-run")
    assert (told["state"], told["pruned"], told["looked_at"]) == ("planned", 0, 0)
    assert told["before"].endswith("-01-01T00:00:00+01:00")
    report = PruneReport(PruneStep.PRUNED, None, 2, 3)
    for each, said in (
        (report, "2 of 3 entries pruned\n"),
        (replace(report, step=PruneStep.PROPOSED), "another officer has to run this"),
    ):
        monkeypatch.setattr(
            "caseflow.cli.audit_prune.prune_log", lambda *_, each=each, **__: Done(each)
        )
        assert said in installed.said(*prune)
    assert installed.told(*prune)["before"] is None

from functools import partial

import pytest

from caseflow.oversight import PruneReport, PruneStep
from caseflow.vocabulary.answers import Done
from tests.factories.command_line import FOUNDER, Installed

PRUNE = ("audit", "prune", "--as", FOUNDER)


def test_nothing_goes_of_a_young_log_and_what_was_done_is_said(
    installed: Installed, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = installed.told(*PRUNE, "--dry-run")
    assert (told["state"], told["pruned"], told["looked_at"]) == ("planned", 0, 0)
    assert told["before"].endswith("-01-01T00:00:00+01:00")

    def answer(step: PruneStep, *_work: object, **_asked: object) -> Done[PruneReport]:
        return Done(PruneReport(step, None, 2, 3))

    for step, said in {
        PruneStep.PRUNED: "2 of 3 entries pruned\n",
        PruneStep.PROPOSED: "2 of 3 entries would be pruned\n"
        "Proposed; another officer has to run this within two weeks.\n",
    }.items():
        monkeypatch.setattr("caseflow.cli.audit_prune.prune_log", partial(answer, step))
        assert installed.said(*PRUNE) == said

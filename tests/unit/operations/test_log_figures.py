from datetime import timedelta
from pathlib import Path
from typing import cast

from caseflow.audit.witness_key import cosigner_at
from caseflow.operations.log_figures import LogFigures, log_figures
from caseflow.oversight import hand_in_cosignature, show_head, verify_at_console
from caseflow.vocabulary.answers import Disclosed, Done
from tests.factories.house import House, StoppedClock
from tests.factories.integrated import integrated


def figures(house: House) -> LogFigures:
    work = house.work()
    told = log_figures(work)
    work.abandon()
    return told


def test_of_an_empty_log_there_is_nothing_to_tell(house: House) -> None:
    assert figures(house) == LogFigures(
        entries=0,
        staged=0,
        lag=0.0,
        checkpoint_age=None,
        witnessed=0,
        witness_age=None,
        verified_age=None,
    )


def test_ages_grow_and_what_waits_is_counted(house: House, tmp_path: Path) -> None:
    clock, olga = cast("StoppedClock", house.around.clock), house.actor("olga", "datenschutz")
    verify_at_console(house.work())
    clock.advance(timedelta(seconds=10))
    head = show_head(house.work(olga), olga)
    assert isinstance(head, Disclosed)
    assert head.value is not None
    cosigner = cosigner_at(tmp_path / "key")
    note = cosigner.cosign(head.value.note, 1_772_442_000)
    work = house.work(olga)
    assert isinstance(hand_in_cosignature(work, olga, note, cosigner.key_text), Done)
    work.finish()
    integrated(house)
    show_head(house.work(house.actor("berta", "beratung")), house.actor("berta", "beratung"))
    clock.advance(timedelta(seconds=5))
    told = figures(house)
    assert (told.entries, told.staged, told.lag) == (3, 1, 5.0)
    assert (told.checkpoint_age, told.witnessed, told.witness_age) == (5.0, 2, 5.0)
    assert told.verified_age == 15.0

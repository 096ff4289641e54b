from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import func, select

from caseflow.audit.verify import verify
from caseflow.audit.witness_key import cosigner_at
from caseflow.database.tables.audit_log import Leaf
from caseflow.oversight import PruneStep, hand_in_cosignature, prune_log, show_head
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Reason, Refused
from tests.factories.clients import new_client
from tests.factories.house import House, StoppedClock
from tests.factories.integrated import integrated
from tests.factories.retention import second_officer
from tests.factories.told_log import told


@pytest.fixture
def old(house: House, tmp_path: Path) -> House:
    """A log with an entry about a client and others, all seen by a witness, four years ago."""
    olga = house.actor("olga", "datenschutz")
    new_client(house, house.actor("berta", "beratung"))
    head = show_head(house.work(olga), olga)
    assert isinstance(head, Disclosed)
    assert head.value is not None
    cosigner = cosigner_at(tmp_path / "key")
    note = cosigner.cosign(head.value.note, 1_772_442_000)
    work = house.work(olga)
    assert isinstance(hand_in_cosignature(work, olga, note, cosigner.key_text), Done)
    work.finish()
    cast("StoppedClock", house.around.clock).at = datetime(2030, 1, 2, 9, tzinfo=UTC)
    return house


def asked(house: House, actor: Actor, *, dry_run: bool = False) -> tuple[str, int, int]:
    answer = prune_log(house.work(actor), actor, dry_run=dry_run)
    assert isinstance(answer, Done)
    integrated(house)
    return answer.value.step.value, answer.value.pruned, answer.value.looked_at


def empty(house: House) -> int | None:
    with house.sessions() as session:
        gone = select(func.count()).select_from(Leaf).where(Leaf.pruned_by.is_not(None))
        return session.scalar(gone)


def test_what_is_old_and_about_no_kept_record_goes_once_two_officers_and_a_witness_agree(
    old: House,
) -> None:
    olga, second = old.actor("olga", "datenschutz"), second_officer(old)
    assert asked(old, olga, dry_run=True) == ("planned", 1, 2)
    # The look at the head; not her record, which is still there.
    assert asked(old, olga) == asked(old, olga) == ("proposed", 1, 2)
    assert empty(old) == 0
    done = prune_log(old.work(second), second)
    assert integrated(old) == 0, "a witness who looked now would miss what tells of the pruning"
    assert isinstance(done, Done)
    assert (done.value.step, done.value.pruned, done.value.looked_at) == (PruneStep.PRUNED, 1, 2)
    assert empty(old) == 1
    assert verify(old.work(), old.server.signer.public).findings == ()
    prunings = {each["id"]: each for each in told(old) if each["act"] == Act.LOG_PRUNE}
    [agreed] = [each for each in prunings.values() if "agreed" in each["details"]]
    proposed = prunings[agreed["details"]["agreed"]]
    assert (proposed["staff"], proposed["details"]) == (str(olga.staff), {"proposed": "2"})
    [gone] = [each for each in prunings.values() if "summary" in each["details"]]
    assert (gone["staff"], gone["details"]["pruned"]) == (str(second.staff), "1")


def test_nothing_goes_before_its_time_or_without_a_rule(old: House) -> None:
    clock, olga = cast("StoppedClock", old.around.clock), old.actor("olga", "datenschutz")
    clock.at = datetime(2029, 12, 31, 9, tzinfo=UTC)
    assert asked(old, olga) == ("planned", 0, 0)
    clock.at = datetime(2040, 1, 2, 9, tzinfo=UTC)
    without = replace(old.around.configuration, retention={})
    old.around = replace(old.around, configuration=without)
    assert asked(old, olga) == ("planned", 0, 0)


def test_what_no_witness_has_seen_stays(house: House) -> None:
    new_client(house, house.actor("berta", "beratung"))
    integrated(house)
    cast("StoppedClock", house.around.clock).at = datetime(2040, 1, 2, 9, tzinfo=UTC)
    assert asked(house, house.actor("olga", "datenschutz")) == ("planned", 0, 0)


def test_nobody_but_an_officer_prunes(house: House) -> None:
    berta = house.actor("berta", "beratung")
    assert prune_log(house.work(berta), berta) == Refused(Reason.NOT_YOUR_ROLE)

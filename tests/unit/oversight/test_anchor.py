from pathlib import Path

import pytest

from caseflow.audit.witness_key import Cosigner, cosigner_at
from caseflow.oversight import Anchor, hand_in_cosignature, show_anchor, show_head
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Invalid, Problem, Reason, Refused
from tests.factories.house import House
from tests.factories.told_log import told

AT = 1_772_442_000  # 2026-03-02T09:00:00Z


@pytest.fixture
def cosigner(tmp_path: Path) -> Cosigner:
    return cosigner_at(tmp_path / "key")


def note(house: House) -> str:
    olga = house.actor("olga", "datenschutz")
    head = show_head(house.work(olga), olga)
    assert isinstance(head, Disclosed)
    assert head.value is not None
    return head.value.note


def test_a_cosignature_is_an_entry_and_shows_how_much_is_anchored(
    house: House, cosigner: Cosigner
) -> None:
    olga = house.actor("olga", "datenschutz")
    nothing = show_anchor(house.work(olga), olga)
    assert isinstance(nothing, Disclosed)
    assert (nothing.value.size, nothing.value.at) == (0, None)
    signed = cosigner.cosign(note(house), AT)
    size = int(signed.splitlines()[1])
    work = house.work(olga)
    handed = hand_in_cosignature(work, olga, signed, cosigner.key_text)
    work.finish()
    at = house.around.clock.now()
    assert handed == Done(Anchor(size, at, 1))
    shown = show_anchor(house.work(olga), olga)
    assert shown == Disclosed(Anchor(size, at, 1))  # the look is an entry, not in the tree yet
    [entry] = [each for each in told(house) if each["act"] == Act.LOG_WITNESS]
    assert entry["details"]["cosignature"] == signed.splitlines()[-1]
    assert (entry["details"]["size"], entry["staff"]) == (str(size), str(olga.staff))


def test_only_a_head_of_this_log_that_the_key_cosigned_is_taken(
    house: House, cosigner: Cosigner
) -> None:
    olga = house.actor("olga", "datenschutz")
    plain = note(house)
    signed = cosigner.cosign(plain, AT)
    other = Cosigner(bytes(32))
    for sent, key, field in (
        (signed, "no key", "key"),
        (signed, other.key_text, "note"),
        (plain, cosigner.key_text, "note"),
        (cosigner.cosign(plain.replace("caseflow/", "other/"), AT), cosigner.key_text, "note"),
        (cosigner.cosign(plain.replace("\n1\n", "\n9\n"), AT), cosigner.key_text, "note"),
        (cosigner.cosign("no checkpoint\n\n— x AAAAAAAA\n", AT), cosigner.key_text, "note"),
        (signed + "x" * 4096, cosigner.key_text, "note"),
    ):
        work = house.work(olga)
        answer = hand_in_cosignature(work, olga, sent, key)
        work.abandon()
        assert answer == Invalid((Problem(field, "not_readable"),))
    assert not [each for each in told(house) if each["act"] == Act.LOG_WITNESS]


def test_nobody_but_an_officer_hands_one_in(house: House, cosigner: Cosigner) -> None:
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    refused = hand_in_cosignature(work, berta, "", cosigner.key_text)
    assert refused == Refused(Reason.NOT_YOUR_ROLE)

from uuid import uuid4

import pytest

from caseflow.crypto.cards import card_key
from caseflow.crypto.envelopes import own_envelope_key
from caseflow.crypto.kept_answers import answer_key
from caseflow.crypto.key_pairs import new_pair
from caseflow.keys.former_keys import FormerKey, seal_former
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.vocabulary.errors import MissingKey

UNIT = uuid4()
INSTALLATION = uuid4()
PAIR = uuid4()
PAIRS = [new_pair() for _ in range(3)]  # oldest first


def third_version() -> OpenedUnit:
    chain = []
    for version in (2, 1):
        newer, older = PAIRS[version], PAIRS[version - 1]
        former = FormerKey(INSTALLATION, UNIT, version, older.public.key_id)
        chain.append((former, seal_former(newer, former, older)))
    return OpenedUnit(UNIT, PAIR, 3, PAIRS[2], chain)


def test_the_newest_key_is_at_hand_with_what_is_derived_from_it() -> None:
    unit = third_version()
    assert unit.private is PAIRS[2]
    assert (unit.unit, unit.pair, unit.version, unit.loose) == (UNIT, PAIR, 3, ())
    assert unit.key_id == PAIRS[2].public.key_id
    assert unit.own.key == own_envelope_key(PAIRS[2]).key
    assert unit.cards.key == card_key(PAIRS[2]).key
    assert unit.newest.answers.key == answer_key(PAIRS[2]).key
    assert unit.own is unit.own


@pytest.mark.parametrize("version", [1, 2, 3])
def test_every_version_opens_by_its_key_id(version: int) -> None:
    unit = third_version()
    pair = PAIRS[version - 1]
    for _ in range(2):
        keys = unit.of(pair.public.key_id)
        assert keys.private.raw() == pair.raw()
        assert keys.cards.key == card_key(pair).key


def test_a_key_that_the_unit_never_had_is_missing() -> None:
    unit = third_version()
    with pytest.raises(MissingKey):
        unit.of(new_pair().public.key_id)
    assert unit.of(PAIRS[0].public.key_id).private.raw() == PAIRS[0].raw()

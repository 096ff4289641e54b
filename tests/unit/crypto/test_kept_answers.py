from dataclasses import replace
from uuid import UUID

import pytest

from caseflow.crypto.derivation import derive
from caseflow.crypto.kept_answers import AnswerPlace, answer_key, open_answer, seal_answer
from caseflow.crypto.key_pairs import new_pair
from caseflow.vocabulary.errors import BrokenKey

ONE, TWO, THREE = (UUID(int=each) for each in (1, 2, 3))
PLACE = AnswerPlace(ONE, TWO, THREE, b"digest")


def test_an_answer_opens_in_its_place_only() -> None:
    pair = new_pair()
    key = answer_key(pair)
    assert key.key == derive(pair.raw(), "kept answers")
    sealed = seal_answer(key, PLACE, "{}")
    assert open_answer(key, PLACE, sealed) == "{}"
    for other in (
        replace(PLACE, installation=TWO),
        replace(PLACE, unit=ONE),
        replace(PLACE, staff=ONE),
        replace(PLACE, key_digest=b"another"),
    ):
        with pytest.raises(BrokenKey):
            open_answer(key, other, sealed)
    with pytest.raises(BrokenKey):
        open_answer(answer_key(new_pair()), PLACE, sealed)


def test_its_length_is_hidden() -> None:
    key = answer_key(new_pair())
    assert len(seal_answer(key, PLACE, "a")) == len(seal_answer(key, PLACE, "a" * 40))

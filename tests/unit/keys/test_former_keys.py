from dataclasses import replace
from uuid import uuid4

import pytest

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.derivation import derive
from caseflow.crypto.key_pairs import new_pair
from caseflow.crypto.wrapping import wrap
from caseflow.keys.former_keys import FormerKey, open_former, seal_former
from caseflow.vocabulary.errors import BrokenKey

OLD = new_pair()
NEW = new_pair()
NAMED = FormerKey(uuid4(), uuid4(), 1, OLD.public.key_id)


def test_the_new_key_opens_the_former_one() -> None:
    assert open_former(NEW, NAMED, seal_former(NEW, NAMED, OLD)).raw() == OLD.raw()


def test_the_former_key_does_not_open_the_new_one() -> None:
    named = replace(NAMED, version=2, key_id=NEW.public.key_id)
    with pytest.raises(BrokenKey):
        open_former(OLD, named, seal_former(NEW, NAMED, OLD))


@pytest.mark.parametrize(
    "change",
    [{"installation": uuid4()}, {"unit": uuid4()}, {"version": 2}, {"key_id": bytes(16)}],
    ids=lambda change: next(iter(change)),
)
def test_it_opens_at_its_own_place_only(change: dict[str, object]) -> None:
    sealed = seal_former(NEW, NAMED, OLD)
    with pytest.raises(BrokenKey):
        open_former(NEW, replace(NAMED, **change), sealed)  # type: ignore[arg-type] # any field


def test_another_key_in_the_place_of_the_former_one_is_noticed() -> None:
    planted = seal_former(NEW, NAMED, new_pair())
    with pytest.raises(BrokenKey, match="not the one that was born"):
        open_former(NEW, NAMED, planted)


def test_the_chain_has_a_key_of_its_own() -> None:
    own = Cipher(derive(NEW.raw(), "own envelopes"))
    sealed = wrap(own, "former unit key", NAMED.context(), OLD.raw())
    with pytest.raises(BrokenKey):
        open_former(NEW, NAMED, sealed)
    ids = NAMED.installation.bytes, NAMED.unit.bytes
    context = (*ids, b"\x00\x00\x00\x01", OLD.public.key_id)
    chain = Cipher(derive(NEW.raw(), "former keys"))
    sealed = wrap(chain, "former unit key", context, OLD.raw())
    assert open_former(NEW, NAMED, sealed).raw() == OLD.raw()

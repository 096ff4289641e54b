from dataclasses import replace
from uuid import uuid4

import pytest

from caseflow.crypto.derivation import derive
from caseflow.crypto.one_time_codes import SecretPlace, open_secret, seal_secret, secrets_key
from caseflow.vocabulary.errors import BrokenKey

PLACE = SecretPlace(uuid4(), uuid4(), uuid4())
COOKIE = bytes(range(32))
KEY = secrets_key(COOKIE)


def test_a_secret_opens_where_it_was_sealed() -> None:
    sealed = seal_secret(KEY, PLACE, "JBSWY3DPEHPK3PXP")
    assert b"JBSWY3DP" not in sealed
    assert secrets_key(COOKIE).key == derive(COOKIE, "one-time secrets")
    assert open_secret(KEY, PLACE, sealed) == "JBSWY3DPEHPK3PXP"


@pytest.mark.parametrize("part", ["installation", "staff", "row"])
def test_it_opens_nowhere_else(part: str) -> None:
    sealed = seal_secret(KEY, PLACE, "JBSWY3DPEHPK3PXP")
    with pytest.raises(BrokenKey):
        open_secret(KEY, replace(PLACE, **{part: uuid4()}), sealed)


def test_another_server_opens_nothing() -> None:
    sealed = seal_secret(KEY, PLACE, "JBSWY3DPEHPK3PXP")
    with pytest.raises(BrokenKey):
        open_secret(secrets_key(bytes(32)), PLACE, sealed)

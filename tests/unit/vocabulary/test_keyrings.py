import inspect

from caseflow.keys.keyring import RequestKeyring
from caseflow.vocabulary.keyrings import Keyring


def test_the_key_store_has_the_one_keyring() -> None:
    assert Keyring in inspect.getmro(RequestKeyring)

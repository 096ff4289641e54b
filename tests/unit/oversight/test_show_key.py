from caseflow.crypto.signing import verify
from caseflow.merkle.notes import NoteVerifier, key_id, open_note, read_verifier_key
from caseflow.oversight import show_head, show_key
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.house import House
from tests.unit.vault.reading import newest


def test_the_head_is_signed_with_this_key(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    answer = show_key(house.work(olga), olga)
    assert isinstance(answer, Disclosed)
    assert newest(house, Act.LOG_READ)["details"] == {"key": "verifier"}
    key = read_verifier_key(answer.value)
    assert key is not None
    head = show_head(house.work(olga), olga)
    assert isinstance(head, Disclosed)
    assert head.value is not None
    by_us = NoteVerifier(
        key.name,
        key_id(key.name, key.public_key),
        lambda text, signature: verify(key.public_key, text, signature),
    )
    assert open_note(head.value.note, [by_us]) is not None


def test_nobody_but_an_officer_gets_it(house: House) -> None:
    berta = house.actor("berta", "beratung")
    assert show_key(house.work(berta), berta) == Refused(Reason.NOT_YOUR_ROLE)

from uuid import UUID

from caseflow.crypto.key_pairs import fingerprint, new_pair
from caseflow.keys.events import KeyEvent, pair_born
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.states import KeyReader

DRAWER = UUID("00000000-0000-4000-8000-00000000000a")
UNIT = UUID("00000000-0000-4000-8000-00000000000b")


def test_an_event_lists_what_it_says_and_nothing_else() -> None:
    event = KeyEvent(Act.KEY_GRANT, "drawer", DRAWER, 3, b"\x01\x02", KeyReader.UNIT, UNIT)
    assert event.listed() == {
        "act": "key.grant",
        "what": "drawer",
        "id": "00000000-0000-4000-8000-00000000000a",
        "version": "3",
        "key_id": "0102",
        "reader": "unit",
        "reader_id": "00000000-0000-4000-8000-00000000000b",
    }


def test_the_birth_of_a_pair_names_its_fingerprint_and_no_reader() -> None:
    public = new_pair().public
    listed = pair_born("unit", UNIT, 1, public).listed()
    assert listed["act"] == "key.birth"
    assert listed["key_id"] == public.key_id.hex()
    assert listed["fingerprint"] == fingerprint(public).hex()
    assert "reader" not in listed
    assert "reader_id" not in listed

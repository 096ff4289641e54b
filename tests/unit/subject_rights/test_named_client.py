from uuid import UUID

from caseflow.crypto.client_codes import new_code
from caseflow.subject_rights.named_client import is_there, named_client
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.house import House


def test_a_client_is_named_by_her_id_or_her_code(house: House) -> None:
    known = new_client(house, house.actor("berta", "beratung"))
    work = house.work()
    assert named_client(work, f" {known.id} ") == known.id
    assert named_client(work, known.code.lower()) == known.id
    assert is_there(work, known.id)


def test_whatever_else_is_typed_names_nobody(house: House) -> None:
    work = house.work()
    for typed in ("", "Kanarinja", new_code(), str(new_id())):
        found = named_client(work, typed)
        assert isinstance(found, UUID)
        assert not is_there(work, found)

from caseflow.api.call import Call
from caseflow.vocabulary.permissions import Permission


def call(address: str) -> Call:
    return Call(
        method="POST",
        address=address,
        summary="",
        permission=Permission.MEMBER,
        act=lambda sent: sent,
    )


def test_a_call_is_named_by_its_method_and_address() -> None:
    assert call("/clients/<uuid:client>/entries").name == "post_clients_client_entries"
    assert call("/sessions").name == "post_sessions"

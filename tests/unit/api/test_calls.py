from caseflow.api.calls import CALLS
from caseflow.vocabulary.permissions import Permission


def test_each_call_has_a_name_of_its_own() -> None:
    assert len({call.name for call in CALLS}) == len(CALLS)


def test_only_the_log_in_is_public() -> None:
    assert [call.name for call in CALLS if call.permission is Permission.PUBLIC] == [
        "post_sessions"
    ]


def test_whatever_names_somebody_can_be_knocked_at() -> None:
    unnamed = [call.name for call in CALLS if "<uuid:" in call.address and not call.about_client]
    assert unnamed == []

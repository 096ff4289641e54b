import pytest

from caseflow.oversight.event_kinds import kind_of
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.sights import SEEING


@pytest.mark.parametrize(
    ("act", "type_", "action", "narrower"),
    [
        (Act.STORY_READ, "rest", "R", ["read", "story.read"]),
        (Act.CLIENT_SEARCH, "rest", "E", ["search-type", "client.search"]),
        (Act.ENTRY_WRITE, "rest", "C", ["create", "entry.write"]),
        (Act.FACT_WRITE, "rest", "U", ["update", "fact.write"]),
        (Act.LOGIN_FAIL, "110114", "E", ["110122", "login.fail"]),
        (Act.USER_DISABLE, "110113", "U", ["110137", "user.disable"]),
        (Act.LOG_READ, "110101", "R", ["log.read"]),
        (Act.ALARM_KEY, "110113", "E", ["alarm.key"]),
        (Act.ALARM_ADDRESS, "110113", "E", ["alarm.address"]),
        (Act.COPY_DESTROY, "rest", "D", ["delete", "copy.destroy"]),
        (Act.DISCLOSURE_MAKE, "110106", "R", ["disclosure.make"]),
        ("of.later", "rest", "U", ["update", "of.later"]),
    ],
)
def test_each_act_has_its_kind_and_keeps_its_own_word(
    act: str, type_: str, action: str, narrower: list[str]
) -> None:
    kind = kind_of(act)
    assert (kind.type["code"], kind.action) == (type_, action)
    assert [each["code"] for each in kind.subtypes] == narrower


@pytest.mark.parametrize("act", sorted({*SEEING, *(act for act in Act if act.endswith(".read"))}))
def test_no_look_is_told_as_a_change(act: Act) -> None:
    taken_in = {Act.HANDOVER_ACCEPT, Act.COPY_MAKE, Act.CORRECTION_RECORD}  # they see, and write
    assert kind_of(act).action in ({"C", "U"} if act in taken_in else {"R", "E"})

from tests.factories.command_line import Installed
from tests.factories.house import ROOT, TRUSTEE


def test_the_keys_are_listed_by_their_ids(installed: Installed) -> None:
    told = installed.told("keys", "list")
    outside = [(each["key"], each["version"], each["rows"]) for each in told["outside"]]
    assert outside == [("root", 1, 1), ("trustee", 1, 2)]
    assert all(len(each["key_id"]) == 32 for each in (*told["outside"], *told["inside"]))
    assert told["due"] is None
    recovery = told["recovery"]
    assert len(recovery.pop("key_id")) == 32
    assert recovery == {"shares": "2-of-3", "units_left": 0, "drawers_left": 0}


def test_no_key_is_printed(installed: Installed) -> None:
    said = installed.said("keys", "list")
    assert "root, version 1: " in said
    assert "signing, version 1: " in said
    assert "shares 2-of-3; former shares still open 0 units and 0 drawers" in said
    for key in (ROOT, TRUSTEE):
        assert key.hex() not in said

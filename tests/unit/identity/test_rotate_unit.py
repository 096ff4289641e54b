import sys

import pytest
from sqlalchemy.exc import IntegrityError

from caseflow.identity.rotate_unit import rotate_unit
from caseflow.keys.keyring import ring
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from tests.factories.house import House
from tests.unit.identity.people import entries, outrun, person


def test_a_lead_renews_her_units_key_and_the_log_tells_which(house: House) -> None:
    lea = house.actor("lea", "beratung")
    work = house.work(lea)
    assert rotate_unit(work, lea) == Done(2)
    work.finish()
    [entry] = entries(work, Act.KEY_BIRTH)
    assert entry["details"] == {"rotated": "unit"}
    assert {(each["what"], each["version"]) for each in entry["keys"]} == {
        ("unit", "2"),
        ("trustee", "1"),
    }
    assert entry["bases"]
    work.finish()
    opened = ring(house.work_as("berta", "beratung")).unit
    assert opened is not None
    assert opened.version == 2


@pytest.mark.parametrize("name", ["berta", "nobody"])
def test_nobody_else_does(house: House, name: str) -> None:
    who = house.actor("berta", "beratung") if name == "berta" else person(house, "frieda")
    work = house.work()
    assert rotate_unit(work, who) == Refused(Reason.NOT_YOUR_ROLE)
    assert entries(work, Act.KEY_BIRTH)[0]["decision"] == "refused"


def test_who_was_removed_meanwhile_is_too_late(house: House) -> None:
    lea = house.actor("lea", "beratung")
    work = house.work(lea)
    outrun(work, house.memberships["lea", "beratung"])
    assert rotate_unit(work, lea) == Refused(Reason.TOO_LATE)


def test_while_another_request_renews_it_this_one_is_too_late(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    lea = house.actor("lea", "beratung")

    def taken(*_arguments: object) -> None:
        raise IntegrityError("insert", None, ValueError("unit_pairs"))

    monkeypatch.setattr(sys.modules[rotate_unit.__module__], "renew_unit", taken)
    assert rotate_unit(house.work(lea), lea) == Refused(Reason.TOO_LATE)

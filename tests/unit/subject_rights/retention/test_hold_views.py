"""The officers read why something is held; a damaged reason is named as such."""

from caseflow.database.tables.retention import Hold
from caseflow.subject_rights.retention import HoldView, list_holds
from caseflow.vault.reasons import seal_for_oversight
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.factories.retention import held
from tests.unit.vault.reading import newest


def listed(house: House) -> tuple[HoldView, ...]:
    olga = house.actor("olga", "datenschutz")
    answer = list_holds(house.work(olga), olga)
    assert isinstance(answer, Disclosed)
    return answer.value


def test_they_are_listed_with_their_reasons(house: House) -> None:
    held(house, None, house.units["beratung"])
    [view] = listed(house)
    assert (view.client, view.unit) == (None, house.units["beratung"])
    assert view.reason == "Klage vor dem Landgericht"
    lea = house.actor("lea", "beratung")
    assert list_holds(house.work(lea), lea) == Refused(Reason.NOT_YOUR_ROLE)


def test_a_reason_of_another_one_does_not_open(house: House) -> None:
    work = house.work()
    row = Hold(
        kind="legal_hold",
        client_id=None,
        unit_id=house.units["beratung"],
        reason=seal_for_oversight(work, new_id(), "für einen anderen"),
        set_by=new_id(),
        set_at=work.clock.now(),
    )
    work.session.add(row)
    work.finish()
    assert [view.reason for view in listed(house)] == [None]
    assert newest(house, Act.ALARM_KEY)["details"]["table"] == "holds"

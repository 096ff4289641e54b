from datetime import timedelta

from sqlalchemy import select, update

from caseflow.consents import ConsentView, list_consents
from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.database.tables.consents import Consent
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.states import ConsentState
from tests.factories.clients import Known, case_at, new_client
from tests.factories.declarations import agreed, declaration, offer, took_back
from tests.factories.house import House, StoppedClock
from tests.unit.vault.reading import newest


def _listed(house: House, actor: Actor, known: Known, reason: str = "") -> tuple[ConsentView, ...]:
    answer = list_consents(house.work(actor), actor, known.id, reason)
    assert isinstance(answer, Disclosed), answer
    return answer.value


def test_each_unit_sees_its_part_the_newest_first(house: House, clock: StoppedClock) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    wanda = house.actor("wanda", "wohnen")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    case_at(house, wanda, known)
    both = offer([berta.unit], [frieda.unit, wanda.unit], "violence")
    first = agreed(house, berta, known, declaration(both))
    clock.advance(timedelta(minutes=1))
    second = agreed(
        house, berta, known, declaration(offer([berta.unit], [frieda.unit], "whereabouts"))
    )
    assert [view.id for view in _listed(house, berta, known)] == [second.id, first.id]
    assert [view.id for view in _listed(house, frieda, known)] == [second.id, first.id]
    assert [view.id for view in _listed(house, wanda, known)] == [first.id]
    assert newest(house, Act.CONSENT_READ)["details"] == {"consents": "1"}
    took_back(house, berta, known, first.id)
    states = [view.state for view in _listed(house, frieda, known)]
    assert states == [ConsentState.ACTIVE, ConsentState.WITHDRAWN]


def test_a_forged_one_is_not_shown_and_raises_an_alarm(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    agreed(house, berta, known, declaration(offer([berta.unit], [frieda.unit], "violence")))
    with house.sessions.begin() as session:
        session.execute(update(Consent).values(language="en"))
    assert _listed(house, berta, known) == ()
    assert newest(house, Act.ALARM_SEAL)["details"]["table"] == "consents"


def test_a_closed_case_needs_a_reason_and_no_case_shows_nothing(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    refused = list_consents(house.work(frieda), frieda, known.id)
    assert refused == Refused(Reason.NOT_OPEN)
    work = house.work(berta)
    change(work, work.session.scalars(select(Case)).one(), closed_at=work.clock.now())
    work.finish()
    refused = list_consents(house.work(berta), berta, known.id)
    assert refused == Refused(Reason.REASON_NEEDED)
    assert _listed(house, berta, known, "Nachfrage der Klientin") == ()
    assert newest(house, Act.CONSENT_READ)["reason_digest"]

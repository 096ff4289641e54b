from datetime import date, timedelta

from sqlalchemy import select, update

from caseflow.consents import Withdrawn, withdraw_everything
from caseflow.database.tables.consents import Consent, Withdrawal
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, case_at, entry, new_client, write
from tests.factories.declarations import agreed, at_a_desk, declaration, offer
from tests.factories.house import House, StoppedClock
from tests.unit.vault.reading import newest, read, texts


def _everything(house: House, actor: Actor, known: Known) -> Withdrawn:
    work = house.work(actor)
    answer = withdraw_everything(work, actor, known.id)
    assert isinstance(answer, Done), answer
    work.finish()
    return answer.value


def test_a_desk_ends_all_in_one_act_without_being_shown_what(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    ida = house.actor("ida", "wohnen")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"), entry("Asthma", "health"))
    for category in ("violence", "health"):
        offered = offer([berta.unit], [frieda.unit], category)
        agreed(house, berta, known, declaration(offered))
    case_at(house, frieda, known)
    assert texts(read(house, frieda, known)) == ["Asthma", "Gewalt"]
    at_a_desk(house, ida, known)
    answer = _everything(house, ida, known)
    assert answer.seen == ()
    assert {each.category for each in answer.for_receipt} == {"violence", "health"}
    assert texts(read(house, frieda, known)) == []
    told = newest(house, Act.CONSENT_WITHDRAW)
    assert (len(told["ended"]), told["details"]) == (2, {"consents": "2"})
    with house.sessions() as session:
        assert None not in set(session.scalars(select(Consent.withdrawn_at)))


def test_a_unit_with_a_case_sees_what_was_read_as_far_as_it_is_its_part(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    wanda = house.actor("wanda", "wohnen")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    agreed(house, berta, known, declaration(offer([berta.unit], [frieda.unit], "violence")))
    case_at(house, frieda, known)
    case_at(house, wanda, known)
    read(house, frieda, known)
    answer = _everything(house, wanda, known)
    assert (answer.seen, len(answer.for_receipt)) == ((), 1)
    assert _everything(house, berta, known).for_receipt == ()  # nothing is left to end


def test_what_is_over_keeps_its_end_and_what_was_forged_is_written_down(
    house: House, clock: StoppedClock
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    olga = house.actor("olga", "datenschutz")
    known = new_client(house, berta)
    offered = offer([berta.unit], [frieda.unit], "violence")
    over = agreed(house, berta, known, declaration(offered, valid_until=date(2026, 3, 2)))
    forged = agreed(house, berta, known, declaration(offered))
    with house.sessions.begin() as session:
        widened = update(Consent).where(Consent.id == forged.id)
        session.execute(widened.values(categories=("health",)))
    clock.advance(timedelta(days=2))
    _everything(house, olga, known)
    with house.sessions() as session:
        assert session.scalars(select(Withdrawal.consent_id)).all() == [forged.id]
        row = session.scalars(select(Consent).where(Consent.id == over.id)).one()
    assert row.withdrawn_at is None


def test_who_does_not_know_her_is_refused(house: House) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    work = house.work(frieda)
    assert withdraw_everything(work, frieda, new_id()) == Refused(Reason.NOT_OPEN)
    work.finish()
    assert newest(house, Act.CONSENT_WITHDRAW)["decision"] == "refused"

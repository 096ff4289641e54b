from sqlalchemy import select

from caseflow.consents import Form, record_not_free
from caseflow.database.tables.consents import Consent, Refusal
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.records import ConsentEvidence
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from tests.factories.clients import case_at, entry, new_client, write
from tests.factories.declarations import agreed, declaration, offer
from tests.factories.house import House
from tests.unit.vault.reading import newest, read, texts


def test_what_she_signed_under_pressure_opens_nothing_and_looks_like_a_no(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    ida = house.actor("ida", "wohnen")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    case_at(house, frieda, known)
    # What lies with the shelter too no trustee hands out: a consent would wait for it.
    offered = offer(
        *([berta.unit, frieda.unit], [frieda.unit, ida.unit], "violence", "whereabouts"),
        refused=[(ida.unit, "health")],
    )
    work = house.work(berta)
    answer = record_not_free(work, berta, known.id, declaration(offered))
    work.finish()
    assert texts(read(house, frieda, known)) == []
    with house.sessions() as session:
        assert session.scalars(select(Consent)).all() == []
        refusal = session.scalars(select(Refusal)).one()
        evidence = session.scalars(select(ConsentEvidence)).one()
        drawer = session.scalars(select(Drawer).where(Drawer.id == evidence.drawer_id)).one()
    assert set(refusal.to_units) == {frieda.unit, ida.unit}
    assert refusal.categories == ("health", "violence", "whereabouts")
    assert (evidence.consent_id, drawer.category) == (refusal.id, "evidence")
    assert isinstance(answer, Done)
    assert answer.value.id == refusal.id
    freely = agreed(house, berta, known, declaration(offered))
    assert answer.value.pending_categories == freely.pending_categories == ("whereabouts",)
    assert newest(house, Act.REFUSAL_RECORD)["decision"] == "permitted"


def test_what_stands_against_a_consent_stands_against_this(house: House) -> None:
    berta, wanda = house.actor("berta", "beratung"), house.actor("ida", "wohnen")
    known = new_client(house, berta)
    offered = offer([berta.unit], [wanda.unit], "family")
    work = house.work(berta)
    unwitnessed = declaration(offered, form=Form("spoken"))
    answer = record_not_free(work, berta, known.id, unwitnessed)
    assert isinstance(answer, Invalid)
    assert {each.field for each in answer.problems} == {"form.witness", "form.reason"}
    scrawled = declaration(offered, form=Form("signed_screen"), signature="no picture")
    answer = record_not_free(work, berta, known.id, scrawled)
    assert answer == Invalid((Problem("form.signature", "no_signature"),))
    work.finish()
    work = house.work(wanda)
    sound = declaration(offered)
    assert record_not_free(work, wanda, known.id, sound) == Refused(Reason.NOT_OPEN)
    work.finish()

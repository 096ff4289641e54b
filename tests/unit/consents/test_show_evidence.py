from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import update

from caseflow.consents import Form, record_not_free, show_evidence, show_signature
from caseflow.database.tables.records import ConsentEvidence
from caseflow.vault.content_tables import sealed_columns
from caseflow.vault.contents import Content
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Reason, Refused
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.scans import Scan, scan_text
from tests.factories.clients import Known, case_at, new_client, write
from tests.factories.declarations import agreed, at_a_desk, declaration, offer
from tests.factories.desk_forms import close
from tests.factories.drawn import drawn
from tests.factories.house import House
from tests.unit.vault.reading import newest

NOT_OPEN = Refused(Reason.NOT_OPEN)


def _break(house: House) -> None:
    with house.sessions() as session:
        session.execute(update(ConsentEvidence).values(signature=b"\x00" * 64))
        session.commit()


@dataclass(frozen=True)
class Declared:
    """A client of counselling, of whom the shelter knows too, and what she declared there."""

    known: Known
    spoken: UUID
    signed: UUID
    forced: UUID


def _declared(house: House) -> Declared:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    offered = offer([berta.unit], [frieda.unit], "family")
    spoken = declaration(offered, form=Form("spoken", "Zoe Zeugin", "gebrochene Hand"))
    signed = declaration(offered, form=Form("signed_screen"), signature=drawn())
    work = house.work(berta)
    forced = record_not_free(work, berta, known.id, declaration(offered))
    assert isinstance(forced, Done)
    work.finish()
    first, second = (agreed(house, berta, known, each).id for each in (spoken, signed))
    return Declared(known, first, second, forced.value.id)


def test_the_recording_unit_alone_reads_how_it_was_declared(house: House) -> None:
    told, berta = _declared(house), house.actor("berta", "beratung")
    frieda, known = house.actor("frieda", "frauenhaus"), told.known.id
    answer = show_evidence(house.work(berta), berta, known)
    assert isinstance(answer, Disclosed)
    by_id = {each.consent: each for each in answer.value}
    spoken = by_id[told.spoken]
    assert (spoken.witness, spoken.reason) == ("Zoe Zeugin", "gebrochene Hand")
    assert {each for each in by_id if by_id[each].drawn} == {told.signed}
    assert {each for each in by_id if by_id[each].not_free} == {told.forced}
    assert {each["category"] for each in newest(house, Act.EVIDENCE_READ)["drawers"]} == {
        "evidence"
    }
    picture = show_signature(house.work(berta), berta, known, told.signed)
    assert isinstance(picture, Disclosed)
    assert picture.value.startswith(b"\x89PNG")
    assert newest(house, Act.EVIDENCE_READ)["details"] == {"consent": str(told.signed)}
    for other in (told.spoken, known):
        assert show_signature(house.work(berta), berta, known, other) == Refused()
    _no_scan_hides_another(house, told)
    # A consent opens the drawers that it names, and never how it came about.
    assert show_evidence(house.work(frieda), frieda, known) == Disclosed(())
    assert show_signature(house.work(frieda), frieda, known, told.signed) == Refused()
    _strangers_see_nothing(house, told.known)
    _break(house)
    assert show_evidence(house.work(berta), berta, known) == Disclosed(())
    assert show_signature(house.work(berta), berta, known, told.signed) == Refused()
    assert newest(house, Act.ALARM_KEY)


def _no_scan_hides_another(house: House, told: Declared) -> None:
    berta, brought = house.actor("berta", "beratung"), {Scan(new_id(), number) for number in "17"}
    for scan in brought:
        fields = dict.fromkeys(sealed_columns(ConsentEvidence), "") | {"signature": scan_text(scan)}
        of = {"consent_id": told.spoken}
        write(house, berta, told.known, Content(ConsentEvidence, "evidence", fields, of))
    answer = show_evidence(house.work(berta), berta, told.known.id)
    assert isinstance(answer, Disclosed)
    scans = {each.consent: each.scans for each in answer.value}
    assert (set(scans.pop(told.spoken)), set(scans.values())) == (brought, {()})


def _strangers_see_nothing(house: House, known: Known) -> None:
    ida = house.actor("ida", "wohnen")
    at_a_desk(house, ida, known)  # where she is recorded for, and nothing of hers is shown
    assert show_evidence(house.work(ida), ida, known.id) == NOT_OPEN
    assert show_signature(house.work(ida), ida, known.id, known.id) == NOT_OPEN


def test_a_closed_case_opens_it_for_a_reason(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    close(house, known)
    asked = show_evidence(house.work(berta), berta, known.id)
    assert asked == Refused(Reason.REASON_NEEDED)
    assert show_evidence(house.work(berta), berta, known.id, "Nachfrage") == Disclosed(())

from datetime import timedelta
from uuid import UUID

import pytest

from caseflow.exceptions import keep_copy
from caseflow.records import look_up_client
from caseflow.records.appointments import weeks_for_file
from caseflow.subject_rights.access_report import (
    AccessReport,
    ReportAsk,
    access_report,
    knock_at_report,
)
from caseflow.subject_rights.report_audiences import Audience
from caseflow.subject_rights.untold_bases import Choice, Special
from caseflow.vault.permit import NO_CLIENT
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Reason, Refused
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.sights import Deed
from tests.factories.appointments import booked
from tests.factories.clients import Known, case_at, consented, entry, new_client, write
from tests.factories.copies import copied, copies, shared, taken_back
from tests.factories.emergencies import declared
from tests.factories.house import House
from tests.unit.records.desk_work import do
from tests.unit.subject_rights.entries import later
from tests.unit.vault.reading import newest, read

RELEASED = {"language": "de", "form": "pdf"}


def report(house: House, known: Known, ask: ReportAsk) -> AccessReport:
    olga = house.actor("olga", "datenschutz")
    answer = access_report(house.work(olga), olga, known.id, ask)
    assert isinstance(answer, Disclosed), answer
    return answer.value


def _knocked(house: House, actor: Actor, client: UUID) -> Refused | None:
    work = house.work(actor)
    answer = knock_at_report(work, actor, client)
    work.finish()
    return answer


@pytest.fixture
def known(house: House) -> Known:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Er hat gedroht."), entry("Sie schläft nicht.", "health"))
    consented(house, berta, known, [frieda.unit], ["violence"])
    case_at(house, frieda, known)
    read(house, frieda, known)
    read(house, berta, known)
    assert isinstance(read(house, house.actor("ida", "wohnen"), known), Refused)
    return known


def test_it_tells_her_each_unit_with_what_it_saw_and_her_consent(
    house: House, known: Known
) -> None:
    found = report(house, known, ReportAsk(audience=Audience.CLIENT))
    frieda = next(each for each in found.sights if each.unit == house.units["frauenhaus"])
    assert (frieda.deed, frieda.categories) == (Deed.READ_RECORD, ("violence",))
    today = house.around.clock.now().date()
    assert [(each.kind, each.day) for each in frieda.grounds] == [
        ("consent", today), ("own_unit", None),
    ]  # fmt: skip
    assert found.refused == 1
    assert house.units["wohnen"] not in {each.unit for each in found.sights}


def test_whose_code_was_typed_for_another_client_is_not_told_where_that_one_is(
    house: House, known: Known
) -> None:
    ida = house.actor("ida", "wohnen")
    for beside in (new_id(), None):
        work = house.work(ida)
        assert isinstance(look_up_client(work, ida, known.code, beside), Done)
        work.finish()
        found = report(house, known, ReportAsk(audience=Audience.CLIENT))
        assert (ida.unit in {each.unit for each in found.sights}) is (beside is None)


def test_that_her_hours_left_in_a_file_is_told_without_what_is_about_others(house: House) -> None:
    berta = house.actor("berta", "beratung")
    hers, other = new_client(house, berta), new_client(house, berta)
    booked(house, berta, hers)
    booked(house, berta, other, "health")
    assert isinstance(do(house, berta, weeks_for_file), Disclosed)
    found = report(house, hers, ReportAsk(audience=Audience.CLIENT))
    [taken] = [each for each in found.sights if each.deed is Deed.TOOK_HOURS]
    assert (taken.unit, taken.categories, taken.times) == (berta.unit, (), 1)
    assert [each.kind for each in taken.grounds] == ["membership"]


def test_a_guardian_is_told_no_unit_and_no_number(house: House, known: Known) -> None:
    found = report(house, known, ReportAsk(audience=Audience.GUARDIAN))
    assert {each.unit for each in found.sights} == {None}
    assert {word for each in found.sights for word in each.categories} == {"health"}
    assert found.refused is None


def test_a_blocked_guardian_is_told_what_is_told_of_somebody_nobody_looked_at(
    house: House, known: Known
) -> None:
    blocked = report(house, known, ReportAsk(audience=Audience.BLOCKED))
    assert (blocked.sights, blocked.refused) == ((), None)


def test_an_emergency_not_reviewed_is_left_out_and_the_officer_is_told_which(house: House) -> None:
    wanda, berta = house.actor("wanda", "wohnen"), house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, entry("Sie schläft nicht.", "health"))
    case_at(house, wanda, known)
    made = declared(house, wanda, known, "health")
    read(house, wanda, known)
    later(house, timedelta(days=1))
    found = report(house, known, ReportAsk(audience=Audience.CLIENT))
    assert all("emergency" not in {g.kind for g in each.grounds} for each in found.sights)
    assert Deed.DECLARED_EMERGENCY not in {each.deed for each in found.sights}
    (left,) = found.left_out
    assert isinstance(left.basis, Special)
    assert (left.basis.id, left.times) == (made.id, 2)


def test_a_preview_is_a_look_and_what_is_handed_out_an_act(house: House, known: Known) -> None:
    report(house, known, ReportAsk(audience=Audience.BLOCKED))
    details = newest(house, Act.LOG_READ)["details"]
    assert details == {"report": "preview", "for": "blocked_guardian"}
    choice = Choice(tell=frozenset({NO_CLIENT}), hold=frozenset({known.id}))
    report(house, known, ReportAsk(audience=Audience.CLIENT, choice=choice, released=RELEASED))
    released = newest(house, Act.REPORT_RELEASE)
    assert released["details"] == {
        **RELEASED, "for": "client", "told": str(NO_CLIENT), "held": str(known.id),
    }  # fmt: skip
    assert released["client"] == str(known.id)


def test_the_officers_own_looks_are_told_too(house: House, known: Known) -> None:
    report(house, known, ReportAsk(audience=Audience.CLIENT))
    found = report(house, known, ReportAsk(audience=Audience.CLIENT))
    assert Deed.REVIEWED in {each.deed for each in found.sights}


def test_of_an_unknown_id_and_for_anybody_else_there_is_none(house: House, known: Known) -> None:
    olga, berta = house.actor("olga", "datenschutz"), house.actor("berta", "beratung")
    ask = ReportAsk(audience=Audience.CLIENT, released=RELEASED)
    for unknown in (new_id(), NO_CLIENT):
        assert access_report(house.work(olga), olga, unknown, ask) == Refused()
        assert _knocked(house, olga, unknown) == Refused()
    answer = access_report(house.work(berta), berta, known.id, ask)
    assert answer == Refused(Reason.NOT_YOUR_ROLE)
    assert _knocked(house, berta, known.id) == answer
    assert _knocked(house, olga, known.id) is None


def test_all_pages_of_a_long_log_are_read(
    house: House, known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = report(house, known, ReportAsk(audience=Audience.CLIENT))
    monkeypatch.setattr("caseflow.audit.look.CHUNK", 1)
    again = report(house, known, ReportAsk(audience=Audience.CLIENT))
    assert again.refused == whole.refused
    assert set(whole.sights) < set(again.sights)


def test_it_tells_her_that_a_copy_was_made_and_kept_on_another_basis(house: House) -> None:
    where, olga = shared(house), house.actor("olga", "datenschutz")
    copied(house, where)
    taken_back(house, where)
    [drawer] = copies(house, where.known)
    work = house.work(olga)
    assert keep_copy(work, olga, drawer.id, "legal_claims", "Klage") == Done(None)
    work.finish()
    found = report(house, where.known, ReportAsk(audience=Audience.CLIENT))
    told = {each.deed: (each.unit, each.categories) for each in found.sights}
    assert told[Deed.COPIED] == (where.frieda.unit, ("violence",))
    assert told[Deed.KEPT][0] == olga.unit

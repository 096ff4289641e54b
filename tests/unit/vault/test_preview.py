from sqlalchemy import select

from caseflow.database.sealed_rows import change
from caseflow.database.tables.units import Membership
from caseflow.vault.facts_of_rows import matrix_of
from caseflow.vault.preview import preview
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, consent_row, entry, new_client, write
from tests.factories.house import House


def test_a_preview_counts_the_people_who_would_read(house: House) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    work = house.work(berta)
    matrix = matrix_of(consent_row(work, berta, Known(new_id(), ""), [shelter], ["health"]))
    shown = preview(work, berta, matrix)
    assert shown.pairs == ((berta.unit, shelter, "health"),)
    assert (shown.people, shown.people_of) == (2, {shelter: 2})  # Lea and Frieda
    assert shown.pending_categories == ()
    frieda = house.memberships["frieda", "frauenhaus"].id
    row = work.session.scalars(select(Membership).where(Membership.id == frieda)).one()
    change(work, row, ended_at=work.clock.now())
    shown = preview(work, berta, matrix)
    assert (shown.people, shown.people_of) == (1, {shelter: 1})


def test_what_the_recording_unit_cannot_hand_out_would_wait(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    work = house.work(frieda)
    row = consent_row(work, frieda, known, [frieda.unit], ["whereabouts"], [berta.unit])
    before = preview(work, frieda, matrix_of(row))
    work.put_away()
    assert before.pending_categories == ("whereabouts",)
    write(house, berta, known, entry("Adresse", "whereabouts"))
    assert preview(house.work(frieda), frieda, matrix_of(row)) == before  # not from her drawers


def test_what_reaches_nobody_has_no_people(house: House) -> None:
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    matrix = matrix_of(consent_row(work, berta, Known(new_id(), ""), [], ["health"]))
    assert preview(work, berta, matrix).people == 0

import sys
from uuid import UUID

import pytest
from sqlalchemy import select

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.unit_of_work import Work
from caseflow.records.case_rows import add_case
from caseflow.records.close_case import close_case
from caseflow.records.create_client import create_client
from caseflow.records.open_case import open_case
from caseflow.vault.search import search
from caseflow.vault.settle import settle
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.clients import Known, consented, withdrawn
from tests.factories.house import House
from tests.unit.records.desk_work import create, desk_at, do, done, story, traces


def closed(house: House) -> tuple[Known, UUID]:
    berta = house.actor("berta", "beratung")
    created = done(do(house, berta, create_client, {"client_name": "Amal"}))
    done(do(house, berta, close_case, created.case, "Umzug"))
    return Known(created.id, created.code), created.case


def test_a_case_is_opened_at_the_desk(house: House) -> None:
    known = create(house, house.actor("berta", "beratung"), {"client_name": "Amal"})
    frieda = house.actor("frieda", "frauenhaus")
    assert do(house, frieda, open_case, known.id) == Refused(Reason.NOT_OPEN)
    desk_at(house, frieda, known)
    done(do(house, frieda, open_case, known.id))
    assert story(house, frieda, known).facts == ()
    found = search(house.work(frieda), frieda, known.code)
    assert isinstance(found, Disclosed)
    assert [(each.client, each.name) for each in found.value.items] == [(known.id, "")]
    assert [row["table"] for row in traces(house, Act.CASE_OPEN)[-1]["rows"]] == ["cases"]


def names(house: House, actor: Actor) -> list[str]:
    found = search(house.work(actor), actor, "")
    assert isinstance(found, Disclosed)
    return [each.name for each in found.value.items]


def test_her_name_comes_with_the_case_and_goes_with_it_and_with_the_consent(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = create(house, berta, {"client_name": "Amal"})
    consent = consented(house, berta, known, [frieda.unit], ["identity"])
    desk_at(house, frieda, known)
    case = done(do(house, frieda, open_case, known.id))
    assert names(house, frieda) == ["Amal"]
    settle(house.work(frieda), frieda)  # the card that waited in the inbox
    done(do(house, frieda, close_case, case))
    with house.sessions() as session:
        assert not session.scalars(select(NameCard).where(NameCard.unit_id == frieda.unit)).all()
    done(do(house, frieda, open_case, known.id, "Sie ist zurück."))
    assert names(house, frieda) == ["Amal"]
    read = traces(house, Act.CARD_FILE)[-1]
    assert [each["unit"] for each in read["drawers"]] == [str(berta.unit)]
    withdrawn(house, berta, known, consent)
    assert names(house, frieda) == [""]
    with house.sessions() as session:
        assert not session.scalars(select(NameCard).where(NameCard.unit_id == frieda.unit)).all()


def test_one_open_case_is_enough(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    assert do(house, berta, open_case, known.id) == Refused(Reason.TOO_LATE)
    assert traces(house, Act.CASE_OPEN)[-1]["decision"] == "refused"


def test_a_closed_case_opens_again_with_a_reason_and_she_keeps_code_and_name(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known, former = closed(house)
    assert do(house, berta, open_case, known.id) == Refused(Reason.REASON_NEEDED)
    case = done(do(house, berta, open_case, known.id, "Sie ist zurück."))
    assert case != former
    found = search(house.work(berta), berta, "amal")
    assert isinstance(found, Disclosed)
    assert [(each.case, each.code, each.open) for each in found.value.items] == [
        (case, known.code, True)
    ]


def test_a_restricted_case_opens_again_for_the_assigned_alone(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    known, former = closed(house)
    work = house.work(berta)
    row = work.session.scalars(select(Case).where(Case.id == former)).one()
    change(work, row, restricted=True)
    work.finish()
    desk_at(house, lea, known)
    assert do(house, lea, open_case, known.id) == Refused(Reason.NOT_OPEN)
    case = done(do(house, berta, open_case, known.id, "Sie ist zurück."))
    with house.sessions() as session:
        opened = session.scalars(select(Case).where(Case.id == case)).one()
        assert (opened.restricted, opened.assigned) == (True, (berta.staff,))
    assert do(house, lea, open_case, known.id) == Refused(Reason.NOT_OPEN)


def test_whoever_was_slower_finds_the_case_of_the_other(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    frieda, lea = house.actor("frieda", "frauenhaus"), house.actor("lea", "frauenhaus")
    known = create(house, house.actor("berta", "beratung"))
    desk_at(house, frieda, known)
    blind = iter([True])

    def late(work: Work, actor: Actor, client: UUID, code: str, former: Case | None) -> Case:
        if next(blind, False):
            add_case(work, lea, client, code, former)
            work.finish()
        return add_case(work, actor, client, code, former)

    monkeypatch.setattr(sys.modules[open_case.__module__], "add_case", late)
    assert do(house, frieda, open_case, known.id) == Refused(Reason.TOO_LATE)

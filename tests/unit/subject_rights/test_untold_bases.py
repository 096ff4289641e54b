from datetime import timedelta
from uuid import UUID

from sqlalchemy import update

from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.exceptions import review_emergency
from caseflow.subject_rights.untold_bases import Choice, Special, Why, specials
from tests.factories.clients import entry, new_client, write
from tests.factories.emergencies import declared
from tests.factories.house import House
from tests.factories.lawful import excepted, ground
from tests.unit.subject_rights.entries import later


def _of(house: House, client: UUID, choice: Choice = Choice()) -> list[Special]:  # noqa: B008 - frozen
    work = house.work()
    found = list(specials(work, [client], choice))
    work.finish()
    return found


def test_an_emergency_is_told_once_it_is_over_and_reviewed(house: House) -> None:
    berta, olga = house.actor("berta", "beratung"), house.actor("olga", "datenschutz")
    known = new_client(house, berta)
    made = declared(house, berta, known, "health")
    assert [each.untold for each in _of(house, known.id)] == [Why.RUNS]
    later(house, timedelta(days=1))
    assert [each.untold for each in _of(house, known.id)] == [Why.NOT_REVIEWED]
    work = house.work(olga)
    review_emergency(work, olga, made.id, "justified", "")
    work.finish()
    assert [each.untold for each in _of(house, known.id)] == [None]
    held = Choice(hold=frozenset({made.id}))
    assert [each.untold for each in _of(house, known.id, held)] == [Why.HELD_BACK]


def test_one_that_was_changed_is_not_there_and_so_not_told(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    declared(house, berta, known, "health")
    work = house.work()
    work.session.execute(update(EmergencyAccess).values(finding="justified"))
    work.finish()
    assert _of(house, known.id) == []


def test_an_exception_is_told_once_it_is_over_and_the_officer_says_so(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Er hat gedroht."))
    made = excepted(house, berta, known, ground([frieda.unit], "violence"))
    assert [
        (each.untold, each.choosable)
        for each in _of(house, known.id, Choice(tell=frozenset({made})))
    ] == [(Why.RUNS, False)]
    later(house, timedelta(days=60))
    assert [(each.untold, each.choosable) for each in _of(house, known.id)] == [
        (Why.NOT_CHOSEN, True)
    ]
    assert [each.untold for each in _of(house, known.id, Choice(tell=frozenset({made})))] == [None]

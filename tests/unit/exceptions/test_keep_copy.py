"""An officer records another basis for a frozen copy, once, and before its day."""

from datetime import timedelta

import pytest

from caseflow.exceptions import keep_copy
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at, consented
from tests.factories.copies import TOLD, copied, copies, days_later, shared, taken_back
from tests.factories.house import House
from tests.unit.vault.reading import newest, read, texts


def test_it_opens_again_to_the_unit_that_copied_and_to_nobody_else(house: House) -> None:
    where, olga = shared(house), house.actor("olga", "datenschutz")
    wanda = house.actor("wanda", "wohnen")
    case_at(house, wanda, where.known)
    for actor in (where.berta, where.frieda):
        consented(house, actor, where.known, [wanda.unit], ["health"])
    consented(house, where.frieda, where.known, [wanda.unit], ["violence"])
    copied(house, where)
    taken_back(house, where)
    [drawer] = copies(house, where.known)
    work = house.work(olga)
    assert keep_copy(work, olga, drawer.id, "legal_claims", " Klage läuft ") == Done(None)
    work.finish()
    told = newest(house, Act.COPY_KEEP)
    assert told["details"] == {"copy": str(drawer.id), "ground": "legal_claims"}
    assert told["reason_digest"]
    opened = read(house, where.frieda, where.known)
    assert texts(opened) == [TOLD]
    assert newest(house, Act.STORY_READ)["bases"]
    [place] = [each for each in opened.places if each.copied_from]  # type: ignore[union-attr]
    assert (place.kept_for, place.basis.kind) == ("legal_claims", BasisKind.OWN_UNIT)
    assert texts(read(house, wanda, where.known)) == []


@pytest.mark.parametrize(
    ("ground", "text", "problems"),
    [
        ("convenience", "Grund", [Problem("ground", "not_a_choice")]),
        ("legal_claims", "  ", [Problem("text", "required")]),
        ("", "", [Problem("ground", "not_a_choice"), Problem("text", "required")]),
    ],
)
def test_without_a_ground_of_the_list_and_a_reason_it_stays_frozen(
    house: House, ground: str, text: str, problems: list[Problem]
) -> None:
    where, olga = shared(house), house.actor("olga", "datenschutz")
    copied(house, where)
    taken_back(house, where)
    [drawer] = copies(house, where.known)
    work = house.work(olga)
    assert keep_copy(work, olga, drawer.id, ground, text) == Invalid(tuple(problems))
    work.finish()
    assert texts(read(house, where.frieda, where.known)) == []


def test_it_is_recorded_once_and_not_after_its_day(house: House) -> None:
    where, olga = shared(house), house.actor("olga", "datenschutz")
    copied(house, where)
    copied(house, where, "client_name")
    taken_back(house, where)
    first, second = copies(house, where.known)
    late = Refused(Reason.TOO_LATE)

    def kept(actor: Actor, what: object) -> object:
        work = house.work(actor)
        answer = keep_copy(work, actor, what, "vital_interests", "Gefahr")  # type: ignore[arg-type]
        work.finish()
        return answer

    assert kept(where.frieda, first.id) != Done(None)
    assert kept(olga, new_id()) == Refused()
    assert kept(olga, first.id) == Done(None)
    assert kept(olga, first.id) == late
    days_later(house, 30)
    assert kept(olga, second.id) == late


def test_what_is_not_frozen_is_not_there_for_an_officer(house: House) -> None:
    where, olga = shared(house), house.actor("olga", "datenschutz")
    copied(house, where)
    [drawer] = copies(house, where.known)
    assert drawer.frozen_at is None
    work = house.work(olga)
    assert keep_copy(work, olga, drawer.id, "legal_claims", "Klage") == Refused()
    work.finish()
    assert house.around.clock.now() - drawer.born_at < timedelta(days=1)

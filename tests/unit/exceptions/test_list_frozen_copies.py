"""Officers see which copies are frozen and until when, and never what they say."""

from datetime import timedelta

from caseflow.exceptions import FrozenCopy, keep_copy, list_frozen_copies, record_wall
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Reason, Refused
from tests.factories.copies import copied, copies, days_later, shared, taken_back
from tests.factories.house import House
from tests.unit.vault.reading import newest


def listed(house: House, actor: Actor) -> tuple[FrozenCopy, ...] | Refused:
    answer = list_frozen_copies(house.work(actor), actor)
    return answer.value if isinstance(answer, Disclosed) else answer


def test_they_are_listed_with_the_day_of_their_destruction(house: House) -> None:
    where, olga = shared(house), house.actor("olga", "datenschutz")
    copied(house, where)
    assert listed(house, olga) == ()
    taken_back(house, where)
    at = house.around.clock.now()
    [drawer] = copies(house, where.known)
    assert listed(house, olga) == (
        FrozenCopy(
            id=drawer.id,
            client=where.known.id,
            unit=where.frieda.unit,
            told_to=where.berta.unit,
            category="violence",
            consent=where.consent,
            frozen_at=at,
            until=at + timedelta(days=30),
            kept_for=None,
        ),
    )
    told = newest(house, Act.COPY_READ)
    assert (told["clients"], told["details"]) == ([str(where.known.id)], {"copies": "1"})
    assert "fields" not in told


def test_those_that_stay_come_last(house: House) -> None:
    where, olga = shared(house), house.actor("olga", "datenschutz")
    copied(house, where)
    taken_back(house, where)
    other = shared(house)
    copied(house, other)
    days_later(house, 1)
    taken_back(house, other)
    [first], [second] = copies(house, where.known), copies(house, other.known)
    assert [each.id for each in listed(house, olga) or ()] == [first.id, second.id]  # type: ignore[union-attr]
    work = house.work(olga)
    assert keep_copy(work, olga, first.id, "legal_claims", "Klage") == Done(None)
    work.finish()
    assert [each.id for each in listed(house, olga) or ()] == [second.id, first.id]  # type: ignore[union-attr]


def test_whoever_a_wall_keeps_from_her_does_not(house: House) -> None:
    where, olga = shared(house), house.actor("olga", "datenschutz")
    copied(house, where)
    taken_back(house, where)
    lea = house.actor("lea", "beratung")
    work = house.work(lea)
    assert isinstance(record_wall(work, lea, where.known.id, olga.staff), Done)
    work.finish()
    assert listed(house, olga) == ()
    assert newest(house, Act.COPY_READ)["details"] == {"copies": "0"}


def test_nobody_else_sees_them(house: House) -> None:
    lea = house.actor("lea", "frauenhaus")
    assert listed(house, lea) == Refused(Reason.NOT_YOUR_ROLE)

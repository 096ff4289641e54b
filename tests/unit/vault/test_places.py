"""Each drawer that opened says whence it has its contents, and whether who looks may copy."""

from caseflow.database.tables.records import Entry
from caseflow.vault.disclose import disclose
from caseflow.vault.permit import Ask
from caseflow.vault.pieces import Place
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed
from caseflow.vocabulary.bases import BasisKind
from tests.factories.clients import Known, case_at, consented, entry, new_client, write
from tests.factories.copies import Shared, copied, shared
from tests.factories.emergencies import declared
from tests.factories.house import House


def places(
    house: House,
    actor: Actor,
    known: Known,
    act: Act = Act.STORY_READ,
    about: str = "violence",
) -> list[Place]:
    work = house.work(actor)
    answer = disclose(work, actor, Ask(act, known.id), (Entry,))
    assert isinstance(answer, Disclosed), answer
    return [each for each in answer.value.places if each.category == about]


def told_elsewhere(house: House, where: Shared, act: Act = Act.STORY_READ) -> bool:
    """Say whether the shelter is offered to copy what counselling was told."""
    found = places(house, where.frieda, where.known, act)
    return next(each.copyable for each in found if each.unit == where.berta.unit)


def test_it_is_offered_where_a_consent_allows_it_and_pieces_are_shown(house: House) -> None:
    where = shared(house)
    assert told_elsewhere(house, where)
    assert told_elsewhere(house, where, Act.ENTRY_READ)
    assert not told_elsewhere(house, where, Act.INTAKE_READ)
    [own] = places(house, where.berta, where.known)
    assert not own.copyable


def test_it_is_not_offered_in_another_role_or_by_a_consent_to_look(house: House) -> None:
    where, ida = shared(house), house.actor("ida", "wohnen")
    case_at(house, ida, where.known)
    consented(house, where.berta, where.known, [ida.unit], ["violence"])
    [seen] = places(house, ida, where.known)
    assert not seen.copyable
    wanda = house.actor("wanda", "wohnen")
    [seen] = places(house, wanda, where.known)
    assert not seen.copyable


def test_a_drawer_of_copies_says_whence_and_by_which_consent(house: House) -> None:
    where = shared(house)
    copied(house, where)
    [copy] = [each for each in places(house, where.frieda, where.known) if each.copied_from]
    assert copy == Place(
        copy.drawer,
        where.frieda.unit,
        "violence",
        copy.basis,
        copied_from=where.berta.unit,
        copied_under=where.consent,
    )
    [told] = places(house, where.berta, where.known)
    assert told == Place(told.drawer, where.berta.unit, "violence", told.basis)


def test_what_an_emergency_opens_is_urgent(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Asthma", "health"))
    case_at(house, frieda, known)
    declared(house, frieda, known, "health")
    [alone] = places(house, frieda, known, about="health")
    assert (alone.urgent, alone.basis.kind) == (True, BasisKind.EMERGENCY)
    consented(house, berta, known, [frieda.unit], ["health"])
    [beside] = places(house, frieda, known, about="health")
    assert beside.urgent

"""Each drawer that opened says whence it has its contents, and whether who looks may copy."""

from caseflow.database.tables.records import Entry
from caseflow.vault.disclose import disclose
from caseflow.vault.permit import Ask
from caseflow.vault.pieces import Place
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed
from tests.factories.clients import Known, case_at, consented
from tests.factories.copies import Shared, copied, shared
from tests.factories.house import House


def places(house: House, actor: Actor, known: Known, act: Act = Act.STORY_READ) -> list[Place]:
    work = house.work(actor)
    answer = disclose(work, actor, Ask(act, known.id), (Entry,))
    assert isinstance(answer, Disclosed), answer
    return [each for each in answer.value.places if each.category == "violence"]


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
    assert (copy.unit, copy.copied_from, copy.copied_under, copy.kept_for, copy.copyable) == (
        where.frieda.unit,
        where.berta.unit,
        where.consent,
        None,
        False,
    )
